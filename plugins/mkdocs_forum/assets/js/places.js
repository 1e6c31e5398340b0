/* What links of a new text lead to: twins of core/targets.py and core/places.py, and of what
   core/references.py says of links that lead nowhere.

   What a browser can't know is left to the check: headings of other texts, links in HTML, and links
   in lines that may be code. */

import { anchorsOf } from "./anchors.js"
import { seeker } from "./near.js"
import { firstUnclosed } from "./outline.js"
import { fullMatch, match } from "./patterns.js"
import { elements, references } from "./references.js"
import { slugify } from "./slugs.js"
import { fault, place, say } from "./texts.js"

const MAY_BE_CODE = /^[\s>*+\-\d.)]*(?:\t| {4})/u

/* Reads what is written as `%C3%A9`, as Python does. */
function unquoted(text) {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, found => {
    const codes = found.slice(1).split("%").map(code => Number.parseInt(code, 16))
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(codes))
  })
}

/* Takes `.` and `..` out of a path. */
function normal(path) {
  const steps = []
  for (const step of path.split("/")) {
    if (step === ".." && steps.length && steps.at(-1) !== "..") steps.pop()
    else if (step && step !== ".") steps.push(step)
  }
  return steps.join("/") || "."
}

const folderOf = path => path.slice(0, Math.max(0, path.lastIndexOf("/")))
const nameOf = path => path.slice(path.lastIndexOf("/") + 1)

/* Gives a path as it is seen from a folder. */
function seenFrom(folder, path) {
  const from = folder ? folder.split("/") : []
  const to = path.split("/")
  let common = 0
  while (common < Math.min(from.length, to.length) && from[common] === to[common]) common += 1
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/") || "."
}

/* Stands for what an address leads to that can't be taken apart. */
const NOWHERE = ""

