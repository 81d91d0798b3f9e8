import type { Clocks } from './rules/moves.ts'
import { momentOf, spanText, wallClockOf } from '../../core/wall-clock.ts'
import { withLabOrNone } from '../model.ts'

/** Moments as the API takes them. */
export type Slot = { start: string; end: string }

/** `<hexi-time-fields>`: start and end by the clock of a zone, and what the reader's own clock shows then. */
export class TimeFields extends HTMLElement {
  readonly #zone = this.dataset['zone'] ?? 'UTC'
  readonly #locale = document.documentElement.lang
  /** What an input that shows this clock means, which the clock alone may leave open. */
  #known: { clock: string; atMs: number }[] = []

  connectedCallback() {
    this.addEventListener('input', () => this.#sayYours())
  }

  /** Of two equal hours these are meant for as long as the inputs stay as they are. */
  remember({ start, end }: Slot) {
    this.#known = [start, end].map((at) => {
      const atMs = Date.parse(at)
      return { clock: wallClockOf(atMs, this.#zone), atMs }
    })
  }

  /** The same of a booking, as the server has it; answers the version that it is of. */
  async rememberBooking(id: string): Promise<string | undefined> {
    const answer = await fetch(`/api/v1/bookings/${id}`).catch(() => undefined)
    if (!answer?.ok) return undefined
    this.remember(await answer.json())
    return answer.headers.get('etag') ?? undefined
  }

  /** Undefined unless it ends after it starts. */
  get times(): Slot | undefined {
    const [start, end] = this.#inputs.map(({ value }, index) => {
      const known = this.#known[index]
      return known?.clock === value ? known.atMs : momentOf(value, this.#zone)
    })
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
    this.#sayYours()
  }

  textOf({ start, end }: Slot, zone = this.#zone): string {
    const times = { start: Date.parse(start), end: Date.parse(end) }
    return spanText(times, { zone, locale: this.#locale })
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

/** A part that the page has for sure, being written with its island. */
export function partOf(host: Element, selector: string): Element
export function partOf<Part>(host: Element, selector: string, kind: new () => Part): Part
export function partOf(host: Element, selector: string, kind: new () => unknown = Element) {
  const part = host.querySelector(selector)
  if (!(part instanceof kind)) throw new Error(`<${host.localName}> has no ${selector}`)
  return part
}

/** What is filled in, by name; what is disabled is not asked. */
export const typedIn = (fields: HTMLFieldSetElement) =>
  withLabOrNone(
    Object.fromEntries(
      [...fields.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')]
        .filter(({ value }) => !fields.disabled && value.trim())
        .map(({ name, value }) => [name, value.trim()]),
    ),
  )

customElements.define('hexi-time-fields', TimeFields)
