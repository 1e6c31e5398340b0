/* The page on which somebody corrects a text, reports something, withdraws an answer or has their data
   removed, without an account: the text of a page is shown as it stands, and what was changed in it goes
   into a mail. */

import { askWhetherSent, hideQuestion, notYet, thank } from "./after.js"
import { dated, Drafts } from "./draft.js"
import { onEachPage } from "./each-page.js"
import { mailto } from "./letter.js"
import { changes, paragraphs } from "./passages.js"

/* Chrome on Windows drops an address of more than 2,046 characters without a word. */
const LONGEST = 1900

class Request {
  constructor(form) {
    this.form = form
    this.text = form.querySelector("#forum_correct_text")
    this.words = form.querySelector("#forum_correct_words")
    this.name = form.querySelector("#forum_correct_name")
  }

  async start() {
    const { form } = this
    form.addEventListener("change", () => this.choose())
    form.addEventListener("input", () => {
      this.hide()
      this.keep()
    })
    form.addEventListener("submit", event => event.preventDefault())
    form.addEventListener("click", event => this.clicked(event.target.closest("button")))
    this.choose()
    this.page = this.asked()
    if (this.page) await this.open()
    this.drafts = new Drafts(new URL(form.dataset.root, location.href).pathname, `correct:${this.page?.href ?? ""}`)
    this.restore(this.drafts.others()[0])
    this.choose()
    form.removeAttribute("aria-busy")
  }

  /* Gives the page of this site that the address names, or nothing. */
  asked() {
    const root = new URL(this.form.dataset.root, location.href)
    const named = new URLSearchParams(location.search).get("page")
    if (named === null || !URL.canParse(named, root)) return null
    const page = new URL(named, root)
    return page.origin === root.origin && page.pathname.startsWith(root.pathname) ? page : null
  }

  async open() {
    const link = this.form.querySelector("[data-page]")
    link.href = this.page.href
    link.textContent = decodeURI(this.page.href)
    link.closest("p").hidden = false
    this.form.querySelector("#forum_correct_page").value = decodeURI(this.page.href)
    try {
      const answer = await fetch(this.page)
      if (!answer.ok) return
      const found = paragraphs(await answer.text(), this.page.hash.slice(1))
      this.title = found.title
      this.present = found.texts
      if (found.title) link.textContent = found.title
      this.text.value = found.texts.join("\n\n")
    } catch {
      // Words alone say enough.
    }
  }

  /* Puts back what was begun for this page; the text of the page may have changed since. */
  restore(draft) {
    const notice = this.form.querySelector("[data-draft]")
    notice.hidden = !draft
    if (!draft) return
    const { reason, text, words, name } = draft.values
    this.drafts.take(draft)
    const box = [...this.form.querySelectorAll("[name=reason]")].find(each => each.value === reason)
    if (box) box.checked = true
    if (typeof text === "string") this.text.value = text
    this.words.value = words ?? ""
    this.name.value = name ?? ""
    notice.querySelector("p").textContent = dated(notice.dataset.taken, draft, document.documentElement.lang)
  }

  keep() {
    const { reason } = this
    const text = this.changed().length ? { text: this.text.value } : {}
    const values = { reason, ...text, words: this.words.value, name: this.name.value }
    if (text.text === undefined && !values.words.trim()) this.drafts?.discard()
    else this.drafts?.write(values)
  }

  /* Begins anew with the text as it stands. */
  discard() {
    this.drafts.discard()
    this.text.value = this.present?.join("\n\n") ?? ""
    this.words.value = ""
    this.form.querySelector("[data-draft]").hidden = true
    this.choose()
    this.words.focus()
  }

  sent() {
    this.drafts.discard()
    thank(this.form)
  }

  get reason() {
    return this.form.querySelector("[name=reason]:checked").value
  }

  choose() {
    const isText = this.reason === "correct" && Boolean(this.text.value || this.present?.length)
    this.text.closest(".forum-field").hidden = !isText
    for (const help of this.form.querySelectorAll("[data-for]")) help.hidden = help.dataset.for !== this.reason
    this.hide()
  }

  hide() {
    for (const part of this.form.querySelectorAll("[data-sent], [data-lacking-words]")) part.hidden = true
    hideQuestion(this.form)
  }

  clicked(button) {
    if (!button) return
    if ("letter" in button.dataset) this.send()
    else if ("copyLetter" in button.dataset) this.copy(button)
    else if ("discard" in button.dataset) this.discard()
    else if ("wasSent" in button.dataset) this.sent()
    else if ("notSent" in button.dataset) notYet(this.form)
  }

  send() {
    this.hide()
    const changed = this.changed()
    const isEmpty = !changed.length && !this.words.value.trim() && ["correct", "report"].includes(this.reason)
    const told = this.form.querySelector("[data-lacking-words]")
    told.hidden = !isEmpty
    if (isEmpty) {
      told.focus()
      return
    }
    this.letter = this.written(changed)
    const section = this.form.querySelector("[data-sent]")
    section.hidden = false
    section.querySelector("pre code").textContent = this.letter.body
    const link = section.querySelector("[data-open]")
    const url = link && mailto(this.form.dataset.email, this.letter.subject, this.letter.body)
    const isWhole = link && url.length <= LONGEST
    if (link) {
      link.href = isWhole ? url : mailto(this.form.dataset.email, this.letter.subject, "")
      section.querySelector("[data-long]").hidden = Boolean(isWhole)
    }
    askWhetherSent(this.form)
    section.focus()
    section.scrollIntoView({ block: "start" })
    if (isWhole) link.click()
  }

  /* Gives the passages that were changed, where a correction is proposed. */
  changed() {
    if (this.reason !== "correct" || !this.present) return []
    const written = this.text.value.split(/\n{2,}/u).map(text => text.trim()).filter(Boolean)
    return changes(this.present, written)
  }

  written(changed) {
    const { told } = this.form.dataset
    const said = JSON.parse(told)
    const page = this.form.querySelector("#forum_correct_page").value.trim()
    const name = this.name.value.trim()
    const quoted = texts => texts.map(text => `> ${text.replaceAll("\n", "\n> ")}`).join("\n>\n")
    const passages = changed.flatMap(({ before, after }) => [
      ...(before.length ? [`${said.before}\n\n${quoted(before)}`] : []),
      after.length ? `${before.length ? said.after : said.added}\n\n${after.join("\n\n")}` : said.removed,
    ])
    const parts = [said.greeting, said[this.reason], `${said.page} ${page}`, ...passages, this.words.value.trim(), name]
    return {
      subject: said.subject.replace("{title}", () => this.title || page),
      body: `${parts.filter(Boolean).join("\n\n")}\n`,
    }
  }

  async copy(button) {
    const status = button.parentElement.querySelector("[data-status]")
    try {
      await navigator.clipboard.writeText(this.letter.body)
      status.textContent = status.dataset.copied
    } catch {
      status.textContent = status.dataset.uncopied
    }
  }
}

const started = new WeakSet()

function startAll() {
  for (const form of document.querySelectorAll(".forum-correct")) {
    if (!started.has(form)) new Request(form).start()
    started.add(form)
  }
}

onEachPage(startAll)
