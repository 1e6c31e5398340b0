/* What follows the sending, of which a page can't know: it asks. */

/* Tells the address at which a text will stand. */
export function tellAddress(form, files) {
  const { kind, path, question } = files.at(-1)
  for (const place of form.parentElement.querySelectorAll("[data-will-stand]")) {
    const url = new URL(place.dataset.willStand, location)
    const names = path.replace(/\.md$/u, "").split("/")
    const name = question ?? (kind === "answers" ? names.slice(-3, -1).join("/") : names.at(-1))
    url.pathname = url.pathname.replace("_name_", () => name)
    if (kind === "answers") url.hash = names.at(-1)
    place.textContent = decodeURI(url.href)
  }
}

export function askWhetherSent(form) {
  form.querySelector("[data-after]").hidden = false
}

export function hideQuestion(form) {
  form.querySelector("[data-after]").hidden = true
}

/* The text is still kept. */
export function notYet(form) {
  const section = form.querySelector("[data-after]")
  section.querySelector("[data-status]").textContent = section.dataset.stays
}

/* Thanks; the form goes, and its draft with it. */
export function thank(form) {
  const thanks = form.parentElement.querySelector("[data-thanks]")
  form.hidden = true
  thanks.hidden = false
  thanks.focus()
  thanks.scrollIntoView({ block: "start" })
}
