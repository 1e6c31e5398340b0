/* Where a finished file goes: the addresses of the forge and of a message. Nothing here knows of
   the page. */

/* GitHub answers an address of more than 8,191 bytes with an error; proxies before other forges
   take 8,192 with the rest of the request's first line. */
export const LONGEST_ADDRESS = 7500
/* Chrome on Windows drops an address of more than 2,046 characters without a word, Firefox there
   one of more than 2,008. */
export const LONGEST_LETTER = 1900

/* Half a character, which no address can hold, becomes the sign for what can't be read. */
const encode = text => encodeURIComponent(text.toWellFormed?.() ?? text)
const query = pairs => pairs.map(([key, value]) => `${key}=${encode(value)}`).join("&")

/* Gives the address of the forge's page that begins a file, whether the text is in it, and whether
   only who is signed in gets there: the page to sign in has that address, encoded, in its own. */
export function forgeAddress(forge, path, text, told) {
  const [name, value] = forge.kind === "gitlab" ? ["file_name", "content"] : ["filename", "value"]
  const said = forge.kind === "github"
    ? [["message", told.subject], ["description", told.agreement]]
    : []
  const whole = `${forge.new}?${query([[name, path], [value, text], ...said])}`
  const needsSession = encode(whole).length > LONGEST_ADDRESS
  if (whole.length <= LONGEST_ADDRESS) return { url: whole, isWhole: true, needsSession }
  return { url: `${forge.new}?${query([[name, path], ...said])}`, isWhole: false, needsSession: false }
}

/* Writes a message that holds files, each below a line with its path. */
export function letter(files, told) {
  const parts = files.map(({ path, text }) =>
    `${told.fileLine.replace("{path}", () => path)}\n\n${text}${told.fileEnd}\n`)
  const opening = [told.greeting, told.agreement].filter(Boolean).join("\n\n")
  return [`${opening}\n`, ...parts].join("\n")
}

/* Gives the address that opens a message, and whether the files are in it. */
export function letterAddress(email, files, told) {
  const whole = mailto(email, told.subject, letter(files, told))
  if (whole.length <= LONGEST_LETTER) return { url: whole, isWhole: true }
  return { url: mailto(email, told.subject), isWhole: false }
}

/* Gives the address that opens a message beside which files come. */
export function letterBeside(email, attached, files, told) {
  const lines = files.map(({ path }) => told.fileLine.replace("{path}", () => path))
  const body = [told.greeting, "", attached, ...lines, "", told.agreement, ""].join("\n")
  return mailto(email, told.subject, body)
}

export function mailto(email, subject, body = "") {
  const lines = body.replaceAll("\n", "\r\n")
  const address = encodeURIComponent(email).replaceAll("%40", "@").replaceAll("%2B", "+")
  return `mailto:${address}?${query([["subject", subject], ...(lines ? [["body", lines]] : [])])}`
}

/* Gives each file a name to download it by: a newcomer's answer and page have one name. */
export function named(files) {
  return files.map((file, place) => {
    const steps = file.path.split("/")
    const name = steps.at(-1)
    const isTaken = files.slice(0, place).some(other => other.path.endsWith(`/${name}`))
    return { ...file, name: isTaken ? `${steps.at(-2)}-${name}` : name }
  })
}
