/* The page of all results, whose address says what is sought and what is chosen. */

import { element, kindOf, marked, passage, seeker } from "./search-hits.js"

const STEP = 10
const PAUSE = 150

export class SearchPage {
  constructor(form, search) {
    this.form = form
    this.search = search
    this.input = form.querySelector("input")
    this.list = form.querySelector("ol")
    this.status = form.querySelector("[role=status]")
    this.more = form.querySelector("[data-more]")
    this.selects = [...form.querySelectorAll("select")]
    this.asked = 0
  }

  async start() {
    const { form } = this
    const given = new URLSearchParams(location.search)
    this.input.value = given.get("q") ?? ""
    form.addEventListener("submit", event => {
      event.preventDefault()
      this.look()
    })
    form.addEventListener("input", () => {
      clearTimeout(this.wait)
      this.wait = setTimeout(() => this.look(), PAUSE)
    })
    this.more.addEventListener("click", () => this.show(this.shown + STEP))
    this.index = await this.search.open()
    this.facets = await this.index.facets()
    for (const select of this.selects) {
      this.fill(select)
      select.value = given.get(select.name) ?? ""
      if (select.selectedIndex < 0) select.value = ""
    }
    if (!this.input.value) this.input.focus()
    await this.look()
    form.removeAttribute("aria-busy")
  }

  fill(select) {
    const facets = this.facets[select.name]
    select.append(...facets.map(([value, name]) => new Option(name, value)))
    select.closest("label").hidden = facets.length < 2
  }

  /* Gives the documents that are chosen, or nothing where all are. */
  get chosen() {
    const sets = this.selects.filter(({ value }) => value).map(({ name, value }) => {
      const [, , line] = this.facets[name].find(([key]) => key === value)
      return this.index.documents(line)
    })
    if (!sets.length) return null
    return new Set([...sets[0]].filter(document => sets.every(set => set.has(document))))
  }

  async look() {
    const asked = (this.asked += 1)
    const query = this.input.value.trim()
    const { chosen } = this
    this.note(query)
    const found = await this.find(query, chosen)
    if (asked !== this.asked) return
    Object.assign(this, found)
    this.isSought = seeker(this.index, this.terms)
    this.list.replaceChildren()
    this.shown = 0
    this.tell(query, chosen)
    await this.show(STEP)
  }

  /* Without words, all that is chosen is found. */
  async find(query, chosen) {
    if (query) return this.index.find(query, { chosen })
    return { hits: [...(chosen ?? [])].map(document => ({ document })), terms: [] }
  }

  /* Lets the address say what is sought, so that it can be sent. */
  note(query) {
    const told = new URLSearchParams(query ? { q: query } : {})
    for (const { name, value } of this.selects) if (value) told.set(name, value)
    const asked = told.size ? `?${told}` : ""
    if (asked !== location.search) history.replaceState(history.state, "", location.pathname + asked)
  }

  tell(query, chosen) {
    const { none, found, one, meant } = this.form.dataset
    const { length } = this.hits
    const count = length > 1 ? found.replace("{count}", length) : length ? one : none
    const slips = this.terms.filter(term => term.meant).map(term => [term.form, term.meant])
    const told = slips.map(([typed, other]) => meant.replace("{typed}", typed).replace("{meant}", other))
    this.status.textContent = query || chosen ? [count, ...told].join(" ") : ""
    document.getElementById("forum_search_index").hidden = length > 0
  }

  async show(most) {
    const { asked } = this
    const records = await this.index.records(this.hits, most)
    if (asked !== this.asked) return
    const items = records.slice(this.shown).map(record => this.item(record))
    this.list.append(...items)
    if (this.shown) items[0]?.querySelector("a").focus()
    this.shown = records.length
    this.more.hidden = this.shown >= this.hits.length
  }

  item(record) {
    const item = element("li", "forum-hit")
    const title = element("h2", "forum-hit__title")
    const link = document.createElement("a")
    link.href = new URL(record.url, this.search.root)
    title.lang = record.lang
    title.append(marked(link, record.title, this.isSought))
    item.append(element("p", "forum-hit__kind", kindOf(this.index, record)), title)
    if (record.about) item.append(element("p", "forum-hit__about", record.about))
    const text = passage(record.text, this.isSought)
    if (text) {
      const told = marked(element("p", "forum-hit__text"), text, this.isSought)
      told.lang = record.lang
      item.append(told)
    }
    return item
  }
}
