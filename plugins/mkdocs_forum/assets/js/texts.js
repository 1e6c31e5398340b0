/* Texts as files hold them, places in them, and the sentences that are told of them.
   Twins of core/words/characters.py, core/faults/diagnostic.py, and of what cleans a form's values. */

import { replaced } from "./patterns.js"

/* Gives a text without characters that nobody sees, its accents on their letters. */
export function tidy(book, text) {
  const { breaks, unseen, turning } = book.rules.letters
  const spaced = replaced(breaks, text, () => " ")
  const plain = replaced(unseen, spaced, sign => (sign === "\r" ? sign : ""))
  return replaced(turning, plain, () => "").normalize("NFC")
}

/* Gives a text as a key holds it. */
export const oneLine = (book, text) => tidy(book, text).split(/\s+/u).filter(Boolean).join(" ")

/* Gives a text as the body of a file. */
export const lines = (book, text) => bare(tidy(book, text.replace(/\r\n?/g, "\n")))

/* Takes the empty lines off the ends of a text. */
export const bare = text => text.replace(/^\n+|\n+$/g, "")

/* Counts characters as Python does: none is two. */
export function length(text) {
  let count = text.length
  for (const _ of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) count -= 1
  return count
}

/* Gives the first characters of a text. */
export const cut = (text, longest) =>
  text.length <= longest ? text : [...text].slice(0, longest).join("")

/* Cuts what was found to the length that a message shows. */
export function brief(book, text) {
  const longest = book.rules.brief
  return length(text) <= longest ? text : `${cut(text, longest - 1)}…`
}

/* Gives the line and the column of a character, from 1. */
export function place(text, index) {
  const before = text.slice(0, index)
  const start = before.lastIndexOf("\n") + 1
  return { line: before.split("\n").length, column: length(before.slice(start)) + 1 }
}

/* Gives a sentence of the rulebook with its values. */
export const say = (book, name, values = {}) => ({ text: book.rules.sentences[name], values })

function filled(sentence, values) {
  const written = { "{{": "{", "}}": "}" }
  return sentence.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, key) => written[found] ?? values[key])
}

/* Tells a sentence in the language of the site. */
export const tell = (book, said) => filled(book.messages[said.text] ?? said.text, said.values)

/* Makes a fault; `english` sorts it as the check does. */
export function fault(book, where, code, message, hint, field = null) {
  return {
    field,
    line: where.line,
    column: where.column,
    code,
    message: tell(book, message),
    hint: hint ? tell(book, hint) : null,
    english: filled(message.text, message.values),
  }
}

const order = (one, other) => (one < other ? -1 : Number(one > other))

/* Sorts faults by place; each is told once. */
export function inOrder(faults) {
  const sorted = [...faults].sort(
    (one, other) =>
      one.line - other.line ||
      one.column - other.column ||
      order(one.code, other.code) ||
      order(one.english, other.english),
  )
  const told = new Map(sorted.map(({ english, ...found }) => [JSON.stringify(found), found]))
  return [...told.values()]
}

/* Takes from a fault what a refusal of one value says. */
export const refusalOf = found =>
  found ? { code: found.code, message: found.message, hint: found.hint } : null
