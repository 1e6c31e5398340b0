/* What is written in a form, judged by the rules and made into files. */

import { fieldOf, fieldsOf, given, labelOf, valuesOf } from "./fields.js"
import { hasQuestions } from "./questions.js"
import { compose, read, today } from "./rules.js"
import { lines, oneLine } from "./texts.js"

let typing

/* Judges one value of a field as it is left. */
export function judge(rulebook, field, text) {
  const { kind, name } = field.dataset
  if (!rulebook.fields[kind] || !text.trim() || ["body", "documents", "questions"].includes(name)) return null
  return read(rulebook, kind, name, text).refusal
}

/* Loads what keeps the ends of lines. Without it a text can be sent all the same: its lines are then
   read as those of a file. */
export function loadTyping() {
  typing ??= import("./renderers.js").catch(() => {
    typing = undefined
    return { keepBreaks: text => text }
  })
  return typing
}

/* Makes the files of a form, its newcomer's page first.

   `materials` are those that are sent along, as lines. Gives the files with their paths in the
   repository, and what keeps them from being sent: each fault with its field. */
export async function finish(form, rulebook, materials = []) {
  const { keepBreaks } = await loadTyping()
  const { kind } = form.dataset
  const day = today(rulebook)
  const made = []
  if (isNewcomer(form)) made.push(composed(form, rulebook, "members", memberValues(form, day)))
  const values = kind === "members" ? memberValues(form, day) : entryValues(form, kind, made[0]?.name)
  if (materials.length) values.materials = [...values.materials, ...materials]
  if (rulebook.licence && kind !== "members") values.licence = rulebook.licence
  const body = keepBreaks(lines(rulebook, bodyOf(form, kind)))
  made.push(composed(form, rulebook, kind, values, body))
  const files = made.map(file => ({ ...file, path: `${rulebook.docs}/${file.path}` }))
  const faults = [...lacks(form, rulebook), ...made.flatMap(file => file.faults)]
  return { files, faults: oneEach(faults) }
}

const isNewcomer = form => Boolean(form.querySelector("#forum_newcomer")?.checked)

function composed(form, rulebook, kind, values, body = "") {
  const field = fieldOf(form, kind, "questions")
  const questions = field ? valuesOf(field) : []
  const { faults, ...file } = compose(rulebook, kind, values, body, questions)
  const placed = each => ({ ...each, field: fieldOf(form, kind, each.field) })
  return { kind, ...file, faults: faults.map(placed) }
}

export function lacks(form, rulebook) {
  const empty = field => {
    const box = field.querySelector("input[type=checkbox][required]")
    return box ? !box.checked : !valuesOf(field).some(value => oneLine(rulebook, value))
  }
  return fieldsOf(form)
    .filter(field => field.dataset.needed && empty(field))
    .filter(field => !isSaidOtherwise(form, rulebook, field))
    .map(field => ({ field, message: field.dataset.needed }))
}

/* A newcomer is the author, or one of the speakers; a text may hold its questions already; a name in
   an address waits for what it is made of. */
function isSaidOtherwise(form, rulebook, { dataset: { kind, name } }) {
  if (name === "questions") return hasQuestions(rulebook, bodyOf(form, kind))
  const source = { members: "name", talks: "title" }[kind]
  if (name === "slug") return !valuesOf(fieldOf(form, kind, source)).length
  return ["author", "speakers"].includes(name) && isNewcomer(form)
}

function entryValues(form, kind, newcomer) {
  const values = given(form, kind)
  if (newcomer && kind === "answers") values.author = newcomer
  if (newcomer && kind === "talks") values.speakers = [...values.speakers, newcomer]
  return values
}

/* A contact value is written if its box is ticked, and else nowhere. */
function memberValues(form, day) {
  const values = given(form, "members")
  const publish = []
  for (const box of form.querySelectorAll("[data-consent]")) {
    const name = box.dataset.consent
    if (!values[name]) continue
    if (box.checked) publish.push(name)
    else delete values[name]
  }
  return publish.length ? { ...values, publish, date: day } : values
}

/* Gives the labels of the contact values that no box publishes. */
export function unpublished(form) {
  return [...form.querySelectorAll("[data-consent]")]
    .filter(box => !box.checked && !box.closest("[disabled]"))
    .map(box => fieldOf(form, "members", box.dataset.consent))
    .filter(field => valuesOf(field).length)
    .map(labelOf)
}

function bodyOf(form, kind) {
  return fieldOf(form, kind, "body").querySelector("textarea").value
}

/* Gives faults in the order of their fields. Of several of a field the first is told: the others
   may go with it. */
export function oneEach(faults) {
  const seen = new Set()
  const { DOCUMENT_POSITION_FOLLOWING: follows } = Node
  return faults
    .filter(({ field }) => !seen.has(field) && seen.add(field))
    .sort((one, other) => (one.field.compareDocumentPosition(other.field) & follows ? -1 : 1))
}
