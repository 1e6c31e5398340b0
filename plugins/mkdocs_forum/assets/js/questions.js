/* The questions of a talk: a twin of core/reading/questions/scan.py and of what core/forms/compose.py makes of
   questions that were typed one by one. */

import { bulletsOf } from "./bullets.js"
import { headings, isFence, prose } from "./outline.js"
import { overlooked } from "./overlooked.js"
import { match, replaced, search } from "./patterns.js"
import { isSlug, slugify } from "./slugs.js"
import { brief, cut, fault, oneLine, say } from "./texts.js"
import { linePlace } from "./writing.js"

/* Gives the questions of a file, each `{slug, text, where}`, and what is wrong in their list. */
export function scan(book, file, heading = book.rules.questions.heading) {
  const lines = file.body.split("\n")
  const outline = headings(book, lines)
  const inProse = prose(book, lines)
  const section = sectionOf(outline, lines, heading)
  const passed = overlooked(book, file, lines, outline, section, inProse, heading)
  if (!section) return { questions: [], faults: passed }
  const items = bulletsOf(book, lines, section, inProse)
  if (!items.length) {
    const where = linePlace(file, section[0] - 1)
    const told = fault(book, where, "F131", say(book, "NO_LIST"), say(book, "LIST_QUESTIONS"))
    return { questions: [], faults: [...passed, told] }
  }
  const asked = items.map(item => questionOf(book, file, item))
  const questions = asked.filter(({ slug }) => slug)
  const faults = [
    ...passed,
    ...listFaults(book, file, lines, items, outline),
    ...dashless(book, file, lines, { items, outline, section, inProse }),
    ...asked.flatMap(question => nameFaults(book, question)),
    ...repeated(book, questions),
  ]
  return { questions, faults }
}

function sectionOf(outline, lines, heading) {
  const matching = outline.filter(({ text }) => match(heading, text))
  if (!matching.length) return null
  const level = Math.min(...matching.map(found => found.level))
  const start = matching.findLast(found => found.level === level).after
  const next = outline.find(found => found.first >= start && found.level <= level)
  return [start, next ? next.first : lines.length]
}

function questionOf(book, file, item) {
  const { identifier, item: inner, loose, telling } = book.rules.questions
  const ends = item.lines.findIndex(
    (line, number) =>
      number && (!line.trim() || isFence(book, line) || match(inner, line) !== null),
  )
  const head = item.lines.slice(0, ends < 0 ? undefined : ends)
  const detail = item.lines.slice(head.length).join("\n")
  const written = head.join(" ").trim().split(/\s+/u).join(" ")
  const within = search(identifier, written)
  const found = within ?? search(identifier, detail)
  const text = within ? written.slice(0, within.index) : written
  const id = found?.groups.id ?? ""
  const slug = isSlug(book, id)
    ? id
    : slugify(book, id) || slugify(book, plain(book, cut(text, telling)))
  const where = linePlace(file, item.first, item.column)
  return { slug, text, id: found && id, loose: search(loose, text), where }
}

/* Takes the Markdown signs off a line of text, as far as a name made of it can tell. */
function plain(book, text) {
  const { reference, attributes, note, signs } = book.rules.questions
  if (!search(signs, text)) return text
  const bare = replaced(
    note,
    replaced(attributes, replaced(reference, text, (_, name) => name), () => ""),
    () => "",
  )
  return bare
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<(https?:[^>]*)>/g, "$1")
    .replace(/<[a-z/!][^>]*>/gi, "")
    .replace(/\\([\\`*_{}[\]()>#+\-.!])/g, "$1")
    .replace(/(\*+|`+)(?=\S)(.*?\S)\1/g, "$2")
}

function nameFaults(book, { slug, text, id, loose, where }) {
  if (!text || !slug) {
    return [fault(book, where, "F136", say(book, "NO_TEXT"), say(book, "WRITE_QUESTION"))]
  }
  const faults = []
  if (loose) {
    const meant = slugify(book, loose.groups.id || loose.groups.word || loose.groups.cut || "") || slug
    const message = say(book, "UNREAD_NAME", { name: brief(book, loose[0]) })
    faults.push(fault(book, where, "F130", message, say(book, "END_WITH_NAME", { id: meant })))
  }
  if (id !== null && id !== undefined && !isSlug(book, id)) {
    const hint = say(book, "WRITE_NAME", { id: slug })
    faults.push(fault(book, where, "F135", say(book, "NO_NAME", { id }), hint))
  }
  return faults
}

