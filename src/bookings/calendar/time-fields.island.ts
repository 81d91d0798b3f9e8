import type { Clocks } from './rules/moves.ts'
import { momentOf, spanText, wallClockOf } from '../../core/wall-clock.ts'

/** Moments as the API takes them. */
export type Slot = { start: string; end: string }

/**
 * `<hexi-time-fields>`: start and end by the clock of a zone, and what the reader's own clock shows then. Moving the
 * start keeps the length. Fires `hexi-times` where times are put in otherwise than by typing.
 */
export class TimeFields extends HTMLElement {
  readonly #zone = this.dataset['zone'] ?? 'UTC'
  readonly #locale = document.documentElement.lang
  /** What an input that shows this clock means, which the clock alone may leave open. */
  #known: { clock: string; atMs: number }[] = []
  #lengthMs = 0

  connectedCallback() {
    this.#measure()
    this.addEventListener('input', ({ target }) => {
      if (target === this.#inputs[0]) this.#moveEnd()
      else this.#measure()
      this.#sayYours()
    })
  }

  /** Of two equal hours these are meant for as long as the inputs stay as they are. */
  remember({ start, end }: Slot) {
    this.#known = [start, end].map((at) => this.#knownAt(Date.parse(at)))
  }

  /** Undefined unless it ends after it starts. */
  get times(): Slot | undefined {
    const [start, end] = this.#moments
    if (start === undefined || end === undefined || start >= end) return undefined
    return { start: new Date(start).toISOString(), end: new Date(end).toISOString() }
  }

  set times(slot: Slot) {
    const clock = (at: string) => wallClockOf(Date.parse(at), this.#zone)
    this.clocks = { start: clock(slot.start), end: clock(slot.end) }
    this.remember(slot)
    this.#sayYours()
  }

  set clocks({ start, end }: Clocks) {
    this.#known = []
    for (const [index, clock] of [start, end].entries()) {
      const input = this.#inputs[index]
      if (input) input.value = clock.slice(0, 16)
    }
    this.#measure()
    this.#sayYours()
    this.dispatchEvent(new CustomEvent('hexi-times', { bubbles: true }))
  }

  textOf({ start, end }: Slot, zone = this.#zone): string {
    const times = { start: Date.parse(start), end: Date.parse(end) }
    return spanText(times, { zone, locale: this.#locale })
  }

  #measure() {
    const [start = 0, end = 0] = this.#moments
    if (start > 0 && end > start) this.#lengthMs = end - start
  }

  /** Not for the years that appear while one is being typed. */
  #moveEnd() {
    const [start = 0] = this.#moments
    const end = this.#inputs[1]
    if (start <= 0 || this.#lengthMs === 0 || !end) return
    this.#known[1] = this.#knownAt(start + this.#lengthMs)
    end.value = this.#known[1].clock
  }

  #knownAt = (atMs: number) => ({ clock: wallClockOf(atMs, this.#zone), atMs })

  get #moments() {
    return this.#inputs.map(({ value }, index) => {
      const known = this.#known[index]
      return known?.clock === value ? known.atMs : momentOf(value, this.#zone)
    })
  }

  #sayYours() {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const slot = this.times
    const isElsewhere = slot && this.textOf(slot, here) !== this.textOf(slot)
    const sentence = isElsewhere ? (this.dataset['yours'] ?? '') : ''
    this.querySelector('[data-part=yours]')?.replaceChildren(
      sentence.replace('{time}', slot ? this.textOf(slot, here) : '').replace('{zone}', here),
    )
  }

  get #inputs() {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=datetime-local]')]
  }
}

customElements.define('hexi-time-fields', TimeFields)
