/* The names that are most like a wrong one: a twin of core/words/similar_names.py and of Python's
   difflib.get_close_matches, so that a form asks "did you mean …?" of the same name as the check. */

import { length } from "./texts.js"

const CUTOFF = 0.6
const LONG = 200

function positions(word) {
  const found = new Map()
  word.forEach((sign, index) => found.set(sign, [...(found.get(sign) ?? []), index]))
  if (word.length < LONG) return found
  // What stands everywhere in a long text tells nothing.
  const most = Math.floor(word.length / 100) + 1
  return new Map([...found].filter(([, indexes]) => indexes.length <= most))
}

/* Finds the longest stretch that two parts have in common: where it begins in each, how long. */
function longest(one, other, found, [low, high, from, to]) {
  let best = [low, from, 0]
  let sizes = new Map()
  for (let index = low; index < high; index += 1) {
    const next = new Map()
    for (const place of found.get(one[index]) ?? []) {
      if (place < from) continue
      if (place >= to) break
      const size = (sizes.get(place - 1) ?? 0) + 1
      next.set(place, size)
      if (size > best[2]) best = [index - size + 1, place - size + 1, size]
    }
    sizes = next
  }
  let [start, place, size] = best
  while (start > low && place > from && one[start - 1] === other[place - 1]) {
    start -= 1
    place -= 1
    size += 1
  }
  while (start + size < high && place + size < to && one[start + size] === other[place + size]) {
    size += 1
  }
  return [start, place, size]
}

/* Tells how like two texts are, from 0 to 1. */
function likeness(one, other, found) {
  let common = 0
  const waiting = [[0, one.length, 0, other.length]]
  while (waiting.length) {
    const [low, high, from, to] = waiting.pop()
    const [start, place, size] = longest(one, other, found, [low, high, from, to])
    if (!size) continue
    common += size
    if (low < start && from < place) waiting.push([low, start, from, place])
    if (start + size < high && place + size < to) {
      waiting.push([start + size, high, place + size, to])
    }
  }
  return ratio(common, one, other)
}

const ratio = (common, one, other) =>
  one.length + other.length ? (2 * common) / (one.length + other.length) : 1

/* Gives the names most like a word, the likeliest first. */
export function near(word, names, most = 3, cutoff = CUTOFF) {
  const wanted = [...word]
  const found = positions(wanted)
  const alike = []
  for (const name of names) {
    const signs = [...name]
    if (ratio(Math.min(signs.length, wanted.length), signs, wanted) < cutoff) continue
    const score = likeness(signs, wanted, found)
    if (score >= cutoff) alike.push({ name, score })
  }
  alike.sort((one, other) => other.score - one.score || (one.name < other.name ? 1 : -1))
  return alike.slice(0, most).map(({ name }) => name)
}

/* Makes what seeks near names for one text: each wrong name once, the first ones alone, as the check
   does. What it makes takes the wrong name, what the others are called, and what gives them. */
export function seeker(book) {
  const { longest: longestName, most: mostNames } = book.rules.near
  const found = new Map()
  return (wanted, among, known, most = 1, cutoff = CUTOFF) => {
    const key = `${among} ${wanted}`
    const isSought = length(wanted) <= longestName && found.size < mostNames
    if (!found.has(key) && isSought) found.set(key, near(wanted, known(), most, cutoff))
    return found.get(key) ?? []
  }
}
