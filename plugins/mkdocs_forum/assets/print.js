/* Lets the address of a page to print choose what is printed, as in `imprimer/#feuille`, and keeps
   it up to date; prints and copies a reference by buttons. The names in addresses are the identifiers of the choices. */
function choose() {
  for (const name of decodeURIComponent(location.hash.slice(1)).split("+")) {
    const choice = document.getElementById(name)
    if (choice?.matches(".print-choice input")) choice.checked = true
  }
}

function remember() {
  const chosen = document.querySelectorAll(".print-choice input[id]:checked")
  const names = [...chosen].filter(choice => !choice.defaultChecked).map(choice => choice.id)
  history.replaceState(null, "", names.length ? `#${names.join("+")}` : location.pathname)
}

const button = document.querySelector(".print-now")
button.hidden = false
button.addEventListener("click", () => print())
const copy = document.querySelector(".print-copy")
if (copy && navigator.clipboard) {
  copy.hidden = false
  const text = document.getElementById(copy.dataset.copied).textContent
  copy.addEventListener("click", () => navigator.clipboard.writeText(text))
}
addEventListener("hashchange", choose)
addEventListener("change", remember)
choose()

/* A list of talks and questions: their texts are brought from the documents that hold them. */
const texts = added("print-texts")

function added(name) {
  const place = document.createElement("div")
  place.className = name
  document.querySelector(".print-document").append(place)
  return place
}

/* One of those documents; what it leads to and shows is where it was. */
async function fetched(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(url)
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  for (const name of ["href", "src"]) {
    for (const element of page.querySelectorAll(`main [${name}]`)) {
      const value = element.getAttribute(name)
      if (!value.startsWith("#")) element.setAttribute(name, new URL(value, answer.url).href)
    }
  }
  return page.querySelector("main")
}

/* The addresses of a question's links, numbered anew. */
function numbered(question, notes) {
  const marks = [...question.querySelectorAll(".print-mark")]
  const numbers = marks.map(mark => Number(/\d+/.exec(mark.textContent)))
  const used = [...new Set(numbers)].filter(number => notes[number - 1]).sort((one, other) => one - other)
  if (!used.length) return []
  for (const [place, mark] of marks.entries()) mark.textContent = `[${used.indexOf(numbers[place]) + 1}]`
  const section = notes[0].closest(".print-notes").cloneNode(true)
  section.querySelector("ol").replaceChildren(...used.map(number => notes[number - 1].cloneNode(true)))
  return [section]
}

/* A question with what was written about it, below the title of its talk, and the addresses of its links. */
function cut(main, part, only) {
  const place = main.ownerDocument.getElementById(part)?.closest(".print-question")
  if (!place) return null
  const question = place.cloneNode(true)
  for (const answer of only ? question.querySelectorAll(".print-answer") : []) {
    const byline = answer.querySelector(".print-byline[id]")
    if (byline && !only.split(" ").includes(byline.id)) answer.remove()
  }
  const notes = numbered(question, [...main.querySelectorAll(".print-notes li:not(.print-not-all)")])
  const head = document.createElement("p")
  head.className = "print-kicker"
  head.textContent = main.querySelector("h1").textContent
  return [head, question, ...notes]
}

async function gather() {
  const rows = [...document.querySelectorAll(".print-row[data-text]")]
  const whole = new Set(rows.filter(row => !row.dataset.part).map(row => row.dataset.text))
  const mains = new Map()
  const found = []
  for (const { dataset: { text, part, only } } of rows) {
    if (part && whole.has(text)) continue
    if (!mains.has(text)) mains.set(text, await fetched(text))
    const chapter = document.createElement("div")
    chapter.className = part ? "print-gathered" : "print-chapter"
    chapter.append(...(part && cut(mains.get(text), part, only) || mains.get(text).cloneNode(true).childNodes))
    found.push(chapter)
  }
  texts.replaceChildren(...found)
}

async function bring() {
  const choice = document.querySelector(".print-choice [value=texts]")
  if (!choice?.checked) return
  const told = document.querySelector(".print-told")
  button.disabled = true
  told.textContent = told.dataset.wait
  try {
    await gather()
    told.textContent = ""
  } catch {
    told.textContent = told.dataset.failed
  }
  button.disabled = false
}

/* What the reader kept for printing, as keep.js writes it. */
class Kept {
  constructor(section) {
    this.section = section
    this.root = new URL(section.dataset.root, location.href)
    this.name = `forum-texts:${this.root.pathname}`
    this.list = added("print-lists")
    this.forget = section.querySelector(".print-forget")
    this.forget.addEventListener("click", () => this.set([]))
    this.show()
  }

  get() {
    try {
      const found = JSON.parse(localStorage.getItem(this.name))
      return Array.isArray(found) ? found.filter(each => each && this.isOwn(each.url)) : []
    } catch {
      return []
    }
  }

  isOwn(url) {
    return typeof url === "string" && new URL(url, this.root).href.startsWith(this.root.href)
  }

  set(kept) {
    try {
      localStorage.setItem(this.name, JSON.stringify(kept))
    } catch {
      // Storage may be forbidden: then nothing was kept.
    }
    this.show()
    bring()
  }

  show() {
    const kept = this.get()
    this.section.querySelector(".print-none").hidden = kept.length > 0
    this.forget.hidden = kept.length < 2
    this.section.querySelector("ol").replaceChildren(...kept.map(text => this.line(text, kept)))
    this.list.replaceChildren(...kept.map(text => this.row(text)))
  }

  line(text, kept) {
    const line = document.createElement("li")
    const remove = document.createElement("button")
    remove.type = "button"
    remove.textContent = this.section.dataset.remove
    remove.setAttribute("aria-label", `${remove.textContent}: ${text.title}`)
    remove.addEventListener("click", () => this.set(kept.filter(other => other !== text)))
    line.append(`${text.title} `, remove)
    return line
  }

  row({ url, part, title, by }) {
    const row = document.createElement("section")
    const head = document.createElement("h3")
    const byline = document.createElement("p")
    row.className = "print-row"
    row.dataset.text = new URL(url, this.root).href
    if (part) row.dataset.part = part
    byline.className = "print-byline"
    head.textContent = title
    byline.textContent = by
    row.append(head, byline)
    return row
  }
}

const section = document.querySelector(".print-kept")
if (section) new Kept(section)
for (const label of document.querySelectorAll(".print-scripted")) label.hidden = false
addEventListener("hashchange", bring)
addEventListener("change", bring)
bring()
