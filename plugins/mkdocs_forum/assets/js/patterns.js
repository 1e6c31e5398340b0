/* What Python does with a pattern, for the patterns of the rulebook: `{source, flags}`. */

const compiled = new WeakMap()

function compile(pattern, way) {
  if (!compiled.has(pattern)) compiled.set(pattern, {})
  const ways = compiled.get(pattern)
  const source = way === "full" ? `^(?:${pattern.source})$` : pattern.source
  const more = { search: "g", match: "y", full: "" }[way]
  ways[way] ??= new RegExp(source, pattern.flags + more)
  return ways[way]
}

function from(expression, text, index) {
  expression.lastIndex = index
  return expression.exec(text)
}

/* Gives the first match from a place on. */
export const search = (pattern, text, index = 0) => from(compile(pattern, "search"), text, index)

/* Gives the match that begins at a place. */
export const match = (pattern, text, index = 0) => from(compile(pattern, "match"), text, index)

/* Gives the match that takes the whole text. */
export const fullMatch = (pattern, text) => compile(pattern, "full").exec(text)

/* Gives all matches, in their order. */
export function matches(pattern, text) {
  const expression = compile(pattern, "search")
  expression.lastIndex = 0
  return text.matchAll(expression)
}

/* Gives the match with a number, from 0. */
export function matchNumber(pattern, text, number) {
  for (const found of matches(pattern, text)) {
    if (number === 0) return found
    number -= 1
  }
  return null
}

/* Puts other text in place of each match. */
export const replaced = (pattern, text, by) => text.replace(compile(pattern, "search"), by)
