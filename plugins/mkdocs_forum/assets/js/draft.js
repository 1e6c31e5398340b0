/* Drafts, kept by this browser alone. Storage may be forbidden, full or broken: then there is no
   draft, and nothing else is lost. */

const PREFIX = "forum-draft:"

export class Drafts {
  /* `place` tells forms of several sites on one host apart, `subject` the questions. */
  constructor(place, subject) {
    this.name = `${PREFIX}${place}:${subject}`
    this.own = null
  }

  /* Gives what is kept and isn't this page's own, the latest first. */
  others() {
    try {
      return Object.keys(localStorage)
        .filter(key => key === this.name || key.startsWith(`${this.name}#`))
        .filter(key => key !== this.own?.key)
        .map(read)
        .filter(Boolean)
        .sort((one, other) => Date.parse(other.day) - Date.parse(one.day))
    } catch {
      return []
    }
  }

  /* From now on this page writes over a draft that it has read. */
  take(draft) {
    this.own = draft
  }

  /* Tells whether the values were kept. What another page wrote isn't written over: two texts may
     have been begun in two windows, or for two questions. */
  write(values) {
    const written = JSON.stringify({ day: new Date().toISOString(), values })
    try {
      const key = this.isOwn() ? this.own.key : this.free()
      localStorage.setItem(key, written)
      this.own = { key, written }
      return true
    } catch {
      return false
    }
  }

  /* Removes the draft of this page. */
  discard() {
    try {
      if (this.isOwn()) localStorage.removeItem(this.own.key)
    } catch {
      // What can't be reached wasn't kept.
    }
    this.own = null
  }

  isOwn() {
    return this.own !== null && localStorage.getItem(this.own.key) === this.own.written
  }

  free() {
    for (let number = 1; ; number += 1) {
      const key = number === 1 ? this.name : `${this.name}#${number}`
      if (localStorage.getItem(key) === null) return key
    }
  }
}

/* Says of a draft when it was written: the day stands for `{day}`. */
export function dated(sentence, { day }, language) {
  const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" })
  return sentence.replace("{day}", when.format(new Date(day)))
}

function read(key) {
  const written = localStorage.getItem(key)
  try {
    const { day, values } = JSON.parse(written)
    const isDraft = values && typeof values === "object" && Date.parse(day)
    return isDraft ? { key, written, day, values } : null
  } catch {
    return null
  }
}
