/* Calls for the page that is there, and for each that the theme puts in its place. The theme's script, which
   tells of these, may stand further down: it has run when the document counts as loaded. */
export function onEachPage(call) {
  const begin = () => {
    if (globalThis.document$) globalThis.document$.subscribe(call)
    else call()
  }
  if (globalThis.document$ || document.readyState === "complete") begin()
  else document.addEventListener("DOMContentLoaded", begin, { once: true })
}
