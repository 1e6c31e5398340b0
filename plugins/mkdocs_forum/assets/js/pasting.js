/* What is pasted into a text: with its form as Markdown, and from a PDF without the ends of its lines.
   The library that writes Markdown is loaded at the first paste that needs it. */

import { cleaned } from "./clipboard.js"
import { unwrapped } from "./paragraphs.js"
import { write } from "./prose.js"

const FORMED =
  "h1, h2, h3, h4, h5, h6, b, strong, i, em, del, s, a, ul, ol, table, blockquote, pre, code, br, img, p + p, div + div"

let converter

async function load() {
  const [{ default: TurndownService }, { gfm }] = await Promise.all([
    import("../vendor/turndown.js"),
    import("../vendor/turndown-plugin-gfm.js"),
  ])
  const service = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
    br: "",
  })
  service.use(gfm)
  service.escape = text => text.replace(/[\\`*<]|\b_|_\b/gu, "\\$&")
  service.addRule("struck", { filter: ["del", "s", "strike"], replacement: text => `~~${text}~~` })
  service.addRule("item", { filter: "li", replacement: item })
  service.addRule("cell", { filter: ["th", "td"], replacement: cell })
  return service
}

function item(content, node, { bulletListMarker }) {
  const { parentElement: list } = node
  const start = Number(list.getAttribute("start") ?? 1)
  const sign = list.localName === "ol" ? `${start + [...list.children].indexOf(node)}.` : bulletListMarker
  const margin = " ".repeat(sign.length + 1)
  const text = content.trim().replace(/\n{2,}(?=[ \t]*(?:[-]|\d+\.) )/gu, "\n").replace(/\n(?=.)/gu, `\n${margin}`)
  return `${sign} ${text}${node.nextElementSibling ? "\n" : ""}`
}

function cell(content, node) {
  const text = content.trim().replace(/\s*\n\s*/gu, " ").replaceAll("|", "\\|")
  return `${node.previousElementSibling ? "" : "|"} ${text} |`
}

/* Gives what was copied as Markdown, and how many pictures it lost; nothing if it has no form. */
export async function asMarkdown(html) {
  const page = cleaned(html)
  if (!page.querySelector(FORMED)) return null
  converter ??= load().catch(error => {
    converter = undefined
    throw error
  })
  const service = await converter
  const pictures = page.querySelectorAll("img")
  pictures.forEach(picture => picture.remove())
  const text = service.turndown(page)
  const tidy = text.replace(/^[ \t\u00a0]+$/gmu, "").replace(/[ \t]+$/gmu, "").replace(/\n{3,}/gu, "\n\n")
  return { text: tidy.trim(), pictures: pictures.length }
}

/* Lets what is pasted into a text keep its form, which the browser can undo. */
export function startPasting(field) {
  const text = field.querySelector("textarea")
  const told = field.querySelector("[data-pasted]")
  text.addEventListener("paste", async event => {
    // A picture was taken already.
    if (event.defaultPrevented) return
    const html = event.clipboardData.getData("text/html")
    const plain = event.clipboardData.getData("text/plain").replace(/\r\n?/gu, "\n")
    const joined = html ? plain : unwrapped(plain)
    if (!html && joined === plain) return
    event.preventDefault()
    const made = html ? await asMarkdown(html).catch(() => null) : { text: joined, pictures: 0 }
    const { selectionStart: start, selectionEnd: end } = text
    const written = made?.text || plain
    write(text, start, end, written, written.length)
    const { pasted, leftOut } = told.dataset
    const sentences = [...(written === plain ? [] : [pasted]), ...(made?.pictures ? [leftOut] : [])]
    told.textContent = sentences.join(" ")
    told.hidden = !sentences.length
  })
}
