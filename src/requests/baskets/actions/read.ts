import type { Kind } from '../../../catalog/records/model/record.ts'
import type { Context } from '../../../core/context.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import type { Named } from '../../../core/shapes.ts'
import { withPeople } from '../../../samples/matching/actions.ts'
import { matchingWords } from '../../../samples/matching/words.ts'
import { feesFor } from '../../fees/actions/price.ts'
import { feeOfText } from '../../fees/rules.ts'
import { type ProviderRow, type RecordWay, waysOf } from '../../ways/actions.ts'
import { isAskable } from '../../ways/rules.ts'
import { partsOf } from '../../requests/rules/units.ts'
import type { ItemState } from '../model.ts'
import { findBasket, type ItemRow, listItems } from '../queries.ts'
import { mostPerRequest, type ThingFacts, unitsOf } from '../rules.ts'
import { basketRefusals as refusals, basketWords as words } from '../words.ts'
import { type Holder, ownHolder } from './holder.ts'

/** For so long what was taken out can be put back. */
export const undoMinutes = 10

/** An item as its page and the API show it. */
export type BasketItem = Omit<ItemRow, 'quantity'> & {
  record: { id: string; kind: Kind | null; title: LocalText }
  institution: Named | null
  /** In units, as people say it. */
  quantity: number | null
  state: ItemState
  sentence: Text | null
  /** What so much of it costs now; null where nothing is asked for it. */
  price: Text | null
  /** Undefined of what is gone. */
  found: RecordWay | undefined
  facts: ThingFacts | undefined
}

export type Basket = { items: BasketItem[]; removed: BasketItem[]; version: number }

/** A basket as it is now, each thing with whether it can still be asked for. */
export async function readBasket(ctx: Context, holder: Holder | undefined): Promise<Basket> {
  const basket = holder && (await findBasket(ctx.db, holder))
  if (!holder || !basket) return { items: [], removed: [], version: 0 }
  const since = ctx.now().subtract({ minutes: undoMinutes })
  const rows = await listItems(ctx.db, holder, since)
  const ways = await waysOf(ctx, [...new Set(rows.map(({ recordId }) => recordId))])
  const fees = await feesFor(ctx, [...ways.keys()])
  const people = await withPeople(ctx, collectionsAmong(rows))
  const items = rows.map((row) => ({
    ...itemOf(row, ways.get(row.recordId), people.has(row.recordId)),
    price: row.isLoan
      ? null
      : feeOfText(fees.get(row.recordId) ?? [], { unit: row.unit, parts: row.quantity }),
  }))
  return {
    items: items.filter(({ removedAt }) => removedAt === null),
    removed: items.filter(({ removedAt }) => removedAt !== null),
    version: basket.version,
  }
}

/** Things without a unit, or in another, are no samples. */
const collectionsAmong = (rows: readonly ItemRow[]) =>
  rows.filter(({ unit }) => unit === 'sample').map(({ recordId }) => recordId)

function itemOf(
  row: ItemRow,
  found: RecordWay | undefined,
  isOfPeople: boolean,
): Omit<BasketItem, 'price'> {
  const facts = found && factsOf(found, row)
  const quantity =
    row.quantity === null || row.unit === null ? null : row.quantity / partsOf(row.unit)
  const shown = found && {
    record: {
      id: row.recordId,
      kind: found.row.kind,
      title: { zh: found.row.titleZh, en: found.row.titleEn },
    },
    institution: found.provider.institution,
  }
  return {
    ...row,
    record: { id: row.recordId, kind: null, title: words.gone },
    institution: null,
    ...shown,
    quantity,
    found,
    facts,
    ...stateOf({ row, found, facts, quantity, isOfPeople }),
  }
}

type Judged = {
  row: ItemRow
  found: RecordWay | undefined
  facts: ThingFacts | undefined
  quantity: number | null
  isOfPeople: boolean
}

/** Whether an item can be asked for as it is. */
function stateOf({ row, found, facts, quantity, isOfPeople }: Judged): {
  state: ItemState
  sentence: Text | null
} {
  if (!found || !facts || found.way.code === 'withdrawn')
    return { state: 'gone', sentence: words.goneHint }
  if (row.delivery === 'order')
    return row.hasService && found.way.code !== 'closed'
      ? { state: 'ready', sentence: null }
      : { state: 'not_offered', sentence: refusals.noService }
  if (!isAskable(found)) return { state: 'not_offered', sentence: found.way.sentence }
  const missing = facts.kind === 'collection' ? missingOf(row.target, isOfPeople) : null
  if (missing) return { state: 'incomplete', sentence: missing }
  return amountState({ row, facts, quantity })
}

/** What has to be said of samples before they can be asked for. */
function missingOf({ criteria, samples }: ItemRow['target'], isOfPeople: boolean): Text | null {
  if (isOfPeople && samples?.purpose === undefined) return matchingWords.purposeNeeded
  return criteria === undefined && samples === undefined ? words.criteriaNeeded : null
}

function amountState({
  row,
  facts,
  quantity,
}: Pick<Judged, 'row' | 'quantity'> & { facts: ThingFacts }) {
  const { unit } = row
  if (unit === null || quantity === null) return { state: 'ready', sentence: null } as const
  const isWithin = unitsOf(facts).includes(unit) && quantity <= mostPerRequest(facts, unit)
  if (!isWithin) return { state: 'incomplete', sentence: words.amountChanged } as const
  const about = facts.available?.find((one) => one.unit === unit)?.about
  const isMore = about !== undefined && quantity > about
  return { state: 'ready', sentence: isMore ? words.tooMuch : null } as const
}

const factsOf = ({ row, available }: RecordWay, item: ItemRow): ThingFacts => ({
  kind: row.kind,
  profile: row.profile,
  available,
  serviceUnit: item.serviceUnit ?? undefined,
})

/** What goes to one provider: an institution, or one of its collections that answers for itself. */
export type ProviderPart = { provider: ProviderRow; items: BasketItem[] }

/** The items by who answers for them, in the order of the basket. What is gone belongs to nobody. */
export function byProvider(items: readonly BasketItem[]): ProviderPart[] {
  const parts = new Map<string, ProviderPart>()
  for (const item of items) {
    const provider = item.found?.provider
    if (!provider) continue
    const key = `${provider.institution.id} ${provider.collection?.id ?? ''}`
    const part = parts.get(key) ?? { provider, items: [] }
    parts.set(key, { ...part, items: [...part.items, item] })
  }
  return [...parts.values()]
}

const isReady = ({ state }: BasketItem) => state === 'ready'

/** What the person who asks can ask for now, by provider; and what is left out. */
export async function basketOf(ctx: Context) {
  const { items, version } = await readBasket(ctx, ownHolder(ctx))
  return {
    version,
    parts: byProvider(items.filter(isReady)),
    skipped: items.filter((item) => !isReady(item)),
  }
}
