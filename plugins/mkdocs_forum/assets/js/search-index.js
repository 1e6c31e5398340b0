/* The index of the site: files that are asked for as a query needs them, and what a query finds in them. */

import { formsOf, Words } from "./search-words.js"

/* What a hit counts by its kind: an answer stands on the page of its question, a text that explains the
   site is sought less often than what it is for. */
const SHARES = { answer: 0.85, edition: 1.2, list: 1.2, page: 0.85, session: 0.7, topic: 1.2 }
/* What a question counts more whose state was named: “sans réponse”. */
const NAMED = 2
/* The same page among the first hits. */
const ON_ONE_PAGE = 2
const HEAVIEST = 35
/* How much more a rare word says than a common one, such as “quand” and “faire”. */
const RARE = 1.8

/* Gives the numbers of a line: each says by how much it is greater than the one before. */
function* numbers(parts, tail) {
  let number = 0
  for (const part of parts) {
    number += Number.parseInt(part.slice(0, part.length - tail), 36)
    yield [number, tail ? Number.parseInt(part.slice(-tail), 36) : 0]
  }
}

export class SearchIndex {
  /* Takes what gives the text of a file of the index by its name. */
  constructor(load) {
    this.load = load
    this.files = new Map()
  }

  async open() {
    this.known = JSON.parse(await this.load("index.json"))
    this.words = new Words(await this.file("words.txt"), this.known.alike)
    return this
  }

  file(name) {
    if (!this.files.has(name)) this.files.set(name, this.load(`${name}?${this.known.version}`))
    return this.files.get(name)
  }

  /* Gives the documents that a query finds, the best first.

     `isTyped`: whether its last word may be only begun; `chosen`: those to choose among, or nothing. */
  async find(query, { isTyped = false, chosen = null } = {}) {
    const terms = this.words.terms(query, isTyped)
    const sums = new Map()
    let whole = 0
    for (const term of terms) {
      const found = new Map()
      const worth = await this.worth(term)
      for (const [stem, share] of term.stems) {
        for (const [document, weight] of numbers(await this.line(stem), 1)) {
          const score = (share * worth * weight) / HEAVIEST
          if (score > (found.get(document) ?? 0)) found.set(document, score)
        }
      }
      whole += worth
      for (const [document, score] of found) {
        const sum = sums.get(document) ?? { score: 0, worth: 0 }
        sums.set(document, { score: sum.score + score, worth: sum.worth + worth })
      }
    }
    const named = await this.named(terms)
    const hits = []
    for (const [document, { score, worth }] of sums) {
      if (chosen && !chosen.has(document)) continue
      const share = (SHARES[this.kind(document)] ?? 1) * (named.has(document) ? NAMED : 1)
      hits.push({ document, score: (score * worth * share) / whole })
    }
    hits.sort((one, two) => two.score - one.score || one.document - two.document)
    return { hits, terms }
  }

  /* Gives what a word says that was typed: much if few documents have it, in whichever language. */
  async worth({ stems }) {
    const most = Math.max(0, ...stems.values())
    let count = 0
    for (const [stem, share] of stems) if (share === most) count += (await this.line(stem)).length
    return most * Math.log(Math.max(1, (this.known.count + 1) / (count + 0.5))) ** RARE
  }

  /* Gives the questions whose state is named by what is sought, and the list of them. */
  async named(terms) {
    const forms = new Set(terms.map(({ form }) => form))
    const isNamed = words => formsOf(words).every(form => forms.has(form))
    const [status] = Object.entries(this.known.statuses).find(([, words]) => isNamed(words)) ?? []
    const facet = status && (await this.facets()).status.find(([value]) => value === status)
    return facet ? this.documents(facet[2]) : new Set()
  }

  async line(stem) {
    const shard = this.known.postings.findLastIndex(first => first <= stem)
    const text = shard < 0 ? "" : await this.file(`postings/${shard}.txt`)
    const at = `\n${text}`.indexOf(`\n${stem} `)
    if (at < 0) return []
    const end = text.indexOf("\n", at)
    return text.slice(at + stem.length + 1, end < 0 ? undefined : end).split(" ")
  }

  kind(document) {
    let first = 0
    for (const [kind, count] of this.known.kinds) {
      first += count
      if (document < first) return kind
    }
    return ""
  }

  /* Gives what is shown of a document. */
  async record(document) {
    const [name, starts] = this.known.found.findLast(([, [first]]) => first <= document)
    const block = starts.findLastIndex(first => first <= document)
    const records = JSON.parse(await this.file(`found/${name}/${block}.json`))
    const [url, title, about = "", text = "", status = "", lang = ""] =
      records[document - starts[block]]
    return { document, kind: this.kind(document), url, title, about, text, status, lang }
  }

  /* Gives what is shown of hits; of one page no more than its best ones, as long as there are others. */
  async records(hits, most) {
    const shown = []
    const later = []
    const counts = new Map()
    for (const { document } of hits) {
      if (shown.length >= most) break
      const record = await this.record(document)
      const [page] = record.url.split("#")
      counts.set(page, (counts.get(page) ?? 0) + 1)
      ;(counts.get(page) > ON_ONE_PAGE ? later : shown).push(record)
    }
    return [...shown, ...later].slice(0, most)
  }

  async facets() {
    return JSON.parse(await this.file("facets.json"))
  }

  /* Gives the documents of a value of a facet. */
  documents(line) {
    return new Set(Array.from(numbers(line.split(" "), 0), ([document]) => document))
  }
}
