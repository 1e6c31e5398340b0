/* What a form of the site proposes, takes and refuses before anything is sent. What it doesn't know,
   the check tells of the proposal.

   Limits, sentences and what a value may be come from `rulebook.json`, which holds what Python says of
   them. These modules know nothing of pages, so that they run wherever JavaScript does. */

import { fenced } from "./outline.js"
import { withQuestions } from "./questions.js"
import { slugify, topicKey } from "./slugs.js"
import { brief, lines, oneLine, tell } from "./texts.js"
import { writeFile } from "./writing.js"

const LONGEST_LABEL = 200

/* Gives the day on which somebody fills in a form, as year-month-day. */
export function today(book) {
  if (book.today) return book.today
  const now = new Date()
  const written = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return written.map(number => String(number).padStart(2, "0")).join("-")
}

const pathOf = (book, kind, name) => `${book.folders[kind]}/${name}.md`

/* Gives a name that no other file has: this one, or this one with a number. */
function freeName(book, kind, name) {
  const { taken } = book.entries
  let free = name
  for (let number = 2; taken.includes(pathOf(book, kind, free)); number += 1) {
    free = `${name}-${number}`
  }
  return free
}

/* Gives the next edition, or the latest if none is to come. */
function nextEdition(book) {
  const { editions } = book.entries
  const coming = editions.filter(({ date }) => date >= today(book))
  const days = (coming.length ? coming : editions).map(({ date }) => date).sort()
  const day = coming.length ? days[0] : days.at(-1)
  return editions.find(({ date }) => date === day)?.slug ?? ""
}

/* Proposes the value of a field, or nothing.

   `values` are those of the other fields, by their names. */
export function propose(book, kind, name, values) {
  if (name === "slug") {
    const slug = slugify(book, values.title || values.name || "")
    return slug && freeName(book, kind, slug)
  }
  if (kind === "answers" && name === "date") return today(book)
  return name === "edition" ? nextEdition(book) : ""
}

/* Gives the member whose page bears a name already, or would be called as one of that name. */
export function namesake(book, name) {
  const wanted = slugify(book, name, LONGEST_LABEL)
  return wanted && book.entries.members.find(
    ({ slug, name }) => slug === wanted || slugify(book, name, LONGEST_LABEL) === wanted,
  )
}

/* Tells why a question can't be answered that an address names. */
export function questionRefusal(book, wanted) {
  const name = book.entries.settled.includes(wanted) ? "NO_MORE_ANSWERS" : "NO_QUESTION"
  return { message: tell(book, name, { wanted }), hint: tell(book, "OTHER_QUESTION") }
}

/* Gives the spelling of a topic by which the site knows it, or this one. */
function knownTopic(book, written) {
  const key = topicKey(book, written)
  return book.entries.topics.find(name => topicKey(book, name) === key) ?? written
}

function nameRefusal(book, kind, name) {
  const free = freeName(book, kind, name)
  if (free === name) return null
  const message = tell(book, "NAME_TAKEN", { name })
  return { code: "F123", message, hint: tell(book, "CALL_IT", { name: free }) }
}

function valueRefusal(book, field, value) {
  const stands = field.isTopic ? slugify(book, value) : !field.pattern || field.pattern.test(value)
  if (stands) return null
  const isSite = field.name === "website" && book.rules.bare_site.test(value)
  const hint = isSite ? tell(book, "WRITE_LINE", { line: `https://${value}` }) : field.hint
  const message = tell(book, "UNFIT", { value: brief(book, value), key: field.label ?? field.name })
  return { code: "F113", message, hint }
}

/* Reads one value of a field: how it is written, and why it can't stand, if it can't. */
export function read(book, kind, name, text) {
  const written = oneLine(book, text)
  if (name === "slug") {
    const slug = slugify(book, written, book.rules.letters.longest)
    return { value: slug, refusal: nameRefusal(book, kind, slug) }
  }
  const field = book.fields[kind].find(field => field.name === name)
  const value = field.isTopic ? knownTopic(book, written) : written
  return { value, refusal: value ? valueRefusal(book, field, value) : null }
}

/* Gives the keys of a file, each within the one that it stands below. */
function nested(fields, given) {
  const keys = {}
  for (const { name, within } of fields) {
    if (!given[name]?.length) continue
    if (within) keys[within] = { ...keys[within], [name]: given[name] }
    else keys[name] = given[name]
  }
  return keys
}

/* Gives the key with which another file begins in a text, as core/reading/further_files.py finds it. */
function furtherFile(book, body) {
  const { source, flags } = book.rules.further_file
  const code = fenced(body.split("\n"))
  for (const found of body.matchAll(new RegExp(source, `${flags}g`))) {
    if (!code.has(body.slice(0, found.index).split("\n").length - 1)) return found.groups.key
  }
  return ""
}

/* Gives why a text can't be sent: it is too large, or would bring in another one. */
export function textRefusal(book, text, body) {
  const { largest_file: largest, notations } = book.rules
  if (new TextEncoder().encode(text).length > largest) {
    const message = tell(book, "LARGE_FILE", { most: largest / 1024 })
    return { code: "F142", message, hint: tell(book, "DIVIDE") }
  }
  const key = furtherFile(book, body)
  if (key) {
    const message = tell(book, "ANOTHER_FILE", { key })
    return { code: "F159", message, hint: tell(book, "SEND_APART") }
  }
  const found = notations.map(pattern => pattern.exec(body)).filter(Boolean)
  const [first] = found.sort((one, other) => one.index - other.index)
  if (!first) return null
  const notation = brief(book, first[0].split("\n")[0])
  return { code: "F156", message: tell(book, "BRINGS_IN", { notation }), hint: tell(book, "WRITE_TEXT") }
}

/* Puts an entry together.

   `values` are the values by the names of their fields, texts or lists of texts; `body` is the text;
   `questions` those of a talk that were typed one by one. Gives the name and the path of the file
   below the docs folder, its text, and what is refused: with the field that it concerns. */
export function compose(book, kind, values, body = "", questions = []) {
  const given = {}
  const refused = []
  for (const { name, many } of [...book.fields[kind], { name: "slug" }]) {
    const found = [values[name] ?? []].flat().map(text => read(book, kind, name, text))
    const written = [...new Set(found.map(({ value }) => value))].filter(Boolean)
    given[name] = many ? written : written[0]
    refused.push(...found.map(({ refusal }) => refusal && { field: name, ...refusal }))
  }
  const asked = withQuestions(book, lines(book, body), questions)
  const text = writeFile(nested(book.fields[kind], given), asked.text)
  const whole = textRefusal(book, text, asked.text)
  refused.push(whole && { field: "body", ...whole }, asked.refusal && { field: "questions", ...asked.refusal })
  const name = kind === "answers"
    ? freeName(book, kind, `${given.question}/${given.author}`)
    : given.slug ?? propose(book, kind, "slug", given)
  return { name, path: pathOf(book, kind, name), text, faults: refused.filter(Boolean) }
}
