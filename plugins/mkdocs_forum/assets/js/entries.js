/* From the values of a form to what is wrong with them: twins of core/entries.py, and of the rules
   of core/checks.py that one new file can break. */

import { dayHint, isDay } from "./days.js"
import { fullMatch, search } from "./patterns.js"
import { near, seeker } from "./near.js"
import { isSlug, latin, skeleton, slugify, topicKey } from "./slugs.js"
import { brief, fault, say } from "./texts.js"
import { Plain, valuesIn } from "./writing.js"

const HEAD = { line: 1, column: 1 }
const MOST_DIGITS = 4300

const isWhole = (book, text) =>
  search(book.rules.writing.whole, text) !== null && text.length <= MOST_DIGITS

/* Gives what a value is in the file: a day and a number are no texts to YAML. */
export function typed(book, field, value) {
  if (field.type === "date" && isDay(value)) return new Plain(value)
  if (field.type === "number" && isWhole(book, value)) {
    return new Plain(BigInt(value.replaceAll("_", "").replace(/\.0+$/, "")).toString())
  }
  return value
}

/* Gives what to write in place of a value that can't stand for a field. */
function unfit(book, field, value) {
  if (field.pattern) {
    if (search(field.pattern, value)) return null
    return field.type === "url" && fullMatch(book.rules.bare_site, value)
      ? say(book, "WRITE_LINE", { line: `https://${value}` })
      : field.hint
  }
  if (value === "") return field.empty
  const can = {
    date: () => isDay(value),
    number: () => isWhole(book, value),
    topic: () => slugify(book, value) !== "",
    choice: () => field.choices.includes(value),
  }[field.type]
  if (!can || can()) return null
  const meant = { date: dayHint, choice: wordHint }[field.type]
  return meant?.(book, value, field) ?? field.hint
}

/* Tells which of some words is meant by another one. */
function wordHint(book, value, { choices, words }) {
  const word = slugify(book, value)
  const alike = () => near(word.replaceAll("-", "_"), choices, 1)[0]
  const meant = Object.hasOwn(words, word) ? words[word] : alike()
  return meant ? say(book, "NEAR", { near: meant }) : null
}

/* Gives the fault of a value that can't stand for a field. */
export function valueFault(book, field, value, where = HEAD) {
  const hint = unfit(book, field, value)
  if (!hint) return null
  const message = say(book, "UNFIT", { value: brief(book, value), key: field.name })
  const name = field.within === "consent" ? "consent" : field.name
  return fault(book, where, "F113", message, hint, name)
}

/* Gives the faults of values that are missing or can't stand.

   The fields come with their values: a text, a list, or nothing. */
export function valueFaults(book, filled, places) {
  const missing = filled.filter(({ field, value }) => value === undefined && field.needed)
  return [
    ...missing.map(({ field }) => {
      const where = places.get(field.within)?.value ?? HEAD
      const message = say(book, "MISSING", { key: field.name })
      return fault(book, where, "F112", message, field.missing, field.within || field.name)
    }),
    ...valuesIn(filled)
      .map(({ field, text, path }) => valueFault(book, field, text, places.get(path).value))
      .filter(Boolean),
  ]
}

/* Gives the faults of the name of a file: where it stands, and what it is called. */
export function nameFaults(book, kind, path) {
  const folder = `${book.folders[kind]}/`
  const parts = path.slice(folder.length, -".md".length).split("/")
  const isAnswer = kind === "answers"
  if (parts.length !== (isAnswer ? 3 : 1)) {
    const meant = `${book.folders.answers}/${parts.join("/")}.md`
    const otherwise = parts.length === 3
      ? say(book, "PUT_ANSWER_AT", { path: meant })
      : say(book, "PUT_DIRECTLY")
    const hint = isAnswer ? say(book, "PUT_ANSWER") : otherwise
    const field = isAnswer ? "question" : "slug"
    return [fault(book, HEAD, "F121", say(book, "MISPLACED", { path }), hint, field)]
  }
  const fields = isAnswer ? ["question", "question", "author"] : ["slug"]
  const faults = parts.flatMap((name, number) =>
    isSlug(book, name) ? [] : [noSlug(book, name, fields[number])],
  )
  if (!isAnswer && book.rules.words.includes(parts[0])) {
    const message = say(book, "NAME_OF_PAGE", { name: parts[0] })
    faults.push(fault(book, HEAD, "F123", message, say(book, "OTHER_NAME"), "slug"))
  }
  return faults
}

/* Gives the faults of an answer whose values and place contradict each other. */
export function contradictions(book, path, given, places) {
  const parts = path.slice(`${book.folders.answers}/`.length, -".md".length).split("/")
  const said = { question: parts.slice(0, 2).join("/"), author: parts[2] }
  return Object.entries(said).flatMap(([key, told]) => {
    const written = given[key]
    const isFurther = key === "author" && /^-\p{Nd}+$/u.test(told.slice(written.length))
    if (written === told || (isFurther && told.startsWith(written))) return []
    const message = say(book, "CONTRADICTION", { told, written })
    return [fault(book, places.get(key).value, "F114", message, say(book, "OFF_OR_MOVE"), key)]
  })
}

