/* The paragraphs of a page as they are read, and what was changed in them. */

const BLOCKS = "p, li, h2, h3, h4, h5, h6, dt, dd, td, th, figcaption, pre"
const FURNITURE = "[data-search-exclude], .headerlink, .forum-screen, .forum-hidden, .forum-asked__state, script, style"
/* Pairs of paragraphs that are compared at the most. */
const MOST = 250_000

/* Gives the title and the paragraphs of a page, or those of a part of it. */
export function paragraphs(html, part) {
  const page = new DOMParser().parseFromString(html, "text/html")
  const named = part ? page.getElementById(decodeURIComponent(part)) : null
  const title = plain(page.querySelector("main h1")?.textContent ?? "")
  const roots = named
    ? [named.closest("article.forum-answer, section") ?? named]
    : [...page.querySelectorAll(".forum-text, .forum-detail, .forum-synthesis, .forum-answer")]
  for (const root of roots) for (const element of root.querySelectorAll(FURNITURE)) element.remove()
  const blocks = roots.flatMap(root => [...root.querySelectorAll(BLOCKS)])
  const own = blocks.filter(block => !block.querySelector(BLOCKS) && !block.closest(".forum-byline"))
  return { title, texts: own.map(block => plain(block.textContent)).filter(Boolean) }
}

const plain = text => text.replace(/[ \t\n\r]+/gu, " ").trim()

/* Gives the passages that differ: what stood there, what stands there now. */
export function changes(before, after) {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const least = Math.min(before.length, after.length) - start
  while (end < least && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return parted(before.slice(start, before.length - end), after.slice(start, after.length - end))
}

/* Parts a passage at the paragraphs that stayed. */
function parted(before, after) {
  if (!before.length && !after.length) return []
  if (before.length * after.length > MOST) return [{ before, after }]
  const common = lengths(before, after)
  const found = []
  let [one, other] = [0, 0]
  let passage = { before: [], after: [] }
  const close = () => {
    if (passage.before.length || passage.after.length) found.push(passage)
    passage = { before: [], after: [] }
  }
  while (one < before.length || other < after.length) {
    if (one < before.length && other < after.length && before[one] === after[other]) {
      close()
      one += 1
      other += 1
    } else if (other >= after.length || (one < before.length && common[one + 1][other] >= common[one][other + 1])) {
      passage.before.push(before[one++])
    } else {
      passage.after.push(after[other++])
    }
  }
  close()
  return found
}

/* Gives how many paragraphs two texts have in common from each place on. */
function lengths(before, after) {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      table[one][other] = before[one] === after[other]
        ? table[one + 1][other + 1] + 1
        : Math.max(table[one + 1][other], table[one][other + 1])
    }
  }
  return table
}