/* Tells which file an address leads to; nothing where no file is looked for. */
function aim(address, source) {
  const written = address.replace(/^[\0-\x20]+/, "").replace(/[\t\r\n]/g, "")
  const [, host = ""] = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)/i.exec(written) ?? []
  if (/[[\]]/.test(host) && !URL.canParse(`http://${host}/`)) return NOWHERE
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(written)) return null
  const path = unquoted(written.split(/[?#]/)[0])
  // What has no ending is no file, and a point in front isn't one.
  if (!/[^.].*\./su.test(nameOf(path))) return null
  return normal(`${folderOf(source)}/${path}`.replace(/^\//, ""))
}

/* Gives every path that a link of a new entry may lead to; of one at fault, save its own. */
function pathsOf(book, { kind, path, given, questions, isSound }) {
  const { folders, entries } = book
  const { taken, former, places, editions, members, talks } = entries
  const file = (where, slug) => `${folders[where]}/${slug}.md`
  const gone = new Set(former)
  const asked = (talk, slugs) => slugs.map(slug => file("questions", `${talk}/${slug}`))
  const own = [
    ...(kind === "talks" ? asked(nameOf(path).slice(0, -3), questions) : []),
    ...(given.topics ?? []).map(name => file("topics", slugify(book, name))),
    path,
  ]
  return new Set([
    ...taken.filter(name => !gone.has(name)),
    ...places,
    ...editions.map(({ slug }) => file("editions", slug)),
    ...members.map(({ slug }) => file("members", slug)),
    ...Object.entries(talks).flatMap(([slug, talk]) => asked(slug, talk.questions)),
    ...(isSound ? own : []),
  ])
}

/* Whether a path may be one that an entry will have once it is mended. */
const mayBeIts = ({ folders }, path, entry) =>
  path === entry.path ||
  [folders.topics, folders.questions].some(folder => path.startsWith(`${folder}/`))

/* Whether a link leads somewhere; nobody knows how many pages a listing has. */
function leads(book, paths, path, entry) {
  if (paths.has(path) || (!entry.isSound && mayBeIts(book, path, entry))) return true
  const { page } = book.rules.references
  const [, listing] = new RegExp(`^(.+)/${page}/\\p{Nd}+\\.md$`, "u").exec(path) ?? []
  return Boolean(listing) && (paths.has(`${listing}.md`) || paths.has(`${listing}/index.md`))
}

/* Gives the path that is most like one that leads nowhere. */
function nearest(paths, path, seek) {
  const byPoint = (one, other) => (one < other ? -1 : 1)
  const known = [...paths].sort(byPoint)
  const name = nameOf(path)
  const namesakes = known.filter(other => nameOf(other) === name)
  if (namesakes.length === 1) return namesakes[0]
  if (namesakes.length) return seek(path, `*/${name}`, () => namesakes, 1, 0)[0]
  const isPage = path.endsWith(".md")
  const beside = known.filter(other => folderOf(other) === folderOf(path))
  const alike = beside.map(nameOf).filter(other => other.endsWith(".md") === isPage)
  const [found] = seek(name, `${folderOf(path)}/*`, () => alike)
  return found && normal(`${folderOf(path)}/${found}`.replace(/^\//, ""))
}

/* Whether an address is that of a site that lacks what it is reached by. */
const isSite = (book, { address }) => match(book.rules.references.site, address)

function nowhere(book, paths, reference, lost, { path, seek }) {
  const { kind, address } = reference
  if (lost === NOWHERE) {
    return ["F305", say(book, "NO_ADDRESS", { name: address }), say(book, "WHOLE_ADDRESS")]
  }
  const found = nearest(paths, lost, seek)
  const [, fragment = ""] = /(#.*)/su.exec(address) ?? []
  const written = found && seenFrom(folderOf(path), found).replaceAll(" ", "%20") + fragment
  const hint = found ? say(book, "NEAR", { near: written }) : say(book, "PATH_FROM_HERE")
  if (kind === "picture") return ["F307", say(book, "NO_PICTURE", { path: address }), hint]
  const whole = isSite(book, reference) ? say(book, "WITH_HTTPS", { address }) : hint
  return ["F305", say(book, "NO_FILE", { link: address }), whole]
}

/* Tells a link to a place of its own text that isn't there. */
function misplaced(book, { address }, anchors, seek) {
  const fragment = address.slice(1)
  if (!anchors || !fragment || [fragment, unquoted(fragment)].some(name => anchors.has(name))) {
    return null
  }
  const [found] = seek(unquoted(fragment), "#", () => anchors)
  const hint = found ? say(book, "NEAR", { near: `#${found}` }) : say(book, "NAME_OF_HEADING")
  return ["F306", say(book, "NO_PLACE", { link: address }), hint]
}

/* Tells an address that the site takes off, or that no browser takes. */
function refused(book, { kind, address }) {
  const pattern = book.rules.references[kind]
  if (fullMatch(pattern, address) && URL.canParse(address, "https://a/")) return null
  return kind === "picture"
    ? ["F309", say(book, "FOREIGN_PICTURE", { path: address }), say(book, "SEND_PICTURE")]
    : ["F309", say(book, "NO_LINK", { link: address }), say(book, "SCHEMES")]
}

/* Whether a link or a picture is one for sure: of one link within another only one is shown. */
function isShown({ kind, start }, found) {
  if (!["link", "picture"].includes(kind)) return false
  const around = found.filter(other => other.start < start && start < other.place)
  return around.every(other => kind === "picture" && other.kind === "link")
}

/* Gives the faults of the links, pictures and HTML of an entry: `{kind, path, given, questions,
   isSound}`, the last whether nothing keeps it from being read. */
export function referenceFaults(book, file, entry) {
  const { body, bodyLine } = file
  const lines = body.split("\n")
  const at = index => {
    const { line, column } = place(body, index)
    return { line: bodyLine + line - 1, column }
  }
  const unclosed = firstUnclosed(book, lines)
  const found = references(book, body)
  const paths = found.length ? pathsOf(book, entry) : new Set()
  const seek = seeker(book)
  const anchors = found.length && entry.isSound ? anchorsOf(book, body, entry.questions) : null
  const isProse = index => {
    const number = place(body, index).line - 1
    return number < unclosed && !MAY_BE_CODE.test(lines[number])
  }
  const lost = reference => {
    if (!isProse(reference.start) || !isShown(reference, found)) return null
    if (reference.address.startsWith("#")) return misplaced(book, reference, anchors, seek)
    const path = aim(reference.address, entry.path)
    if (path === null && !isSite(book, reference)) return refused(book, reference)
    if (path && leads(book, paths, path, entry)) return null
    return nowhere(book, paths, reference, path ?? unquoted(reference.address), {
      path: entry.path,
      seek,
    })
  }
  const dropped = [...elements(book, body)].filter(
    ([name, index]) => !book.rules.references.unmissed.includes(name) && isProse(index),
  )
  const unshown = dropped.map(([name, index]) => {
    const hint = say(book, "AS_CODE", { name })
    return fault(book, at(index), "F310", say(book, "NO_ELEMENT", { name }), hint)
  })
  const ofReferences = found.flatMap(reference => {
    const told = lost(reference)
    const faults = told ? [fault(book, at(reference.place), ...told)] : []
    if (!reference.isWordless) return faults
    const hint = say(book, reference.kind === "tag" ? "WORDS_IN_ALT" : "WORDS_IN_BRACKETS")
    const message = say(book, "NO_WORDS", { path: reference.address })
    return [...faults, fault(book, at(reference.start), "F308", message, hint)]
  })
  return [...ofReferences, ...unshown]
}
