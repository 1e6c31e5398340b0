/* The questions of a talk: whether its text has some, and those that were typed one by one. Their list
   is read by the check, as core/reading/questions says; here each is given the name that becomes its
   address. */

import { headings } from "./outline.js"
import { slugify } from "./slugs.js"
import { oneLine, tell } from "./texts.js"

// Whatever may begin an item of a list: nobody is asked for questions that the check would find.
const ITEM = /^\s*(?:[-*+•–—·▪●◦\uf0b7]|\d{1,3}[.)])/u
const NAMED = /^(.*?)(?:\s*\{#([^{}]*)\})?$/u
const LINKED = /\]\([^)]*\)/gu

/* Whether a text has a list below a heading of questions. */
export function hasQuestions(book, text) {
  const rows = text.split("\n")
  const found = headings(rows)
  return found.some(({ after, level, text }) => {
    if (!book.rules.questions.heading.test(text)) return false
    const next = found.find(other => other.first >= after && other.level <= level)
    return rows.slice(after, next?.first).some(row => ITEM.test(row))
  })
}

/* Gives the words of a question and its name: the one at its end, or one made of its words, other than
   those that are taken. */
function named(book, written, taken) {
  const [, words, own = ""] = NAMED.exec(written)
  const made = slugify(book, words.replace(LINKED, "]"), book.rules.questions.longest_name)
  const name = slugify(book, own) || made
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`
  if (name) taken.add(free)
  return { words, name: free }
}

/* Writes questions that were typed one by one below a text.

   Gives the whole text, and why they can't stand there, if they can't. */
export function withQuestions(book, text, typed) {
  const taken = new Set()
  const written = typed.map(question => oneLine(book, question)).filter(Boolean)
  const asked = written.map(question => named(book, question, taken))
  const refused = (code, message, hint) =>
    ({ code, message: tell(book, message), hint: tell(book, hint) })
  if (!asked.length) return { text, refusal: null }
  if (hasQuestions(book, text)) {
    return { text, refusal: refused("F138", "HAS_QUESTIONS", "AMONG_THEM") }
  }
  const isNameless = asked.some(({ name }) => !name)
  const refusal = isNameless ? refused("F136", "NO_TEXT", "WRITE_QUESTION") : null
  const items = asked.map(({ words, name }) => (name ? `- ${words} {#${name}}` : `- ${words}`))
  const above = text ? [text, ""] : []
  return { text: [...above, `## ${book.rules.questions.title}`, "", ...items].join("\n"), refusal }
}
