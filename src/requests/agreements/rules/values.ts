import { bothLanguages, type LocalText, type Text } from '../../../core/text.ts'
import { defaultZone, Temporal } from '../../../core/time.ts'
import { dayInWords, lastingInWords } from '../../../core/wall-clock.ts'
import type { ItemFacts, RequestFacts } from '../../facts/model.ts'
import { type Item, isApproved, type Request } from '../../requests/rules/state.ts'
import { amountIn, quantityIn, unitNamed } from '../../requests/rules/units.ts'
import { agreementWords } from '../words/agreements.ts'
import { missingValues as missing } from '../words/variables.ts'
import { isAbout } from './standing.ts'
import type { Values } from './text.ts'

const both = (text: string): Text => ({ zh: text, en: text })

/** `紫花苜蓿 ZXM000123`: what is asked for, with the number that its provider gave it. */
export function itemInWords({ title, number }: Pick<ItemFacts, 'title' | 'number'>): Text {
  const { zh, en } = bothLanguages(title)
  const withNumber = (text: string) =>
    number === null || text.includes(number) ? text : `${text} ${number}`
  return { zh: withNumber(zh), en: withNumber(en) }
}

/** A quantity of an item; undefined where it has none. */
export function quantityInWords(smallest: number | null, unit: string | null): Text | undefined {
  if (smallest === null) return undefined
  const counted = unitNamed(unit)
  return counted
    ? amountIn(counted, quantityIn(counted, smallest))
    : both(`${smallest} ${unit ?? ''}`.trim())
}

type Bound = { agreement: { recordKinds: readonly string[]; deliveries: readonly string[] } }
type OfText = Bound & { textId: string }

/** The items that a text binds: those approved with it, or before any decision what it is about. */
export function boundItems(
  facts: RequestFacts,
  request: Request,
  { textId, agreement }: OfText,
): ItemFacts[] {
  const decided = request.items.filter((item) => isBoundBy(item, textId))
  if (decided.length > 0)
    return facts.items.filter(({ id }) => decided.some((item) => item.id === id))
  return facts.items.filter((item) => !item.isEnded && isAbout(agreement, item))
}

export const isBoundBy = (item: Item, textId: string): boolean =>
  isApproved(item) && item.decision?.agreementIds.includes(textId) === true

type Signing = { signer: string; now: Temporal.Instant }

/** What a request gives to the names in a text. */
export function valuesOf(
  facts: RequestFacts,
  request: Request,
  { signer, now, ...text }: OfText & Signing,
): Values {
  const items = boundItems(facts, request, text)
  const named = items.map(itemInWords)
  const quantities = items.flatMap((item) => {
    const [name, quantity] = [itemInWords(item), quantityInWords(item.quantity, item.unit)]
    return quantity ? [agreementWords.quantityOf(name, quantity)] : []
  })
  return {
    provider: bothLanguages(facts.provider.collection ?? facts.provider.name),
    requester: both(facts.requester.name),
    institution: textOr(facts.recipient?.name, missing.institution),
    lab: textOr(facts.lab, missing.lab),
    signer: both(signer),
    items: named.length > 0 ? named : missing.items,
    quantity: quantities.length > 0 ? quantities : missing.quantity,
    purpose: facts.purpose?.trim() ? both(facts.purpose.trim()) : missing.purpose,
    end: endOf(request, items),
    number: facts.number ? both(facts.number) : missing.number,
    date: dayInWords(now, defaultZone),
  }
}

const textOr = (text: LocalText | null | undefined, otherwise: Text): Text =>
  text ? bothLanguages(text) : otherwise

/** The last day of the period that ends last; none where one has no end. */
function endOf(request: Request, items: readonly ItemFacts[]): Text {
  const ends = request.items
    .filter(({ id }) => items.some((item) => item.id === id))
    .flatMap(({ periods }) => periods.slice(-1))
    .map(({ until }) => until)
  const last = ends.includes(null) ? null : latest(ends)
  return last === null ? missing.end : lastingInWords(Temporal.Instant.from(last), defaultZone)
}

/** Of moments as the log writes them, in UTC. */
const latest = (moments: readonly (string | null)[]): string | null =>
  moments.reduce((one, other) => ((one ?? '') > (other ?? '') ? one : other), null)
