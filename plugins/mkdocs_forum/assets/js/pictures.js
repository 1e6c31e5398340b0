/* The pictures of a form: chosen, made smaller, described, and named in the text where they stand. */

import { controlsOf, fieldOf, tell } from "./fields.js"
import * as kept from "./kept_pictures.js"
import { scaled } from "./scaling.js"
import { endingOf, freeName, slugify, stemOf } from "./slugs.js"

const PHOTOS = "photos"
const NAMED = /!\[([^\]]*)\]\(([^()\s/:]+)\)/gu

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")
const plain = words => words.replace(/[[\]\\\s]+/gu, " ").trim()

export class Album {
  constructor(form, rulebook) {
    this.form = form
    this.rulebook = rulebook
    this.pictures = []
    this.field = form.querySelector("[data-pictures]")
    if (!this.field) return
    this.text = fieldOf(form, form.dataset.kind, "body").querySelector("textarea")
    this.isPhoto = "photo" in this.field.dataset
    this.list = this.field.querySelector(".forum-pictures__items")
    this.field.querySelector("input[type=file]").addEventListener("change", event => {
      this.add([...event.target.files])
      event.target.value = ""
    })
    this.field.addEventListener("click", event => this.clicked(event))
    this.field.addEventListener("input", event => this.described(event.target))
    if (this.isPhoto) return
    for (const name of ["paste", "drop"]) this.text.addEventListener(name, event => this.brought(event))
    this.text.addEventListener("input", () => this.read())
  }

  /* Takes pictures that are pasted or dropped into the text. */
  brought(event) {
    const source = event.clipboardData ?? event.dataTransfer
    const files = [...(source?.files ?? [])]
    // Word gives a picture of what it copies, beside the text.
    if (!files.length || source.types.includes("text/plain")) return
    event.preventDefault()
    this.add(files)
  }

  async add(files) {
    tell(this.field)
    for (const file of this.isPhoto ? files.slice(0, 1) : files) {
      const made = await scaled(file)
      if (made) this.take(this.nameOf(file.name, made.ending), made)
      else this.refuse(file.name)
    }
  }

  take(name, made, words = "") {
    if (this.isPhoto) for (const picture of [...this.pictures]) this.remove(picture)
    const picture = { name, blob: made.blob, url: made.url, item: this.itemOf(name, made, words) }
    this.pictures.push(picture)
    this.list.append(picture.item)
    kept.keep(name, made.blob)
    if (this.isPhoto) controlsOf(this.field)[0].value = `${PHOTOS}/${name}`
    else if (!this.isShown(name)) this.insert(name, words)
    this.say("added", name)
  }

  itemOf(name, made, words) {
    const item = this.field.querySelector("template").content.firstElementChild.cloneNode(true)
    item.dataset.picture = name
    made.canvas.classList.add("forum-picture__image")
    made.canvas.setAttribute("aria-hidden", "true")
    item.prepend(made.canvas)
    for (const place of item.querySelectorAll("[data-picture-name]")) place.textContent = name
    for (const button of item.querySelectorAll("[data-named]")) {
      button.setAttribute("aria-label", button.dataset.named.replace("{name}", () => name))
    }
    const input = item.querySelector("input")
    if (!input) return item
    const id = `${this.field.id}_${slugify(this.rulebook, name)}`
    input.id = id
    input.value = words
    item.querySelector("label").htmlFor = id
    item.querySelector(".forum-field__error").id = `${id}_error`
    input.setAttribute("aria-describedby", `${this.field.id}_words ${id}_error`)
    return item
  }

  /* Gives the address of a picture for the preview. */
  urlOf = name => this.pictures.find(picture => picture.name === name)?.url

  /* Gives a name that neither the site nor this text has for another picture. */
  nameOf(written, ending) {
    const stem = slugify(this.rulebook, stemOf(written)) || "image"
    const taken = [...this.rulebook.pictures.taken, ...this.pictures.map(({ name }) => name)]
    const isTaken = free => taken.some(other => stemOf(other) === free)
    return `${freeName(stem, isTaken)}.${ending}`
  }

  refuse(name) {
    const ending = endingOf(name)
    const found = this.rulebook.pictures.instead.find(({ endings }) => endings.includes(ending))
    const message = this.field.dataset.unreadable.replace("{name}", () => name)
    tell(this.field, { message, hint: found?.hint ?? this.field.dataset.instead })
  }

  say(name, picture) {
    const place = this.field.querySelector("[data-status]")
    place.textContent = place.dataset[name].replace("{name}", () => picture)
  }

  clicked(event) {
    const button = event.target.closest("button")
    const picture = this.pictures.find(({ item }) => item.contains(button))
    if (!picture) return
    if ("remove" in button.dataset) {
      this.remove(picture)
      this.say("removed", picture.name)
      this.field.querySelector("input[type=file]").focus()
    } else {
      this.write(this.text.value.replace(this.line(picture.name), ""))
      this.insert(picture.name, this.wordsOf(picture))
      this.text.focus()
    }
  }

