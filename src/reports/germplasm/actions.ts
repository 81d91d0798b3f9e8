import { currentTerms } from '../../catalog/vocabularies/actions.ts'
import type { Context } from '../../core/context.ts'
import type { LocalText } from '../../core/text.ts'
import { dayIn, defaultZone, type Temporal } from '../../core/time.ts'
import { fillNext } from '../../germplasm/quality/actions.ts'
import type { GermplasmAsked, GermplasmFigures, GermplasmReport } from './model.ts'
import {
  collectionsNamed,
  institutionsNamed,
  leastComplete,
  type Sums,
  sumCompleteness,
} from './queries.ts'
import { germplasmWords as words, type GermplasmGroup } from './words.ts'

/** Completeness of the plant passports that the viewer may see. */
export async function germplasmReport(
  ctx: Context,
  { from, to, institution, by }: GermplasmAsked,
): Promise<GermplasmReport> {
  const scope = { institution, from: startOf(from), before: startOf(to, 1) }
  const [sums, least] = await Promise.all([
    sumCompleteness(ctx.db, ctx.actor, { ...scope, by }),
    leastComplete(ctx.db, ctx.actor, { ...scope, limit: 100 }),
  ])
  const groups = sums.filter(({ isTotal }) => !isTotal)
  const names = await namesOf(
    ctx,
    by,
    groups.flatMap(({ key }) => key ?? []),
  )
  const items = groups.map((group) => ({
    key: group.key,
    name: group.key === null ? words.unassigned : (names.get(group.key) ?? words.hidden),
    ...figuresOf(group),
  }))
  const total = sums.find(({ isTotal }) => isTotal)
  return {
    from: from ?? null,
    to: to ?? null,
    by,
    items,
    total: total ? figuresOf(total) : nothing,
    next: await fillNext(ctx, least),
  }
}

const nothing: GermplasmFigures = {
  passports: 0,
  mean: null,
  lowest: null,
  highest: null,
  bins: Array.from({ length: 10 }, () => 0),
}

const figuresOf = ({ passports, mean, lowest, highest, bins }: Sums): GermplasmFigures => ({
  passports,
  mean,
  lowest,
  highest,
  bins,
})

/** The midnight with which a day begins, or so many days later. */
const startOf = (day: string | undefined, later = 0): Temporal.Instant | undefined =>
  dayIn(day)?.add({ days: later }).toZonedDateTime(defaultZone).toInstant()

async function namesOf(
  ctx: Context,
  by: GermplasmGroup,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  if (by === 'library') {
    const terms = await currentTerms(ctx, 'library')
    return new Map(terms.map(({ code, label }) => [code, label]))
  }
  const named = await (by === 'institution'
    ? institutionsNamed(ctx.db, keys)
    : collectionsNamed(ctx.db, ctx.actor, keys))
  return new Map(named.map(({ id, name }) => [id, name]))
}
