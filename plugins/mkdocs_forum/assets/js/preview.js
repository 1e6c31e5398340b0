/* Shows a text as its page will. The renderer and the sanitiser are loaded when they are first
   asked for; what was rendered is shown only once it was sanitised. */

import { boxes, styleBoxes } from "./boxes.js"
import { typeset, typesetter } from "./typography.js"
import { loadTyping } from "./judging.js"
import { toggle } from "./prose.js"

const ELEMENTS = (
  "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure " +
  "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary " +
  "sup table tbody td tfoot th thead time tr u ul var wbr"
).split(" ")
const ATTRIBUTES = [
  ...["href", "title", "lang", "dir", "colspan", "rowspan", "alt", "align", "open"],
  ...["data-box", "data-box-title", "data-picture"],
]

const NAMED = /[ \t]+\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$/u

const KEPT = "forum-preview"
const PAUSE = 250

let tools

async function load({ abbreviations, boxed, definitions, footnotes }) {
  const { MarkdownIt, purify, abbr, deflist, footnote } = await import("./renderers.js")
  // GitHub's Markdown, as the site reads it.
  const markdown = new MarkdownIt({ html: true, linkify: true })
  markdown.linkify.set({ fuzzyLink: false })
  markdown.renderer.rules.s_open = () => "<del>"
  markdown.renderer.rules.s_close = () => "</del>"
  const { image } = markdown.renderer.rules
  markdown.renderer.rules.image = (tokens, index, ...others) => {
    tokens[index].attrSet("data-picture", tokens[index].attrGet("src"))
    return image(tokens, index, ...others)
  }
  markdown.core.ruler.before("inline", "names", withoutNames)
  if (abbreviations) markdown.use(abbr)
  if (boxed) markdown.use(boxes)
  if (definitions) markdown.use(deflist)
  if (footnotes) useNotes(markdown.use(footnote))
  const { keepBreaks } = await loadTyping()
  return { markdown, purify, keepBreaks }
}

/* Notes look as on the site, and have a place of their own. */
function useNotes(markdown) {
  markdown.disable("footnote_inline")
  const { rules } = markdown.renderer
  rules.footnote_caption = (tokens, index) => String(tokens[index].meta.id + 1)
  rules.footnote_block_open = () => "<div><hr><ol>"
  rules.footnote_block_close = () => "</ol></div>"
  rules.footnote_anchor = () => "\u00a0<a>\u21a9</a>"
}

/* Takes off names of headings and questions, which no reader sees. */
function withoutNames({ tokens }) {
  for (const token of tokens) {
    if (token.type === "inline") token.content = token.content.replace(NAMED, "")
  }
}

/* Whether there is room for it beside the text: then it is there from the start, unless somebody put
   it away before. */
const isBeside = () => matchMedia("(min-width: 1000px)").matches

function isWanted() {
  try {
    return localStorage.getItem(KEPT) !== "off"
  } catch {
    return true
  }
}

function remember(isShown) {
  try {
    if (isBeside()) localStorage.setItem(KEPT, isShown ? "on" : "off")
  } catch {
    // It is chosen anew on the next page.
  }
}

/* `urlOf` gives the address of a picture that is sent with the text, by its name. */
export function startPreview(field, rulebook, urlOf) {
  const text = field.querySelector("textarea")
  const button = field.querySelector("[data-show]")
  const section = field.querySelector(".forum-preview")
  const place = section.querySelector(".forum-preview__text")
  const set = typesetter(rulebook.typography)
  let waiting
  const show = async () => {
    const wanted = text.value
    section.setAttribute("aria-busy", "true")
    try {
      tools = await (tools ?? load(rulebook.notation))
      const html = shown(wanted, section, place.dataset, urlOf)
      typeset(html, set)
      if (wanted === text.value) place.replaceChildren(html)
    } catch {
      tools = undefined
      place.textContent = place.dataset.lacking
    }
    // What was written meanwhile is shown next.
    if (wanted === text.value) section.removeAttribute("aria-busy")
  }
  button.addEventListener("click", () => {
    toggle(button)
    remember(!section.hidden)
    // On a small screen it begins below the edge, far from the button.
    if (!section.hidden) show().then(() => section.scrollIntoView({ block: "nearest" }))
  })
  if (isBeside() && isWanted()) {
    toggle(button)
    show()
  }
  text.addEventListener("input", () => {
    clearTimeout(waiting)
    if (section.hidden) return
    section.setAttribute("aria-busy", "true")
    waiting = setTimeout(show, PAUSE)
  })
}

function shown(text, section, said, urlOf) {
  if (!text.trim()) {
    const empty = document.createElement("p")
    empty.className = "forum-empty"
    empty.textContent = said.empty
    return empty
  }
  const html = tools.purify.sanitize(tools.markdown.render(tools.keepBreaks(text)), {
    ALLOWED_TAGS: ELEMENTS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  styleBoxes(html)
  showPictures(html, said.picture, urlOf)
  lowerHeadings(html, Number(section.dataset.top))
  for (const link of html.querySelectorAll("a[href^='#']")) link.removeAttribute("href")
  for (const link of html.querySelectorAll("a[href]")) {
    link.target = "_blank"
    link.rel = "noopener noreferrer"
  }
  return html
}

/* A picture that isn't sent with the text is told by its words: it may stand on another host, which
   would learn who reads what. */
function showPictures(html, told, urlOf) {
  for (const picture of html.querySelectorAll("img")) {
    const url = urlOf(picture.dataset.picture)
    if (url) {
      picture.src = url
      continue
    }
    const name = document.createElement("span")
    name.className = "forum-preview__picture"
    name.textContent = told.replace("{text}", () => picture.alt || picture.title)
    picture.replaceWith(name)
  }
}

/* The highest heading takes the place that it will have on the page. */
function lowerHeadings(html, top) {
  const headings = [...html.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  const highest = Math.min(...headings.map(heading => Number(heading.localName[1])))
  const down = Math.max(0, top - highest)
  for (const heading of headings) {
    const level = Math.min(6, Number(heading.localName[1]) + down)
    const lowered = document.createElement(`h${level}`)
    lowered.append(...heading.childNodes)
    heading.replaceWith(lowered)
  }
}
