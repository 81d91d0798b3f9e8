const everyMs = 2000

/**
 * `<hexi-live>`: what is inside is replaced by what its page says of it meanwhile. Once the page says nothing of it any
 * more, all of it is read again, but not while somebody types. Forms stand outside of it.
 */
class Live extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    this.#timer = setTimeout(() => void this.#look(), everyMs)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  async #look() {
    const answer = await fetch(location.href).catch(() => undefined)
    const text = answer?.ok ? await answer.text() : undefined
    if (!this.isConnected) return
    if (text !== undefined) this.#show(text)
    this.connectedCallback()
  }

  #show(text: string) {
    const found = new DOMParser().parseFromString(text, 'text/html').querySelector('hexi-live')
    if (found) this.replaceChildren(...found.childNodes)
    else if (!document.activeElement?.matches('input, select, textarea')) location.reload()
  }
}

customElements.define('hexi-live', Live)
