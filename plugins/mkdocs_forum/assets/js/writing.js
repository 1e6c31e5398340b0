/* The file of an entry, byte for byte as core/forms/write.py writes it, and where in it each key and
   value stands, as core/reading/source.py reads it. */

import { fullMatch, match, search } from "./patterns.js"
import { bare, place } from "./texts.js"

// What YAML takes for the beginning or the end of something else than text.
const BEGINNING = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s]))/u
const ENDING = /:(?=[ \t]|$)|[ \t]#/u
const FENCE = { source: "-{3,}[\\s]*(?![^\\n])", flags: "u" }

/* Whether every reader of YAML takes a text without quotes for this very text. */
function isPlain(book, text) {
  const { escaped, number, typed } = book.rules.writing
  return (
    BEGINNING.test(text) &&
    !ENDING.test(text) &&
    text === text.trim() &&
    !search(escaped, text) &&
    !fullMatch(number, text) &&
    !typed.some(pattern => match(pattern, text))
  )
}

function quoted(book, text) {
  const { source, flags } = book.rules.writing.escaped
  return JSON.stringify(text).replace(new RegExp(source, `${flags}g`), sign => {
    const code = sign.codePointAt(0).toString(16)
    return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`
  })
}

/* A value that is no text to YAML: a day, a number. */
export class Plain {
  constructor(written) {
    this.written = written
  }
}

function scalar(book, value) {
  if (value instanceof Plain) return value.written
  return isPlain(book, value) ? value : quoted(book, value)
}

/* Gives the lines of keys, `[[name, value], …]`, and notes the place of each below `above`. */
function* keyLines(book, keys, places, above = "", first = 2, indent = 0) {
  let line = first
  const margin = " ".repeat(indent)
  for (const [name, value] of keys) {
    const keyed = { line, column: indent + 1 }
    const path = above + name
    if (Array.isArray(value) && Array.isArray(value[0])) {
      places.set(path, { key: keyed, value: { line: line + 1, column: indent + 3 } })
      yield `${margin}${name}:`
      for (const held of keyLines(book, value, places, `${path}/`, line + 1, indent + 2)) {
        yield held
        line += 1
      }
    } else if (Array.isArray(value)) {
      places.set(path, { key: keyed, value: { line: line + 1, column: indent + 3 } })
      yield `${margin}${name}:`
      for (const [number, item] of value.entries()) {
        line += 1
        places.set(`${path}/${number}`, { value: { line, column: indent + 5 } })
        yield `${margin}  - ${scalar(book, item)}`
      }
    } else {
      const column = indent + name.length + 3
      places.set(path, { key: keyed, value: { line, column } })
      yield `${margin}${name}: ${scalar(book, value)}`
    }
    line += 1
  }
}

/* Writes keys, in their order, and below them a text.

   Gives the text of the file, its frontmatter, its body as it is read back and the line on which
   that begins, and the place of each key, value and item by its path, as `contact/email`. */
export function writeFile(book, keys, body) {
  const places = new Map()
  const header = [...keyLines(book, keys, places)].map(line => `${line}\n`).join("")
  const below = bare(body)
  const text = `---\n${header}---\n${below && `\n${below}\n`}`
  const fence = match(FENCE, text, 4 + header.length)
  const rest = text.slice(fence.index + fence[0].length).replace(/^\n/, "")
  const bodyLine = place(text, text.length - rest.length).line
  return { text, header, body: rest, bodyLine, places }
}

/* Finds the place in the file of a character of its body. */
export function bodyPlace(file, index) {
  const { line, column } = place(file.body, index)
  return { line: file.bodyLine + line - 1, column }
}

/* Finds the place in the file of a line of its body, counted from 0. */
export const linePlace = (file, line, column = 1) => ({ line: file.bodyLine + line, column })

/* Counts the bytes of a text. */
export const bytes = text => new TextEncoder().encode(text)
