/* The pictures of a draft, kept by this browser alone beside its text. Where there is no such store,
   as on a site without https, or it is full, they are asked for once more. */

const STORE = "forum-pictures"

const keyOf = name => `${location.origin}${location.pathname}?picture=${encodeURIComponent(name)}`

const store = () => globalThis.caches?.open(STORE) ?? Promise.reject(new Error("no store"))

export async function keep(name, blob) {
  try {
    await (await store()).put(keyOf(name), new Response(blob, { headers: { "content-type": blob.type } }))
  } catch {
    // The page still holds it.
  }
}

/* Gives a picture that was kept, or nothing. */
export async function find(name) {
  try {
    const found = await (await store()).match(keyOf(name))
    return found ? await found.blob() : null
  } catch {
    return null
  }
}

export async function drop(name) {
  try {
    await (await store()).delete(keyOf(name))
  } catch {
    // What can't be reached wasn't kept.
  }
}
