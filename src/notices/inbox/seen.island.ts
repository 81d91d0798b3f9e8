const glanceMs = 1500

/** `<hexi-seen>`: notes what the page lists as read once somebody has looked at it for a moment. */
class Seen extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#look)
    this.#look()
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#look)
    clearTimeout(this.#timer)
  }

  readonly #look = () => {
    clearTimeout(this.#timer)
    if (!document.hidden) this.#timer = setTimeout(() => void this.#send(), glanceMs)
  }

  async #send() {
    const answer = await fetch('/api/v1/notifications/reading', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ until: Number(this.dataset['until']) }),
    }).catch(() => undefined)
    if (!answer?.ok) return
    this.disconnectedCallback()
    // Nothing is left to do by hand; what was new stays marked while it is read.
    this.querySelector('button')?.setAttribute('disabled', '')
  }
}

customElements.define('hexi-seen', Seen)