/* Tells that a name can't be an address; with letters of other alphabets it may look fine. */
function noSlug(book, name, field) {
  const meant = latin(book, name)
  const others = [...meant]
  const twin = others.find((letter, index) => letter !== [...name][index])
  const message = twin
    ? say(book, "OTHER_ALPHABET", { name, twin })
    : say(book, "NO_ADDRESS", { name })
  const proposed = slugify(book, meant)
  const hint = proposed ? say(book, "CALL_IT", { name: proposed }) : say(book, "PLAIN_LETTERS")
  return fault(book, HEAD, "F122", message, hint, field)
}

function unknown(book, where, code, message, [found], field, otherwise = null) {
  const hint = found ? say(book, "NEAR", { near: found }) : otherwise
  return fault(book, where, code, message, hint, field)
}

/* Gives the present name of an entry by a former one, as a list. */
function renamed(book, kind, wanted) {
  const names = book.entries.renamed[kind]
  return Object.hasOwn(names, wanted) ? [names[wanted]] : null
}

/* Gives the fault of an edition that isn't there. */
export function editionFault(book, wanted, where = HEAD, seek = seeker(book)) {
  const known = book.entries.editions.map(({ slug }) => slug)
  if (known.includes(wanted)) return null
  const message = say(book, "NO_EDITION", { wanted })
  const found = renamed(book, "editions", wanted) ?? seek(wanted, "editions", () => known)
  return unknown(book, where, "F202", message, found, "edition")
}

/* Gives the fault of a member who isn't there. */
export function memberFault(
  book,
  wanted,
  where = HEAD,
  field = "author",
  seek = seeker(book),
) {
  const known = book.entries.members.map(({ slug }) => slug)
  if (known.includes(wanted)) return null
  const message = say(book, "NO_MEMBER", { wanted })
  if (book.rules.placeholders.includes(wanted)) {
    return fault(book, where, "F203", message, say(book, "OWN_NAME"), field)
  }
  const found = renamed(book, "members", wanted)
  if (found) return unknown(book, where, "F203", message, found, field)
  const [, head, number] = /^(?:(.*)-)?(.*)$/s.exec(wanted)
  if (/^\p{Nd}+$/u.test(number) && known.includes(head ?? "")) {
    return fault(book, where, "F203", message, say(book, "FURTHER_ANSWER", { name: head }), field)
  }
  const page = say(book, "PAGE_OF_MEMBER", { name: slugify(book, wanted) || wanted })
  return unknown(book, where, "F203", message, seek(wanted, "members", () => known), field, page)
}

/* Tells of a question that isn't in the list of its talk, which is at fault. */
function misreadFault(book, { wanted, where, talk, found: [near] }) {
  const message = say(book, "NOT_LISTED", { wanted, ...talk.misread })
  const hint = near ? say(book, "NEAR_OR_LATER", { near }) : say(book, "LATER")
  return fault(book, where, "F211", message, hint, "question")
}

/* Gives the fault of a question that isn't there. */
export function questionFault(book, wanted, where = HEAD, seek = seeker(book)) {
  const { talks, renamed: formerly } = book.entries
  const [name, ...rest] = wanted.split("/")
  const asked = rest.join("/")
  const talk = Object.hasOwn(talks, name) ? talks[name] : null
  if (talk && rest.length && talk.questions.includes(asked)) return null
  const message = say(book, "NO_QUESTION", { wanted })
  const told = hint => fault(book, where, "F201", message, hint, "question")
  if (Object.hasOwn(formerly.questions, wanted)) {
    return told(say(book, "RENAMED", { name: formerly.questions[wanted] }))
  }
  const names = talk ? [name] : seek(name, "talks", () => Object.keys(talks), 3)
  const known = names.flatMap(each => talks[each].questions.map(slug => `${each}/${slug}`))
  const found = known.length ? seek(wanted, "questions", () => known) : []
  if (talk?.misread) return misreadFault(book, { wanted, where, talk, found })
  const all = talk?.questions.join(", ")
  const otherwise = all ? say(book, "QUESTIONS_OF_TALK", { names: all }) : null
  return unknown(book, where, "F201", message, found, "question", otherwise)
}

/* Gives the faults of what a text names of which no entry can be made, without those values that
   can't be names, or contradict its place. */
