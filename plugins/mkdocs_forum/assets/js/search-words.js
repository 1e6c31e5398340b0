/* The words of the site, and those that somebody means by what they typed: the same word however it is
   written, one that it begins, one of its kin, one from which a letter or two slipped. */

const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l" }
const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu
const HYPHEN = /[-\u2010\u2011]/u
/* As `core/words/stems.py` has them. */
const JOINED = 3

/* What a word counts that stands for the one that was typed. */
const ALIKE = 0.4
const COMPLETED = 0.8
const KIN = 0.4
const SLIPPED = [1, 0.8, 0.55]
/* Words that are taken for one. */
const MOST_COMPLETED = 24
const MOST_MEANT = 6
/* Letters that kin have in common at the least, and in which they differ at the most. */
const ROOT = 5
const ENDING = 4

export const fold = text =>
  text.toLowerCase().replace(/[œæßøđł]/gu, letter => LETTERS[letter]).normalize("NFKD").replace(/[\u0300-\u036f]+/gu, "")

/* Gives the words of a text, folded, each with its place. */
export function* wordsOf(text) {
  for (const { 0: word, index } of text.matchAll(WORD)) yield { word: fold(word), index, length: word.length }
}

const isLetter = form => /^[a-z]$/u.test(form)

/* Gives the words to seek: the parts of one with hyphens, and these as one. */
export function formsOf(query) {
  const found = []
  for (const { word } of wordsOf(query)) {
    const parts = word.split(HYPHEN)
    found.push(...parts)
    const isOne = parts.length > 1 && parts.length <= JOINED && parts.every(part => part.length > 1)
    if (isOne) found.push(parts.join(""))
  }
  return found.filter(form => !isLetter(form))
}

export class Words {
  /* Takes the lines of the file: a stem, then its forms, `+` in place of the stem. */
  constructor(text, alike) {
    this.alike = alike
    this.stems = new Map()
    this.roots = []
    for (const line of text.split("\n")) {
      const [stem, ...forms] = line.split(" ")
      if (!stem) continue
      this.roots.push(stem)
      for (const form of forms) {
        const whole = form.startsWith("+") ? stem + form.slice(1) : form
        const known = this.stems.get(whole)
        if (known) known.push(stem)
        else this.stems.set(whole, [stem])
      }
    }
    this.roots.sort()
    this.forms = [...this.stems.keys()].sort()
  }

  /* Gives what a query asks for: each of its words with the stems that stand for it, and what these
     count; `isTyped` says that the last word may be only begun. */
  terms(query, isTyped) {
    const forms = [...new Set(formsOf(query))]
    const terms = forms.map((form, place) => this.term(form, isTyped && place === forms.length - 1))
    for (let place = 1; place < terms.length; place += 1) {
      for (const stem of this.stems.get(forms[place - 1] + forms[place]) ?? []) {
        add(terms[place - 1].stems, stem, 1)
        add(terms[place].stems, stem, 1)
      }
    }
    return terms
  }

  term(form, isBegun) {
    const stems = new Map()
    const exact = this.stems.get(form) ?? []
    for (const stem of exact) add(stems, stem, 1)
    if (isBegun && form.length > 1) {
      for (const stem of this.completed(form)) add(stems, stem, COMPLETED)
    }
    for (const stem of this.synonyms(form, exact)) add(stems, stem, ALIKE)
    let meant = null
    if (!stems.size) meant = this.slipped(form, stems)
    for (const root of stems.size ? [...stems.keys()].filter(stem => stems.get(stem) === 1) : [form]) {
      for (const stem of this.kin(root)) add(stems, stem, KIN)
    }
    return { form, stems, meant }
  }

  completed(form) {
    const found = new Set()
    for (let at = lowest(this.forms, form); this.forms[at]?.startsWith(form); at += 1) {
      for (const stem of this.stems.get(this.forms[at])) found.add(stem)
      if (found.size >= MOST_COMPLETED) break
    }
    return found
  }

  synonyms(form, exact) {
    const groups = this.alike.filter(group =>
      group.some(([other, stem]) => other === form || exact.includes(stem)))
    return groups.flat().map(([, stem]) => stem).filter(stem => !exact.includes(stem))
  }

  /* Gives the stems that have a root in common with one, and little else. */
  kin(stem) {
    const found = []
    if (stem.length < ROOT || /\d/u.test(stem)) return found
    for (let at = lowest(this.roots, stem); this.roots[at]?.startsWith(stem); at += 1) {
      const other = this.roots[at]
      if (other !== stem && other.length <= stem.length + ENDING) found.push(other)
    }
    for (let length = stem.length - 1; length >= Math.max(ROOT, stem.length - ENDING); length -= 1) {
      const root = stem.slice(0, length)
      if (this.roots[lowest(this.roots, root)] === root) found.push(root)
    }
    return found
  }

  /* Adds the stems of the words from which one differs by a slip; gives the likeliest. */
  slipped(form, stems) {
    const most = form.length < 4 || /^\d+$/u.test(form) ? 0 : form.length < 8 ? 1 : 2
    const near = []
    for (const other of most ? this.forms : []) {
      if (Math.abs(other.length - form.length) > most) continue
      const slips = distance(form, other, most)
      if (slips <= most) near.push({ other, slips, head: common(form, other) })
    }
    near.sort((one, two) => one.slips - two.slips || two.head - one.head)
    const least = near[0]?.slips
    for (const { other, slips } of near.filter(each => each.slips === least).slice(0, MOST_MEANT)) {
      for (const stem of this.stems.get(other)) add(stems, stem, SLIPPED[slips])
    }
    return near[0]?.other ?? null
  }
}

function add(stems, stem, share) {
  stems.set(stem, Math.max(share, stems.get(stem) ?? 0))
}

/* Gives where a sorted list begins to hold what isn't less than a word. */
function lowest(list, word) {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] < word) low = middle + 1
    else high = middle
  }
  return low
}

function common(one, two) {
  let length = 0
  while (length < one.length && one[length] === two[length]) length += 1
  return length
}

/* Counts the letters that were left out, added, changed or swapped (Damerau and Levenshtein), as long as
   they may be few enough. */
function distance(one, two, most) {
  let [before, last] = [[], Array.from({ length: two.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let at = 1; at <= two.length; at += 1) {
      const differs = one[row - 1] === two[at - 1] ? 0 : 1
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + differs)
      if (row > 1 && at > 1 && one[row - 1] === two[at - 2] && one[row - 2] === two[at - 1]) {
        now[at] = Math.min(now[at], before[at - 2] + 1)
      }
    }
    if (Math.min(...now) > most) return most + 1
    ;[before, last] = [last, now]
  }
  return last[two.length]
}
