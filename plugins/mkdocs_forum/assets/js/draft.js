/* A draft, kept by this browser alone. Storage may be forbidden, full or broken: then there is no
   draft, and nothing else is lost. */

const PREFIX = "forum-draft:"

export class Draft {
  /* `place` tells forms of several sites on one host apart, `subject` the questions. */
  constructor(place, subject) {
    this.key = `${PREFIX}${place}:${subject}`
  }

  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key))
      return kept && typeof kept.values === "object" && Date.parse(kept.day) ? kept : null
    } catch {
      return null
    }
  }

  /* Tells whether the values were kept. */
  write(values) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ day: new Date().toISOString(), values }))
      return true
    } catch {
      return false
    }
  }

  discard() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // What can't be reached wasn't kept.
    }
  }
}
