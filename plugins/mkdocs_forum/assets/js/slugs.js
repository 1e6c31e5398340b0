/* Names of entries: twins of core/words/slugs.py and core/model/topics.py. */

import { replaced } from "./patterns.js"

/* Makes the slug of a text; empty if it has no Latin letter and no digit. */
export function slugify(book, text, longest = 60) {
  const { spelt, combining, reserved } = book.rules.letters
  const letters = [...text.toLowerCase()].map(letter => spelt[letter] ?? letter).join("")
  const plain = replaced(combining, letters.normalize("NFKD"), () => "")
  const slug = (plain.match(/[a-z0-9]+/g) ?? []).join("-")
  if (reserved.includes(slug)) return `${slug}-1`
  if (slug.length <= longest) return slug
  const start = slug.slice(0, longest + 1)
  const last = start.lastIndexOf("-")
  return last > 0 ? start.slice(0, last) : start.slice(last + 1).slice(0, longest)
}

/* Gives what two spellings of a topic have in common. */
export function topicKey(book, name) {
  const { plural, longest_topic: longest } = book.rules.letters
  return replaced(plural, slugify(book, name, longest), () => "")
}
