/* Shows a text as its page will. The renderer and the sanitiser are loaded when they are first
   asked for; what was rendered is shown only once it was sanitised. */

const ELEMENTS = (
  "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure " +
  "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary " +
  "sup table tbody td tfoot th thead time tr u ul var wbr"
).split(" ")
const ATTRIBUTES = ["href", "title", "lang", "dir", "start", "colspan", "rowspan", "alt", "align"]

let tools

async function load() {
  const [{ default: MarkdownIt }, { default: purify }] = await Promise.all([
    import("../vendor/markdown-it.js"),
    import("../vendor/dompurify.js"),
  ])
  const markdown = new MarkdownIt({ html: true }).disable("strikethrough")
  const [list] = new MarkdownIt("zero").enable("list").block.ruler.getRules("")
  markdown.block.ruler.at("list", belowEmptyLine(list), { alt: ["paragraph", "blockquote"] })
  return { markdown, purify }
}

/* As on the site, a list that isn't within another begins below an empty line alone. */
function belowEmptyLine(list) {
  return (state, start, end, silent) => {
    const isBelowText = silent && state.parentType === "paragraph" && state.blkIndent === 0
    return isBelowText ? false : list(state, start, end, silent)
  }
}

export function startPreview(field) {
  const text = field.querySelector("textarea")
  const button = field.querySelector("[aria-expanded]")
  const section = field.querySelector(".forum-preview")
  const place = section.querySelector(".forum-preview__text")
  let waiting
  const show = async () => {
    const wanted = text.value
    try {
      tools = await (tools ?? load())
      if (wanted === text.value) place.replaceChildren(shown(wanted, section, place.dataset))
    } catch {
      tools = undefined
      place.textContent = place.dataset.lacking
    }
  }
  button.addEventListener("click", () => {
    section.hidden = !section.hidden
    button.setAttribute("aria-expanded", String(!section.hidden))
    if (!section.hidden) show()
  })
  text.addEventListener("input", () => {
    clearTimeout(waiting)
    if (!section.hidden) waiting = setTimeout(show, 250)
  })
}

function shown(text, section, said) {
  if (!text.trim()) {
    const empty = document.createElement("p")
    empty.className = "forum-empty"
    empty.textContent = said.empty
    return empty
  }
  const html = tools.purify.sanitize(tools.markdown.render(text), {
    ALLOWED_TAGS: ELEMENTS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  namePictures(html, said.picture)
  lowerHeadings(html, Number(section.dataset.top))
  for (const link of html.querySelectorAll("a[href]")) {
    link.target = "_blank"
    link.rel = "noopener noreferrer"
  }
  return html
}

/* A picture is sent later, or stands on another host, which would learn who reads what. */
function namePictures(html, told) {
  for (const picture of html.querySelectorAll("img")) {
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
