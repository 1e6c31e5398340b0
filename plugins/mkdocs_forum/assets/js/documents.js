/* The documents and transcripts of a form: chosen, looked into, called something, sent beside their talk. */

import { controlsOf, fieldOf, tell } from "./fields.js"
import * as kept from "./kept_pictures.js"
import { materialRefusal } from "./materials.js"
import { endingOf, freeName, slugify, stemOf } from "./slugs.js"
import { oneLine } from "./texts.js"

export class Documents {
  constructor(form, rulebook) {
    this.form = form
    this.rulebook = rulebook
    this.documents = []
    this.field = form.querySelector("[data-documents]")
    if (!this.field) return
    this.list = this.field.querySelector(".forum-pictures__items")
    this.memory = this.field.querySelector("input[type=hidden]")
    const chooser = this.field.querySelector("input[type=file]")
    chooser.addEventListener("change", () => {
      this.add([...chooser.files])
      chooser.value = ""
    })
    this.field.addEventListener("click", event => {
      const found = this.documents.find(({ item }) => item.contains(event.target.closest("button")))
      if (!found) return
      this.remove(found)
      chooser.focus()
    })
    // Before the form keeps what is written.
    this.field.addEventListener("input", () => this.remember())
  }

  async add(files) {
    tell(this.field)
    for (const file of files) {
      const refusal = materialRefusal(this.rulebook, file.name, new Uint8Array(await file.arrayBuffer()))
      if (refusal) tell(this.field, { ...refusal, message: `${file.name}${this.field.dataset.colon}${refusal.message}` })
      else this.take(this.nameOf(file.name), file, stemOf(file.name).replace(/[\s_]+/gu, " ").trim())
    }
  }

  take(name, blob, title) {
    const item = this.field.querySelector("template").content.firstElementChild.cloneNode(true)
    const id = `${this.field.id}_${slugify(this.rulebook, name)}`
    const input = item.querySelector("input")
    input.id = id
    input.value = title
    item.querySelector("label").htmlFor = id
    item.querySelector(".forum-field__error").id = `${id}_error`
    input.setAttribute("aria-describedby", `${id}_error`)
    for (const place of item.querySelectorAll("[data-document-name]")) place.textContent = name
    const button = item.querySelector("button")
    button.setAttribute("aria-label", button.dataset.named.replace("{name}", () => name))
    this.documents.push({ name, blob, item })
    this.list.append(item)
    kept.keep(name, blob)
    this.changed("added", name)
  }

  /* Gives a name that no other document of this text has. */
  nameOf(written) {
    const stem = slugify(this.rulebook, stemOf(written)) || "document"
    const ending = endingOf(written)
    const isTaken = free => this.documents.some(other => other.name === `${free}${ending}`)
    return `${freeName(stem, isTaken)}${ending}`
  }

  remove(gone) {
    this.documents = this.documents.filter(other => other !== gone)
    gone.item.remove()
    kept.drop(gone.name)
    this.changed("removed", gone.name)
  }

  changed(what, name) {
    const place = this.field.querySelector("[data-status]")
    place.textContent = place.dataset[what].replace("{name}", () => name)
    this.field.dispatchEvent(new Event("input", { bubbles: true }))
  }

  titleOf = ({ item }) => oneLine(this.rulebook, item.querySelector("input").value)

  /* What a draft keeps of them beside what they hold. */
  remember() {
    const known = this.documents.map(each => [each.name, this.titleOf(each)])
    this.memory.value = known.length ? JSON.stringify(known) : ""
  }

  async restore() {
    if (!this.field || !this.memory.value) return
    const known = JSON.parse(this.memory.value)
    for (const [name, title] of known) {
      if (this.documents.some(each => each.name === name)) continue
      const blob = await kept.find(name)
      if (blob) this.take(name, blob, title)
    }
    this.remember()
  }

  /* Gives the folder that is called as the talk. */
  folder() {
    const [slug] = controlsOf(fieldOf(this.form, "talks", "slug"))
    return slugify(this.rulebook, slug.value, this.rulebook.rules.letters.longest)
  }

  /* Gives what the talk says of them, each as a line. */
  lines() {
    return this.documents.map(each => `${this.titleOf(each)} ${this.folder()}/${each.name}`)
  }

  /* Tells which documents nobody gave a title. */
  faults() {
    const untitled = this.documents.filter(each => !this.titleOf(each))
    return untitled.map(({ item }) => ({ field: item, message: this.field.dataset.untitled }))
  }

  /* Gives them with their paths in the repository. */
  async files() {
    const { docs, folders } = this.rulebook
    return Promise.all(this.documents.map(async ({ name, blob }) => ({
      path: `${docs}/${folders.talks}/${this.folder()}/${name}`,
      bytes: new Uint8Array(await blob.arrayBuffer()),
    })))
  }

  clear() {
    if (!this.field) return
    for (const { item, name } of this.documents) {
      item.remove()
      kept.drop(name)
    }
    this.documents = []
    this.memory.value = ""
  }
}
