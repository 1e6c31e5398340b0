/* The bullets of a list in Markdown: a twin of core/reading/questions/bullets.py. */

import { indentOf, isHeading } from "./outline.js"
import { fullMatch, match } from "./patterns.js"

const TAB = 4

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

/* Gives the lines of footnotes, with what is set in below them. */
function* notesOf(book, lines, [from, to], inProse) {
  let isNoted = false
  for (let number = from; number < to; number += 1) {
    const line = expanded(lines[number])
    const begins = inProse.has(number) && match(book.rules.questions.noted, line) !== null
    isNoted = begins || (isNoted && (!line.trim() || line.startsWith(" ".repeat(TAB))))
    if (isNoted) yield number
  }
}

function* bullets(book, lines, [from, to], inProse) {
  const { rule, bullet: pattern } = book.rules.questions
  let margin = 0
  let open = null
  let blank = false
  const noted = new Set(notesOf(book, lines, [from, to], inProse))
  for (let number = from; number < to; number += 1) {
    const line = expanded(lines[number])
    const isProse = inProse.has(number) && !noted.has(number)
    const isRule = fullMatch(rule, line) !== null
    const bullet = !isRule && isProse ? fullMatch(pattern, lines[number]) : null
    if (bullet && !open) margin = expanded(bullet.groups.indent).length
    const deeper = !noted.has(number) && indentOf(line) > margin + 1
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

/* Whether a bullet begins as Markdown wants it: with a sign of its own and a space. */
function isPlain({ sign, text }, space) {
  const isSpaced = (space !== "" || !text) && !space.replace(/[ \t]/g, "")
  return "-*+".includes(sign) && isSpaced
}

/* Gives the bullets of a stretch of lines, each with all its lines. */
export function bulletsOf(book, lines, section, inProse) {
  return [...bullets(book, lines, section, inProse)].map(({ first, after, start }) => {
    const before = lines[first].slice(0, lines[first].length - start.text.length)
    return {
      first,
      sign: start.sign,
      column: before.length + 1,
      lines: [start.text, ...lines.slice(first + 1, after)],
      isPlain: isPlain(start, before.slice(start.indent.length + start.sign.length)),
    }
  })
}
