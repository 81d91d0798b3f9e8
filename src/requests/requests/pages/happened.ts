import { inLang, type Text } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import type { AskedItem, EventData, EventType, ItemDecision } from '../model/events.ts'
import { answerNames, verdictNames } from '../words/names.ts'
import { amountIn, quantityIn } from '../rules/units.ts'
import { pageWords as words } from '../words/pages.ts'
import { lastDayWords } from './days.ts'
import type { Shown } from './request.tsx'

type Happened = Shown['events'][number]

const dataOf = (event: Happened) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows of the log were checked when they were written
  event as unknown as EventData

/** What whoever asked wrote when they appealed about an item. */
export const appealAbout = ({ events }: Shown, id: string): string | undefined =>
  events
    .map(dataOf)
    .flatMap((one) => (one.type === 'appealed' && one.itemId === id ? [one.note] : []))
    .at(-1)

/** Who decided about an item. */
export const decidedBy = ({ events }: Shown, id: string): string | undefined =>
  events.findLast((event) => {
    const data = dataOf(event)
    return data.type === 'items_decided' && data.decisions.some(({ itemId }) => itemId === id)
  })?.actor?.id

/** What an event says beside its name, one line for each fact: which items, how much, until when, whom. */
export function factsOf(event: Happened, request: Shown): Text[] {
  const data = dataOf(event)
  const about = itemFacts(data, request)
  return event.person ? [...about, inBoth(event.person.name)] : about
}

/** What somebody wrote with an event. */
export const wordsOf = (event: object): string[] =>
  Object.entries(event).flatMap(([name, value]) =>
    ['note', 'text', 'reason', 'condition'].includes(name) &&
    typeof value === 'string' &&
    value !== ''
      ? [value]
      : [],
  )

function itemFacts(event: EventData, request: Shown): Text[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each entry takes its own event
  const says = facts[event.type] as Saying<EventData> | undefined
  if (says) return says(event, request)
  if (!('itemId' in event)) return []
  return [joined([titleOf(request, event.itemId), 'until' in event && untilDay(event.until)])]
}

type Saying<Event> = (event: Event, request: Shown) => Text[]

/** What the types say that are about more than one item and a day. */
const facts: {
  readonly [Type in EventType]?: Saying<Extract<EventData, { type: Type }>>
} = {
  submitted: ({ items }, request) => asked(items, request),
  amended: ({ items }, request) => asked(items, request),
  items_decided: ({ decisions }, request) => decisions.map((one) => decided(one, request)),
  appeal_answered: ({ decision }, request) => [decided(decision, request)],
  shipped: ({ lines }, request) =>
    lines.map(({ itemId, quantity }) => amountOfItem(request, itemId, quantity)),
  received: ({ shipmentId }, request) => shipmentLines(request, shipmentId),
  lost: ({ shipmentId }, request) => shipmentLines(request, shipmentId),
  loan_returned: ({ itemId, quantity }, request) => [amountOfItem(request, itemId, quantity)],
  use_reported: ({ itemIds }, request) => itemIds.map((id) => titleOf(request, id)),
  claimed: ({ until }) => [untilDay(until)],
  consent_given: ({ preauthorised }) => (preauthorised ? [words.preauthorised] : []),
  reviewed: ({ verdict }) => [verdictNames[verdict]],
  labelled: ({ labels }) => [inBoth(labels.join('、'))],
}

const asked = (items: readonly AskedItem[], request: Shown) =>
  items.map(({ id, quantity }) => amountOfItem(request, id, quantity))

const inBoth = (text: string): Text => ({ zh: text, en: text })

/** 紫花苜蓿：同意，100 粒，至 2026-12-31；条件. */
function decided({ itemId, answer, quantity, conditions, reason, until }: ItemDecision, of: Shown) {
  const parts = [
    answerNames[answer],
    quantity !== null && amountNamed(of, itemId, quantity),
    until !== null && (answer === 'later' ? fromDay(until) : untilDay(until)),
    conditions !== null && inBoth(conditions),
    reason !== null && inBoth(reason),
  ]
  const title = titleOf(of, itemId)
  const said = joined(parts)
  return { zh: `${title.zh}：${said.zh}`, en: `${title.en}: ${said.en}` }
}

function joined(parts: readonly (Text | false)[]): Text {
  const said = parts.filter((part) => part !== false)
  return {
    zh: said.map(({ zh }) => zh).join('，'),
    en: said.map(({ en }) => en).join(', '),
  }
}

const itemOf = (request: Shown, id: string) => request.items.find((item) => item.id === id)

function titleOf(request: Shown, id: string): Text {
  const title = itemOf(request, id)?.record.title
  return title ? { zh: inLang(title, 'zh'), en: inLang(title, 'en') } : words.removedItem
}

/** Events count in smallest parts. */
function amountNamed(request: Shown, id: string, parts: number): Text | false {
  const unit = itemOf(request, id)?.unit
  return unit ? amountIn(unit, quantityIn(unit, parts)) : inBoth(String(parts))
}

const amountOfItem = (request: Shown, id: string, parts: number | null): Text =>
  joined([titleOf(request, id), parts !== null && amountNamed(request, id, parts)])

const shipmentLines = (request: Shown, shipmentId: string): Text[] =>
  (request.shipments.find(({ id }) => id === shipmentId)?.lines ?? []).map(
    ({ itemId, quantity }) => {
      const unit = itemOf(request, itemId)?.unit
      return joined([titleOf(request, itemId), unit ? amountIn(unit, quantity) : false])
    },
  )

const dayOf = (moment: string): Text => lastDayWords(Temporal.Instant.from(moment))
function untilDay(moment: string): Text {
  const { zh, en } = dayOf(moment)
  return { zh: words.until(zh).zh, en: words.until(en).en }
}
function fromDay(moment: string): Text {
  const { zh, en } = dayOf(moment)
  return { zh: `${zh}起`, en: `from ${en}` }
}
