import { factsAround } from '../verdict/facts.browser.ts'
import { type Fetched, liveVerdict } from '../verdict/rules/live.ts'
import type { VerdictWords } from '../calendar/rules/moves.ts'
import { labOrNone } from '../model.ts'
import type { Hold } from './hold.island.ts'
import { Objections } from '../verdict/objections.island.ts'
import { partOf, typedAt, typedUnder } from '../calendar/parts.browser.ts'
import { type Slot, TimeFields } from '../calendar/time-fields.island.ts'
import { pageLang } from '../verdict/refusal.browser.ts'

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
  #wasAtProject = false
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    if (this.#settings.before) this.#fields.remember(this.#settings.before)
    this.addEventListener('input', () => this.#soon())
    this.querySelector('[name=project]')?.addEventListener('blur', () => this.#leaveProject())
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

  /** That a project is missing is said once somebody has been there. */
  #leaveProject() {
    this.#wasAtProject = true
    this.#soon()
  }

  #soon() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#judge(), 150)
  }

  async #judge() {
    const { words, before, ...of } = this.#settings
    const slot = this.#fields.times
    this.#verdict.stop()
    // Whose quota another's booking counts, only the server knows.
    if (this.#typed('onBehalfOf') || !(this.#typed('start') + this.#typed('end')))
      return this.#verdict.replaceChildren()
    if (!slot) return this.#verdict.say(words.order, 'caution')
    const lab = labOrNone(this.#typed('lab')) ?? ''
    this.#facts = await factsAround({ ...of, slot, lab }, this.#facts)
    if (!this.#facts) return this.#verdict.say(words.unreachable, 'caution')
    const verdict = liveVerdict(slot, this.#facts, {
      hasProject: !this.#wasAtProject || this.#typed('project') !== '',
      isOverride: this.#typed('override') !== '',
      before,
      nowMs: Date.now(),
      lang: pageLang(),
    })
    const says = { ...of, words, timeText: (one: Slot) => this.#fields.textOf(one) }
    this.#verdict.conclude(verdict, says)
    if (verdict.objections.length === 0) this.#hold?.take(slot)
    // Which other instrument is free, only the server knows.
    const typed = typedUnder(this, ['lab', 'project', 'override'])
    if (verdict.isTaken) this.#verdict.checkSoon({ ...typed, ...slot, ...of }, says)
  }

  #typed = (name: string): string => typedAt(this, name)

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
