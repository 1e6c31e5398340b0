/* Offers the addresses of the site that are most like the one that leads nowhere. */

const MOST = 5
const LEAST = 0.5

const section = document.getElementById("forum_near")
const answer = await fetch(section.dataset.pages)
const sitemap = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/xml")
const wanted = pairs(location.pathname)
const near = [...sitemap.getElementsByTagName("loc")]
  .map(place => new URL(place.textContent.trim()).pathname)
  .map(path => ({ path, likeness: likeness(wanted, pairs(path)) }))
  .filter(({ likeness }) => likeness >= LEAST)
  .sort((one, other) => other.likeness - one.likeness)
  .slice(0, MOST)
section.querySelector("ul").append(...near.map(({ path }) => item(path)))
section.hidden = !near.length

/* Gives the pairs of letters of an address, whatever its accents and capitals. */
function pairs(path) {
  const letters = decoded(path).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const plain = letters.replace(/(?:index)?\.html$/u, "").replace(/[^\p{L}\p{N}/]+/gu, "-")
  return new Set(Array.from(plain, (letter, index) => letter + plain[index + 1]).slice(0, -1))
}

function decoded(path) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/* Dice's coefficient: the share of pairs that two addresses have in common. */
function likeness(one, other) {
  const common = [...one].filter(pair => other.has(pair)).length
  return (2 * common) / (one.size + other.size || 1)
}

function item(path) {
  const entry = document.createElement("li")
  const link = document.createElement("a")
  link.href = path
  link.textContent = decoded(path)
  entry.append(link)
  return entry
}
