/* The part of a form that tells how what was written is sent, and the files that it offers. */

export function show(form, name) {
  for (const section of form.querySelectorAll("[data-sent]")) {
    section.hidden = section.dataset.sent !== name
  }
  const section = form.querySelector(`[data-sent="${name}"]`)
  section.focus()
  section.scrollIntoView({ block: "start" })
  return section
}

/* Gives a link to download each file, in a part of the page. */
export function downloads(form, section, files) {
  const place = section.querySelector("[data-downloads]")
  for (const old of place.querySelectorAll("a")) URL.revokeObjectURL(old.href)
  const template = form.querySelector("[data-download]")
  const links = files.map(({ name, text, blob }) => {
    const link = template.content.firstElementChild.cloneNode(true)
    link.href = URL.createObjectURL(blob ?? new Blob([text], { type: "text/markdown;charset=utf-8" }))
    link.download = name
    link.querySelector("[data-name]").textContent = name
    return link
  })
  place.replaceChildren(...links.flatMap((link, place) => (place ? [" ", link] : [link])))
  return links
}
