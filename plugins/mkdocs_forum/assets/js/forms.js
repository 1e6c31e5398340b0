/* The forms by which members answer, propose a talk and introduce themselves. A form is useful once
   this has filled it in; the page tells of the other ways by itself. */

import { askWhetherSent, hideQuestion, notYet, tellAddress, thank } from "./after.js"
import { faceOf } from "./combobox.js"
import { Drafting } from "./drafting.js"
import { onEachPage } from "./each-page.js"
import {
  ancestors,
  controlsOf,
  fieldOf,
  fieldsOf,
  fillChoices,
  given,
  setValue,
  setValues,
  startSeveral,
  summaryOf,
  tell,
} from "./fields.js"
import { Documents } from "./documents.js"
import { finish, judge, loadTyping, oneEach, unpublished } from "./judging.js"
import { startOffers } from "./offers.js"
import { startPasting } from "./pasting.js"
import { Album } from "./pictures.js"
import { startPreview } from "./preview.js"
import { startProse } from "./prose.js"
import { namesake, propose, questionRefusal, read } from "./rules.js"
import { hideWays, send } from "./sending.js"
import { decide, showAnswers, startSettling } from "./settling.js"
import { readRulebook } from "./texts.js"

const PAUSE = 400

class Form {
  constructor(form, rulebook) {
    this.form = form
    this.rulebook = rulebook
    this.kind = form.dataset.kind
    this.faults = []
    this.album = new Album(form, rulebook)
    this.documents = new Documents(form, rulebook)
    this.drafting = new Drafting(form, rulebook.language, () => {
      this.toggleNewcomer()
      this.proposeNames()
      this.tellNamesake()
      this.showTexts()
      this.album.restore()
      this.documents.restore()
    })
  }

  start() {
    const { form, rulebook } = this
    fillChoices(form, rulebook.entries)
    for (const field of form.querySelectorAll("[data-several]")) startSeveral(field)
    for (const text of form.querySelectorAll(".forum-prose")) {
      const field = text.closest(".forum-field")
      startProse(field)
      startPreview(field, rulebook, name => this.album.urlOf(name))
      startOffers(field, rulebook)
      startPasting(field)
    }
    // A browser that somebody comes back with puts the ticks back: what is agreed to is so anew.
    for (const box of form.querySelectorAll(".forum-box__control")) box.checked = false
    this.proposeAll()
    startSettling(form, rulebook)
    this.takeQuestion()
    this.takeEdition()
    this.drafting.open()
    form.addEventListener("input", event => this.changed(event.target))
    form.addEventListener("change", event => this.left(event.target))
    form.addEventListener("click", event => this.clicked(event))
    form.addEventListener("submit", event => event.preventDefault())
    // Windows of the forge open only at once after a click: what makes the file is there by then.
    form.addEventListener("focusin", loadTyping, { once: true })
    form.removeAttribute("aria-busy")
  }

  /* What is proposed: the day, the edition, a name in the address. */
  proposeAll() {
    const names = { answers: ["date"], talks: ["edition"], members: [], questions: [] }[this.kind]
    for (const name of names) {
      const [control] = controlsOf(fieldOf(this.form, this.kind, name))
      control.value = propose(this.rulebook, this.kind, name, {})
    }
    this.proposeNames()
  }

  proposeNames() {
    for (const kind of ["talks", "members"]) {
      const field = fieldOf(this.form, kind, "slug")
      if (!field || field.dataset.isOwn) continue
      const [control] = controlsOf(field)
      control.value = propose(this.rulebook, kind, "slug", given(this.form, kind))
    }
  }

  /* Namesakes are rare, members who don't remember their page aren't. */
  tellNamesake() {
    const place = this.form.querySelector("[data-namesake]")
    const field = fieldOf(this.form, "members", "name")
    const found = field && namesake(this.rulebook, controlsOf(field)[0].value)
    if (!place) return
    place.hidden = !found
    if (!found) return
    const link = place.querySelector("a")
    link.href = place.dataset.address.replace("_member_", found.slug)
    link.textContent = found.name
  }

  /* A text that is put there at once, as a draft is, is shown as one that is typed. */
  showTexts() {
    for (const text of this.form.querySelectorAll("textarea")) {
      text.dispatchEvent(new Event("input"))
    }
  }

