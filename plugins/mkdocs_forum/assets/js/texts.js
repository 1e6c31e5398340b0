/* Texts as files hold them, after core/words/characters.py, and the sentences that are told of them. */

/* Reads the rulebook, with its patterns; one that a browser doesn't know finds nothing. */
export function readRulebook(text) {
  return JSON.parse(text, (_, value) => {
    if (typeof value?.source !== "string" || typeof value.flags !== "string") return value
    try {
      return new RegExp(value.source, value.flags)
    } catch {
      return /(?!)/u
    }
  })
}

/* Gives a text without characters that nobody sees, its accents on their letters. */
export function tidy(book, text) {
  const { breaks, unseen } = book.rules.letters
  const ended = text.replace(/\r\n?/gu, "\n").split(breaks).join(" ")
  return ended.split(unseen).join("").normalize("NFC")
}

/* Gives a text as a key holds it. */
export const oneLine = (book, text) => tidy(book, text).split(/\s+/u).filter(Boolean).join(" ")

/* Gives a text as the body of a file. */
export const lines = (book, text) => tidy(book, text).replace(/^\n+|\n+$/gu, "")

/* Gives the lines of a text, from 0, that hold a telephone number or an e-mail address, as
   core/words/contacts.py finds them. */
export function contactLines(book, text) {
  const plain = text.replace(/[\u00a0\u202f\u2009]/gu, " ").replace(/[\u2010\u2011\u2013]/gu, "-")
  const isFound = line => book.rules.contact.test(line)
  return plain.split("\n").flatMap((line, number) => (isFound(line) ? [number] : []))
}

/* Gives a text without some of its lines. */
export const withoutLines = (text, numbers) =>
  text.split("\n").filter((_, number) => !numbers.includes(number)).join("\n")

/* Cuts what was found to the length that a message shows. */
export function brief(book, text) {
  const signs = [...text]
  const longest = book.rules.brief
  return signs.length <= longest ? text : `${signs.slice(0, longest - 1).join("")}…`
}

/* Tells a sentence of the rulebook with its values. */
export function tell(book, name, values = {}) {
  const written = { "{{": "{", "}}": "}" }
  return book.sentences[name].replace(
    /\{\{|\}\}|\{(\w+)\}/gu,
    (found, key) => written[found] ?? values[key],
  )
}
