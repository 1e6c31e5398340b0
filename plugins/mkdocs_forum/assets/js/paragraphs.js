/* Lines that a program broke where its page ended, as a PDF has them, put together again. */

const NARROWEST = 40
const WIDEST = 140
const FILLED = 0.82
const LEAST = 3
const ITEM = /^\s*(?:[-*+•–▪●◦·\uf0b7]|\d{1,3}[.)])\s/u

/* Gives a text whose paragraphs are lines, if most of its lines are as long as its page was wide. */
export function unwrapped(text) {
  const lines = text.split("\n").map(line => line.trimEnd())
  const written = lines.filter(line => line.trim())
  const width = Math.max(0, ...written.map(({ length }) => length))
  if (width < NARROWEST || width > WIDEST) return text
  const goesOn = number => isBroken(lines[number], lines[number + 1], width)
  const count = lines.filter((_, number) => goesOn(number)).length
  if (count < LEAST || count * 3 < written.length) return text
  const paragraphs = []
  lines.forEach((line, number) => {
    if (number && goesOn(number - 1)) paragraphs.push(joined(paragraphs.pop(), line.trim(), text))
    else paragraphs.push(line)
  })
  return paragraphs.reduce((above, line, number) => {
    if (!number) return line
    const isApart = line.trim() && paragraphs[number - 1].trim() && !ITEM.test(line)
    return `${above}\n${isApart ? "\n" : ""}${line}`
  }, "")
}

/* Whether the next word had no room on a line. */
function isBroken(line, next, width) {
  if (!line?.trim() || !next?.trim() || ITEM.test(next)) return false
  const [word] = next.trim().split(/\s/u)
  return line.length + 1 + word.length > width * FILLED && line.length > width / 2
}

/* A hyphen at the end of a line belongs to its word, unless the text has that word without it. */
function joined(above, below, text) {
  const [, first] = /(\p{L}+)[-\u00ad\u2010]$/u.exec(above) ?? []
  if (!first || !/^\p{Ll}/u.test(below)) return `${above} ${below}`
  const [last] = /^\p{L}+/u.exec(below)
  const isParted = !above.endsWith("-") || new RegExp(`${first}${last}`, "iu").test(text)
  return `${isParted ? above.slice(0, -1) : above}${below}`
}
