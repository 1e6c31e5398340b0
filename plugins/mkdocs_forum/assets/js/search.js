/* The search of the site: the field in the head of each page with a list of what is found while somebody
   types, its keys, and the page of all results. The index, and what reads it, is asked for when somebody
   begins to search. */

import { onEachPage } from "./each-page.js"

const MOST = 7
const KEYS = new Set(["/", "s", "f"])

class Search {
  constructor(box) {
    this.box = box
    this.input = box.querySelector("input")
    this.list = box.querySelector("[role=listbox]")
    this.status = box.querySelector("[role=status]")
    this.page = box.querySelector("a")
    // The theme keeps the head of the first page, and with it what its addresses are relative to.
    this.root = new URL(box.dataset.root, location.href)
    this.folder = new URL("assets/forum/search/", this.root)
    this.form = box.querySelector("form")
    for (const [part, name] of [[this.form, "action"], [this.page, "href"]]) part[name] = part[name]
    this.active = -1
    this.asked = 0
  }

  start() {
    const { input, list } = this
    input.setAttribute("role", "combobox")
    input.setAttribute("aria-autocomplete", "list")
    input.setAttribute("aria-expanded", "false")
    input.setAttribute("aria-controls", list.id)
    input.addEventListener("focus", () => this.open(), { once: true })
    input.addEventListener("input", () => this.look())
    input.addEventListener("focus", () => input.value.trim() && this.look())
    input.addEventListener("keydown", event => this.pressed(event))
    this.box.addEventListener("focusout", event => this.box.contains(event.relatedTarget) || this.close())
    list.addEventListener("click", () => this.close())
    document.addEventListener("keydown", event => this.key(event))
    onEachPage(async () => {
      this.close()
      const form = document.getElementById("forum_search_page")
      if (!form) return
      const { SearchPage } = await this.load()
      new SearchPage(form, this).start()
    })
  }

  load() {
    return import("./search-results.js")
  }

  open() {
    this.index ??= this.load().then(({ SearchIndex }) => new SearchIndex(async name => {
      const answer = await fetch(new URL(name, this.folder))
      if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`)
      return answer.text()
    }).open())
    return this.index
  }

  async look() {
    const asked = (this.asked += 1)
    const query = this.input.value
    if (!query.trim()) {
      this.close()
      return
    }
    const [index, { optionOf, seeker }] = await Promise.all([this.open(), this.load()])
    const { hits, terms } = await index.find(query, { isTyped: true })
    const records = await index.records(hits, MOST)
    if (asked !== this.asked) return
    const isSought = seeker(index, terms)
    const options = records.map(record => optionOf(index, new URL(record.url, this.root), record, isSought))
    options.forEach((option, place) => (option.id = `${this.list.id}_${place}`))
    this.list.replaceChildren(...options)
    this.list.hidden = !records.length
    this.input.setAttribute("aria-expanded", String(!this.list.hidden))
    this.activate(-1)
    const { none, found, one } = this.box.dataset
    this.status.textContent = hits.length > 1 ? found.replace("{count}", hits.length) : hits.length ? one : none
    this.status.classList.toggle("forum-hidden", hits.length > 0)
  }

  activate(place) {
    this.active = place
    ;[...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)))
    const option = this.list.children[place]
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id)
      option.scrollIntoView({ block: "nearest" })
    } else this.input.removeAttribute("aria-activedescendant")
  }

  pressed(event) {
    const { length } = this.list.children
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !this.list.hidden) {
      // One more than the options: the field itself, as typed.
      const round = length + 1
      this.activate(((this.active + 1 + step + round) % round) - 1)
    } else if (event.key === "Enter" && this.active >= 0) this.list.children[this.active].click()
    else if (event.key === "Escape" && !this.list.hidden) this.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  close() {
    this.asked += 1
    this.list.hidden = true
    this.input.setAttribute("aria-expanded", "false")
    this.input.removeAttribute("aria-activedescendant")
    this.status.textContent = ""
    this.status.classList.add("forum-hidden")
  }

  /* The theme's keys for its own search. */
  key(event) {
    const { target } = event
    const isWritten = target.isContentEditable || target.matches?.("input:not([type=radio], [type=checkbox]), select, textarea")
    if (!KEYS.has(event.key) || isWritten || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const field = document.querySelector("#forum_search_page input")
    if (field) field.select()
    else if (this.input.offsetParent) this.input.focus()
    else this.page.click()
  }
}

for (const box of document.querySelectorAll(".forum-search")) new Search(box).start()
