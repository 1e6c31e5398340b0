/* Names of entries, after core/words/slugs.py and core/model/topics.py. */

/* Makes the slug of a text; empty if it has no Latin letter and no digit. */
export function slugify(book, text, longest = 60) {
  const { spelt, reserved } = book.rules.letters
  const letters = [...text.toLowerCase()].map(letter => spelt[letter] ?? letter).join("")
  const plain = letters.normalize("NFKD").replace(/\p{M}/gu, "")
  const slug = (plain.match(/[a-z0-9]+/gu) ?? []).join("-")
  if (reserved.includes(slug)) return `${slug}-1`
  if (slug.length <= longest) return slug
  const start = slug.slice(0, longest + 1)
  const last = start.lastIndexOf("-")
  return last > 0 ? start.slice(0, last) : start.slice(last + 1).slice(0, longest)
}

/* Gives a name, or the first one after it with a number, that isn't taken. */
export function freeName(name, isTaken) {
  let free = name
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`
  return free
}

/* Gives the name of a file without its ending. */
export const stemOf = name => name.replace(/\.[^.]*$/u, "")

/* Gives the ending of a file's name with its dot, in lower case; nothing if it has none. */
export const endingOf = name => name.toLowerCase().match(/\.[^.]*$/u)?.[0] ?? ""

/* Gives what two spellings of a topic have in common. */
export function topicKey(book, name) {
  const { plural, longest } = book.rules.letters
  return slugify(book, name, longest).split(plural).join("")
}
