/* The links and pictures of a text: a twin of core/links.py, save for links in HTML and for
   definitions of links, which the check alone reads. It asks a renderer besides whether there is one
   at all; here what looks like one counts. */

import { isFence, verbatim } from "./outline.js"
import { match, matches, replaced, search } from "./patterns.js"

const BEFORE = /^\([\s\x1c-\x1f\x85]*/u
const BEFORE_BRACKET = /^\([\s\x1c-\x1f\x85]*</u

const blank = text => text.replace(/[^\n]/g, " ")

/* Puts spaces in place of code and comments. */
function blanked(book, text) {
  const { code, comment } = book.rules.references
  const bare = text.includes("`") ? replaced(code, text, blank) : text
  const end = bare.lastIndexOf("-->") + 3
  return end < 3 ? bare : replaced(comment, bare.slice(0, end), blank) + bare.slice(end)
}

/* Gives a text twice: with prose alone, and with HTML beside it. */
function layers(book, body) {
  const lines = body.split("\n")
  const prose = [...lines]
  const html = [...lines]
  for (const [from, to] of verbatim(book, lines)) {
    const isCode = isFence(book, lines[from])
    for (let number = from; number < to; number += 1) {
      prose[number] = " ".repeat(lines[number].length)
      if (isCode) html[number] = prose[number]
    }
  }
  return { prose: blanked(book, prose.join("\n")), html: blanked(book, html.join("\n")) }
}

const labelOf = written => written.toLowerCase().trim().split(/\s+/u).join(" ")
const plainly = (book, address) =>
  replaced(book.rules.references.escaped, address.trim(), (_, sign) => sign)

/* Gives what an inline link or picture holds: `aim` is what stands between its parentheses. */
function inline(book, body, start, token, aim) {
  const isPicture = start.groups.open === "!["
  const written = aim.groups.angled ?? aim.groups.plain
  const gap = aim[0].match(aim.groups.angled === undefined ? BEFORE : BEFORE_BRACKET)[0].length
  return {
    kind: isPicture ? "picture" : "link",
    address: plainly(book, written),
    start: start.index,
    place: aim.index + gap,
    isWordless: isPicture && !body.slice(start.index + 2, token.index).trim(),
  }
}

function* inBrackets(book, body, prose) {
  const { token: pattern, destination, label, definition } = book.rules.references
  const defined = new Map()
  for (const { groups } of matches(definition, prose)) {
    defined.set(labelOf(groups.label), plainly(book, groups.address))
  }
  let opened = []
  let position = 0
  for (;;) {
    const token = search(pattern, prose, position)
    if (!token) return
    const { open, close, gap } = token.groups
    position = token.index + token[0].length
    if (gap) {
      opened = []
      position -= 1
    } else if (open) {
      opened.push(token)
    } else if (close && opened.length) {
      const start = opened.pop()
      const aim = match(destination, prose, position)
      if (aim) {
        position += aim[0].length
        yield inline(book, body, start, token, aim)
        continue
      }
      const isWordless =
        start.groups.open === "![" && !body.slice(start.index + 2, token.index).trim()
      const named = isWordless && match(label, prose, position)
      if (named && defined.has(labelOf(named.groups._1))) {
        yield {
          kind: "definition",
          address: defined.get(labelOf(named.groups._1)),
          start: start.index,
          isWordless,
        }
      }
    }
  }
}

function* inTags(book, html) {
  const { tag, attribute } = book.rules.references
  for (const { index, groups } of matches(tag, html)) {
    if (groups.name.toLowerCase() !== "img") continue
    const given = new Map()
    for (const { groups: found } of matches(attribute, groups.attributes)) {
      given.set(found._1.toLowerCase(), found._2 ?? found._3 ?? found._4 ?? found._1)
    }
    if (given.has("src")) {
      const address = given.get("src").trim()
      yield { kind: "tag", address, start: index, isWordless: !given.has("alt") }
    }
  }
}

/* Gives the elements that a text brings in as HTML, each name where it stands first. */
export function elements(book, body) {
  const found = new Map()
  if (!body.includes("<")) return found
  for (const { index, groups } of matches(book.rules.references.element, layers(book, body).html)) {
    const name = groups.name.toLowerCase()
    if (!found.has(name)) found.set(name, index)
  }
  return found
}

/* Gives the links and pictures of a text, each with the places at which it and its address begin. */
export function references(book, body) {
  if (!body.includes("[") && !body.includes("<")) return []
  const { prose, html } = layers(book, body)
  return [...inBrackets(book, body, prose), ...inTags(book, html)]
}
