/* The places of a text to which its own links may lead: what its headings are called once they are
   rendered. */

import { firstUnclosed, headings, isHeading } from "./outline.js"

const SIGNS = /[*_`[\]<>\\{}~^=+|]|&#?\w+;|--|\.\.\.|:[\w+-]+:/u
const NAMED = /^(.*?)[ \t]*\{:?[ \t]*#([\w-]+)[ \t]*\}$/u
const QUESTION = /\S\s+\{#[\w-]+\}\s*$/u
// What may give a place of its own that is found by rendering alone.
const UNREAD = /\[\^|\bid\s*=|\bname\s*=|^[ \t]*[>*+\-\d][ \t>*+\-\d.)]*(?:#|.*\n[ \t>]*[=-]+[ \t]*$)/mu

/* Makes the name of a heading as Python-Markdown does. */
function named(text) {
  const letters = text.normalize("NFKD").replace(/[^\0-\x7f]/g, "")
  return letters.replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-")
}

function unlike(name, known) {
  let found = name
  while (!found || known.has(found)) {
    const [, stem, number] = /^(.*)_([0-9]+)$/.exec(found) ?? []
    found = number ? `${stem}_${Number(number) + 1}` : `${found}_1`
  }
  return found
}

/* Gives the places of a text, the names of its questions among them; nothing where a browser can't
   tell all of them. */
export function anchorsOf(book, body, questions) {
  if (!book.rules.references.names_headings || UNREAD.test(body)) return null
  const lines = body.split("\n")
  if (firstUnclosed(book, lines) < lines.length) return null
  const texts = headings(book, lines).map(({ text }) => {
    const [, words = text, name] = NAMED.exec(text) ?? []
    return { words, name }
  })
  const isPlain = texts.every(({ words }) => !SIGNS.test(words))
  const isMarked = line => line.includes("{") && !isHeading(book, line) && !QUESTION.test(line)
  if (!isPlain || lines.some(isMarked)) return null
  const known = new Set(texts.map(({ name }) => name).filter(Boolean))
  for (const { words, name } of texts) if (!name) known.add(unlike(named(words), known))
  return new Set([...known, ...questions])
}
