/* What a text may hold at the most: twins of core/reading/limits/ and core/reading/notations.py. A
   file is what `writeFile` gives. */

import { matches, matchNumber } from "./patterns.js"
import { brief, cut, fault, length, place, say } from "./texts.js"
import { bodyPlace, bytes, linePlace } from "./writing.js"

const NEWLINE = 10

const lineOf = written => written.reduce((count, byte) => count + (byte === NEWLINE), 1)

/* Gives the fault of a file that is larger than any that is read. */
export function sizeFault(book, file) {
  const { file: largest, header, word, long_word: message, shorter, heap, heaped, anew } =
    book.rules.sizes
  const whole = bytes(file.text)
  if (whole.length > largest) {
    const where = { line: lineOf(whole.slice(0, largest)), column: 1 }
    const most = largest / 1024
    return fault(book, where, "F142", say(book, "LARGE_FILE", { most }), say(book, "DIVIDE"))
  }
  for (const found of matches(word, file.text)) {
    if (/^[\x00-\x7f]*$/.test(found[0])) continue
    return fault(book, place(file.text, found.index), "F146", message, shorter)
  }
  const [pile] = matches(heap, file.text)
  if (pile) return fault(book, place(file.text, pile.index), "F146", heaped, anew)
  const above = bytes(file.header)
  if (above.length > header) {
    const where = { line: lineOf(above.slice(0, header)) + 1, column: 1 }
    const large = say(book, "LARGE_HEADER", { most: header / 1024 })
    return fault(book, where, "F141", large, say(book, "TEXT_BELOW"))
  }
  return null
}

/* Gives what a text holds too much of. */
export function capFaults(book, file) {
  const passed = []
  for (const { code, most, pattern, message, hint } of book.rules.caps) {
    const found = matchNumber(pattern, file.body, most)
    if (found) passed.push(fault(book, bodyPlace(file, found.index), code, message, hint))
  }
  if (passed.length) return passed
  return [farBracket(book, file), largeTable(book, file), repetition(book, file)].filter(Boolean)
}

/* Gives a function that counts the characters between two places of a text. */
function ruler(text) {
  const wide = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(found => found.index)
  const before = index => {
    let low = 0
    let high = wide.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (wide[middle] < index) low = middle + 1
      else high = middle
    }
    return low
  }
  return (start, end) => end - start - (before(end) - before(start))
}

function farBracket(book, file) {
  const { farthest, shares, tag, fence, blank } = book.rules.reach
  const { body } = file
  const across = ruler(body)
  const fences = [...matches(fence, body)].map(found => found.index)
  const ends = [...matches(blank, body)]
    .map(found => found.index)
    .filter(index => !fences.length || !(fences[0] < index && index < fences.at(-1)))
  ends.push(body.length)
  const ways = []
  for (const { pattern, share } of shares) {
    let end = 0
    for (const { index, groups } of matches(pattern, body)) {
      if (!groups.open) continue
      while (ends[end] <= index && end < ends.length - 1) end += 1
      ways.push([index, groups.open, across(index, ends[end]), share])
    }
  }
  for (const { index, groups } of matches(tag, body)) {
    if (!groups.open) continue
    ways.push([index, "<", across(index, body.length), groups.open === "<![" ? 0.2 : 5])
  }
  ways.sort((one, other) => compare(one, other))
  let way = 0
  for (const [index, sign, size, share] of ways) {
    way += size / share
    if (way > farthest) return far(book, bodyPlace(file, index), sign)
  }
  return null
}

function compare(one, other) {
  for (const [index, value] of one.entries()) {
    if (value !== other[index]) return value < other[index] ? -1 : 1
  }
  return 0
}

function far(book, where, sign) {
  if (sign === "[" || sign === "<") {
    return fault(book, where, "F143", say(book, "OPEN_BRACKETS"), say(book, "ESCAPE_BRACKETS"))
  }
  const message = say(book, "LONG_PARAGRAPH", { sign: cut(sign.trim(), 20) })
  return fault(book, where, "F146", message, say(book, "DIVIDE_PARAGRAPH"))
}

const count = (text, sign) => text.split(sign).length - 1

function largeTable(book, file) {
  const { separator, most_cells: most } = book.rules.reach
  const rows = count(file.body, "\n") + 1
  let widest = null
  for (const found of matches(separator, file.body)) {
    if (!widest || count(found[0], "|") > count(widest[0], "|")) widest = found
  }
  if (!widest || (count(widest[0], "|") + 1) * rows <= most) return null
  const message = say(book, "LARGE_TABLES", { most })
  return fault(book, bodyPlace(file, widest.index), "F146", message, say(book, "FEWER_COLUMNS"))
}

function repetition(book, file) {
  const { definition, most_uses: mostUses, most_repeated: mostRepeated } = book.rules.reach
  const { body } = file
  const brackets = count(body, "[")
  let uses = 0
  let repeated = 0
  for (const found of matches(definition, body)) {
    const short = (found.groups.short ?? "").trim()
    const used = short ? count(body, short) : brackets
    uses += short ? used : 0
    const rest = body.slice(found.index + found[0].length)
    repeated += used * length(rest.split("\n", 2).join("\n"))
    if (uses > mostUses || repeated > mostRepeated) {
      const key = cut(short || found.groups.name, 60)
      const where = bodyPlace(file, found.index)
      const hint = say(book, "SHORTER_DEFINITION")
      return fault(book, where, "F144", say(book, "REPEATED", { key }), hint)
    }
  }
  return null
}

/* Gives what would bring in another text: one to a line. */
export function notationFaults(book, file) {
  const { notations } = book.rules
  const faults = []
  let [line, last, told] = [0, 0, -1]
  for (const found of sought(notations, file.body)) {
    const { index } = found
    line += file.body.slice(last, index).split("\n").length - 1
    last = index
    if (line === told) continue
    told = line
    const start = index && file.body.lastIndexOf("\n", index - 1) + 1
    const where = linePlace(file, line, length(file.body.slice(start, index)) + 1)
    faults.push(bringsIn(book, where, found))
  }
  return faults
}

const sought = (patterns, text) =>
  patterns
    .flatMap(pattern => [...matches(pattern, text)])
    .sort((one, other) => one.index - other.index)

function bringsIn(book, where, { 0: notation }) {
  const message = say(book, "BRINGS_IN", { notation: brief(book, notation.split("\n")[0]) })
  return fault(book, where, "F156", message, say(book, "WRITE_TEXT"))
}
