/* A value that this browser keeps for a site. Where storage is forbidden, nothing is kept. */
export class Stored {
  constructor(prefix, root) {
    this.name = prefix + root.pathname
  }

  get() {
    try {
      return JSON.parse(localStorage.getItem(this.name))
    } catch {
      return null
    }
  }

  set(value) {
    try {
      if (value) localStorage.setItem(this.name, JSON.stringify(value))
      else localStorage.removeItem(this.name)
    } catch {
      // It stays as it was.
    }
  }
}
