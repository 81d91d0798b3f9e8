import type { VerdictWords } from '../calendar/rules/moves.ts'

/** What the rules answer about a time, or what booking it was refused with. */
export type Verdict = {
  objections?: { detail: string }[]
  alternatives?: { start: string; end: string }[]
  needsApproval?: boolean
  detail?: string
  issues?: { message: string }[]
}

type Settings = { words: VerdictWords; timeText: (slot: { start: string; end: string }) => string }
type Asked = { instrument: string } & Record<string, unknown>

/**
 * `<hexi-objections>`: says whether a time can be booked, every reason why not, and free times near it as buttons,
 * each of which fires `hexi-slot`.
 */
export class Objections extends HTMLElement {
  #asked: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Asks the rules, once the questions have paused. */
  checkSoon({ instrument, ...question }: Asked, settings: Settings) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#asked?.abort()
      this.#asked = new AbortController()
      const { signal } = this.#asked
      void this.#check(`/api/v1/instruments/${instrument}/booking-checks`, question, {
        ...settings,
        signal,
      })
    }, 200)
  }

  async #check(address: string, question: object, settings: Settings & { signal: AbortSignal }) {
    const { words, signal } = settings
    if (!this.hasChildNodes()) this.say(words.asking)
    try {
      const answer = await fetch(address, { ...jsonOf('POST', question), signal })
      const verdict: Verdict = await answer.json()
      if (answer.ok && (verdict.objections ?? []).length === 0)
        return this.say(verdict.needsApproval ? words.needsApproval : words.fine, 'good')
      return this.show(verdict, settings)
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
    this.replaceChildren(element('p', { class: `verdict tone-${tone}` }, sentence))
  }

  /** Every reason, and what is free instead. */
  show(verdict: Verdict, { words, timeText }: Settings) {
    const { objections = [], alternatives = [], issues = [], detail = '' } = verdict
    const reasons = [...objections.map((one) => one.detail), ...issues.map((one) => one.message)]
    const list = reasons.length > 0 ? reasons : [detail]
    this.replaceChildren(
      element('p', { class: 'verdict tone-danger' }, words.refused),
      element('ul', { class: 'reasons' }, ...list.map((reason) => element('li', {}, reason))),
    )
    if (alternatives.length === 0) return
    const buttons = alternatives.map((slot) => {
      const button = element('button', { type: 'button', class: slotButton }, timeText(slot))
      button.addEventListener('click', () =>
        this.dispatchEvent(new CustomEvent('hexi-slot', { detail: slot, bubbles: true })),
      )
      return button
    })
    this.append(element('p', {}, words.instead), element('div', { class: 'slots' }, ...buttons))
  }
}

const slotButton = 'button button-plain button-dense'

export const jsonOf = (method: string, body: object, headers: Record<string, string> = {}) => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

function element(name: string, attributes: Record<string, string>, ...inside: (Node | string)[]) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.append(...inside)
  return node
}

customElements.define('hexi-objections', Objections)
