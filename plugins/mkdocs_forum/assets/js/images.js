/* Pictures without alternative text: a twin of what core/links.py finds of them. The check asks a
   renderer besides whether there is a picture at all; here what looks like one counts. */

import { isFence, verbatim } from "./outline.js"
import { match, matches, replaced, search } from "./patterns.js"
import { fault, place, say } from "./texts.js"

const blank = text => text.replace(/[^\n]/g, " ")

/* Puts spaces in place of code and comments. */
function blanked(book, text) {
  const { code, comment } = book.rules.images
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

function* inBrackets(book, body, prose) {
  const { token: pattern, destination, label, definition, escaped } = book.rules.images
  const plainly = address => replaced(escaped, address.trim(), (_, sign) => sign)
  const defined = new Map()
  for (const { groups } of matches(definition, prose)) {
    defined.set(labelOf(groups.label), plainly(groups.address))
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
      const isWordless =
        start.groups.open === "![" && !body.slice(start.index + 2, token.index).trim()
      const aim = match(destination, prose, position)
      const named = !aim && isWordless && match(label, prose, position)
      if (aim) position += aim[0].length
      if (aim && isWordless) {
        yield { path: plainly(aim.groups.angled ?? aim.groups.plain), index: start.index }
      } else if (named && defined.has(labelOf(named.groups._1))) {
        yield { path: defined.get(labelOf(named.groups._1)), index: start.index }
      }
    }
  }
}

function* inTags(book, html) {
  const { tag, attribute } = book.rules.images
  for (const { index, groups } of matches(tag, html)) {
    if (groups.name.toLowerCase() !== "img") continue
    const given = new Map()
    for (const { groups: found } of matches(attribute, groups.attributes)) {
      given.set(found._1.toLowerCase(), found._2 ?? found._3 ?? found._4 ?? found._1)
    }
    if (given.has("src") && !given.has("alt")) {
      yield { path: given.get("src").trim(), index, isHtml: true }
    }
  }
}

/* Gives the pictures of a text without alternative text. */
export function pictureFaults(book, file) {
  const { body, bodyLine } = file
  if (!body.includes("[") && !body.includes("<")) return []
  const { prose, html } = layers(book, body)
  return [...inBrackets(book, body, prose), ...inTags(book, html)].map(found => {
    const { line, column } = place(body, found.index)
    const where = { line: bodyLine + line - 1, column }
    const hint = say(book, found.isHtml ? "WORDS_IN_ALT" : "WORDS_IN_BRACKETS")
    return fault(book, where, "F308", say(book, "NO_WORDS", { path: found.path }), hint)
  })
}
