/* Keeps talks and questions for printing, in this browser alone: the page of one's own texts, which print.js
   fills, reads the same list. */

const PREFIX = "forum-texts:"

function load(name) {
  try {
    const found = JSON.parse(localStorage.getItem(name))
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

function save(name, texts) {
  try {
    if (texts.length) localStorage.setItem(name, JSON.stringify(texts))
    else localStorage.removeItem(name)
  } catch {
    // Storage may be forbidden: then nothing is kept.
  }
}

function start() {
  const tool = document.querySelector(".forum-keep")
  if (!tool) return
  const name = PREFIX + new URL(tool.dataset.root, location.href).pathname
  const { url, part, by } = tool.dataset
  const title = document.getElementById("forum_top").textContent
  const isThis = text => text.url === url && text.part === part
  const button = tool.querySelector("button")
  const link = tool.querySelector("a")

  function show() {
    const texts = load(name)
    const count = texts.length
    button.setAttribute("aria-pressed", String(texts.some(isThis)))
    link.hidden = !count
    link.textContent = count === 1 ? link.dataset.one : link.dataset.many.replace("{count}", count)
  }

  button.addEventListener("click", () => {
    const texts = load(name)
    const others = texts.filter(text => !isThis(text))
    save(name, others.length < texts.length ? others : [...texts, { url, part, title, by }])
    show()
  })
  tool.hidden = false
  show()
}

if (window.document$) window.document$.subscribe(start)
else start()
