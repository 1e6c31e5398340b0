/* Why a document or a transcript can't be sent, as core/reading/materials/ tells it: what would be
   refused by its name, its size, how it begins, or the plain names in it. The check takes it apart. */

import { tell } from "./texts.js"

const HEAD = 1024

/* Gives why a file can't be sent, or nothing. */
export function materialRefusal(book, name, bytes) {
  const kind = book.materials.find(({ ending }) => name.toLowerCase().endsWith(ending))
  if (!kind) return book.materials_only
  if (bytes.length > kind.largest) {
    const size = (bytes.length / 1e6).toFixed(1)
    const largest = Math.trunc(kind.largest / 1e6)
    return { message: tell(book, "LARGE_MATERIAL", { size }), hint: tell(book, "SMALLER_MATERIAL", { largest }) }
  }
  const text = new TextDecoder(kind.charset).decode(bytes)
  if (!kind.head.test(text.slice(0, HEAD))) return kind.otherwise
  return kind.dangers.find(({ names }) => names.test(text)) ?? null
}
