/* What is new since the last visit, for who asked for it: which entries of the feed were there is kept in
   this browser alone, and forgotten at a click. */

import { onEachPage } from "./each-page.js"
import { Stored } from "./storage.js"

/* What was new on a day stays so until the next. */
function visited(before, ids, day) {
  const fresh = ids.filter(id => !before.seen.includes(id))
  const isSameDay = before.day === day
  return {
    day,
    since: isSameDay ? before.since : before.day,
    seen: ids,
    fresh: isSameDay ? [...before.fresh, ...fresh] : fresh,
  }
}

class Since {
  constructor(section) {
    this.section = section
    this.root = new URL(section.dataset.root, location.href)
    this.visits = new Stored("forum-visits:", this.root)
    this.status = document.createElement("p")
    this.list = document.createElement("ul")
  }

  async start() {
    const { section } = this
    this.status.setAttribute("role", "status")
    section.querySelector("[data-on]").prepend(this.status, this.list)
    section.querySelector("[data-forget]").addEventListener("click", () => this.forget())
    section.querySelector("[data-keep]")?.addEventListener("click", () => this.keep())
    if (this.visits.get()) await this.look()
    this.show()
  }

  async keep() {
    const entries = await this.entries()
    const ids = entries.map(({ id }) => id)
    this.visits.set({ day: today(), since: today(), seen: ids, fresh: [] })
    this.tell([])
    this.show()
  }

  forget() {
    this.visits.set(null)
    this.show()
  }

  show() {
    const isKept = Boolean(this.visits.get())
    const off = this.section.querySelector("[data-off]")
    this.section.querySelector("[data-on]").hidden = !isKept
    if (off) off.hidden = isKept
    this.section.hidden = !off && !isKept
  }

  async look() {
    const entries = await this.entries()
    if (!entries.length) return
    const now = visited(this.visits.get(), entries.map(({ id }) => id), today())
    this.visits.set(now)
    this.tell(entries.filter(({ id }) => now.fresh.includes(id)))
  }

  async entries() {
    const answer = await fetch(new URL(this.section.dataset.feed, this.root))
    if (!answer.ok) return []
    const feed = new DOMParser().parseFromString(await answer.text(), "text/xml")
    return [...feed.getElementsByTagName("entry")].map(entry => ({
      id: entry.querySelector("id").textContent,
      title: entry.querySelector("title").textContent,
      url: this.own(entry.querySelector("link").getAttribute("href")),
    }))
  }

  /* The feed names the published site; a copy of it elsewhere leads to its own pages. */
  own(address) {
    const { site } = this.section.dataset
    return address.startsWith(site) ? new URL(address.slice(site.length), this.root).href : address
  }

  tell(entries) {
    const { none, one, found } = this.section.dataset
    const count = entries.length
    this.status.textContent =
      count > 1 ? found.replace("{count}", count) : count ? one : none
    this.list.replaceChildren(...entries.map(item))
  }
}

function item({ title, url }) {
  const entry = document.createElement("li")
  const link = document.createElement("a")
  link.href = url
  link.textContent = title
  entry.append(link)
  return entry
}

function today() {
  return new Date().toISOString().slice(0, 10)
}

function start() {
  const section = document.getElementById("forum_since")
  if (section) new Since(section).start()
}

onEachPage(start)
