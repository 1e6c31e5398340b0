/* A picture as it is sent: no larger than a page shows it, and without what the camera wrote into it,
   such as the place; drawing it anew leaves that behind, and turns it upright. */

/* Pixels of the longer side: twice the width of a page's text. */
const LONGEST = 1600
const QUALITY = 0.85
/* Bytes above which a picture without loss is tried as a photograph. */
const HEAVY = 500_000
/* Bytes above which a telephone might not hold what is in a file. */
const LARGEST = 80_000_000

/* Gives a picture made smaller, with the ending of its name, or nothing if the browser can't read it. */
export async function scaled(file) {
  if (file.size > LARGEST) return null
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const isPhoto = file.type === "image/jpeg"
  const photo = () => drawn(bitmap, scale, "image/jpeg")
  const exact = isPhoto ? null : await drawn(bitmap, scale, "image/png")
  const blob = exact && exact.size <= HEAVY ? exact : await photo()
  const canvas = draw(bitmap, Math.min(1, 160 / Math.max(bitmap.width, bitmap.height)), false)
  bitmap.close()
  return blob && { blob, canvas, url: await urlOf(blob), ending: blob.type === "image/png" ? "png" : "jpg" }
}

/* Gives an address that holds the picture itself: the only one that the policy of pages allows. */
function urlOf(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener("load", () => resolve(reader.result))
    reader.addEventListener("error", () => reject(reader.error))
    reader.readAsDataURL(blob)
  })
}

function draw(bitmap, scale, isOpaque) {
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext("2d")
  context.imageSmoothingQuality = "high"
  if (isOpaque) {
    // What can be seen through would become black.
    context.fillStyle = "white"
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

function drawn(bitmap, scale, type) {
  const canvas = draw(bitmap, scale, type === "image/jpeg")
  return new Promise(resolve => canvas.toBlob(resolve, type, QUALITY))
}
