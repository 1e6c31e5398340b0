/* What a form of the site proposes, takes and refuses before anything is sent. What it doesn't know,
   the check tells of the proposal.

   No sentence, pattern or limit stands in these modules: `rulebook.json` holds what Python says of
   them. They know nothing of pages, so that they run wherever JavaScript does. */

import { fullMatch, matches, search } from "./patterns.js"
import { withQuestions } from "./questions.js"
import { slugify, topicKey } from "./slugs.js"
import { brief, fault, inOrder, lines, oneLine, refusalOf, say, tell } from "./texts.js"
import { Plain, writeFile } from "./writing.js"

const LONGEST_LABEL = 200
const HEAD = { line: 1, column: 1 }
const DAY = /^\d{4}-\d{2}-\d{2}$/

/* Gives the day on which somebody fills in a form, as year-month-day. */
function today(book) {
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
  const [talk, ...rest] = wanted.split("/")
  const { talks } = book.entries
  const isThere = Object.hasOwn(talks, talk) && talks[talk].questions.includes(rest.join("/"))
  const message = tell(book, say(book, isThere ? "NO_MORE_ANSWERS" : "NO_QUESTION", { wanted }))
  return { message, hint: tell(book, say(book, "OTHER_QUESTION")) }
}

/* Gives the spelling of a topic by which the site knows it, or this one. */
function knownTopic(book, written) {
  const key = topicKey(book, written)
  return book.entries.topics.find(name => topicKey(book, name) === key) ?? written
}

/* Gives what to write in place of a value that can't stand for a field. */
function unfit(book, field, value) {
  if (field.type === "topic") return slugify(book, value) ? null : field.hint
  if (!field.pattern || search(field.pattern, value)) return null
  return field.name === "website" && fullMatch(book.rules.bare_site, value)
    ? say(book, "WRITE_LINE", { line: `https://${value}` })
    : field.hint
}

function valueFault(book, field, value) {
  const hint = unfit(book, field, value)
  if (!hint) return null
  const message = say(book, "UNFIT", { value: brief(book, value), key: field.name })
  return fault(book, HEAD, "F113", message, hint, field.within === "consent" ? "consent" : field.name)
}

function takenFault(book, kind, name) {
  const free = freeName(book, kind, name)
  if (free === name) return null
  const message = say(book, "NAME_TAKEN", { name })
  return fault(book, HEAD, "F123", message, say(book, "CALL_IT", { name: free }), "slug")
}

/* Gives one value of a field as a file holds it, and why it can't stand, if it can't. */
function readField(book, kind, field, text) {
  const value = oneLine(book, text)
  if (field.name === "slug") {
    const slug = slugify(book, value, book.rules.letters.longest)
    return { value: slug, fault: slug && takenFault(book, kind, slug) }
  }
  const taken = field.type === "topic" && value ? knownTopic(book, value) : value
  return { value: taken, fault: valueFault(book, field, taken) }
}

/* Reads one value of a field: how it is written, and why it can't stand, if it can't. */
export function read(book, kind, name, text) {
  const field = book.kinds[kind].fields.find(field => field.name === name)
  const { value, fault } = readField(book, kind, field, text)
  return { value, refusal: refusalOf(fault) }
}

/* Reads all values that were given; what is empty is left out. */
function readAll(book, kind, fields, values) {
  return fields.flatMap(field => {
    const items = [values?.[field.name] ?? []].flat().filter(item => oneLine(book, item))
    const found = items.map(item => readField(book, kind, field, item))
    const read = [...new Set(found.map(({ value }) => value))].filter(Boolean)
    const faults = found.map(({ fault }) => fault).filter(Boolean)
    return read.length ? [{ field, value: field.many ? read : read[0], faults }] : []
  })
}

/* Gives the keys of a file, each within the one that it stands below. */
function nested(filled) {
  const keys = new Map()
  for (const { field, value } of filled) {
    const { name, within, type } = field
    if (name === "slug") continue
    const held = [name, type === "date" && DAY.test(value) ? new Plain(value) : value]
    if (!within) keys.set(...held)
    else keys.set(within, [...(keys.get(within) ?? []), held])
  }
  return [...keys]
}

/* Gives what is refused of a text: what no file may hold. */
function textFault(book, file) {
  const { largest_file: most, notations } = book.rules
  if (new TextEncoder().encode(file.text).length > most) {
    const message = say(book, "LARGE_FILE", { most: most / 1024 })
    return fault(book, HEAD, "F142", message, say(book, "DIVIDE"))
  }
  const found = notations.flatMap(pattern => [...matches(pattern, file.body)])
  const [first] = found.sort((one, other) => one.index - other.index)
  if (!first) return null
  const notation = brief(book, first[0].split("\n")[0])
  return fault(book, HEAD, "F156", say(book, "BRINGS_IN", { notation }), say(book, "WRITE_TEXT"))
}

/* Puts an entry together.

   `values` are the values by the names of their fields, texts or lists of texts, and `consent` as
   `{publish: [...], date}`; `body` is the text; `questions` those of a talk that were typed one by
   one. Gives the path of the file below the docs folder, its text, and what is refused: with the field
   that it concerns, or nothing where it stands in the text. */
export function compose(book, kind, values, body = "", questions = []) {
  const { fields, consent = [] } = book.kinds[kind]
  const agreed = readAll(book, kind, consent, values.consent)
  const isAgreed = agreed.some(({ field }) => field.name === "publish")
  const filled = [...readAll(book, kind, fields, values), ...(isAgreed ? agreed : [])]
  const asked = withQuestions(book, lines(book, body), kind === "talks" ? questions : [])
  const file = writeFile(book, nested(filled), asked.text)
  const given = Object.fromEntries(filled.map(({ field, value }) => [field.name, value]))
  const name = kind === "answers"
    ? freeName(book, kind, `${given.question}/${given.author}`)
    : given.slug ?? propose(book, kind, "slug", given)
  const faults = [...filled.flatMap(({ faults }) => faults), textFault(book, file), ...asked.faults]
  return { path: pathOf(book, kind, name), text: file.text, faults: inOrder(faults.filter(Boolean)) }
}
