/* Lets the address of a page to print choose what is printed, as in `imprimer/#feuille`, and keeps
   it up to date; prints and copies a reference by buttons. The names in addresses are the identifiers of the choices. */
function choose() {
  for (const name of decodeURIComponent(location.hash.slice(1)).split("+")) {
    const choice = document.getElementById(name)
    if (choice?.matches(".print-choice input")) choice.checked = true
  }
}

function remember() {
  const chosen = document.querySelectorAll(".print-choice input[id]:checked")
  const names = [...chosen].filter(choice => !choice.defaultChecked).map(choice => choice.id)
  history.replaceState(null, "", names.length ? `#${names.join("+")}` : location.pathname)
}

const button = document.querySelector(".print-now")
button.hidden = false
button.addEventListener("click", () => print())
const copy = document.querySelector(".print-copy")
if (copy && navigator.clipboard) {
  copy.hidden = false
  const text = document.getElementById(copy.dataset.copied).textContent
  copy.addEventListener("click", () => navigator.clipboard.writeText(text))
}
addEventListener("hashchange", choose)
addEventListener("change", remember)
choose()
