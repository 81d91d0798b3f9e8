/** `<hexi-dirty-form>`: asks before a form with unsaved changes is left. */
class DirtyForm extends HTMLElement {
  #changed = false

  connectedCallback() {
    this.addEventListener('input', () => {
      this.#changed = true
    })
    this.addEventListener('submit', () => {
      this.#changed = false
    })
    window.addEventListener('beforeunload', this.#ask)
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.#ask)
  }

  readonly #ask = (event: BeforeUnloadEvent) => {
    if (this.#changed) event.preventDefault()
  }
}

customElements.define('hexi-dirty-form', DirtyForm)