function listFaults(book, file, lines, items, outline) {
  const faults = items
    .filter(({ isPlain }) => !isPlain)
    .map(({ first, sign }) => {
      const message = say(book, "-*+".includes(sign) ? "NO_SPACE" : "OTHER_SIGN", { sign })
      return fault(book, linePlace(file, first), "F132", message, say(book, "BEGIN_WITH_DASH"))
    })
  const { first } = items[0]
  const underHeading = outline.some(({ after }) => after === first)
  if (first > 0 && lines[first - 1].trim() && !underHeading) {
    const message = say(book, "NO_EMPTY_LINE")
    const hint = say(book, "ADD_EMPTY_LINE")
    faults.push(fault(book, linePlace(file, first), "F133", message, hint))
  }
  return faults
}

/* Tells of lines between the bullets that end with the name of a question. */
function dashless(book, file, lines, { items, outline, section: [from, to], inProse }) {
  const listed = new Set(outline.map(({ first }) => first))
  for (const item of items) item.lines.forEach((_, index) => listed.add(item.first + index))
  return lines.slice(from, to).flatMap((line, index) => {
    const number = from + index
    const name = search(book.rules.questions.identifier, line)
    if (!name?.index || !name[0].includes("{#")) return []
    if (listed.has(number) || !inProse.has(number)) return []
    const message = say(book, "UNREAD_NAME", { name: name[0].trim() })
    return [fault(book, linePlace(file, number), "F130", message, say(book, "BEGIN_WITH_DASH"))]
  })
}

function repeated(book, questions) {
  const counts = new Map()
  return questions.flatMap(({ slug, where }) => {
    const count = (counts.get(slug) ?? 0) + 1
    counts.set(slug, count)
    if (count === 1) return []
    const message = say(book, "TWICE_ASKED", { id: slug })
    const hint = say(book, "END_OTHERWISE", { id: `${slug}-${count}` })
    return [fault(book, where, "F134", message, hint)]
  })
}

/* Gives the fault of a talk with more questions than can have a page each. */
export function numberFault(book, questions) {
  const { most } = book.rules.questions
  if (questions.length <= most) return null
  const message = say(book, "MANY_QUESTIONS", { most })
  return fault(book, questions[most].where, "F146", message, say(book, "KEEP_QUESTIONS"))
}

const ANY = { source: "Q", flags: "u" }

/* Reads a question as it is typed, perhaps with `{#name}` at its end. */
function readQuestion(book, text) {
  const file = { body: `# Q\n\n- ${oneLine(book, text)}\n`, bodyLine: 1 }
  const { questions, faults } = scan(book, file, ANY)
  return { question: questions[0], faults }
}

/* Proposes the name of a question, other than those that are taken. */
function nameOf(book, question, taken) {
  const { longest_name: longest } = book.rules.questions
  const title = plain(book, question.text)
  const own = question.slug === slugify(book, title)
  const name = own ? slugify(book, title, longest) : question.slug
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`
    if (!taken.has(free)) return free
  }
}

/* Writes questions that were typed one by one below a text.

   Gives the whole text, and the faults of the questions. */
export function withQuestions(book, text, typed) {
  const named = new Map()
  const faults = []
  for (const written of typed) {
    if (!oneLine(book, written)) continue
    const { question, faults: wrong } = readQuestion(book, written)
    faults.push(...wrong)
    if (question && !wrong.length) named.set(nameOf(book, question, named), question.text)
  }
  if (!named.size) return { text, faults }
  if (scan(book, { body: text, bodyLine: 1 }).questions.length) {
    const where = { line: 1, column: 1 }
    const told = fault(book, where, "F138", say(book, "HAS_QUESTIONS"), say(book, "AMONG_THEM"))
    return { text, faults: [...faults, told] }
  }
  const items = [...named].map(([name, asked]) => `- ${asked} {#${name}}`)
  const above = text ? [text, ""] : []
  const { title } = book.rules.questions
  return { text: [...above, `## ${title}`, "", ...items].join("\n"), faults }
}

