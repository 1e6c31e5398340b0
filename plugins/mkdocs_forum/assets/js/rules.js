/* What a form of the site proposes, takes and refuses: the rules of the check, from the rulebook.

   No sentence, pattern or limit stands in these modules: `rulebook.json` holds what Python says of
   them. They know nothing of pages, so that they run wherever JavaScript does. */

import { capFaults, conflictFaults, notationFaults, sizeFault } from "./caps.js"
import {
  contradictions,
  editionFault,
  knownTopic,
  looseFaults,
  memberFault,
  nameFaults,
  questionFault,
  relationFaults,
  takenFault,
  typed,
  valueFault,
  valueFaults,
} from "./entries.js"
import { near } from "./near.js"
import { numberFault, scan, withQuestions } from "./questions.js"
import { slugify, topicKey } from "./slugs.js"
import { inOrder, lines, oneLine, refusalOf, say, tell } from "./texts.js"
import { writeFile } from "./writing.js"

const LONGEST_LABEL = 200

/* Gives the day on which somebody fills in a form, as year-month-day. */
function today(book) {
  if (book.today) return book.today
  const now = new Date()
  const written = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return written.map(number => String(number).padStart(2, "0")).join("-")
}

function fieldOf(book, kind, name) {
  const { fields, consent = [] } = book.kinds[kind]
  return (
    fields.find(field => field.name === name) ??
    consent.find(field => [field.name, `consent/${field.name}`].includes(name))
  )
}

function isFree(book, kind, slug) {
  const path = `${book.folders[kind]}/${slug}.md`
  const name = slug.split("/").at(-1)
  const { start_pages: startPages, words } = book.rules
  const isPage = startPages.includes(name) || words.includes(slug)
  return !isPage && !book.entries.taken.includes(path)
}

function freeName(book, kind, slug) {
  if (!slug || isFree(book, kind, slug)) return slug
  for (let number = 2; ; number += 1) {
    if (isFree(book, kind, `${slug}-${number}`)) return `${slug}-${number}`
  }
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
    return freeName(book, kind, slugify(book, values.title || values.name || ""))
  }
  const isAgreed = kind === "members" && ["date", "consent/date"].includes(name)
  if ((kind === "answers" && name === "date") || isAgreed) return today(book)
  return name === "edition" ? nextEdition(book) : ""
}

/* Gives the member whose page bears a name already, or would be called as one of that name. */
export function namesake(book, name) {
  const wanted = slugify(book, name, LONGEST_LABEL)
  return wanted && book.entries.members.find(
    ({ slug, name }) => slug === wanted || slugify(book, name, LONGEST_LABEL) === wanted,
  )
}

/* Tells that a question, which is there, takes no more answers. */
export function settled(book, wanted) {
  const message = tell(book, say(book, "NO_MORE_ANSWERS", { wanted }))
  return { message, hint: tell(book, say(book, "OTHER_QUESTION")) }
}

const choices = {
  edition: book => book.entries.editions.map(({ slug, title }) => [slug, title]),
  speakers: book => book.entries.members.map(({ slug, name }) => [slug, name]),
  author: book => book.entries.members.map(({ slug, name }) => [slug, name]),
  question: book => book.entries.questions.map(({ id, title }) => [id, title]),
}
const relations = {
  edition: editionFault,
  speakers: memberFault,
  author: memberFault,
  question: questionFault,
}

/* Finds the entry that a value names: by its own name, or by what it is called. */
function chosen(book, name, value) {
  const known = choices[name](book)
  const keys = new Set(known.map(([key]) => key))
  const labels = new Map(known.map(([key, label]) => [slugify(book, label, LONGEST_LABEL), key]))
  const wanted = slugify(book, value, LONGEST_LABEL)
  const named = labels.get(wanted) || (keys.has(wanted) ? wanted : value)
  const found = keys.has(value) ? value : named
  const refusal = refusalOf(relations[name](book, found))
  const [label] = refusal ? near(wanted, labels.keys(), 1) : []
  const hint = label && tell(book, say(book, "NEAR", { near: labels.get(label) }))
  return { value: found, refusal: hint ? { ...refusal, hint } : refusal }
}

function slugRefusal(book, kind, slug) {
  const [misnamed] = nameFaults(book, kind, `${book.folders[kind]}/${slug}.md`)
  if (misnamed) return misnamed
  return isFree(book, kind, slug) ? null : takenFault(book, slug, freeName(book, kind, slug))
}

/* Reads one value of a field: how it is written, and why it can't stand, if it can't. */
export function read(book, kind, name, text) {
  const field = fieldOf(book, kind, name)
  const value = oneLine(book, text)
  if (name === "slug") return { value, refusal: refusalOf(slugRefusal(book, kind, value)) }
  if (Object.hasOwn(relations, name)) return chosen(book, name, value)
  const known = field.type === "topic" && knownTopic(book, topicKey(book, value))
  const taken = known || value
  const file = writeFile(book, nested([{ field, value: taken }], book), "")
  const fault = sizeFault(book, file) ?? valueFault(book, field, taken)
  return { value: taken, refusal: refusalOf(fault) }
}

