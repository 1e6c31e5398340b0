/* The file of an entry, which reads back as one of core/forms/write.py does. */

const DAY = /^\d{4}-\d{2}-\d{2}$/u
// What every reader of YAML takes for this very text: it begins with a letter, and is no word of YAML.
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null|[yn])$)\p{L}(?:[^\s:#]|:(?=\S)| (?=[^\s#])|(?<=\S)#)*$/iu

const scalar = text => (PLAIN.test(text) ? text : JSON.stringify(text))

function* keyLines(keys, within = "", margin = "") {
  for (const [name, value] of Object.entries(keys)) {
    if (Array.isArray(value)) {
      yield `${margin}${name}:`
      for (const item of value) yield `${margin}  - ${scalar(item)}`
    } else if (typeof value === "object") {
      yield `${margin}${name}:`
      yield* keyLines(value, name, `${margin}  `)
    } else {
      // A day is no text to YAML.
      yield `${margin}${name}: ${(name === "date" || within === "promised_by") && DAY.test(value) ? value : scalar(value)}`
    }
  }
}

/* Writes keys, in their order, and below them a text. */
export function writeFile(keys, body) {
  const header = [...keyLines(keys)].map(line => `${line}\n`).join("")
  return `---\n${header}---\n${body && `\n${body}\n`}`
}
