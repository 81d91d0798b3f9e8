import { element, jsonOf } from '../calendar/parts.browser.ts'
import { refusalNodes, type Says, type Verdict } from './refusal.browser.ts'

type Asked = { instrument: string } & Record<string, unknown>

/**
 * `<hexi-objections>`: says whether a time can be booked, every reason why not, and free times near it as buttons,
 * each of which fires `hexi-slot`. Nothing of it is red before something was typed or sent.
 */
export class Objections extends HTMLElement {
  #asked: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isTyped = false

  connectedCallback() {
    for (const name of ['input', 'submit'])
      this.closest('form')?.addEventListener(name, () => {
        this.#isTyped = true
      })
    this.closest('dialog')?.addEventListener('close', () => {
      this.#isTyped = false
    })
  }

  /** Asks the rules, once the questions have paused. */
  checkSoon({ instrument, ...question }: Asked, says: Says) {
    this.stop()
    this.#timer = setTimeout(() => {
      this.#asked = new AbortController()
      const { signal } = this.#asked
      void this.#check(`/api/v1/instruments/${instrument}/booking-checks`, question, {
        ...says,
        signal,
      })
    }, 200)
  }

  async #check(address: string, question: object, says: Says & { signal: AbortSignal }) {
    const { words, signal } = says
    if (!this.hasChildNodes()) this.say(words.asking)
    try {
      const answer = await fetch(address, { ...jsonOf('POST', question), signal })
      const verdict: Verdict = await answer.json()
      return answer.ok ? this.conclude(verdict, says) : this.show(verdict, says)
    } catch {
      if (!signal.aborted) this.say(words.unreachable, 'caution')
    }
  }

  /** Forgets what it was about to ask. */
  stop() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
  }

  say(sentence: string, tone = 'calm') {
    const shown = tone === 'danger' && !this.#isTyped ? 'caution' : tone
    this.replaceChildren(element('p', { class: `verdict tone-${shown}` }, sentence))
  }

  /** That it may be booked, or why not; what should be known of it. */
  conclude(verdict: Verdict, says: Says) {
    const { objections = [], needsApproval, warnings = [] } = verdict
    if (objections.length > 0) return this.show(verdict, says)
    this.say(needsApproval ? says.words.needsApproval : says.words.fine, 'good')
    this.#warn(warnings)
  }

  /** Every reason, and what is free instead. */
  show(verdict: Verdict, says: Says) {
    this.say(says.words.refused, 'danger')
    this.append(
      ...refusalNodes(verdict, says, (detail) =>
        this.dispatchEvent(new CustomEvent('hexi-slot', { detail, bubbles: true })),
      ),
    )
    this.#warn(verdict.warnings ?? [])
  }

  #warn(warnings: readonly string[]) {
    this.append(...warnings.map((text) => element('p', { class: 'tone-caution verdict' }, text)))
  }
}

customElements.define('hexi-objections', Objections)
