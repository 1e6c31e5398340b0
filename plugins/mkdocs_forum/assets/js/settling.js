/* What organisers decide of a question: the form asks for what each decision needs, and makes its file. */

import { controlsOf, fieldOf, valuesOf } from "./fields.js"
import { lacks, loadTyping, oneEach } from "./judging.js"
import { textRefusal, today } from "./rules.js"
import { lines, oneLine } from "./texts.js"
import { writeFile } from "./writing.js"

const decisionOf = form => form.querySelector("[name=decision]:checked").value
const questionOf = form => controlsOf(fieldOf(form, "answers", "question"))[0].value

/* Lets the form follow the decision and the question. */
export function startSettling(form, rulebook) {
  if (form.dataset.kind !== "questions") return
  const wanted = new URLSearchParams(location.search).get("decision")
  for (const radio of form.querySelectorAll("[name=decision]")) {
    radio.checked ||= radio.value === wanted
    radio.addEventListener("change", () => showDecision(form))
  }
  if (wanted === "promised") askPromise(form)
  fieldOf(form, "answers", "question").addEventListener("change", () => showAnswers(form, rulebook))
  form.querySelector("[data-columns]").addEventListener("click", event => insertColumns(form, event.currentTarget))
  showDecision(form)
}

/* Whoever comes to promise an answer is asked for that alone. */
function askPromise(form) {
  const choice = form.querySelector("[data-promise]")
  const title = document.getElementById("forum_top")
  document.title = document.title.replace(title.textContent, () => choice.dataset.promise)
  title.textContent = choice.dataset.promise
  choice.hidden = true
  form.parentElement.querySelector(".forum-form__lead")?.remove()
}

function showDecision(form) {
  const decision = decisionOf(form)
  for (const part of form.querySelectorAll("[data-decisions]")) {
    part.hidden = part.disabled = !part.dataset.decisions.split(" ").includes(decision)
  }
}

/* Puts a table below what was written already. */
function insertColumns(form, { dataset: { columns } }) {
  const [box] = controlsOf(fieldOf(form, "questions", "body"))
  const above = box.value.trimEnd()
  box.value = above ? `${above}\n\n${columns}` : columns
  box.focus()
  box.dispatchEvent(new Event("input", { bubbles: true }))
}

/* Offers the answers of the question: those that may be kept, or those that an answer may speak of. */
export function showAnswers(form, rulebook) {
  if (!["questions", "answers"].includes(form.dataset.kind)) return
  const question = `${questionOf(form)}/`
  const found = rulebook.decisions.answers.filter(({ id }) => id.startsWith(question))
  if (form.dataset.kind === "questions") {
    const offered = found.filter(({ kept }) => !kept)
    offer(form, "questions", "retained", offered.map(({ id, author }) => new Option(author, id)))
    offer(form, "questions", "noticed", textsOf(rulebook, questionOf(form), found))
    return
  }
  form.querySelector("[data-answers]").hidden = !found.length
  for (const name of ["replies_to", "differs_from"]) {
    const named = ({ id, author }) => new Option(author, id.slice(question.length))
    offer(form, "answers", name, found.map(named))
  }
}

/* Gives the talk of a question, and its answers. */
function textsOf({ entries, folders }, question, answers) {
  const [talk] = question.split("/")
  if (!talk) return []
  const own = new Option(entries.talks[talk]?.title ?? talk, `${folders.talks}/${talk}.md`)
  return [own, ...answers.map(({ path, author }) => new Option(author, path))]
}

function offer(form, kind, name, options) {
  const [select] = controlsOf(fieldOf(form, kind, name))
  const [first] = select.options
  const chosen = select.value
  select.replaceChildren(first, ...options)
  select.value = options.some(({ value }) => value === chosen) ? chosen : ""
}

/* Makes the file of a decision; of one that is there already, what changes in it. */
export async function decide(form, rulebook) {
  const { keepBreaks } = await loadTyping()
  const decision = decisionOf(form)
  const one = name => valuesOf(fieldOf(form, "questions", name))[0]
  const question = questionOf(form)
  if (decision === "retained") {
    const answer = rulebook.decisions.answers.find(({ id }) => id === one("retained"))
    const path = `${rulebook.docs}/${answer?.path}`
    const text = writeFile({ retained: true }, "")
    const file = { kind: "questions", path, text, question, step: "kept" }
    return { files: [file], faults: oneEach(lacks(form, rulebook)) }
  }
  const path = `${rulebook.docs}/${rulebook.decisions.folder}/${question}.md`
  if (decision === "noticed") {
    const told = oneLine(rulebook, one("notice") ?? "")
    const text = writeFile({ notice: { date: today(rulebook), text: told } }, "")
    const file = { kind: "questions", path: `${rulebook.docs}/${one("noticed")}`, text, question, step: "noticed" }
    return { files: [file], faults: oneEach(lacks(form, rulebook)) }
  }
  const isThere = rulebook.decisions.outcomes.includes(question)
  if (decision === "promised") {
    const text = writeFile({ promised_by: { [one("promised_by")]: one("promised_on") } }, "")
    const file = { kind: "questions", path, text, question, step: isThere ? "promised" : "" }
    return { files: [file], faults: oneEach(lacks(form, rulebook)) }
  }
  const [box] = controlsOf(fieldOf(form, "questions", "body"))
  const body = decision === "duplicate" ? "" : keepBreaks(lines(rulebook, box.value))
  const given = { status: decision, by: one("by"), date: today(rulebook) }
  if (decision === "duplicate") given.duplicate_of = one("duplicate_of")
  const keys = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
  const text = writeFile(keys, body)
  const refused = textRefusal(rulebook, text, body)
  const faults = [...lacks(form, rulebook), ...(refused ? [{ field: box.closest(".forum-field"), ...refused }] : [])]
  return { files: [{ kind: "questions", path, text, question, step: isThere ? "again" : "" }], faults: oneEach(faults) }
}
