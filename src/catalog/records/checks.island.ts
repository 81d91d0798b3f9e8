const pauseMs = 500

/**
 * `<hexi-checks>`: what is still to be filled in around it and what looks wrong there, asked anew once typing pauses.
 * What is said of a field stands beside it, too.
 */
class Checks extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined
  readonly #form = this.closest('form')

  connectedCallback() {
    this.#form?.addEventListener('input', this.#later)
    this.#showBeside()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    this.#form?.removeEventListener('input', this.#later)
  }

  readonly #later = () => {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), pauseMs)
  }

  async #ask() {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const { signal } = this.#asked
    const address = this.dataset['at'] ?? ''
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.#form ?? undefined))
      if (typeof value === 'string') body.append(name, value)
    const answer = await fetch(address, { method: 'POST', body, signal }).catch(() => undefined)
    const text = answer?.ok ? await answer.text().catch(() => undefined) : undefined
    if (text !== undefined && !signal.aborted) this.#show(text)
  }

  #show(text: string) {
    const isOpen = this.querySelector('details')?.open === true
    const { body } = new DOMParser().parseFromString(text, 'text/html')
    this.replaceChildren(...body.childNodes)
    const details = this.querySelector('details')
    if (details) details.open = isOpen
    this.#showBeside()
  }

  /** Not where the form says already what is wrong with the field. */
  #showBeside() {
    for (const old of this.#form?.querySelectorAll('.field-doubt') ?? []) old.remove()
    for (const entry of this.querySelectorAll<HTMLElement>('[data-field]')) {
      const control = document.querySelector(`#${CSS.escape(`field-${entry.dataset['field']}`)}`)
      const field = control?.closest('.field')
      if (!field || field.querySelector('.field-error')) continue
      const note = document.createElement('p')
      note.className = 'field-doubt'
      note.textContent = entry.querySelector('span')?.textContent ?? ''
      field.append(note)
    }
  }
}

customElements.define('hexi-checks', Checks)