export function looseFaults(book, kind, { given, file, wrong }) {
  const { places } = file
  const seek = seeker(book)
  const contradicted = new Set(wrong.filter(({ code }) => code === "F114").map(({ field }) => field))
  const rules = {
    edition: (name, where) => editionFault(book, name, where, seek),
    speakers: (name, where) => memberFault(book, name, where, "speakers", seek),
    question: (name, where) => questionFault(book, name, where, seek),
    author: (name, where) => memberFault(book, name, where, "author", seek),
  }
  const faults = Object.entries(rules).flatMap(([key, rule]) => {
    const names = contradicted.has(key) ? [] : [given[key] ?? []].flat()
    const size = key === "question" ? 2 : 1
    return names.map((name, number) => {
      const place = places.get(Array.isArray(given[key]) ? `${key}/${number}` : key)
      const parts = name.split("/")
      const isName = parts.length === size && parts.every(part => isSlug(book, part))
      return isName ? rule(name, place.value) : null
    })
  })
  const isEmpty = kind === "answers" && !file.body.trim()
  return [...faults, isEmpty ? textFault(book) : null].filter(Boolean)
}

/* Gives the faults of what an entry says of others: `given` are the values by their fields. */
export function relationFaults(book, kind, { given, file, slug, today }) {
  const { places } = file
  const at = path => places.get(path).value
  const seek = seeker(book)
  const faults = {
    talks: () => [
      editionFault(book, given.edition, at("edition"), seek),
      ...given.speakers.map((name, number) =>
        memberFault(book, name, at(`speakers/${number}`), "speakers", seek),
      ),
    ],
    answers: () => [
      questionFault(book, given.question, at("question"), seek),
      memberFault(book, given.author, at("author"), "author", seek),
      dayFault(book, given, at("date"), today),
      toCome(book, given.date, at("date"), today),
      file.body.trim() ? null : textFault(book),
    ],
    members: () => [
      ...consentFaults(book, given, places),
      given.consent && toCome(book, given.consent.date, at("consent/date"), today, "consent"),
    ],
  }[kind]()
  const alike = kind === "answers" ? [] : alikeFaults(book, kind, slug)
  return [...faults, ...topicFaults(book, given.topics ?? [], places), ...alike].filter(Boolean)
}

function dayFault(book, given, where, today) {
  const date = book.entries.talks[given.question.split("/")[0]]?.date
  if (!date || !(given.date < date && date <= today)) return null
  const message = say(book, "OLDER_THAN_TALK", { date })
  return fault(book, where, "F209", message, say(book, "DAY_OF_WRITING"), "date")
}

const textFault = book =>
  fault(book, HEAD, "F212", say(book, "NO_ANSWER"), say(book, "WRITE_ANSWER"))

const DAY = 24 * 60 * 60 * 1000

/* Tells a day of which nobody can have written yet. */
function toCome(book, date, where, today, field = "date") {
  if (Date.parse(date) - Date.parse(today) <= book.rules.ahead * DAY) return null
  const message = say(book, "DAY_TO_COME", { date })
  return fault(book, where, "F214", message, say(book, "DAY_OF_DEED"), field)
}

/* Tells contact data that no consent names: it could be read in the repository. */
function consentFaults(book, given, places) {
  const named = given.consent?.publish ?? []
  return book.kinds.members.fields
    .filter(({ within, name }) => within === "contact" && given[name] && !named.includes(name))
    .map(({ name }) => {
      const where = places.get(`contact/${name}`).key
      const hint = say(book, "NAME_IN_CONSENT")
      return fault(book, where, "F301", say(book, "NO_CONSENT", { name }), hint, name)
    })
}

/* Gives the spelling of a topic by which the site knows it. */
export const knownTopic = (book, key) =>
  book.entries.topics.find(name => topicKey(book, name) === key)

const topicFaults = (book, topics, places) =>
  topics.flatMap((found, number) => {
    const key = topicKey(book, found)
    const spellings = topics.filter(topic => topicKey(book, topic) === key)
    const name = knownTopic(book, key) ?? spellings.sort()[0]
    if (name === found) return []
    const where = places.get(`topics/${number}`).value
    const message = say(book, "OTHER_SPELLING", { found })
    return [fault(book, where, "F302", message, say(book, "AS_ELSEWHERE", { name }), "topics")]
  })

/* Tells names that differ only by signs that look alike; the check tells it of the later file. */
function alikeFaults(book, kind, slug) {
  const { talks, members } = book.entries
  const names = kind === "talks" ? Object.keys(talks) : members.map(member => member.slug)
  const common = skeleton(book, slug)
  const alike = names.filter(name => name !== slug && skeleton(book, name) === common)
  const byPath = (one, other) => (`${one}.md` < `${other}.md` ? -1 : 1)
  const [first, ...later] = [...alike, slug].sort(byPath)
  const told = first === slug ? later : alike.length ? [slug] : []
  return told.map(name => {
    const message = say(book, "LOOKS_LIKE", { name, other: first })
    return fault(book, HEAD, "F125", message, say(book, "RENAME_ONE"), "slug")
  })
}

/* Gives the fault of a name that another file has, or a page that stood there once. */
export function takenFault(book, name, free) {
  const message = say(book, "NAME_TAKEN", { name })
  return fault(book, HEAD, "F123", message, say(book, "CALL_IT", { name: free }), "slug")
}

