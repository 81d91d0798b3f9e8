/** Ms after which a form may be sent again from the same page: something that did not lead to another one. */
const againAfterMs = 10_000

/** `<hexi-once>`: no form of the page is sent a second time by a double click while it is on its way. */
class SentOnce extends HTMLElement {
  readonly #sent = new WeakSet<HTMLFormElement>()

  connectedCallback() {
    document.addEventListener('submit', this.#refuseAgain)
    window.addEventListener('pageshow', this.#shown)
  }

  disconnectedCallback() {
    document.removeEventListener('submit', this.#refuseAgain)
    window.removeEventListener('pageshow', this.#shown)
  }

  /** What another island sends itself is its own affair. */
  readonly #refuseAgain = (event: SubmitEvent) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    if (form.method !== 'post') return
    if (this.#sent.has(form)) return event.preventDefault()
    this.#sent.add(form)
    setTimeout(() => this.#sent.delete(form), againAfterMs)
  }

  /** Back from the next page, everything may be sent again. */
  readonly #shown = () => {
    for (const form of document.forms) this.#sent.delete(form)
  }
}

customElements.define('hexi-once', SentOnce)
