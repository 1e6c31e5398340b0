/* What a form offers to put right in a text, each by one click: it is its author who does it. */

import { asHeadings, likelyTitles, lists } from "./lists.js"
import { rewrite } from "./prose.js"
import { contactLines, withoutLines } from "./texts.js"

const SHOWN = 4

/* Gives what can be put right: a name, the lines it is about, and the text afterwards. */
export function offers(book, text, kind) {
  const lines = text.split("\n")
  const shown = numbers => numbers.map(number => lines[number].trim())
  const titles = kind === "talks" ? likelyTitles(book, text) : []
  const listed = lists(book, text)
  const contacts = contactLines(book, text)
  return [
    { name: "titles", lines: shown(titles), text: () => asHeadings(text, titles) },
    { name: "lists", lines: shown(listed.numbers), text: listed.text },
    { name: "contacts", lines: shown(contacts), text: () => withoutLines(text, contacts) },
  ].filter(({ lines }) => lines.length)
}

/* Offers below a field what can be put right in its text. */
export function startOffers(field, book) {
  const text = field.querySelector("textarea")
  const place = field.querySelector("[data-offers]")
  const templates = new Map(
    [...place.querySelectorAll("template")].map(template => [template.dataset.offer, template]),
  )
  const show = () => {
    const found = offers(book, text.value, field.dataset.kind)
    const items = found.map(({ name, lines, text: written }) => {
      const item = templates.get(name).content.firstElementChild.cloneNode(true)
      const more = lines.length > SHOWN ? ["…"] : []
      item.querySelector("[data-lines]").replaceChildren(
        ...[...lines.slice(0, SHOWN), ...more].map(line => {
          const quoted = document.createElement("li")
          quoted.textContent = line.length > 70 ? `${line.slice(0, 69)}…` : line
          return quoted
        }),
      )
      item.querySelector("button").addEventListener("click", () => rewrite(text, written()))
      return item
    })
    place.querySelectorAll(":scope > div").forEach(old => old.remove())
    place.append(...items)
    place.hidden = !items.length
  }
  let waiting
  text.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, 250)
  })
}
