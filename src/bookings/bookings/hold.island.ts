import { jsonOf } from '../calendar/parts.browser.ts'
import type { Slot } from '../calendar/time-fields.island.ts'

const pauseMs = 800
/** A hold lasts five minutes: it is renewed before that, for as long as somebody is likely to be there. */
const renewMs = 4 * 60_000
const mostRenewals = 7

/**
 * `<hexi-hold>`: keeps a time while its form is open. It lets go when the page is left, or by itself when nobody renews
 * it; `hexi-lost` says that somebody else was quicker.
 */
export class Hold extends HTMLElement {
  readonly #address = `/api/v1/instruments/${this.dataset['instrument']}/holds`
  #slot: Slot | undefined
  #id: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isKept = false

  connectedCallback() {
    addEventListener('pagehide', () => this.#letGo())
  }

  /** Takes this time instead of any before it, once the typing has paused. */
  take(slot: Slot) {
    if (this.#slot?.start === slot.start && this.#slot.end === slot.end) return
    this.#slot = slot
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#place(slot, mostRenewals), pauseMs)
  }

  /** The form is being sent: booking takes the hold's place. */
  keep() {
    this.#isKept = true
    clearTimeout(this.#timer)
  }

  async #place(slot: Slot, renewals: number) {
    const sent = jsonOf('POST', slot)
    const answer = await fetch(this.#address, sent).catch(() => undefined)
    if (answer?.status === 409) {
      this.#id = undefined
      this.dispatchEvent(new CustomEvent('hexi-lost', { bubbles: true }))
    }
    if (!answer?.ok) return
    const hold: { id: string } = await answer.json()
    this.#id = hold.id
    if (renewals > 0) this.#timer = setTimeout(() => void this.#place(slot, renewals - 1), renewMs)
  }

  #letGo() {
    clearTimeout(this.#timer)
    if (this.#id === undefined || this.#isKept) return
    void fetch(`${this.#address}/${this.#id}`, { method: 'DELETE', keepalive: true })
  }
}

customElements.define('hexi-hold', Hold)