  remove(picture) {
    this.pictures = this.pictures.filter(other => other !== picture)
    picture.item.remove()
    kept.drop(picture.name)
    if (this.isPhoto) controlsOf(this.field)[0].value = ""
    else this.write(this.text.value.replace(this.line(picture.name), ""))
  }

  wordsOf = ({ item }) => plain(item.querySelector("input")?.value ?? "")
  line = name => new RegExp(`!\\[[^\\]]*\\]\\(${escaped(name)}\\)\n{0,2}`, "u")
  isShown = name => this.text.value.includes(`](${name})`)

  /* What is said of a picture stands in the text, too. */
  described(input) {
    const picture = this.pictures.find(({ item }) => item.contains(input))
    if (!picture) return
    const { name } = picture
    const shown = new RegExp(`!\\[[^\\]]*\\]\\(${escaped(name)}\\)`, "u")
    this.write(this.text.value.replace(shown, () => `![${this.wordsOf(picture)}](${name})`))
  }

  /* And what the text says of it stands beside the picture. */
  read() {
    for (const [, words, name] of this.text.value.matchAll(NAMED)) {
      const input = this.pictures.find(picture => picture.name === name)?.item.querySelector("input")
      if (input && input !== document.activeElement && plain(input.value) !== words) input.value = words
    }
  }

  write(text) {
    const { selectionStart } = this.text
    if (text === this.text.value) return
    this.text.value = text
    this.text.setSelectionRange(selectionStart, selectionStart)
    this.text.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /* Names a picture in a paragraph of its own where the cursor stands, or at the end. */
  insert(name, words) {
    const { value, selectionEnd } = this.text
    const next = value.indexOf("\n", selectionEnd)
    const place = next < 0 ? value.length : next
    const above = value.slice(0, place).trimEnd()
    const below = value.slice(place).replace(/^\n+/u, "")
    const line = `![${words}](${name})`
    this.text.value = [above, line, below].filter(Boolean).join("\n\n")
    const end = (above ? above.length + 2 : 0) + line.length
    this.text.setSelectionRange(end, end)
    this.text.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /* Brings back the pictures of a draft, whose text names them. */
  async restore() {
    if (!this.field) return
    const named = this.isPhoto
      ? controlsOf(this.field).map(({ value }) => ["", "", value.slice(PHOTOS.length + 1)])
      : [...this.text.value.matchAll(NAMED)]
    for (const [, words, name] of named) {
      if (!name || this.pictures.some(picture => picture.name === name)) continue
      const blob = await kept.find(name)
      const made = blob && await scaled(blob)
      if (made) this.take(name, { ...made, blob }, words)
      else if (this.isPhoto) controlsOf(this.field)[0].value = ""
    }
  }

  /* Names what the text doesn't name yet, and the photo as its member's page. */
  settle() {
    if (!this.field) return
    for (const picture of this.isPhoto ? this.pictures : []) {
      const [slug] = controlsOf(fieldOf(this.form, "members", "slug"))
      const ending = picture.name.split(".").at(-1)
      const name = slugify(this.rulebook, slug.value) || "photo"
      controlsOf(this.field)[0].value = `${PHOTOS}/${name}.${ending}`
    }
    for (const picture of this.isPhoto ? [] : this.pictures) {
      if (this.isShown(picture.name)) continue
      this.text.setSelectionRange(this.text.value.length, this.text.value.length)
      this.insert(picture.name, this.wordsOf(picture))
    }
  }

  /* Tells which pictures nobody described, and which the text names but aren't here. */
  faults() {
    if (!this.field || this.isPhoto) return []
    const wordless = this.pictures.filter(picture => !this.wordsOf(picture))
    const here = [...this.rulebook.pictures.taken, ...this.pictures.map(({ name }) => name)]
    const { endings } = this.rulebook.pictures
    const lost = [...this.text.value.matchAll(NAMED)]
      .map(([, , name]) => name)
      .filter(name => endings.some(ending => name.toLowerCase().endsWith(ending)) && !here.includes(name))
    const { wordless: message, lacking } = this.field.dataset
    return [
      ...wordless.map(({ item }) => ({ field: item, message })),
      ...lost.slice(0, 1).map(name => ({
        field: this.text.closest(".forum-field"),
        message: lacking.replace("{name}", () => name),
      })),
    ]
  }

  /* Gives the pictures with their paths beside the files of a form. */
  async files(files) {
    const { kind } = this.form.dataset
    const file = files.find(each => each.kind === kind)
    const folder = file.path.slice(0, file.path.lastIndexOf("/"))
    const isSent = !this.isPhoto || file.text.includes(`\nphoto: `)
    const pathOf = ({ name }) =>
      this.isPhoto ? `${folder}/${controlsOf(this.field)[0].value}` : `${folder}/${name}`
    return Promise.all((isSent ? this.pictures : []).map(async picture => ({
      path: pathOf(picture),
      bytes: new Uint8Array(await picture.blob.arrayBuffer()),
    })))
  }

  clear() {
    for (const picture of this.pictures) {
      picture.item.remove()
      kept.drop(picture.name)
    }
    this.pictures = []
  }
}
