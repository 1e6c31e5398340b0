/* What is told and offered for texts with pictures or documents, which no address can hold: they go in one package. */

import { letterBeside } from "./letter.js"
import { downloads, show } from "./ways.js"
import { zip } from "./zip.js"

/* Gives the package of texts and pictures, with the name to download it by. */
function packed(files, pictures) {
  const texts = files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }))
  const [name] = files.at(-1).path.split("/").at(-1).split(".")
  return { name: `${name}.zip`, blob: zip([...texts, ...pictures]) }
}

/* Gives the folder in which all lie. */
function commonFolder(paths) {
  const [first, ...others] = paths.map(path => path.split("/").slice(0, -1))
  const end = first.findIndex((part, place) => others.some(other => other[place] !== part))
  return first.slice(0, end < 0 ? undefined : end).join("/")
}

/* Adds the pictures and documents to a way that was chosen for the texts. */
export function sendPictures(form, rulebook, way, files, pictures, told) {
  const file = packed(files, pictures)
  const offer = section => downloads(form, section, [file])
  const ways = {
    mail: () => {
      const section = show(form, "mail-package")
      section.querySelector("[data-open]").href = letterBeside(rulebook.email, told.attachedPackage, files, told)
      for (const link of offer(section)) link.click()
    },
    file: () => {
      for (const link of offer(show(form, "file"))) link.click()
    },
    forge: () => {
      const section = form.querySelector('[data-sent="forge"]')
      const step = section.querySelector('[data-step="pictures"]').content.firstElementChild.cloneNode(true)
      step.dataset.stepMade = ""
      section.querySelector("ol").append(step)
      const folder = commonFolder(pictures.map(({ path }) => path))
      const upload = step.querySelector("[data-upload]")
      // GitLab has no address of a page that takes files.
      if (rulebook.forge.upload) upload.href = `${rulebook.forge.upload}/${folder}`
      else upload.parentElement.remove()
      offer(step)
    },
    copy: () => {
      const section = form.querySelector('[data-sent="copy"] [data-beside]')
      section.hidden = false
      offer(section)
    },
  }
  ways[way]()
}
