/* Ends of lines that their author typed, kept in the file as core/gfm/breaks.py keeps them. */

import MarkdownIt from "../vendor/markdown-it.js"

const NOTE = /^\[\^[^\]\s]+\]:[ \t]*(.*)$/u
const ALERT = /^\[!(?:note|tip|important|warning|caution)\][ \t]*$/iu
const INDENT = 4
const BEGUN = ["paragraph", "reference", "blockquote", "list"]

const parser = new MarkdownIt({ html: true })
parser.block.ruler.before("table", "note", note, { alt: BEGUN })

/* Writes a text so that its lines end where they were typed, on GitHub and on the site. */
export function keepBreaks(text) {
  const lines = text.split("\n")
  for (const number of breaks(text)) lines[number] = `${lines[number].trimEnd()}\\`
  return lines.join("\n")
}

/* Gives the lines that the next one would be joined to. */
function* breaks(text) {
  let opening
  let above
  for (const token of parser.parse(text, {})) {
    if (["paragraph_open", "heading_open"].includes(opening?.type)) {
      const ends = token.children.filter(({ tag }) => tag === "br").map(({ type }) => type)
      // Where one stands in code or in a tag nobody can tell which of the lines it ends.
      const isPlain = ends.length === token.content.split("\n").length - 1
      for (const [at, type] of isPlain ? ends.entries() : []) {
        const isTitle = at === 0 && above?.type === "blockquote_open" && ALERT.test(token.content.split("\n")[0])
        if (type === "softbreak" && !isTitle) yield opening.map[0] + at
      }
    }
    above = opening
    opening = token
  }
}

/* Leaves a note as it is written, with the lines that go on with it. */
function note(state, start, end, silent) {
  const isCode = state.sCount[start] - state.blkIndent >= INDENT
  const found = isCode ? null : NOTE.exec(state.src.slice(state.bMarks[start] + state.tShift[start], state.eMarks[start]))
  const text = found?.[1].trim()
  if (!found || !(text || below(state, start, start + 1, end) > start + 1)) return false
  if (!silent) state.line = below(state, start, text ? lazy(state, start + 1, end) : start + 1, end)
  return true
}

/* Gives the line after the last that is set in below a mark, empty ones among them. */
function below(state, start, first, end) {
  let last = first
  for (let line = first; line < end; line += 1) {
    if (state.isEmpty(line)) continue
    if (state.sCount[line] < state.sCount[start] + INDENT) break
    last = line + 1
  }
  return last
}

/* Gives the line after the last that goes on with the paragraph above it. */
function lazy(state, first, end) {
  const rules = state.md.block.ruler.getRules("paragraph")
  for (let line = first; line < end; line += 1) {
    const isOutside = state.isEmpty(line) || state.sCount[line] < state.blkIndent
    if (isOutside || rules.some(rule => rule(state, line, end, true))) return line
  }
  return end
}
