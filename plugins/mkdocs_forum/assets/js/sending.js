/* What is told and offered once a form was found right: the ways on which its files go. */

import { forgeAddress, letter, letterAddress, named } from "./letter.js"
import { ancestors, fieldOf } from "./fields.js"
import { sendPictures } from "./packages.js"
import { downloads, show } from "./ways.js"

/* Shows the way that was chosen, and goes it as far as a page can. */
export function send(form, rulebook, way, files, pictures) {
  const told = words(form)
  const all = named(files)
  showFiles(form, all)
  const message = letter(all, told)
  for (const section of form.querySelectorAll("[data-sent]")) {
    const button = section.querySelector("[data-copy-letter]")
    button.onclick = () => copy(form, message, button.parentElement, told)
  }
  const ways = {
    forge: () => sendToForge(form, rulebook, all, told),
    mail: () => sendByMail(form, rulebook, all, told),
    file: () => offerFiles(form, all),
    copy: () => copy(form, message, show(form, "copy"), told),
  }
  const areApart = pictures.length && ["mail", "file"].includes(way)
  form.querySelector("[data-beside]").hidden = true
  if (!areApart) ways[way]()
  if (pictures.length) sendPictures(form, rulebook, way, all, pictures, told)
}

function words(form) {
  const told = form.querySelector("[data-letter]").dataset
  const agreement = form.querySelector("#forum_agreement").matches(":enabled") ? told.agreement : ""
  return { ...told, agreement, subject: subjectOf(form, form.dataset.kind, told) }
}

function subjectOf(form, kind, told) {
  const subject = told[`subject${kind[0].toUpperCase()}${kind.slice(1)}`]
  return subject.replace("{title}", () => titleOf(form, kind))
}

function titleOf(form, kind) {
  const name = { answers: "question", talks: "title", members: "name", questions: "question" }[kind]
  const [control] = fieldOf(form, kind === "questions" ? "answers" : kind, name).querySelectorAll("input, select")
  return control.selectedOptions ? control.selectedOptions[0].text : control.value.trim()
}

export function hideWays(form) {
  for (const section of form.querySelectorAll("[data-sent], [data-file], [data-unpublished]")) section.hidden = true
}

function sendToForge(form, rulebook, files, told) {
  const section = show(form, "forge")
  const single = section.querySelector("[data-single]")
  section.querySelectorAll("[data-step-made]").forEach(step => step.remove())
  const addresses = files.map(({ kind, path, text, step }) => {
    // A file that is there is opened, not begun.
    if (step) return { url: `${rulebook.decisions.edit}/${path}`, isWhole: false }
    const subject = subjectOf(form, kind, told)
    return forgeAddress(rulebook.forge, path, text, { ...told, subject })
  })
  section.querySelector("[data-both]").hidden = files.length === 1
  section.querySelector("[data-session]").hidden = !addresses.some(({ needsSession }) => needsSession)
  single.hidden = files.length > 1 || !addresses[0].isWhole
  if (!single.hidden) {
    const link = single.querySelector("a")
    link.href = addresses[0].url
    link.click()
    return
  }
  files.forEach((file, place) => {
    const { url, isWhole } = addresses[place]
    const template = section.querySelector(`[data-step="${file.step || (isWhole ? "short" : "long")}"]`)
    const step = template.content.firstElementChild.cloneNode(true)
    step.dataset.stepMade = ""
    step.querySelector("[data-title]").textContent = told[`name${file.kind}`]
    step.querySelector("[data-open]").href = url
    const button = step.querySelector("[data-copy]")
    const text = ["kept", "promised", "noticed"].includes(file.step) ? file.text.replaceAll("---\n", "") : file.text
    button?.addEventListener("click", () => copy(form, text, step, told))
    section.querySelector("ol").append(step)
    // The text that has to be pasted is at hand before it is asked for.
    if (!isWhole && files.length === 1) copy(form, text, step, told)
  })
}

function sendByMail(form, rulebook, files, told) {
  const { url, isWhole } = letterAddress(rulebook.email, files, told)
  const section = show(form, isWhole ? "mail" : "mail-long")
  const link = section.querySelector("[data-open]")
  link.href = url
  if (!isWhole) {
    downloads(form, section, files)
    // The message that has to be pasted is at hand before the program asks for it.
    copy(form, letter(files, told), section, told)
  }
  link.click()
}

function offerFiles(form, files) {
  for (const link of downloads(form, show(form, "file"), files)) link.click()
}

async function copy(form, text, section, told) {
  const status = section.querySelector("[data-status]")
  try {
    await navigator.clipboard.writeText(text)
    status.textContent = told.copied
  } catch {
    status.textContent = told.uncopied
    select(showText(form, "", text))
  }
}

function showFiles(form, files) {
  const details = form.querySelector("[data-file]")
  details.querySelectorAll(":scope > div").forEach(shown => shown.remove())
  for (const { path, text } of files) showText(form, path, text)
  details.hidden = false
}

/* Shows a text below the ways of sending, unless it is there already; gives where. */
function showText(form, path, text) {
  const details = form.querySelector("[data-file]")
  const shown = [...details.querySelectorAll("[data-text]")].find(each => each.textContent === text)
  if (shown) return shown
  const made = form.querySelector("[data-shown]").content.firstElementChild.cloneNode(true)
  made.querySelector("[data-path]").textContent = path
  made.querySelector("[data-text]").textContent = text
  details.append(made)
  return made.querySelector("[data-text]")
}

/* Selects what can't be copied by itself. */
function select(place) {
  for (const details of ancestors(place, "details")) details.open = true
  getSelection().selectAllChildren(place)
  place.scrollIntoView({ block: "nearest" })
}
