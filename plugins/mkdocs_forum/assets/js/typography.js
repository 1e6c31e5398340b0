/* Sets the prose of a preview, by the patterns that `typography/replacements.py` gives. */

const LEFT = "code, kbd, pre, samp"
const ADDRESS = /:\/\/|www\.|@/u

export function typesetter(rules) {
  const compiled = rules.map(([{ source, flags }, text]) => [new RegExp(source, `g${flags}`), text])
  return text => compiled.reduce((set, [pattern, by]) => set.replace(pattern, by), text)
}

export function typeset(html, set) {
  const texts = document.createTreeWalker(html, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const isProse = !text.parentElement?.closest(LEFT) && !ADDRESS.test(text.data)
    if (isProse) text.data = set(text.data)
  }
}
