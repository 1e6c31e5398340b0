/* A text as the site's renderer takes its lines. That one asks for four spaces where the preview's
   own is content with two, and knows fewer lists: the lines are written so that both agree. */

import { fenced, isHeading } from "./outline.js"

const ITEM = /^( *)([-*+]|\d+\.) +(?=\S)/
const OTHER_NUMBER = /^( *\d+)\)(?= )/
const NAMED = /[ \t]+\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$/
const INDENT = 4

/* Gives how many signs of white space a line begins with. */
const indentOf = line => line.length - line.trimStart().length

const spaces = text => text.replace(/^[ \t]+/, start => {
  let width = 0
  for (const sign of start) width += sign === "\t" ? INDENT - (width % INDENT) : 1
  return " ".repeat(width)
})

/* The list that is open at a line: the sign of each level, and whether an empty line came last. */
class Lists {
  constructor() {
    this.end()
  }

  end() {
    this.signs = []
    this.isBelowGap = true
  }

  /* Writes a line of prose; an item takes as much room as its text has to be set in. */
  written(line) {
    const item = ITEM.exec(line)
    const indent = indentOf(line)
    const isItem = item && (this.signs.length ? true : indent < INDENT && this.isBelowGap)
    if (!line.trim()) {
      this.isBelowGap = true
      return ""
    }
    if (isItem) return this.item(item, line.slice(item[0].length), indent)
    const isOutside = this.isBelowGap && indent < INDENT
    if (isOutside) this.signs = []
    this.isBelowGap = false
    const plain = line.replace(OTHER_NUMBER, "$1\\)")
    return isOutside ? plain.trimStart() : plain
  }

  item([, , sign], text, indent) {
    const level = Math.min(Math.floor(indent / INDENT), this.signs.length)
    // All items of a list are of the kind of its first.
    const kind = this.signs[level] ?? (/\d/.test(sign) ? "1." : "-")
    this.signs = [...this.signs.slice(0, level), kind]
    this.isBelowGap = false
    return " ".repeat(INDENT * level) + kind.padEnd(INDENT) + text.replace(NAMED, "")
  }
}

function heading(line) {
  const [, signs, text] = /^(#{1,6})(.*)$/s.exec(line) ?? []
  return signs ? `${signs} ${text.trim()}`.replace(NAMED, "") : line
}

/* Gives a text whose lists and headings the preview's renderer takes as the site's does. */
export function asOnTheSite(text) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map(spaces)
  const code = fenced(lines)
  const lists = new Lists()
  return lines
    .map((line, number) => {
      const isCode = code.has(number)
      if (!isCode && !isHeading(line)) return lists.written(line)
      if (indentOf(line) < INDENT && (!isCode || !code.has(number - 1))) lists.end()
      return isCode ? line : heading(line)
    })
    .join("\n")
}
