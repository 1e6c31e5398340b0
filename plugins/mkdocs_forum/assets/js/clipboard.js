/* HTML of the clipboard, with what each program means by it said in plain elements. It is read in a
   document of its own, in which nothing is loaded and nothing runs. */

const LEFT_OUT = "style, script, meta, link, title, template, noscript, iframe, object, svg, form, button"
const BLOCKS = "p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, pre"
const CELL_BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre"
const LEVEL = /mso-list:[^;]*?\blevel([1-9])/u
const SIGN = /^[\s\u00a0]*(?:(\d{1,3})[.)]|[a-z]{1,4}[.)]|[^\p{L}\p{N}\s]|o(?=[\s\u00a0]{2}))[\s\u00a0]*/iu

/* Gives the body of what was copied. */
export function cleaned(html) {
  const page = new DOMParser().parseFromString(html, "text/html").body
  for (const element of page.querySelectorAll(LEFT_OUT)) element.remove()
  for (const step of [hide, unnest, endings, emphasise, headings, wordLists, plain, links, items, tables]) step(page)
  return page
}

function rename(element, name) {
  const renamed = element.ownerDocument.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

const unwrap = element => element.replaceWith(...element.childNodes)

function hide(page) {
  for (const element of page.querySelectorAll("[style]")) {
    if (/display:\s*none|mso-hide:\s*all/u.test(element.getAttribute("style"))) element.remove()
  }
  const comments = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const found = []
  while (comments.nextNode()) found.push(comments.currentNode)
  for (const comment of found) comment.remove()
}

/* Takes off what only holds the rest: Google's bold that is none, tables that only lay out. */
function unnest(page) {
  for (const bold of page.querySelectorAll("b, strong")) {
    const { fontWeight } = bold.style
    if (["normal", "400"].includes(fontWeight) || bold.querySelector(BLOCKS)) unwrap(bold)
  }
  for (const table of [...page.querySelectorAll("table")].reverse()) {
    const isLayout = [...table.rows].every(({ cells }) => cells.length < 2) || table.querySelector("table")
    if (!isLayout) continue
    for (const part of table.querySelectorAll("td, th")) rename(part, "div")
    for (const part of table.querySelectorAll("tr, tbody, thead, tfoot, colgroup, caption")) unwrap(part)
    unwrap(table)
  }
}

/* Puts the ends of lines outside of what is emphasised, whose signs would stand alone on a line. */
function endings(page) {
  for (const end of page.querySelectorAll(":is(b, strong, i, em, a, del, s, span, font) br:last-child")) {
    const inline = end.parentElement
    const isLast = ![...inline.childNodes].slice([...inline.childNodes].indexOf(end) + 1).some(node => node.textContent.trim())
    if (isLast && inline.localName !== "li") inline.after(end)
  }
}

/* Writes what a style says of words as an element. */
function emphasise(page) {
  for (const element of page.querySelectorAll("span[style], font[style]")) {
    const { fontStyle, fontWeight, textDecoration } = element.style
    const names = [
      ...(fontWeight === "bold" || Number(fontWeight) >= 600 ? ["strong"] : []),
      ...(fontStyle === "italic" ? ["em"] : []),
      ...(textDecoration.includes("line-through") ? ["del"] : []),
    ]
    if (!element.textContent.trim()) continue
    for (const name of names) {
      const around = element.ownerDocument.createElement(name)
      around.append(...element.childNodes)
      element.append(around)
    }
  }
}

function headings(page) {
  for (const title of page.querySelectorAll("p.MsoTitle")) rename(title, "h1")
  for (const title of page.querySelectorAll("[role=heading][aria-level]")) {
    if (!/^h\d$/u.test(title.localName)) rename(title, `h${Math.min(6, title.getAttribute("aria-level"))}`)
  }
  for (const title of page.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    for (const part of title.querySelectorAll("b, strong, [style*='mso-list:Ignore'], [style*='mso-list: Ignore']")) {
      if (/^(?:b|strong)$/u.test(part.localName)) unwrap(part)
      else part.remove()
    }
    if (!title.textContent.trim()) title.remove()
  }
}

const levelOf = paragraph => {
  const [, level] = LEVEL.exec(paragraph.getAttribute("style") ?? "") ?? []
  return Number(level ?? (/MsoListParagraph/u.test(paragraph.className) ? 1 : 0))
}

/* Makes lists of the paragraphs by which Word and Outlook write them: a sign, then the words. */
function wordLists(page) {
  let above = null
  let open = []
  for (const paragraph of page.querySelectorAll("p")) {
    const level = levelOf(paragraph)
    const sign = level ? signOf(paragraph) : null
    if (!sign) continue
    if (paragraph.previousElementSibling !== above) open = []
    open = open.filter(list => list.level <= level)
    if (open.at(-1)?.level !== level) open.push(begun(paragraph, level, sign, open.at(-1)))
    open.at(-1).list.append(rename(paragraph, "li"))
    above = open[0].list
  }
}

function begun(paragraph, level, { number }, outer) {
  const list = paragraph.ownerDocument.createElement(number ? "ol" : "ul")
  if (number > 1) list.setAttribute("start", number)
  if (outer) (outer.list.lastElementChild ?? outer.list).append(list)
  else paragraph.before(list)
  return { level, list }
}

/* Takes the sign off a paragraph; nothing if it has none. */
function signOf(paragraph) {
  const marked = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']")
  if (marked) {
    const number = Number(/(\d+)[.)]/u.exec(marked.textContent)?.[1] ?? 0)
    marked.remove()
    return { number }
  }
  const [first] = texts(paragraph)
  const found = SIGN.exec(first?.data ?? "")
  if (!found) return null
  first.data = first.data.slice(found[0].length)
  return { number: Number(found[1] ?? 0) }
}

