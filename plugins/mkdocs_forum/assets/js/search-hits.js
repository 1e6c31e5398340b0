/* What a reader sees of a hit: what it is, its title, where it belongs, and the passage that holds most of
   the words that were sought. */

import { wordsOf } from "./search-words.js"

const BEFORE = 60
const LENGTH = 220

/* Gives a part of a page by its class, with its text. */
export function element(name, className, text = "") {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

/* Tells words that were sought from others. */
export function seeker(index, terms) {
  const sought = new Set(terms.flatMap(({ stems }) => [...stems.keys()]))
  const forms = new Set(terms.map(({ form }) => form))
  return word =>
    [word, ...word.split(/[-\u2010\u2011]/u)].some(part =>
      forms.has(part) || index.words.stems.get(part)?.some(stem => sought.has(stem)))
}

/* Marks the words of a text that were sought. */
export function marked(target, text, isSought) {
  let last = 0
  for (const { word, index, length } of wordsOf(text)) {
    if (!isSought(word)) continue
    const mark = document.createElement("mark")
    mark.textContent = text.slice(index, index + length)
    target.append(text.slice(last, index), mark)
    last = index + length
  }
  target.append(text.slice(last))
  return target
}

/* Gives the passage of a text that holds most different words that were sought. */
export function passage(text, isSought) {
  const found = []
  for (const each of wordsOf(text)) {
    if (isSought(each.word)) found.push(each)
  }
  let [best, most] = [0, 0]
  found.forEach(({ index }, place) => {
    const words = new Set()
    for (let at = place; found[at] && found[at].index < index + LENGTH - BEFORE; at += 1) words.add(found[at].word)
    if (words.size > most) [best, most] = [index, words.size]
  })
  const begin = best > BEFORE ? text.lastIndexOf(" ", best - BEFORE) + 1 : 0
  const close = text.length > begin + LENGTH ? text.lastIndexOf(" ", begin + LENGTH) : text.length
  const end = close > begin ? close : begin + LENGTH
  return `${begin ? "… " : ""}${text.slice(begin, end)}${end < text.length ? " …" : ""}`
}

/* Says what a hit is, and where a question stands. */
export function kindOf(index, { kind, status }) {
  const told = [index.known.names[kind]]
  if (status && kind === "question") told.push(index.known.statuses[status])
  return told.join(" · ")
}

/* Gives what the list below the field shows of a hit. */
export function optionOf(index, url, record, isSought) {
  const option = element("a", "forum-search__option")
  option.setAttribute("role", "option")
  option.setAttribute("aria-selected", "false")
  option.tabIndex = -1
  option.href = url
  const title = marked(element("span", "forum-search__title"), record.title, isSought)
  title.lang = record.lang
  const told = [kindOf(index, record), record.about].filter(Boolean).join(" · ")
  option.append(title, element("span", "forum-search__about", told))
  return option
}
