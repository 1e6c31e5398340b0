/* Boxes, as `!!! note "Title"`, for the preview's renderer: what is set in below belongs to them. */

const BOX = /^(!!!|\?\?\?\+?) ?([\w-]+)(?: +[\w -]+)?(?: +"(.*)")?[ \t]*$/u
const INDENT = 4
const KINDS =
  /^(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote)$/

function box(state, start, end, silent) {
  const line = state.src.slice(state.bMarks[start] + state.tShift[start], state.eMarks[start])
  const found = state.sCount[start] - state.blkIndent < INDENT && BOX.exec(line)
  if (!found || silent) return Boolean(found)
  let next = start + 1
  while (next < end && (state.isEmpty(next) || state.sCount[next] - state.blkIndent >= INDENT)) {
    next += 1
  }
  const [, sign, kind, title] = found
  const element = sign === "!!!" ? "div" : "details"
  const opening = state.push("box_open", element, 1)
  opening.attrs = [["data-box", kind.toLowerCase()], ...(sign === "???+" ? [["open", ""]] : [])]
  if (title !== "") headline(state, element, title ?? kind[0].toUpperCase() + kind.slice(1))
  within(state, start + 1, next)
  state.push("box_close", element, -1)
  state.line = next
  return true
}

function headline(state, element, title) {
  const name = element === "div" ? "p" : "summary"
  state.push("box_title_open", name, 1).attrs = [["data-box-title", ""]]
  const text = state.push("inline", "", 0)
  text.content = title
  text.children = []
  state.push("box_title_close", name, -1)
}

function within(state, from, to) {
  const { lineMax } = state
  state.lineMax = to
  state.blkIndent += INDENT
  state.md.block.tokenize(state, from, to)
  state.blkIndent -= INDENT
  state.lineMax = lineMax
}

export function boxes(markdown) {
  markdown.block.ruler.before("paragraph", "box", box, { alt: ["paragraph", "blockquote", "list"] })
}

/* Gives the boxes in a part of a page the classes by which the theme knows them. */
export function styleBoxes(part) {
  for (const found of part.querySelectorAll("[data-box]")) {
    const { box: kind } = found.dataset
    if (found.localName === "div") found.classList.add("admonition")
    if (KINDS.test(kind)) found.classList.add(kind)
    delete found.dataset.box
  }
  for (const title of part.querySelectorAll("p[data-box-title]")) {
    title.classList.add("admonition-title")
  }
}
