/* What is read of the lines of a text: its fenced code and its headings, as
   core/reading/markdown/outline.py finds them where no HTML stands. */

const FENCE = /^\s*(`{3,}(?!.*`)|~{3,})/u
const HEADING = /^ {0,3}(#{1,6})[ \t]*(.*)$/su
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/u
const ITEM = /^\s*[-*+•–—·▪●◦\uf0b7](?:\s|$)/u

const closes = (line, fence) =>
  line.length >= fence.length && line === fence[0].repeat(line.length)

/* Gives the numbers of the lines of fenced code; a fence that nothing closes is none. */
export function fenced(lines) {
  const numbers = new Set()
  const unclosed = new Set()
  for (let start = 0; start < lines.length; start += 1) {
    const fence = FENCE.exec(lines[start])?.[1]
    if (!fence || unclosed.has(fence)) continue
    let end = start + 1
    while (end < lines.length && !closes(lines[end].trim(), fence)) end += 1
    if (end === lines.length) {
      unclosed.add(fence)
      continue
    }
    for (let number = start; number <= end; number += 1) numbers.add(number)
    start = end
  }
  return numbers
}

/* Gives the headings, underlined ones too: first line, line after the last, level, text. */
export function headings(lines) {
  const code = fenced(lines)
  return lines.flatMap((line, first) => {
    if (code.has(first)) return []
    const [, signs, text] = HEADING.exec(line) ?? []
    if (signs) return [{ first, after: first + 1, level: signs.length, text }]
    const [, rule] = UNDERLINE.exec(lines[first + 1] ?? "") ?? []
    if (!rule || !line.trim() || ITEM.test(line)) return []
    return [{ first, after: first + 2, level: rule.startsWith("=") ? 1 : 2, text: line.trim() }]
  })
}
