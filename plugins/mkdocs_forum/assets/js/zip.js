/* Files put into one, as every computer unpacks it. Pictures are packed already, and texts are short:
   nothing is compressed (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). */

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/* Names are UTF-8. */
const FLAGS = 0x0800
/* 1 January 1980: the form's own day says enough. */
const DAY = 0x21

/* Gives a package of files, each with its path and its bytes. */
export function zip(files) {
  const pieces = []
  const directory = []
  let place = 0
  const add = (list, ...parts) => {
    list.push(...parts)
    return parts.reduce((size, part) => size + part.byteLength, 0)
  }
  for (const { path, bytes } of files) {
    const name = new TextEncoder().encode(path)
    const facts = [crc32(bytes), bytes.byteLength, bytes.byteLength]
    const head = record([LOCAL], [VERSION, FLAGS, 0, 0, DAY], facts, [name.byteLength, 0])
    directory.push(
      record([CENTRAL], [VERSION, VERSION, FLAGS, 0, 0, DAY], facts, [name.byteLength, 0, 0, 0, 0], [0, place]),
      name,
    )
    place += add(pieces, head, name, bytes)
  }
  const size = directory.reduce((sum, part) => sum + part.byteLength, 0)
  const count = files.length
  const end = record([END], [0, 0, count, count], [size, place], [0])
  return new Blob([...pieces, ...directory, end], { type: "application/zip" })
}

/* Writes numbers of four bytes and of two, in turns. */
function record(...runs) {
  const sizes = runs.map((run, turn) => run.length * (turn % 2 ? 2 : 4))
  const view = new DataView(new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0)))
  let place = 0
  runs.forEach((run, turn) => {
    for (const number of run) {
      if (turn % 2) view.setUint16(place, number, true)
      else view.setUint32(place, number, true)
      place += turn % 2 ? 2 : 4
    }
  })
  return new Uint8Array(view.buffer)
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
})

function crc32(bytes) {
  let rest = 0xffffffff
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
