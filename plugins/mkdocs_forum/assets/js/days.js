/* Days as people write them: a twin of core/days.py. */

import { fullMatch } from "./patterns.js"
import { slugify } from "./slugs.js"
import { length, say } from "./texts.js"

/* Whether a text is a day that exists, as year-month-day. */
export function isDay(text) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = found.slice(1).map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year > 0 && day > 0 && day <= days
}

/* Gives those of some days that exist. */
function existing(...parts) {
  const days = parts.map(([year, month, day]) =>
    [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
  )
  return [...new Set(days.filter(isDay))]
}

/* Gives the days that a text may mean. */
function days(book, text) {
  const { quotes, longest, year_first: yearFirst, year_last: yearLast } = book.rules.days
  const signs = [...text]
  const isQuote = sign => quotes.includes(sign)
  while (signs.length && isQuote(signs.at(-1))) signs.pop()
  while (signs.length && isQuote(signs[0])) signs.shift()
  const written = signs.join("")
  if (length(written) > longest) return []
  const first = fullMatch(yearFirst, written)?.groups
  if (first) return existing([first.year, first.month, first.day])
  const last = fullMatch(yearLast, written)?.groups
  if (last) {
    const other = last.sign === "." ? [] : [[last.year, last.day, last.month]]
    return existing([last.year, last.month, last.day], ...other)
  }
  return inWords(book, written)
}

function inWords(book, written) {
  const { in_words: patterns, months } = book.rules.days
  const words = written.split(/\s+/u).map(word => slugify(book, word))
  const plain = words.filter(Boolean).join(" ")
  const found = patterns.map(pattern => fullMatch(pattern, plain)?.groups).find(Boolean)
  if (!found || !Object.hasOwn(months, found.month)) return []
  return existing([found.year, months[found.month], found.day])
}

/* Tells how a day is written that was written otherwise; nothing if it can't be told which. */
export function dayHint(book, text) {
  const [day, other] = days(book, text)
  if (!day) return null
  return other ? say(book, "WRITE_EITHER_DAY", { day, other }) : say(book, "WRITE_DAY", { day })
}
