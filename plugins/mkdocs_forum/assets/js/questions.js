/* The questions of a talk: a twin of core/questions.py and of what core/composing.py makes of
   questions that were typed one by one. */

import { headings, isFence, isHeading, prose } from "./outline.js"
import { fullMatch, match, replaced, search } from "./patterns.js"
import { isSlug, slugify } from "./slugs.js"
import { cut, fault, oneLine, say } from "./texts.js"
import { linePlace } from "./writing.js"

const TAB = 4

/* Gives the questions of a file, each `{slug, text, where}`, and what is wrong in their list. */
export function scan(book, file, heading = book.rules.questions.heading) {
  const lines = file.body.split("\n")
  const outline = headings(book, lines)
  const inProse = prose(book, lines)
  const section = sectionOf(outline, lines, heading)
  if (!section) {
    return { questions: [], faults: misnamed(book, file, lines, outline, inProse, heading) }
  }
  const items = itemsOf(book, lines, section, inProse)
  if (!items.length) {
    const where = linePlace(file, section[0] - 1)
    const told = fault(book, where, "F131", say(book, "NO_LIST"), say(book, "LIST_QUESTIONS"))
    return { questions: [], faults: [told] }
  }
  const asked = items.map(item => questionOf(book, file, item))
  const questions = asked.filter(({ slug }) => slug)
  const faults = [
    ...listFaults(book, file, lines, items, outline),
    ...asked.map(question => nameFault(book, question)).filter(Boolean),
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

/* Puts spaces in place of tabs, as terminals show them. */
function expanded(line) {
  let column = 0
  let text = ""
  for (const sign of line) {
    const written = sign === "\t" ? " ".repeat(TAB - (column % TAB)) : sign
    text += written
    column += sign === "\t" ? written.length : 1
  }
  return text
}

const indentOf = line => line.length - line.trimStart().length

function* bullets(book, lines, [from, to], inProse) {
  const { rule, bullet: pattern } = book.rules.questions
  let margin = 0
  let open = null
  let blank = false
  for (let number = from; number < to; number += 1) {
    const line = expanded(lines[number])
    const isRule = fullMatch(rule, line) !== null
    const isProse = inProse.has(number)
    const bullet = !isRule && isProse ? fullMatch(pattern, lines[number]) : null
    if (bullet && !open) margin = expanded(bullet.groups.indent).length
    const deeper = indentOf(line) > margin + 1
    const ends = isRule || !isProse || blank || isHeading(book, line)
    if (bullet && !(deeper && open)) {
      if (open) yield open
      open = { first: number, after: number + 1, start: bullet.groups }
      blank = false
    } else if (open && !line.trim()) {
      blank = true
    } else if (open && (deeper || !ends)) {
      open.after = number + 1
      blank = false
    } else if (open) {
      yield open
      open = null
    }
  }
  if (open) yield open
}

function itemsOf(book, lines, section, inProse) {
  return [...bullets(book, lines, section, inProse)].map(({ first, after, start }) => ({
    first,
    sign: start.sign,
    column: lines[first].length - start.text.length + 1,
    lines: [start.text, ...lines.slice(first + 1, after)],
  }))
}

function questionOf(book, file, item) {
  const { identifier, bullet, telling } = book.rules.questions
  const ends = item.lines.findIndex(
    (line, number) =>
      number && (!line.trim() || isFence(book, line) || fullMatch(bullet, line) !== null),
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
  return { slug, text, id: found && id, where: linePlace(file, item.first, item.column) }
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

function nameFault(book, { slug, text, id, where }) {
  if (!text || !slug) {
    return fault(book, where, "F136", say(book, "NO_TEXT"), say(book, "WRITE_QUESTION"))
  }
  if (id === null || id === undefined || isSlug(book, id)) return null
  return fault(
    book,
    where,
    "F135",
    say(book, "NO_NAME", { id }),
    say(book, "WRITE_NAME", { id: slug }),
  )
}

function listFaults(book, file, lines, items, outline) {
  const faults = items
    .filter(({ sign }) => !"-*+".includes(sign))
    .map(({ first, sign }) => {
      const message = say(book, "OTHER_SIGN", { sign })
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

const capitalised = word => {
  const [first = "", ...rest] = word
  return first.toUpperCase() + rest.join("").toLowerCase()
}

function misnamed(book, file, lines, outline, inProse, wanted) {
  return outline.flatMap((heading, number) => {
    const end = outline[number + 1]?.first ?? lines.length
    const found = search(wanted, heading.text)
    if (!found || !itemsOf(book, lines, [heading.after, end], inProse).length) return []
    const message = say(book, "UNREAD_LIST", { heading: heading.text })
    const hint = say(book, "BEGIN_HEADING", { word: capitalised(found[0]) })
    return [fault(book, linePlace(file, heading.first), "F138", message, hint)]
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

