import { langs } from '../../core/text.ts'
import { covers, factsWindow, type Fetched, liveVerdict } from '../verdict/rules/live.ts'
import type { VerdictWords } from '../calendar/rules/moves.ts'
import { labOrNone } from '../model.ts'
import type { Hold } from './hold.island.ts'
import { Objections } from '../verdict/objections.island.ts'
import { partOf, type Slot, TimeFields } from '../calendar/time-fields.island.ts'

type Settings = {
  instrument: string
  /** The booking that is changed, and the times that it has. */
  booking?: string
  before?: Slot
  words: VerdictWords & { order: string }
}

/**
 * `<hexi-book>`: says why not while one types, by the same rules that decide on the server, and keeps the time while
 * the form is open. The facts are fetched for some days at once; what was sent last has the last word.
 */
class Book extends HTMLElement {
  readonly #settings: Settings = JSON.parse(this.dataset['settings'] ?? '{}')
  #facts: Fetched | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    if (this.#settings.before) this.#fields.remember(this.#settings.before)
    this.addEventListener('input', () => this.#soon())
    this.addEventListener('submit', () => this.#hold?.keep())
    this.addEventListener('hexi-lost', () => {
      this.#facts = undefined
      this.#soon()
    })
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

  async #judge() {
    const { words, before } = this.#settings
    const slot = this.#fields.times
    // Whose quota another's booking counts, only the server knows.
    if (this.#typed('onBehalfOf')) return this.#verdict.replaceChildren()
    if (!slot) return this.#verdict.say(words.order, 'caution')
    const facts = await this.#factsAround(slot).catch(() => undefined)
    if (!facts) return this.#verdict.say(words.unreachable, 'caution')
    const verdict = liveVerdict(slot, facts, {
      hasProject: this.#typed('project') !== '',
      isOverride: this.#typed('override') !== '',
      before,
      nowMs: Date.now(),
    })
    if (!verdict.isFine) {
      const lang = langs.find((one) => document.documentElement.lang.startsWith(one)) ?? 'zh'
      const refusal = { objections: verdict.details(lang), alternatives: verdict.alternatives }
      return this.#verdict.show(refusal, { words, timeText: (one) => this.#fields.textOf(one) })
    }
    this.#hold?.take(slot)
    return this.#verdict.say(verdict.needsApproval ? words.needsApproval : words.fine, 'good')
  }

  async #factsAround(slot: Slot): Promise<Fetched> {
    const { instrument, booking } = this.#settings
    const lab = labOrNone(this.#typed('lab')) ?? ''
    if (this.#facts && covers(this.#facts, { ...slot, lab, nowMs: Date.now() })) return this.#facts
    const asked = { ...factsWindow(slot), ...(lab && { lab }), ...(booking && { booking }) }
    const address = `/api/v1/instruments/${instrument}/booking-facts`
    const answer = await fetch(`${address}?${new URLSearchParams(asked)}`)
    if (!answer.ok) throw new Error(String(answer.status))
    this.#facts = { of: await answer.json(), lab, atMs: Date.now() }
    return this.#facts
  }

  #typed = (name: string): string =>
    this.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? ''

  get #fields() {
    return partOf(this, 'hexi-time-fields', TimeFields)
  }

  get #verdict() {
    return partOf(this, 'hexi-objections', Objections)
  }

  /** Not where a booking is changed: it has its time already. */
  get #hold() {
    return this.querySelector<Hold>('hexi-hold')
  }
}

customElements.define('hexi-book', Book)
