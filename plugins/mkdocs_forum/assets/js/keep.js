/* Keeps talks and questions for printing, in this browser alone: the page of one's own texts, which print.js
   fills, reads the same list. */

import { onEachPage } from "./each-page.js"
import { Stored } from "./storage.js"

function start() {
  const tool = document.querySelector(".forum-keep")
  if (!tool) return
  const stored = new Stored("forum-texts:", new URL(tool.dataset.root, location.href))
  const { url, part, by } = tool.dataset
  const title = document.getElementById("forum_top").textContent
  const isThis = text => text.url === url && text.part === part
  const button = tool.querySelector("button")
  const unkept = button.textContent
  const link = tool.querySelector("a")

  function load() {
    const found = stored.get()
    return Array.isArray(found) ? found : []
  }

  function show() {
    const texts = load()
    const count = texts.length
    const isKept = texts.some(isThis)
    button.setAttribute("aria-pressed", String(isKept))
    button.textContent = isKept ? button.dataset.kept : unkept
    link.hidden = !count
    link.textContent = count === 1 ? link.dataset.one : link.dataset.many.replace("{count}", count)
  }

  button.addEventListener("click", () => {
    const texts = load()
    const others = texts.filter(text => !isThis(text))
    const kept = others.length < texts.length ? others : [...texts, { url, part, title, by }]
    stored.set(kept.length ? kept : null)
    show()
  })
  tool.hidden = false
  show()
}

onEachPage(start)
