/* A choice among many that can be searched: a field with a list below it, as the ARIA practices
   describe a combobox, before the select that holds what is chosen. */

const letters = text => text.toLowerCase().replaceAll("œ", "oe").normalize("NFKD").replace(/\p{M}/gu, "")

let lists = 0

class Combobox {
  constructor(select) {
    this.select = select
    this.choices = [...select.options].filter(({ value }) => value)
    this.found = []
    this.active = -1
    this.make()
    this.listen()
    this.show()
  }

  make() {
    const { select } = this
    const box = document.createElement("div")
    box.className = "forum-combobox"
    select.replaceWith(box)
    this.input = document.createElement("input")
    this.list = document.createElement("ul")
    this.status = document.createElement("span")
    this.list.id = `forum_choices_${(lists += 1)}`
    const told = select.getAttribute("aria-describedby")
    const given = { type: "text", role: "combobox", autocomplete: "off", spellcheck: "false" }
    const aria = { autocomplete: "list", expanded: "false", controls: this.list.id, describedby: told }
    for (const [name, value] of Object.entries(given)) this.input.setAttribute(name, value)
    for (const [name, value] of Object.entries(aria)) this.input.setAttribute(`aria-${name}`, value)
    this.input.className = "forum-combobox__input"
    this.input.placeholder = select.dataset.search
    this.input.required = select.required
    this.list.className = "forum-combobox__list"
    this.list.setAttribute("role", "listbox")
    this.list.hidden = true
    this.status.className = "forum-hidden"
    this.status.setAttribute("role", "status")
    const label = select.getAttribute("aria-label")
    if (label) this.input.setAttribute("aria-label", label)
    this.input.id = select.id
    this.list.setAttribute("aria-label", select.dataset.list)
    select.removeAttribute("id")
    select.removeAttribute("aria-describedby")
    select.hidden = true
    box.append(this.input, select, this.list, this.status)
  }

  listen() {
    const { input, list, select } = this
    input.addEventListener("click", () => this.open(""))
    input.addEventListener("input", event => {
      event.stopPropagation()
      this.open(input.value)
    })
    // What is typed is no value yet.
    input.addEventListener("change", event => event.stopPropagation())
    input.addEventListener("keydown", event => this.pressed(event))
    input.addEventListener("blur", () => this.leave())
    list.addEventListener("mousedown", event => event.preventDefault())
    list.addEventListener("click", event => {
      const item = event.target.closest("[role=option]")
      if (item) this.choose(this.found[[...list.children].indexOf(item)])
    })
    select.addEventListener("set", () => this.show())
  }

  /* Shows what is chosen. */
  show() {
    const [option] = this.select.selectedOptions
    this.input.value = option?.value ? option.text : ""
    this.input.lang = option?.parentElement.lang ?? ""
  }

  open(typed) {
    const words = letters(typed).split(/\s+/u).filter(Boolean)
    const has = option => {
      const text = letters(`${option.text} ${option.parentElement.label ?? ""}`)
      return words.every(word => text.includes(word))
    }
    this.found = this.choices.filter(has)
    this.list.replaceChildren(...this.found.map((option, place) => this.item(option, place)))
    this.list.hidden = !this.found.length
    this.input.setAttribute("aria-expanded", String(!this.list.hidden))
    const { one, found, none } = this.select.dataset
    const count = this.found.length
    this.status.textContent = count === 1 ? one : count ? found.replace("{count}", count) : none
    const chosen = this.found.findIndex(({ selected }) => selected)
    this.activate(words.length ? 0 : chosen)
  }

  item(option, place) {
    const item = document.createElement("li")
    item.id = `${this.list.id}_${place}`
    item.setAttribute("role", "option")
    item.setAttribute("aria-selected", String(option.selected))
    item.lang = option.parentElement.lang ?? ""
    item.textContent = option.text
    const { label } = option.parentElement
    if (label) {
      const group = document.createElement("small")
      group.textContent = label
      item.append(" ", group)
    }
    return item
  }

  activate(place) {
    this.active = this.found.length ? place : -1
    ;[...this.list.children].forEach((item, at) => item.classList.toggle("is-active", at === this.active))
    const item = this.list.children[this.active]
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id)
      item.scrollIntoView({ block: "nearest" })
    } else {
      this.input.removeAttribute("aria-activedescendant")
    }
  }

  pressed(event) {
    const isOpen = !this.list.hidden
    const { length } = this.found
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !isOpen) this.open("")
    else if (step) this.activate((this.active + step + length + (this.active < 0 && step < 0)) % length)
    else if (event.key === "Enter" && isOpen && this.active >= 0) this.choose(this.found[this.active])
    else if (event.key === "Escape" && isOpen) this.close()
    else return
    event.preventDefault()
  }

  close() {
    this.list.hidden = true
    this.input.setAttribute("aria-expanded", "false")
    this.input.removeAttribute("aria-activedescendant")
    this.show()
  }

  /* Takes what was typed for what it is most like; who emptied the field wants nothing. */
  leave() {
    const [option] = this.select.selectedOptions
    const isTyped = this.input.value !== (option?.value ? option.text : "")
    if (isTyped && !this.input.value.trim()) this.choose(null)
    else if (isTyped && this.found.length) this.choose(this.found[Math.max(0, this.active)])
    else this.close()
  }

  choose(option) {
    this.select.value = option?.value ?? ""
    this.close()
    for (const name of ["input", "change"]) {
      this.select.dispatchEvent(new Event(name, { bubbles: true }))
    }
  }
}

export const startSearch = select => new Combobox(select)

/* Gives what of a control people see and reach. */
export const faceOf = control =>
  control.parentElement?.matches(".forum-combobox") ? control.parentElement.firstElementChild : control
