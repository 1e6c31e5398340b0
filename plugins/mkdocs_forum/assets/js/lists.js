/* Lists and headings as Word and mail programs write them, and as Markdown has them, after
   core/reading/markdown/list_signs.py and core/reading/questions/misplaced_lists.py. */

import { fenced, headings } from "./outline.js"

const SIGN = /^([ \t\u00a0]*)([•▪●◦‣⁃\uf0b7]|[·o](?=[ \t\u00a0]))[ \t\u00a0]*(?=\S)/u
const LETTER = /^[ \t\u00a0]*o(?![\t\u00a0]| {2})/u
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/u
const CODE = 4
const RULE = /^ {0,3}([-*_=–—•·])(?:[ \t]*\1){2,}[ \t]*$/u
const TITLE = /^[\s*_#]*([^\s*_:]+(?:\s[^\s*_:]+){0,5})[\s*_:]*$/u
const SPARE = /^[\s*_]*(?<words>.*?)[\s*_:]*$/u
const LONGEST_TITLE = 80
// What may begin a question, as in questions.js.
const BULLET = /^\s*(?:[-+•–—·▪●◦\uf0b7]|\*(?!\*)|\d{1,3}[.)])/u

const signOf = line => (LETTER.test(line) ? null : SIGN.exec(line))

const columns = indent => {
  let column = 0
  for (const sign of indent) column = sign === "\t" ? column + 4 - (column % 4) : column + 1
  return column
}

/* Gives the numbers of the lines of each list that begins with such signs. */
function misreadLists(lines) {
  const code = fenced(lines)
  const found = []
  let run = []
  let isItem = false
  const end = () => {
    if (run.length) found.push({ run, isWithin: isItem })
    run = []
  }
  lines.forEach((line, number) => {
    if (code.has(number)) return
    const sign = line.trim() ? signOf(line) : null
    const goesOn = run.length > 0 && number === run.at(-1) + 1
    if (sign && (goesOn || sign[2] !== "o")) {
      if (!goesOn) end()
      run.push(number)
    } else if (goesOn && line.trim() && !ITEM.test(line)) {
      run.push(number)
    } else {
      end()
    }
    if (!run.length && line.trim()) isItem = ITEM.test(line) || (isItem && /^[ \t]/u.test(line))
  })
  end()
  return found
}

/* Gives the lines of the section of questions, whose list is read by other rules: from, to. */
function sectionOf(book, lines) {
  const outline = headings(lines)
  const matching = outline.filter(({ text }) => book.rules.questions.heading.test(text))
  if (!matching.length) return [lines.length, lines.length]
  const highest = Math.min(...matching.map(({ level }) => level))
  const start = Math.max(...matching.filter(({ level }) => level === highest).map(({ after }) => after))
  const next = outline.find(({ first, level }) => first >= start && level <= highest)
  return [start, next?.first ?? lines.length]
}

/* Gives the questions of a talk that begin with another sign than a dash: line, beginning, sign. */
function misreadQuestions(book, lines) {
  const [start, end] = sectionOf(book, lines)
  const code = fenced(lines)
  let margin = null
  return lines.slice(start, end).flatMap((line, place) => {
    const number = start + place
    const found = code.has(number) || RULE.test(line) ? null : book.rules.questions.bullet.exec(line)
    if (!found) return []
    const { indent, sign, text } = found.groups
    margin ??= columns(indent)
    const space = line.slice(indent.length + sign.length, line.length - text.length)
    const isPlain = "-*+".includes(sign) && /^[ \t]*$/u.test(space) && (space || !text)
    return isPlain || columns(indent) > margin + 1 ? [] : [{ number, indent, text }]
  })
}

/* Gives the lists of a text with other signs than Markdown's: the numbers of their lines, and the text
   as it should be. */
export function lists(book, text) {
  const lines = text.split("\n")
  const [start, end] = sectionOf(book, lines)
  const isOutside = ({ run }) => run[0] < start || run[0] >= end
  const asked = misreadQuestions(book, lines)
  const others = misreadLists(lines).filter(isOutside)
  const written = () => {
    const plain = plainLists(text, isOutside).split("\n")
    for (const { number, indent, text: words } of asked) plain[number] = `${indent}- ${words}`
    return plain.join("\n")
  }
  const numbers = [...others.flatMap(({ run }) => run), ...asked.map(({ number }) => number)]
  return { numbers, text: written }
}

/* Writes the lists of a text so that a renderer reads them. */
export function plainLists(text, isMeant = () => true) {
  const lines = text.split("\n")
  for (const { run, isWithin } of misreadLists(lines).filter(isMeant)) {
    const signs = run.flatMap(number => {
      const sign = signOf(lines[number])
      return sign ? [{ number, sign, column: columns(sign[1]) }] : []
    })
    const least = Math.min(...signs.map(({ column }) => column))
    const margin = isWithin || least < CODE ? 0 : least
    for (const { number, sign, column } of signs) {
      lines[number] = `${" ".repeat(column - margin)}- ${lines[number].slice(sign[0].length)}`
    }
  }
  return lines.join("\n")
}

/* Gives the line that would be the heading of the questions if it were a heading: its number. */
export function questionsTitle(book, text) {
  const lines = text.split("\n")
  const { heading } = book.rules.questions
  if (headings(lines).some(found => heading.test(found.text))) return -1
  const code = fenced(lines)
  return lines.findIndex((line, number) => {
    const [, words] = TITLE.exec(line) ?? []
    if (!words || code.has(number) || !heading.test(words) || BULLET.test(line)) return false
    const next = lines.slice(number + 1).find(below => below.trim())
    return BULLET.test(next ?? "")
  })
}

/* Gives the lines that look like headings of sections: a few words on their own, with text below. */
export function likelyTitles(book, text) {
  const lines = text.split("\n")
  const code = fenced(lines)
  const asked = questionsTitle(book, text)
  const isBlank = number => !(lines[number] ?? "").trim()
  const found = lines.flatMap((line, number) => {
    const written = line.trim()
    if (number === asked) return [number]
    const isApart = isBlank(number - 1) && isBlank(number + 1)
    const isTitle = /^\p{Lu}/u.test(written) && !/[.!?,;:…]$/u.test(written)
    const isShort = written.length <= LONGEST_TITLE
    const below = lines.slice(number + 1).find(each => each.trim()) ?? ""
    return isApart && isTitle && isShort && below.length > written.length && !code.has(number)
      ? [number]
      : []
  })
  return found
}

/* Writes lines as headings. */
export function asHeadings(text, numbers) {
  const lines = text.split("\n")
  for (const number of numbers) {
    const { words } = SPARE.exec(lines[number].trim()).groups
    lines[number] = `## ${words}`
  }
  return lines.join("\n")
}