  /* The question that the address of the page names, perhaps by a former name. */
  takeQuestion() {
    const asked = new URLSearchParams(location.search).get("question")
    const field = fieldOf(this.form, "answers", "question")
    if (!field || !asked) return
    const { renamed } = this.rulebook.entries
    const wanted = Object.hasOwn(renamed, asked) ? renamed[asked] : asked
    const [control] = controlsOf(field)
    setValue(control, wanted)
    if (control.value) field.hidden = true
    else tell(field, questionRefusal(this.rulebook, wanted), control)
    this.showQuestion()
  }

  /* The edition that the address of the page names. */
  takeEdition() {
    const asked = new URLSearchParams(location.search).get("edition")
    const field = fieldOf(this.form, "talks", "edition")
    if (field && asked) setValue(controlsOf(field)[0], asked)
  }

  showQuestion() {
    showAnswers(this.form, this.rulebook)
    const card = this.form.querySelector("[data-chosen]")
    if (!card) return
    const [control] = controlsOf(fieldOf(this.form, "answers", "question"))
    const [option] = control.selectedOptions
    card.hidden = !control.value
    if (!control.value) return
    card.querySelector(".forum-chosen__talk").textContent = option.parentElement.label
    card.querySelector(".forum-chosen__title").textContent = option.text
    for (const place of [".forum-chosen__talk", ".forum-chosen__title"]) {
      card.querySelector(place).lang = option.parentElement.lang || document.documentElement.lang
    }
    card.querySelector("a").href = card.dataset.address.replace("_question_", control.value)
    card.querySelector("[data-other]").hidden = !fieldOf(this.form, "answers", "question").hidden
  }

  changed(target) {
    const field = target.closest(".forum-field")
    if (field) {
      tell(field)
      this.sumUp(this.faults.filter(fault => fault.field !== field))
    }
    if (target.id === "forum_newcomer") this.toggleNewcomer()
    if (field?.dataset.name === "slug") field.dataset.isOwn = "true"
    if (field?.dataset.name === "question") this.changeQuestion()
    if (["name", "title"].includes(field?.dataset.name)) this.proposeNames()
    if (field?.dataset.name === "name") this.tellNamesake()
    hideWays(this.form)
    hideQuestion(this.form)
    clearTimeout(this.saving)
    this.saving = setTimeout(() => this.save(), PAUSE)
  }

  left(target) {
    // What isn't asked for any more lacks nothing.
    this.sumUp(this.faults.filter(({ field }) => !field.closest("[disabled], [hidden]")))
    const field = target.closest(".forum-field[data-kind]")
    if (!field || !target.matches(".forum-field__control")) return
    if (field.dataset.name === "slug") {
      target.value = read(this.rulebook, field.dataset.kind, "slug", target.value).value
    }
    const refusal = judge(this.rulebook, field, target.value)
    if (refusal) tell(field, refusal, target)
  }

  toggleNewcomer() {
    const box = this.form.querySelector("#forum_newcomer")
    if (!box) return
    const fields = this.form.querySelector("#forum_newcomer_fields")
    fields.hidden = fields.disabled = !box.checked
    const author = fieldOf(this.form, "answers", "author")
    if (!author) return
    tell(author)
    controlsOf(author)[0].disabled = box.checked
    author.hidden = box.checked
  }

  clicked(event) {
    const button = event.target.closest("button, a")
    if (!button) return
    const way = button.dataset.way ?? button.dataset.otherWay
    if (way) this.send(way)
    else if ("discard" in button.dataset) this.discard(button.dataset.sure)
    else if (button.dataset.take) this.takeDraft(button.dataset.take)
    else if ("wasSent" in button.dataset) this.sent()
    else if ("notSent" in button.dataset) notYet(this.form)
    else if ("other" in button.dataset) this.chooseAnother()
    else if (button.closest("[data-errors]")) this.goTo(event, button)
  }

  chooseAnother() {
    const field = fieldOf(this.form, "answers", "question")
    field.hidden = false
    this.showQuestion()
    faceOf(controlsOf(field)[0]).focus()
  }

  async send(way) {
    hideWays(this.form)
    this.album.settle()
    const { files, faults } = await this.made()
    const found = oneEach([...faults, ...this.album.faults(), ...this.documents.faults()])
    this.showFaults(found)
    if (found.length) return
    this.tellUnpublished()
    const beside = [...await this.album.files(files), ...await this.documents.files()]
    send(this.form, this.rulebook, way, files, beside)
    tellAddress(this.form, files)
    askWhetherSent(this.form)
  }