/* Reads all values that were given; what is empty is left out. */
function readAll(book, kind, values) {
  const { fields, consent = [] } = book.kinds[kind]
  const taken = (asked, given) => {
    const found = asked.map(({ name, within, many }) => {
      const items = [given?.[name] ?? []]
        .flat()
        .filter(item => oneLine(book, item))
        .map(item => read(book, kind, within === "consent" ? `consent/${name}` : name, item).value)
      return [name, many ? [...new Set(items)] : items[0]]
    })
    return Object.fromEntries(found.filter(([, value]) => value?.length))
  }
  const agreed = taken(consent, values.consent)
  return { ...taken(fields, values), ...(agreed.publish && { consent: agreed }) }
}

/* Gives the fields that a file holds, each with its value. */
function filledIn(book, kind, given) {
  const { fields, consent = [] } = book.kinds[kind]
  return [
    ...fields
      .filter(({ name }) => name !== "slug")
      .map(field => ({ field, value: given[field.name] })),
    ...(given.consent ? consent.map(field => ({ field, value: given.consent[field.name] })) : []),
  ]
}

/* Gives the keys of a file, each within the one that it stands below. */
function nested(filled, book) {
  const keys = new Map()
  for (const { field, value } of filled) {
    if (value === undefined) continue
    const { name, within, many } = field
    const held = [name, many ? value : typed(book, field, value)]
    if (!within) keys.set(...held)
    else keys.set(within, [...(keys.get(within) ?? []), held])
  }
  return [...keys]
}

/* Gives the name of the file of an entry; nothing for an answer that doesn't say to what. */
function nameOf(book, kind, given) {
  if (kind !== "answers") return given.slug ?? propose(book, kind, "slug", given)
  const { question, author } = given
  return question && author ? freeName(book, kind, `${question}/${author}`) : null
}

/* Gives all that the check would tell of a file, as far as a browser can know. */
function judged(book, kind, { given, filled, file, name, path }) {
  const size = sizeFault(book, file)
  if (size) return [size]
  const passed = capFaults(book, file)
  const told = [...(passed.length ? passed : notationFaults(book, file, filled))]
  const named = name === null ? [] : nameFaults(book, kind, path)
  const isMisplaced = named.some(({ code }) => code === "F121")
  const wrong = isMisplaced ? named : [...named, ...valueFaults(book, filled, file.places)]
  if (kind === "answers" && name !== null && !isMisplaced) {
    wrong.push(...contradictions(book, path, given, file.places))
  }
  told.push(...wrong)
  if (passed.length) return told
  const { questions, faults } = kind === "talks" ? scan(book, file) : { questions: [], faults: [] }
  told.push(...faults)
  const many = numberFault(book, questions)
  if (many) return [...told, many]
  const kept = salvaged(filled, given, wrong)
  told.push(...conflictFaults(book, file))
  if (kept === null) return [...told, ...looseFaults(book, kind, { given, file, wrong })]
  const relations = { given: kept, file, slug: name, today: today(book) }
  return [...told, ...relationFaults(book, kind, relations)]
}

/* Gives the values without those that are at fault, so that the other faults are told, too; nothing
   where the entry can't do without one, or others rely on it. */
function salvaged(filled, given, wrong) {
  const holder = ({ name, within }) => within || name
  const lost = new Set(
    wrong.map(({ field }) => filled.find(({ field: { name } }) => name === field)?.field),
  )
  const isNeeded = field => !field || field.needed || field.within === "consent"
  if (wrong.some(({ code }) => code !== "F113") || [...lost].some(isNeeded)) return null
  const holders = new Set([...lost].map(holder))
  const out = filled.filter(({ field }) => holders.has(holder(field))).map(({ field }) => field.name)
  return Object.fromEntries(Object.entries(given).filter(([name]) => !out.includes(name)))
}

/* Puts an entry together.

   `values` are the values by the names of their fields, texts or lists of texts, and `consent` as
   `{publish: [...], date}`; `body` is the text; `questions` those of a talk that were typed one by
   one. Gives the path of the file below the docs folder, its text, and every fault: with the field
   that it concerns, or nothing where it stands in the text. */
export function compose(book, kind, values, body = "", questions = []) {
  const given = readAll(book, kind, values)
  const asked = withQuestions(book, lines(book, body), kind === "talks" ? questions : [])
  const filled = filledIn(book, kind, given)
  const file = writeFile(book, nested(filled, book), asked.text)
  const name = nameOf(book, kind, given)
  const path = name === null ? "" : `${book.folders[kind]}/${name}.md`
  const faults = judged(book, kind, { given, filled, file, name, path })
  const refused = kind === "answers" ? null : slugRefusal(book, kind, name)
  // What is wrong with a name of itself is told already.
  if (refused?.code === "F123" && !book.rules.words.includes(name)) faults.push(refused)
  faults.push(...asked.faults.map(fault => ({ ...fault, field: "questions", line: 1, column: 1 })))
  return { path, text: file.text, faults: inOrder(faults) }
}
