import { jsonOf } from '../../bookings/verdict/objections.island.ts'
import { labOrNone } from '../../bookings/model.ts'
import { TimeFields } from '../../bookings/calendar/time-fields.island.ts'

type Settings = { instrument: string; total: string; free: string; vouchers: string }
type Estimate = {
  isPriced: boolean
  totalFen: number
  lines: { why: string; amountFen: number }[]
  vouchers: { paysFen: number }[]
}

/** `<hexi-price>`: what the use that is being booked would cost, asked again as the form changes. */
class Price extends HTMLElement {
  readonly #settings: Settings = JSON.parse(this.dataset['settings'] ?? '{}')
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined

  connectedCallback() {
    this.#form?.addEventListener('input', () => this.#soon())
    this.#form?.addEventListener('hexi-slot', () => this.#soon())
    this.#soon()
  }

  #soon() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 300)
  }

  async #ask() {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const { signal } = this.#asked
    const question = this.#question()
    if (!question) return this.#say('')
    const address = `/api/v1/instruments/${this.#settings.instrument}/estimates`
    try {
      const answer = await fetch(address, { ...jsonOf('POST', question), signal })
      this.#say(answer.ok ? this.#textOf(await answer.json()) : '')
    } catch {
      if (!signal.aborted) this.#say('')
    }
  }

  /** Undefined until it is known when, and where it is for somebody whom only the server knows. */
  #question() {
    const form = this.#form
    const times = form?.querySelector('hexi-time-fields')
    const slot = times instanceof TimeFields ? times.times : undefined
    if (!form || !slot) return undefined
    const typed = new FormData(form)
    const text = (name: string) => {
      const value = typed.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    if (text('onBehalfOf')) return undefined
    const samples = Number(text('samples'))
    return {
      ...slot,
      ...(text('lab') && { lab: labOrNone(text('lab')) }),
      ...(text('assisted') && { assisted: true }),
      ...(Number.isInteger(samples) && samples > 0 && { samples }),
    }
  }

  #textOf({ isPriced, totalFen, lines, vouchers }: Estimate): string {
    const { total, free, vouchers: pays } = this.#settings
    if (!isPriced) return free
    const covered = Math.max(0, ...vouchers.map(({ paysFen }) => paysFen))
    return [
      total.replace('{}', yuan(totalFen)),
      ...lines.map(({ why, amountFen }) => `${yuan(amountFen)} · ${why}`),
      ...(covered > 0 ? [pays.replace('{}', yuan(covered))] : []),
    ].join('\n')
  }

  #say(text: string) {
    this.querySelector('[data-part=price]')?.replaceChildren(text)
  }

  get #form() {
    return this.closest('form')
  }
}

const yuan = (fen: number) =>
  new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(fen / 100)

customElements.define('hexi-price', Price)
