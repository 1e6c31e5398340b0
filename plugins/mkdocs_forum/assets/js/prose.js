/* Buttons that write the signs of Markdown around what is selected in a text. */

const PAIRS = { bold: "**", italic: "*" }
const STARTS = { heading: "## ", list: "- ", numbers: "1. ", quote: "> " }
const ANY_START = /^(?:#{1,6}|[-*+]|\d{1,3}[.)]|>) +/u
const KEYS = { b: "bold", i: "italic", k: "link" }

export function startProse(field) {
  const text = field.querySelector("textarea")
  field.addEventListener("click", event => {
    const tool = event.target.closest("[data-sign]")
    if (tool) sign(text, tool.dataset.sign)
    const help = event.target.closest("[data-help]")
    if (help) toggle(help)
  })
  if (!CSS.supports("field-sizing", "content")) text.addEventListener("input", () => grow(text))
  text.addEventListener("keydown", event => {
    const name = KEYS[event.key.toLowerCase()]
    if (!name || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    sign(text, name)
  })
}

/* Shows or hides what a button controls. */
export function toggle(button) {
  const part = document.getElementById(button.getAttribute("aria-controls"))
  part.hidden = !part.hidden
  button.setAttribute("aria-expanded", String(!part.hidden))
}

/* Makes a text as high as what stands in it, where style alone can't. */
function grow(text) {
  text.style.minBlockSize = `${text.scrollHeight}px`
}

function sign(text, name) {
  if (name in STARTS) startLines(text, STARTS[name])
  else if (name === "link") link(text)
  else if (name === "picture") text.form.querySelector("[data-pictures] input[type=file]").click()
  else surround(text, PAIRS[name])
}

function selection(text) {
  const { selectionStart: start, selectionEnd: end, value } = text
  return { start, end, chosen: value.slice(start, end) }
}

function surround(text, mark) {
  const { start, end, chosen } = selection(text)
  if (isMarked(chosen, mark)) {
    const inner = chosen.slice(mark.length, -mark.length)
    write(text, start, end, inner, 0, inner.length)
    return
  }
  const around = text.value.slice(Math.max(0, start - mark.length), end + mark.length)
  if (chosen && isMarked(around, mark) && around.length === chosen.length + 2 * mark.length) {
    write(text, start - mark.length, end + mark.length, chosen, 0, chosen.length)
    return
  }
  // A sign next to a space isn't read as one.
  const [, before, inner, after] = chosen.match(/^(\s*)([^]*?)(\s*)$/)
  const from = before.length + mark.length
  write(text, start, end, before + mark + inner + mark + after, from, from + inner.length)
}

/* Whether a text begins and ends with a mark; what looks like italics may be half of bold. */
function isMarked(text, mark) {
  const isHalf = mark === "*" && /^\*\*(?!\*)/.test(text)
  return text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark) && !isHalf
}

function link(text) {
  const { start, end, chosen } = selection(text)
  const words = chosen.trim() || text.dataset.linked
  const address = "https://"
  const written = `[${words}](${address})`
  const from = chosen.trim() ? words.length + 3 : 1
  const to = from + (chosen.trim() ? address.length : words.length)
  write(text, start, end, written, from, to)
}

function startLines(text, mark) {
  const { value } = text
  const { start: chosenStart, end: chosenEnd } = selection(text)
  const start = value.lastIndexOf("\n", chosenStart - 1) + 1
  const next = value.indexOf("\n", chosenEnd)
  const end = next < 0 ? value.length : next
  const lines = value.slice(start, end).split("\n")
  const marks = lines.map((_, place) => mark.replace("1", place + 1))
  const isMarked = lines.every((line, place) => line.startsWith(marks[place]))
  const written = lines
    .map((line, place) => (isMarked ? line.slice(marks[place].length) : marks[place] + bare(line)))
    .join("\n")
  write(text, start, end, written, written.length)
}

/* Takes off what makes a line a heading, an item or a quotation. */
const bare = line => line.replace(ANY_START, "")

/* Puts another text in place of the whole, which the browser can undo. */
export function rewrite(text, written) {
  const { length } = text.value
  write(text, 0, length, written, written.length)
}

/* Writes as the keyboard does, so that the browser can undo it; selects a part of what it wrote. */
export function write(text, start, end, written, from, to = from) {
  text.focus()
  text.setSelectionRange(start, end)
  if (!document.execCommand("insertText", false, written)) {
    text.setRangeText(written, start, end)
    text.dispatchEvent(new Event("input", { bubbles: true }))
  }
  text.setSelectionRange(start + from, start + to)
}
