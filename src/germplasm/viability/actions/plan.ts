import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { dayAt, defaultZone } from '../../../core/time.ts'
import { TestingRule } from '../model.ts'
import { factsOfLots, type FactsRow, holdViability, seedLotsBehind, writePlan } from '../queries.ts'
import {
  canPredict,
  daysPerProbit,
  type Keeping,
  type LotFacts,
  type Plan,
  planOf,
} from '../rules.ts'

/** A rule as its row has it; what it does not say is as everywhere. */
export const ruleIn = (rule: unknown): TestingRule => TestingRule.parse(rule ?? {})

/** What decides about a lot, from its row. */
export function factsIn(row: FactsRow): LotFacts {
  return {
    receivedOn: dayAt(row.receivedAt, defaultZone),
    propagatedOn: row.propagatedOn,
    isShortLived: row.isShortLived ?? false,
    keeping: keepingIn(row),
    initialTestId: row.initialTestId,
    tests: row.tests,
  }
}

/** As the lot says, or else as its place is kept; null where that or its moisture is not known. */
function keepingIn({ constants, moisturePercent, ...row }: FactsRow): Keeping | null {
  const celsius = row.celsius ?? row.storeCelsius
  if (!constants || moisturePercent === null || celsius === null || !canPredict(constants))
    return null
  const store = { moisturePercent, celsius }
  const days = daysPerProbit(constants, store)
  return days > 0 && Number.isFinite(days) ? { constants, store } : null
}

/** What follows for a lot by the rule of its institution. */
export const planFrom = (row: FactsRow): Plan => planOf(factsIn(row), ruleIn(row.rule))

/**
 * Works out what follows for lots, in the transaction of what changed for them. Each is held first and read then: whoever
 * finishes a test meanwhile comes before or after, and nothing older is written over it.
 */
export async function planLots(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await holdViability(trx, ids)
  for (const row of await factsOfLots(trx, ids)) {
    const plan = planFrom(row)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await writePlan(trx, row.id, {
      initial_test_id: plan.initial?.id ?? null,
      latest_test_id: plan.latest?.id ?? null,
      predicted_on: plan.predictedOn,
      next_due_on: plan.nextDueOn,
      needs_regeneration: plan.needsRegeneration,
    })
  }
}

/** Soon works out what follows for every lot: a rule or constants have changed. */
export const planSoon = (trx: Trx, ctx: Context): Promise<void> =>
  ctx.jobs.add(trx, 'plan_tests', {}, { key: 'plan_tests' })

const batchSize = 500

/** What follows for every lot of seed, batch by batch: new lots, and what changed about places, taxa, rules. */
export async function planAllLots(ctx: Context): Promise<void> {
  for (let after: string | undefined; ;) {
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, so that no transaction is long
    const ids = await transact(ctx, async (trx) => {
      const batch = await seedLotsBehind(trx, after, batchSize)
      await planLots(trx, batch)
      return batch
    })
    after = ids.at(-1)
    if (after === undefined) return
  }
}
