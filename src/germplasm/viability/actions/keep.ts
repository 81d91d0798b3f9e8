import { getRecord } from '../../../catalog/records/actions/read.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, allowWriting } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { dayAt, defaultZone } from '../../../core/time.ts'
import { validated } from '../../../core/validated.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import { allowManager, allowManagerToRead } from '../../../people/roles/actions/roles.ts'
import { refusalWords } from '../../../people/words/refusals.ts'
import { getLot, type HeldLot, holdLot, refuseFrozen } from '../../../stock/lots/actions/hold.ts'
import {
  type DueFilter,
  type RegenerationFilter,
  type RuleChange,
  ruleForm,
  type SeedsChange,
  seedsForm,
} from '../model.ts'
import {
  factsOfLots,
  type FactsRow,
  findRule,
  holdViability,
  lastTestedLot,
  listDue,
  listToRegenerate,
  updateSeeds,
  writeRule,
} from '../queries.ts'
import { predictedCurve } from '../rules.ts'
import { viabilityWords as words } from '../words.ts'
import { factsIn, planFrom, planLots, planSoon, ruleIn } from './plan.ts'

type Key = { id: string }

/** A lot of seed held for a change, by who keeps it. */
export async function holdSeeds(trx: Trx, ctx: Context, id: string): Promise<HeldLot> {
  const lot = await holdLot(trx, ctx, id)
  refuseFrozen(lot)
  if (lot.unit !== 'seed' && lot.unit !== 'gram') throw new Problem('conflict', words.notSeeds)
  return lot
}
type Versioned = Key & { version: number | undefined }

/** What is known of a lot’s seeds; for who keeps it. */
export async function getSeeds(ctx: Context, { id }: Key) {
  const lot = await getLot(ctx, id)
  const row = await factsOf(ctx.db, lot.id)
  return { id: lot.id, code: lot.code, ...seedsOf(row), version: row.version ?? 1 }
}

/** What is known of the viability of a lot and what follows from it; for who keeps it. */
export async function getViability(ctx: Context, { id }: Key) {
  const lot = await getLot(ctx, id)
  const row = await factsOf(ctx.db, lot.id)
  const { receivedOn, keeping } = factsIn(row)
  const plan = planFrom(row)
  return {
    ...plan,
    id: lot.id,
    lot: { id: lot.id, code: lot.code },
    receivedOn,
    ...seedsOf(row),
    keptAtCelsius: row.celsius ?? row.storeCelsius,
    constants: row.constants?.species ?? null,
    tests: row.tests,
    predicted: predictedCurve(plan, keeping),
  }
}

/** What readers of an accession see: the viability of its seed that was tested last, without the lot; empty before. */
export async function viabilityOfAccession(ctx: Context, { id }: Key) {
  const { row: record } = await getRecord(ctx, id, 'accession')
  const lotId = await lastTestedLot(ctx.db, ctx.actor, record.id)
  if (lotId === undefined)
    return { receivedOn: null, tests: [], predicted: [], thresholdPercent: null }
  const row = await factsOf(ctx.db, lotId)
  const { receivedOn, keeping } = factsIn(row)
  const plan = planFrom(row)
  return {
    receivedOn,
    tests: row.tests.map(({ on, percent, isConclusive }) => ({ on, percent, isConclusive })),
    predicted: predictedCurve(plan, keeping),
    thresholdPercent: plan.thresholdPercent,
  }
}

export type Viability = Awaited<ReturnType<typeof getViability>>

async function factsOf(db: Db, lotId: string): Promise<FactsRow> {
  const [row] = await factsOfLots(db, [lotId])
  if (!row) throw new Error('A lot that was read has its facts.')
  return row
}

const seedsOf = ({ propagatedOn, moisturePercent, celsius, isShortLived }: FactsRow) => ({
  propagatedOn,
  moisturePercent,
  celsius,
  isShortLived: isShortLived ?? false,
})

/** Changes what is known of a lot’s seeds, and what follows from it: only the fields present. */
export async function describeSeeds(
  ctx: Context,
  change: SeedsChange,
  { id, version }: Versioned,
): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const lot = await holdSeeds(trx, ctx, id)
    await holdViability(trx, [lot.id])
    const row = await factsOf(trx, lot.id)
    if (version !== undefined && version !== row.version)
      throw new Problem('stale', refusalWords.stale)
    const before = seedsOf(row)
    const seeds = seedsForm.whole(validated(seedsForm.schema, seedsForm.merged(before, change)))
    await updateSeeds(trx, lot.id, {
      propagated_on: seeds.propagatedOn,
      moisture_percent: seeds.moisturePercent,
      celsius: seeds.celsius,
      is_short_lived: seeds.isShortLived,
    })
    await planLots(trx, [lot.id])
    const of = { entity: 'lot', entityId: lot.id, institutionId: lot.recordInstitutionId } as const
    await recordChange(trx, ctx, { action: 'lot.describe_seeds', ...of, before, after: seeds })
  })
}

/** Lots that are tested next, of records that the actor keeps. */
export async function searchDue(ctx: Context, asked: Paging & DueFilter) {
  allowReading(ctx)
  return listDue(ctx.db, ctx.actor, { ...asked, today: dayAt(ctx.now(), defaultZone) })
}

/** Lots whose seed is grown anew, of records that the actor keeps. */
export async function searchToRegenerate(ctx: Context, asked: Paging & RegenerationFilter) {
  allowReading(ctx)
  return listToRegenerate(ctx.db, ctx.actor, asked)
}

/** When an institution tests its lots; for its curators. */
export async function getRule(ctx: Context, { id }: Key) {
  const institution = await getInstitution(ctx, id)
  allowManagerToRead(ctx, institution.id)
  const row = await findRule(ctx.db, institution.id)
  return { id: institution.id, ...ruleIn(row?.rule), version: row?.version ?? 1 }
}

/** Changes that rule: only the fields present. What is due by it is worked out anew. */
export async function editRule(ctx: Context, change: RuleChange, key: Versioned): Promise<void> {
  allowManager(ctx, key.id)
  await transact(ctx, async (trx) => {
    const { id, version, ...before } = await getRule({ ...ctx, db: trx }, key)
    const rule = validated(ruleForm.schema, ruleForm.merged(before, change))
    const read = key.version ?? version
    if (read !== version || !(await writeRule(trx, { institutionId: id, rule, version })))
      throw new Problem('stale', refusalWords.stale)
    const of = { entity: 'institution', entityId: id, institutionId: id } as const
    await recordChange(trx, ctx, { action: 'institution.testing_rule', ...of, before, after: rule })
    await planSoon(trx, ctx)
  })
}