function texts(element) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode)
  return found
}

/* Takes off what says nothing any more: a space that stands in an element of its own would be lost. */
function plain(page) {
  for (const space of page.querySelectorAll("[style*='mso-spacerun']")) space.textContent = " "
  for (const element of page.querySelectorAll("span, font, u, ins, o\\:p")) unwrap(element)
  page.normalize()
}

/* Leaves links that lead somewhere for every reader, without what mail programs put around them. */
function links(page) {
  for (const link of page.querySelectorAll("a")) {
    const address = direct(link.getAttribute("href") ?? "")
    if (!/^(?:https?|mailto):/iu.test(address) || !link.textContent.trim()) unwrap(link)
    else link.setAttribute("href", address)
    link.removeAttribute("title")
  }
}

function direct(address) {
  if (!/^https:\/\/[\w.-]*safelinks\.protection\.outlook\.com\//u.test(address)) return address
  return new URL(address).searchParams.get("url") ?? address
}

/* Puts the words of an item right below it, and lists that stand beside items into them. */
function items(page) {
  for (const item of page.querySelectorAll("li")) {
    for (const part of item.querySelectorAll(":scope > p:first-child, :scope > div:first-child")) unwrap(part)
  }
  for (const list of page.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    list.previousElementSibling?.append(list)
  }
}

/* Gives each table a head, and its cells nothing but words. */
function tables(page) {
  for (const table of page.querySelectorAll("table")) {
    for (const part of table.querySelectorAll("colgroup, caption")) part.remove()
    for (const cell of table.querySelectorAll("td, th")) {
      for (const block of cell.querySelectorAll(CELL_BLOCKS)) {
        block.before(" ")
        unwrap(block)
      }
      for (const end of cell.querySelectorAll("br")) end.replaceWith(" ")
      for (let more = cell.colSpan; more > 1; more -= 1) cell.after(table.ownerDocument.createElement("td"))
    }
    const rows = [...table.rows].map(({ cells }) => [...cells])
    for (const part of table.querySelectorAll("thead, tbody, tfoot, tr")) unwrap(part)
    table.replaceChildren(...rows.filter(({ length }) => length).map((cells, place) => {
      const row = table.ownerDocument.createElement("tr")
      row.append(...(place ? cells.map(cell => rename(cell, "td")) : cells.map(cell => rename(cell, "th"))))
      return row
    }))
  }
}
