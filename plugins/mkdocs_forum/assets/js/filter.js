// Chooses among the questions of a board without leaving it, where all of them stand on one page.
// Elsewhere, and without this script, each choice leads to a page of its own.

const filters = document.querySelector(".forum-filters[data-whole=true]")

/** Show the rows that each group's choice allows. */
function apply() {
  const chosen = [...filters.querySelectorAll("[data-filter][aria-current]")]
  const rows = [...document.querySelectorAll(".forum-row[data-in]")]
  const shown = rows.filter(row => {
    const own = row.dataset.in.split(" ")
    row.hidden = !chosen.every(link => own.includes(link.dataset.filter))
    return !row.hidden
  })
  const { none, one, many } = filters.dataset
  const told = shown.length > 1 ? many : shown.length ? one : none
  filters.querySelector("output").textContent =
    chosen.length ? told.replace("{count}", shown.length) : ""
}

/** Choose a link of a group, or give up the choice. */
function choose(link) {
  const group = link.closest("[role=group]")
  const isChosen = link.hasAttribute("aria-current")
  for (const other of group.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current")
  if (!isChosen) link.setAttribute("aria-current", "true")
  apply()
}

filters?.addEventListener("click", event => {
  const link = event.target.closest("[data-filter]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  // Before the theme's script, which would load the page.
  event.stopPropagation()
  choose(link)
})
