/* What a form keeps of itself while it is filled in, and what it offers of what was begun before. */

import { dated, Drafts } from "./draft.js"
import { controlsOf, fieldOf, setValues } from "./fields.js"

const LONGEST = 60
// What is chosen or proposed is no text that anybody could lose.
const CHOSEN = ["question", "author", "date", "edition", "speakers", "by", "retained", "duplicate_of", "noticed", "replies_to", "differs_from"]

export class Drafting {
  /* `restored` is called once the fields hold what was kept. */
  constructor(form, language, restored) {
    this.form = form
    this.language = language
    this.restored = restored
    this.notice = form.querySelector("[data-draft]")
  }

  /* Takes up what was kept, unless something is written already. */
  open() {
    const question = fieldOf(this.form, "answers", "question")
    const subject = question ? `answers:${subjectOf(question)}` : this.form.dataset.kind
    this.drafts = new Drafts(location.pathname, subject)
    const [latest] = this.drafts.others()
    if (latest && this.isOf(latest)) this.restore(latest)
    else this.tell()
  }

  fields() {
    return [...this.form.querySelectorAll(".forum-field[data-kind]")]
  }

  /* Gives the fields in which something is written. */
  written() {
    return this.fields().filter(field => {
      const { name, isOwn } = field.dataset
      const isProposed = CHOSEN.includes(name) || (name === "slug" && !isOwn)
      return !isProposed && controlsOf(field).some(control => control.value.trim())
    })
  }

  isBlank() {
    return !this.written().length
  }

  /* Whether a draft has whatever is written: somebody who comes back finds their text put back by
     the browser, but neither what they had chosen nor fields that were added. */
  isOf({ values }) {
    return this.written().every(field => {
      const { kind, name } = field.dataset
      const found = controlsOf(field).map(control => control.value)
      return JSON.stringify(values[`${kind}.${name}`]) === JSON.stringify(found)
    })
  }

  /* Puts a text of before in place of what is written now, which stays kept. */
  exchange(key) {
    const chosen = this.drafts.others().find(draft => draft.key === key)
    if (!this.isBlank()) this.keep()
    if (chosen) this.restore(chosen)
  }

  restore(draft) {
    const { values } = draft
    this.drafts.take(draft)
    for (const field of this.fields()) {
      const { kind, name } = field.dataset
      const found = values[`${kind}.${name}`]
      // The question is that of the address, the day that of sending.
      if (!Array.isArray(found) || ["question", "date"].includes(name)) continue
      setValues(field, found)
      if (name !== "slug") continue
      if (values[`${kind}.isOwn`]) field.dataset.isOwn = "true"
      else delete field.dataset.isOwn
    }
    const newcomer = this.form.querySelector("#forum_newcomer")
    if (newcomer) newcomer.checked = values.newcomer === true
    this.restored()
    this.tell(draft)
  }

  /* Tells what was taken up, and offers what else is kept. */
  tell(taken = null) {
    const told = this.notice.querySelector("[data-taken]")
    told.hidden = !taken
    if (taken) told.firstElementChild.textContent = dated(told.dataset.taken, taken, this.language)
    const list = this.notice.querySelector("ul")
    const template = this.notice.querySelector("template").content.firstElementChild
    const items = this.drafts.others().map(draft => {
      const item = template.cloneNode(true)
      const words = firstWords(draft.values)
      const sentence = dated(list.dataset.other, draft, this.language).replace("{words}", () => words)
      item.querySelector("span").textContent = sentence
      item.querySelector("button").dataset.take = draft.key
      return item
    })
    list.replaceChildren(...items)
    this.notice.hidden = !taken && !items.length
  }

  /* Consent isn't kept: it is given each time anew. */
  keep() {
    const told = this.form.querySelector("[data-kept]")
    if (this.isBlank()) {
      this.drafts.discard()
      this.tell()
      told.textContent = ""
      return
    }
    const values = {}
    for (const field of this.fields()) {
      const { kind, name, isOwn } = field.dataset
      values[`${kind}.${name}`] = controlsOf(field).map(control => control.value)
      if (isOwn) values[`${kind}.isOwn`] = true
    }
    values.newcomer = this.form.querySelector("#forum_newcomer")?.checked ?? false
    const before = this.drafts.own?.key
    const isKept = this.drafts.write(values)
    if (isKept && this.drafts.own.key !== before) this.tell()
    const hour = new Intl.DateTimeFormat(this.language, { timeStyle: "short" })
    told.textContent = isKept
      ? told.dataset.told.replace("{hour}", hour.format(new Date()))
      : told.dataset.lacking
  }

  discard() {
    this.drafts.discard()
    this.tell()
    this.form.querySelector("[data-kept]").textContent = ""
  }
}

/* Gives the question of a text: the one that is chosen, or that was asked when it was begun. */
function subjectOf(field) {
  return controlsOf(field)[0].value || new URLSearchParams(location.search).get("question") || ""
}

/* Gives the beginning of what was written, by which its author knows it again. */
function firstWords(values) {
  const written = Object.entries(values)
    .filter(([name, found]) => Array.isArray(found) && !CHOSEN.includes(name.split(".")[1]))
    .map(([name, found]) => [name.endsWith(".body"), found.join(" ").trim()])
    .filter(([, text]) => text)
    .sort(([one], [other]) => other - one)
  const [, text] = written[0] ?? [false, ""]
  const line = text.replace(/\s+/gu, " ")
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line
}
