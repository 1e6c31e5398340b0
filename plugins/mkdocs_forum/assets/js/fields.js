/* The fields of a form: what stands in them, and what is told below them. */

import { faceOf, startSearch } from "./combobox.js"

const isShown = element => !element.closest("[disabled]")

/* Gives the fields that count now: not those of a newcomer who isn't one. */
export function fieldsOf(form) {
  return [...form.querySelectorAll(".forum-field[data-name]")].filter(isShown)
}

export function fieldOf(form, kind, name) {
  return form.querySelector(`.forum-field[data-kind="${kind}"][data-name="${name}"]`)
}

export function controlsOf(field) {
  return [...field.querySelectorAll(".forum-field__control")]
}

export function valuesOf(field) {
  return controlsOf(field).map(control => control.value).filter(value => value.trim())
}

/* Gives the values of a kind of entry as rules take them. */
export function given(form, kind) {
  const values = {}
  for (const field of fieldsOf(form)) {
    const { name } = field.dataset
    if (field.dataset.kind !== kind || name === "body" || name === "questions") continue
    const found = valuesOf(field)
    values[name] = "several" in field.dataset ? found : found[0] ?? ""
  }
  return values
}

/* Puts a value into a control, which shows it. */
export function setValue(control, value) {
  control.value = value
  control.dispatchEvent(new Event("set"))
}

export function setValues(field, values) {
  if ("several" in field.dataset) {
    field.querySelector(".forum-field__items").replaceChildren()
    for (const value of values) setValue(addItem(field), value)
    if (!values.length && field.dataset.needed) addItem(field)
    return
  }
  setValue(controlsOf(field)[0], values[0] ?? "")
}

export function addItem(field) {
  const item = field.querySelector("template").content.firstElementChild.cloneNode(true)
  const [control] = controlsOf(item)
  control.dataset.label = control.getAttribute("aria-label")
  const button = item.querySelector(".forum-field__remove")
  button.dataset.label = button.getAttribute("aria-label")
  field.querySelector(".forum-field__items").append(item)
  if ("search" in control.dataset) startSearch(control)
  number(field)
  return control
}

function number(field) {
  controlsOf(field).forEach((control, place) => {
    const label = control.dataset.label.replace("{number}", place + 1)
    const button = control.closest(".forum-field__item").querySelector(".forum-field__remove")
    const face = faceOf(control)
    face.id = `${field.id}_${place + 1}`
    face.setAttribute("aria-label", label)
    button.setAttribute("aria-label", button.dataset.label.replace("{item}", label))
    button.hidden = Boolean(field.dataset.needed) && controlsOf(field).length === 1
  })
}

/* Lets a field of several values grow and shrink; the focus stays in it. */
export function startSeveral(field) {
  setValues(field, [])
  field.addEventListener("click", event => {
    const button = event.target.closest("button")
    if (!button) return
    if ("add" in button.dataset) {
      faceOf(addItem(field)).focus()
    } else if (button.matches(".forum-field__remove")) {
      button.closest(".forum-field__item").remove()
      number(field)
      const [control] = controlsOf(field).slice(-1)
      const next = control ? faceOf(control) : field.querySelector("[data-add]")
      next.focus()
    } else {
      return
    }
    field.dispatchEvent(new Event("input", { bubbles: true }))
  })
}

/* Tells below a field what is wrong with it, or takes that away. */
export function tell(field, refusal = null, control = null) {
  const place = field.querySelector(".forum-field__error")
  place.hidden = !refusal
  place.replaceChildren(...(refusal ? sentences(refusal) : []))
  const boxes = [...field.querySelectorAll("input, select, textarea")]
  for (const box of boxes) box.removeAttribute("aria-invalid")
  if (!refusal) return
  for (const box of control ? [faceOf(control)] : boxes) {
    if (box.type !== "checkbox" || boxes.length === 1) box.setAttribute("aria-invalid", "true")
  }
}

/* Gives a refusal as whole sentences: what was found, then what to write. */
export function sentences({ message, hint }) {
  const told = [message, hint].filter(Boolean).map(text => {
    const [first, ...rest] = text
    return first.toUpperCase() + rest.join("") + (/[.!?…]$/.test(text) ? "" : ".")
  })
  return unbroken(told.join(" "))
}

/* Keeps signs that are quoted on one line: browsers part « ! » from « [ », of which one picture
   begins. */
function unbroken(text) {
  return text.split(/(«[^«»]{1,20}»|'[^\s']{1,20}')/u).map((part, number) => {
    if (number % 2 === 0) return part
    const quoted = document.createElement("span")
    quoted.className = "forum-quoted"
    quoted.textContent = part
    return quoted
  })
}

/* Gives the line of a summary that tells a refusal, and leads to its field. */
export function summaryOf({ field, ...refusal }) {
  const item = document.createElement("li")
  const control = field.querySelector(".forum-field__control, .forum-box__control")
  const link = document.createElement("a")
  link.href = `#${faceOf(control).id}`
  const label = labelOf(field)
  const name = document.createElement("b")
  if (label) name.textContent = label
  link.append(...(label ? [name, " – "] : []), ...sentences(refusal))
  item.append(link)
  return item
}

export const labelOf = field =>
  field.querySelector(".forum-field__label")?.firstChild.textContent.trim()

export function* ancestors(element, name) {
  for (let found = element.closest(name); found; found = found.parentElement.closest(name)) {
    yield found
  }
}

/* Fills in what can be chosen: the entries of the forum. */
export function fillChoices(form, entries) {
  const options = (items, value, text) => items.map(item => new Option(item[text], item[value]))
  const members = options(entries.members, "slug", "name")
  const editions = options(entries.editions, "slug", "title")
  for (const name of ["answers.author", "talks.speakers", "questions.by", "questions.promised_by"]) append(form, name, members)
  append(form, "talks.edition", editions)
  const talks = Object.entries(entries.talks).filter(([, talk]) => !talk.of)
  append(form, "talks.translation_of", talks.map(([slug, { title }]) => new Option(title, slug)))
  for (const name of ["answers.question", "questions.duplicate_of"]) append(form, name, questionGroups(entries))
  for (const select of form.querySelectorAll("select[data-search]")) startSearch(select)
  const topics = form.querySelector("#forum_topics")
  topics.replaceChildren(...entries.topics.map(topic => new Option(topic)))
}

function append(form, name, options) {
  const templates = [...form.querySelectorAll("template")].map(template => template.content)
  for (const root of [form, ...templates]) {
    const select = root.querySelector(`select[name="${name}"]`)
    select?.append(...options.map(option => option.cloneNode(true)))
  }
}

function questionGroups({ questions, talks }) {
  const groups = new Map()
  for (const { id, title, talk } of questions) {
    const group = groups.get(talk) ?? document.createElement("optgroup")
    group.label = talks[talk].title
    group.lang = talks[talk].lang
    group.append(new Option(title, id))
    groups.set(talk, group)
  }
  return [...groups.values()]
}