  made() {
    if (this.kind === "questions") return decide(this.form, this.rulebook)
    return finish(this.form, this.rulebook, this.documents.lines())
  }

  sent() {
    clearTimeout(this.saving)
    this.saving = 0
    this.drafting.discard()
    this.album.clear()
    this.documents.clear()
    thank(this.form)
  }

  tellUnpublished() {
    const place = this.form.querySelector("[data-unpublished]")
    const labels = unpublished(this.form)
    place.textContent = place.dataset.told.replace("{fields}", () => labels.join(", "))
    place.hidden = !labels.length
  }

  showFaults(faults) {
    for (const field of this.form.querySelectorAll(".forum-field[data-name]")) tell(field)
    for (const { field, ...refusal } of faults) this.open(field, refusal)
    this.sumUp(faults)
    if (faults.length) this.form.querySelector("[data-errors]").focus()
  }

  /* Tells above the fields what is still wrong in them. */
  sumUp(faults) {
    this.faults = faults
    const summary = this.form.querySelector("[data-errors]")
    summary.hidden = !faults.length
    const title = summary.querySelector("h2")
    const told = faults.length === 1 ? title.dataset.one : title.dataset.many
    title.textContent = told.replace("{count}", faults.length)
    summary.querySelector("ul").replaceChildren(...faults.map(fault => summaryOf(fault)))
  }

  /* What is told can be seen, even in a part that was closed. */
  open(field, refusal) {
    tell(field, refusal)
    field.hidden = false
    for (const details of ancestors(field, "details")) details.open = true
  }

  goTo(event, link) {
    event.preventDefault()
    document.getElementById(link.hash.slice(1)).focus()
  }

  /* A text goes along to another question, and stays with the one it was begun for. */
  changeQuestion() {
    if (this.saving) this.save()
    this.showQuestion()
    this.drafting.open()
  }

  save() {
    clearTimeout(this.saving)
    this.saving = 0
    this.drafting.keep()
  }

  takeDraft(key) {
    clearTimeout(this.saving)
    this.saving = 0
    this.drafting.exchange(key)
    this.showFaults([])
    hideWays(this.form)
    this.form.querySelector("textarea").focus()
  }

  discard(sure) {
    if (!this.drafting.isBlank() && !confirm(sure)) return
    clearTimeout(this.saving)
    this.saving = 0
    const question = fieldOf(this.form, "answers", "question")
    const chosen = question && controlsOf(question)[0].value
    this.form.reset()
    for (const field of this.form.querySelectorAll("[data-several]")) setValues(field, [])
    for (const field of this.form.querySelectorAll("[data-is-own]")) delete field.dataset.isOwn
    for (const select of this.form.querySelectorAll("select")) setValue(select, "")
    if (question) setValue(controlsOf(question)[0], chosen)
    this.toggleNewcomer()
    this.proposeAll()
    this.tellNamesake()
    this.showFaults([])
    this.showTexts()
    hideWays(this.form)
    hideQuestion(this.form)
    this.album.clear()
    this.documents.clear()
    this.drafting.discard()
    const faces = fieldsOf(this.form).flatMap(controlsOf).map(faceOf)
    faces.find(control => control.offsetParent)?.focus()
  }
}

const started = new WeakSet()
const running = new Set()

async function start(form) {
  if (started.has(form)) return
  started.add(form)
  try {
    const answer = await fetch(form.dataset.rulebook)
    if (!answer.ok) throw new Error(answer.status)
    const made = new Form(form, readRulebook(await answer.text()))
    made.start()
    running.add(made)
  } catch (error) {
    console.error(error)
    form.hidden = true
    form.parentElement.querySelector("[data-lacking]").hidden = false
  }
}

/* Keeps at once what was typed a moment ago. */
function saveAll() {
  for (const made of running) {
    if (made.saving) made.save()
    if (!made.form.isConnected) running.delete(made)
  }
}

function startAll() {
  // Another page is in place already: its form may ask for what was typed into that of before.
  saveAll()
  for (const form of document.querySelectorAll(".forum-form")) start(form)
}

addEventListener("pagehide", saveAll)

onEachPage(startAll)
