const againMs = 60_000

/**
 * `<hexi-unread>`: how many notices are unread, as the server sends it while somebody looks at the page. A window that
 * nobody looks at keeps no connection: browsers have six of them for all windows of a site.
 */
class Unread extends HTMLElement {
  #source: EventSource | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#look)
    this.#look()
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#look)
    this.#close()
  }

  readonly #look = () => {
    this.#close()
    if (document.hidden) return
    const source = new EventSource('/api/v1/notifications/stream')
    source.addEventListener('unread', ({ data }) => this.#show(String(data)))
    // A connection that breaks is made again by the browser; after a refusal it gives up.
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return
      clearTimeout(this.#timer)
      this.#timer = setTimeout(this.#look, againMs)
    })
    this.#source = source
  }

  #close() {
    clearTimeout(this.#timer)
    this.#source?.close()
  }

  /** `{"unread":3}` */
  #show(data: string) {
    const unread = Number(/"unread":(\d+)/.exec(data)?.[1] ?? 0)
    const shown = unread > 99 ? '99+' : String(unread)
    const count = this.querySelector<HTMLElement>('.count')
    if (!count || count.textContent === shown) return
    const isMore = unread > Number.parseInt(count.textContent, 10)
    count.textContent = shown
    count.hidden = unread === 0
    const sentence = this.dataset[unread === 0 ? 'none' : 'some'] ?? ''
    this.#say(sentence.replace('{}', shown), isMore)
  }

  /** In the name of the link; aloud only where something came. */
  #say(sentence: string, isMore: boolean) {
    this.querySelector('a')?.setAttribute('aria-label', sentence)
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = isMore ? sentence : ''
  }
}

customElements.define('hexi-unread', Unread)
