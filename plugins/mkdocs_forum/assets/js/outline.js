/* The outline of a text in Markdown, read line by line: a twin of core/reading/markdown/outline.py. */

import { fullMatch, match } from "./patterns.js"

/* Whether a line may open fenced code. */
export const isFence = (book, line) => match(book.rules.outline.fence, line) !== null

/* Whether a line is a heading by itself. */
export const isHeading = (book, line) => fullMatch(book.rules.outline.atx, line) !== null

/* Gives how many signs of white space a line begins with. */
export const indentOf = line => line.length - line.trimStart().length

/* Gives what closes the part that isn't Markdown, if one may begin on a line. */
function closing(book, line) {
  const { fence, html, blocks } = book.rules.outline
  const fenced = match(fence, line)
  if (fenced) return fenced.groups._1
  const found = match(html, line)
  const name = found?.groups._2?.toLowerCase()
  if (!found || (name && !blocks.includes(name))) return null
  return found.groups._1 ? "-->" : `</${name}`
}

/* Gives the line after the one that closes what begins on a line, if there is one. */
function end(lines, start, closes) {
  const sign = closes[0]
  const fenced = sign === "`" || sign === "~"
  for (let number = start + Number(fenced); number < lines.length; number += 1) {
    const line = lines[number].trim()
    const found = fenced
      ? line.length >= closes.length && line === sign.repeat(line.length)
      : lines[number].toLowerCase().includes(closes)
    if (found) return number + 1
  }
  return null
}

/* Gives the stretches of lines that are fenced code, comments or blocks of HTML: `[from, to]`. */
export function verbatim(book, lines) {
  const stretches = []
  const unclosed = new Set()
  let number = 0
  while (number < lines.length) {
    const closes = closing(book, lines[number])
    const after = closes && !unclosed.has(closes) ? end(lines, number, closes) : null
    if (after !== null) stretches.push([number, after])
    else if (closes) unclosed.add(closes)
    number = after || number + 1
  }
  return stretches
}

/* Gives the numbers of the lines outside of these. */
export function prose(book, lines) {
  const numbers = new Set(lines.keys())
  for (const [from, to] of verbatim(book, lines)) {
    for (let number = from; number < to; number += 1) numbers.delete(number)
  }
  return numbers
}

/* Gives the headings, underlined ones too: first line, line after the last, level, text. */
export function headings(book, lines) {
  const { atx, underline, bullet } = book.rules.outline
  const found = []
  let above = { number: -1, line: "" }
  for (const number of prose(book, lines)) {
    const line = lines[number]
    const text = above.number === number - 1 ? above.line.trim() : ""
    const single = fullMatch(atx, line)
    const below = !single && text && !match(bullet, text) && fullMatch(underline, line)
    if (single) {
      const { _1: signs, _2: said } = single.groups
      found.push({
        first: number,
        after: number + 1,
        level: signs.length,
        text: said.replace(/[ \t#]+$/, ""),
      })
    } else if (below) {
      const level = below.groups._1.startsWith("=") ? 1 : 2
      found.push({ first: number - 1, after: number + 1, level, text })
    }
    above = { number, line }
  }
  return found
}
