import { element } from '../calendar/parts.browser.ts'
import type { VerdictWords } from '../calendar/rules/moves.ts'
import { bookingPaths } from '../words/paths.ts'
import { inLang, langs, type LocalText } from '../../core/text.ts'

type Slot = { start: string; end: string }

/** What the rules answer about a time, or what booking it was refused with. */
export type Verdict = {
  objections?: { detail: string }[]
  alternatives?: Slot[]
  elsewhere?: (Slot & { instrumentId: string; title: LocalText; institution: LocalText })[]
  warnings?: string[]
  needsApproval?: boolean
  detail?: string
  issues?: { message: string }[]
}

export type Says = {
  words: VerdictWords
  timeText: (slot: Slot) => string
  /** The booking that is moved. */
  booking?: string | undefined
}

/** The language of the page. */
export const pageLang = () =>
  langs.find((one) => document.documentElement.lang.startsWith(one)) ?? 'zh'

/** Every reason why not, other instruments that are free then, and other times; `choose` takes one of these. */
export function refusalNodes(
  verdict: Verdict,
  { words, timeText, booking }: Says,
  choose: (slot: Slot) => void,
): Node[] {
  const { objections = [], alternatives = [], issues = [], elsewhere = [], detail = '' } = verdict
  const reasons = [...objections.map((one) => one.detail), ...issues.map((one) => one.message)]
  const list = reasons.length > 0 ? reasons : [detail]
  const links = elsewhere.map(({ instrumentId, title, institution, ...slot }) =>
    element(
      'a',
      { class: slotButton, href: bookingPaths.bookInstrument(instrumentId, slot) },
      `${inLang(title, pageLang())} · ${inLang(institution, pageLang())}`,
    ),
  )
  const buttons = alternatives.map((slot) => {
    const button = element('button', { type: 'button', class: slotButton }, timeText(slot))
    button.addEventListener('click', () => choose(slot))
    return button
  })
  return [
    element('ul', { class: 'reasons' }, ...list.map((reason) => element('li', {}, reason))),
    ...titled(booking ? words.elsewhereToMove : words.elsewhere, links),
    ...titled(words.instead, buttons),
  ]
}

const slotButton = 'button button-plain button-dense'

const titled = (title: string, nodes: Node[]): Node[] =>
  nodes.length === 0 ? [] : [element('p', {}, title), element('div', { class: 'slots' }, ...nodes)]
