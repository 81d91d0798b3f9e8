/**
 * `<hexi-conditions>`: shows a part inside with `data-when` only while the field of that name has the answer `data-is`.
 * A part waits for a field above it: going down once decides them all.
 */
class Conditions extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', this.#decide)
    this.#decide()
  }

  readonly #decide = () => {
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
      const { when = '', is = '' } = part.dataset
      part.hidden = !this.#isAnswered(when, is)
    }
  }

  #isAnswered(name: string, is: string): boolean {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].some(
      (input) =>
        input.name === name &&
        input.value === is &&
        (input.type !== 'checkbox' || ('checked' in input && input.checked)) &&
        !input.closest('[hidden]'),
    )
  }
}

customElements.define('hexi-conditions', Conditions)
