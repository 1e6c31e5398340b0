/* Lists that look like questions, but stand where questions aren't read: a twin of
   core/reading/questions/misplaced_lists.py. */

import { bulletsOf } from "./bullets.js"
import { fullMatch, match, search } from "./patterns.js"
import { fault, say } from "./texts.js"
import { linePlace } from "./writing.js"

const capitalised = word => {
  const [first = "", ...rest] = word
  return first.toUpperCase() + rest.join("").toLowerCase()
}

/* Gives the faults of the lists outside of the section of questions that were meant for it. */
export function overlooked(book, file, lines, outline, read, inProse, wanted) {
  const matching = new Set(outline.filter(({ text }) => match(wanted, text)))
  const level = Math.min(...[...matching].map(heading => heading.level))
  const unread = ({ first, text }, hint) =>
    fault(book, linePlace(file, first), "F138", say(book, "UNREAD_LIST", { heading: text }), hint)
  let earlier = null
  return [null, ...outline].flatMap((heading, number) => {
    if (matching.size && heading?.level <= level) earlier = matching.has(heading) ? heading : null
    const start = heading?.after ?? 0
    if (read && (start === read[0] || (start >= read[0] && start < read[1]))) return []
    const found = bulletsOf(book, lines, [start, outline[number]?.first ?? lines.length], inProse)
    const word = !read && heading && search(wanted, heading.text)
    const titled = read ? [] : titles(book, lines, found, inProse, wanted)
    if (found.length && earlier) return [unread(earlier, say(book, "ONE_SECTION"))]
    if (found.length && word) {
      return [unread(heading, say(book, "BEGIN_HEADING", { word: capitalised(word[0]) }))]
    }
    if (titled.length) {
      return titled.map(title => unread(title, say(book, "MAKE_HEADING", { heading: title.text })))
    }
    return nameFaults(book, file, found)
  })
}

/* Tells of the first bullet that ends with the name of a question; `{: #a }` is an anchor. */
function nameFaults(book, file, found) {
  const { identifier } = book.rules.questions
  for (const { first, column, lines } of found) {
    for (const line of lines) {
      const name = search(identifier, line)
      if (name?.[0].includes("{#")) {
        const message = say(book, "UNREAD_NAME", { name: name[0].trim() })
        const where = linePlace(file, first, column)
        return [fault(book, where, "F130", message, say(book, "INTO_SECTION"))]
      }
    }
  }
  return []
}

/* Gives the lines above bullets that would be the heading of questions if they were headings. */
function titles(book, lines, found, inProse, wanted) {
  return found.flatMap(bullet => {
    let first = bullet.first - 1
    while (first >= 0 && !lines[first].trim()) first -= 1
    const title = inProse.has(first) ? fullMatch(book.rules.questions.title_line, lines[first]) : null
    const text = title?.groups.words
    return text && match(wanted, text) ? [{ first, text }] : []
  })
}
