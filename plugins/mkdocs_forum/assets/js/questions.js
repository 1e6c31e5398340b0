/* The questions of a talk: whether its text has some, and those that were typed one by one. Their list
   is read by the check, as core/reading/questions says; here each is given the name that becomes its
   address. */

import { headings } from "./outline.js"
import { match } from "./patterns.js"
import { slugify } from "./slugs.js"
import { fault, oneLine, say } from "./texts.js"

const HEAD = { line: 1, column: 1 }
// Whatever may begin an item of a list: nobody is asked for questions that the check would find.
const ITEM = /^\s*(?:[-*+•–—·▪●◦\uf0b7]|\d{1,3}[.)])/u
const NAMED = /^(.*?)(?:\s*\{#([^{}]*)\})?$/u
const LINKED = /\]\([^)]*\)/gu

/* Whether a text has a list below a heading of questions. */
export function hasQuestions(book, text) {
  const lines = text.split("\n")
  const found = headings(lines)
  return found.some(({ after, level, text }) => {
    if (!match(book.rules.questions.heading, text)) return false
    const next = found.find(other => other.first >= after && other.level <= level)
    return lines.slice(after, next?.first).some(line => ITEM.test(line))
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

   Gives the whole text, and the faults of the questions. */
export function withQuestions(book, text, typed) {
  const taken = new Set()
  const asked = typed
    .map(written => oneLine(book, written))
    .filter(Boolean)
    .map(written => named(book, written, taken))
  if (!asked.length) return { text, faults: [] }
  const told = (code, message, hint) =>
    fault(book, HEAD, code, say(book, message), say(book, hint), "questions")
  if (hasQuestions(book, text)) return { text, faults: [told("F138", "HAS_QUESTIONS", "AMONG_THEM")] }
  const faults = asked.some(({ name }) => !name) ? [told("F136", "NO_TEXT", "WRITE_QUESTION")] : []
  const items = asked.map(({ words, name }) => (name ? `- ${words} {#${name}}` : `- ${words}`))
  const above = text ? [text, ""] : []
  const { title } = book.rules.questions
  return { text: [...above, `## ${title}`, "", ...items].join("\n"), faults }
}
