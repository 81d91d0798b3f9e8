import { langs } from '../../core/text.ts'
import { Temporal } from '../../core/time.ts'
import type { Period } from '../model/booking.ts'
import type { BookingFacts, Objection } from '../model/facts.ts'
import type { FormFacts } from '../model/form-facts.ts'
import { bookingFacts } from '../rules/facts.ts'
import { hardOnly, needsApproval, objectionsToBooking } from '../rules/objections.ts'
import { minutesIn, periodOf } from '../rules/periods.ts'
import { nearestSlots } from '../rules/slots.ts'
import type { VerdictWords } from '../rules/time-chosen.ts'
import { Hold } from './hold.island.ts'
import { Objections } from './objections.island.ts'
import { partOf, type Slot, TimeFields } from './time-fields.island.ts'

type Settings = {
  instrument: string
  /** The booking that is changed, and the times that it has. */
  booking?: string
  before?: Slot
  words: VerdictWords & { order: string }
}

const dayMs = 86_400_000
const freshMs = 60_000

/**
 * `<hexi-book>`: says why not while one types, by the same rules that decide on the server, and keeps the time while
 * the form is open. The facts are fetched for some days at once; what was sent last has the last word.
 */
class Book extends HTMLElement {
  readonly #settings: Settings = JSON.parse(this.dataset['settings'] ?? '{}')
  #facts: { of: FormFacts; lab: string; at: number } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #hold: Hold | undefined

  connectedCallback() {
    const { instrument, booking } = this.#settings
    if (!booking) this.#hold = new Hold(instrument, () => this.#forget())
    this.addEventListener('input', () => this.#soon())
    this.addEventListener('submit', () => this.#hold?.keep())
    this.addEventListener('hexi-slot', (event) => {
      if (!(event instanceof CustomEvent)) return
      this.#fields.times = event.detail
      this.#soon()
    })
    if (this.querySelector('[data-refused]') === null) this.#soon()
  }

  #soon() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#judge(), 150)
  }

  #forget() {
    this.#facts = undefined
    this.#soon()
  }

  async #judge() {
    const { words } = this.#settings
    const slot = this.#fields.times
    // Whose quota another's booking counts, only the server knows.
    if (this.#typed('onBehalfOf')) return this.#verdict.replaceChildren()
    if (!slot) return this.#verdict.say(words.order, 'caution')
    const facts = await this.#factsAround(slot).catch(() => undefined)
    if (!facts) return this.#verdict.say(words.unreachable, 'caution')
    const period = periodOf(Date.parse(slot.start), Date.parse(slot.end))
    const all = objectionsToBooking(period, facts)
    const objections = this.#typed('override') ? hardOnly(all) : all
    if (objections.length > 0) return this.#refuse(objections, facts, period)
    this.#hold?.take(slot)
    return this.#verdict.say(
      needsApproval(period, facts) ? words.needsApproval : words.fine,
      'good',
    )
  }

  #refuse(objections: readonly Objection[], facts: BookingFacts, period: Period) {
    const lang = langs.find((one) => document.documentElement.lang.startsWith(one)) ?? 'zh'
    const { policy, instrument, now } = facts
    const window = periodOf(
      Math.max(now.epochMilliseconds, period.start.epochMilliseconds - 2 * dayMs),
      period.start.epochMilliseconds + 6 * dayMs,
    )
    const slots = nearestSlots(
      {
        policy,
        zone: instrument.zone,
        taken: facts.taken.map(({ taken }) => taken),
        now,
        minutes: Math.min(
          Math.max(minutesIn(period), policy.minMinutes ?? 1),
          policy.maxMinutes ?? Number.POSITIVE_INFINITY,
        ),
        window,
      },
      period.start,
      3,
    )
    this.#verdict.show(
      {
        objections: objections.map(({ detail }) => ({ detail: detail[lang] })),
        alternatives: slots.map(({ start, end }) => ({
          start: start.toString(),
          end: end.toString(),
        })),
      },
      { words: this.#settings.words, timeText: (slot) => this.#fields.textOf(slot) },
    )
  }

  /** Facts that cover the time with days to spare, asked for again when they are a minute old. */
  async #factsAround({ start, end }: Slot): Promise<BookingFacts> {
    const { booking, before } = this.#settings
    const lab = this.#typed('lab')
    const known = this.#facts
    const covers =
      known?.lab === lab &&
      Date.now() - known.at < freshMs &&
      Date.parse(known.of.from) <= Date.parse(start) - 2 * dayMs &&
      Date.parse(known.of.to) >= Date.parse(end) + 6 * dayMs
    const { of, at } = covers ? known : await this.#fetchFacts({ start, end }, lab)
    return bookingFacts(of, {
      now: Temporal.Instant.from(of.now).add({ milliseconds: Date.now() - at }),
      audience: of.audience,
      hasProject: this.#typed('project') !== '',
      ...(booking &&
        before && { before: periodOf(Date.parse(before.start), Date.parse(before.end)) }),
    })
  }

  async #fetchFacts({ start, end }: Slot, lab: string) {
    const { instrument, booking } = this.#settings
    const asked = new URLSearchParams({
      from: new Date(Date.parse(start) - 4 * dayMs).toISOString(),
      to: new Date(Date.parse(end) + 10 * dayMs).toISOString(),
      ...(lab && { lab }),
      ...(booking && { booking }),
    })
    const answer = await fetch(`/api/v1/instruments/${instrument}/booking-facts?${asked}`)
    if (!answer.ok) throw new Error(String(answer.status))
    const of: FormFacts = await answer.json()
    this.#facts = { of, lab, at: Date.now() }
    return this.#facts
  }

  #typed(name: string): string {
    const field = this.querySelector<HTMLInputElement>(`[name="${name}"]`)
    return field?.value.trim() ?? ''
  }

  get #fields() {
    return partOf(this, 'hexi-time-fields', TimeFields)
  }

  get #verdict() {
    return partOf(this, 'hexi-objections', Objections)
  }
}

customElements.define('hexi-book', Book)
