import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { invalid } from '../../core/validated.ts'
import { enterIn, partsOf } from '../../stock/entries/actions.ts'
import { getLot, type HeldLot } from '../../stock/lots/actions/hold.ts'
import { openProtocol, type ProtocolRow } from '../protocols/actions.ts'
import { holdSeeds } from '../viability/actions/keep.ts'
import { planLots } from '../viability/actions/plan.ts'
import { germinationOf } from '../viability/rules.ts'
import type { Abandonment, Completion, NewCount, NewTest, OldResult, TestFilter } from './model.ts'
import {
  findTest,
  holdTestRow,
  insertTest,
  type ListedRow,
  listTests,
  nextNumber,
  updateTest,
  writeCount,
} from './queries.ts'
import {
  commands,
  dishIn,
  faultsOfCount,
  germinatedByDay,
  isSameTally,
  nextDish,
  objectionsToFinishing,
  tallyText,
  viablePercentOf,
  type DayCount,
} from './rules.ts'
import { germinationWords as words } from './words.ts'

export type { ListedRow } from './queries.ts'

type Key = { id: string }

/** Tests of lots that the actor keeps, the newest first; by what stands on a label. */
export async function searchTests(ctx: Context, { code, ...asked }: Paging & TestFilter) {
  allowReading(ctx)
  const test = code === undefined ? undefined : (dishIn(code) ?? { lot: code, number: 0 })
  return listTests(ctx.db, ctx.actor, { ...asked, test })
}

/** The tests of a lot; for who keeps it. */
export async function testsOf(ctx: Context, { id, ...paging }: Paging & Key) {
  const lot = await getLot(ctx, id)
  return listTests(ctx.db, ctx.actor, { lotId: lot.id, ...paging })
}

/** A test with its dishes and how they germinated; for who keeps its lot. */
export async function getTest(ctx: Context, id: string) {
  allowReading(ctx)
  const row = await readTest(ctx.db, ctx, id)
  const { percent: _, ...germination } = germinationOf(germinatedByDay(row.replicates))
  return { ...row, viablePercent: row.percent ?? viablePercentOf(row), germination }
}

export type Test = Awaited<ReturnType<typeof getTest>>

/** Begins a test: its seeds leave the lot by a line of the ledger, in the same transaction. */
export async function startTest(ctx: Context, input: NewTest, { id }: Key) {
  allowWriting(ctx)
  const startedOn = pastDay(ctx, 'startedOn', input.startedOn)
  return transact(ctx, async (trx) => {
    const lot = await holdSeeds(trx, ctx, id)
    const protocol = await openProtocol(trx, input.protocol)
    const { replicates, seedsPerReplicate, seeds } = sownBy(protocol, input)
    const line = await takeSeeds(trx, ctx, {
      lot,
      seeds,
      input,
      text: `${protocol.code}, ${replicates} × ${seedsPerReplicate}`,
    })
    const number = await nextNumber(trx, lot.id)
    const dishes = Array.from({ length: replicates }, (_, at) => ({
      number: at + 1,
      seeds: seedsPerReplicate,
    }))
    const testId = await insertTest(
      trx,
      {
        ...rowOf(ctx, lot, number),
        ...planned(protocol),
        started_on: startedOn,
        lot_entry_id: line.id,
        seeds,
      },
      dishes,
    )
    const after = { lot: lot.code, protocol: protocol.code, startedOn, replicates, seeds }
    await recordTest(trx, ctx, { action: 'viability_test.start', of: heldAs(testId, lot), after })
    return { id: testId, seeds }
  })
}

/** How much is sown: what was asked, else as the protocol says. */
function sownBy(protocol: ProtocolRow, input: NewTest) {
  const { replicates = protocol.replicates } = input
  const { seedsPerReplicate = protocol.seedsPerReplicate } = input
  return { replicates, seedsPerReplicate, seeds: replicates * seedsPerReplicate }
}

const planned = (protocol: ProtocolRow) => ({
  protocol_id: protocol.id,
  planned_seeds: protocol.replicates * protocol.seedsPerReplicate,
  categories: protocol.categories,
  hard_is_viable: protocol.hardIsViable,
  last_day: protocol.lastDay,
})

const rowOf = (ctx: Context, lot: HeldLot, number: number) => ({
  lot_id: lot.id,
  number,
  created_at: ctx.now(),
  created_by: personIdOf(ctx),
})

type Taking = { lot: HeldLot; seeds: number; input: NewTest; text: string }

/** Of the critical reserve only with a reason that somebody gives. */
async function takeSeeds(trx: Trx, ctx: Context, { lot, seeds, input, text }: Taking) {
  const asked = { quantity: seeds, unit: 'seed', field: 'seedsPerReplicate' } as const
  const change = -partsOf(lot, asked)
  const { reason = input.passReserve ? null : text, passReserve } = input
  const entry = {
    kind: 'test_consumed',
    change,
    held: 0,
    reason,
    passesReserve: passReserve,
  } as const
  return enterIn(trx, ctx, { lot, entry })
}

/** Enters a result that was found before; older ones than the lot has may come later. */
export async function enterResult(ctx: Context, input: OldResult, { id }: Key) {
  allowWriting(ctx)
  const testedOn = pastDay(ctx, 'testedOn', input.testedOn)
  return transact(ctx, async (trx) => {
    const lot = await holdSeeds(trx, ctx, id)
    const protocol = input.protocol && (await openProtocol(trx, input.protocol))
    const { percent, seeds = null, isConclusive, note } = input
    const number = await nextNumber(trx, lot.id)
    const row = {
      ...rowOf(ctx, lot, number),
      ...(protocol && planned(protocol)),
      started_on: testedOn,
      seeds,
      ...resultOf(ctx, { finishedOn: testedOn, percent, isConclusive, note }),
    }
    const testId = await insertTest(trx, row, [])
    await planLots(trx, [lot.id])
    const after = { lot: lot.code, testedOn, percent, seeds, isConclusive, note }
    await recordTest(trx, ctx, { action: 'viability_test.enter', of: heldAs(testId, lot), after })
    return { id: testId }
  })
}

type Result = {
  finishedOn: string
  percent: number
  isConclusive: boolean
  note?: string | undefined
}

const resultOf = (ctx: Context, { finishedOn, percent, isConclusive, note }: Result) => ({
  finished_on: finishedOn,
  percent,
  is_conclusive: isConclusive,
  note: note || null,
  ended_at: ctx.now(),
  ended_by: personIdOf(ctx),
})

/**
 * Enters what was found in a dish on a day. Of two who count it at once one is told what the other found; what was
 * counted already is corrected by who names the version that they saw. The same count twice is one.
 */
export async function enterCount(ctx: Context, input: NewCount, { id }: Key) {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const test = await holdTest(trx, ctx, { id, command: 'count' })
    const { replicate, day, corrects, ...found } = input
    const counts = test.replicates.find(({ number }) => number === replicate)?.counts ?? []
    const before = counts.find((count) => count.day === day)
    if (before && isSameTally(before, found)) return countedNow(test, input)
    refuseStale(before, corrects)
    const faults = faultsOfCount(test, input)
    if (faults.length > 0) throw invalid(faults)
    const counted = { counted_at: ctx.now(), counted_by: personIdOf(ctx) }
    await writeCount(trx, { test_id: test.id, replicate, day, ...found, ...counted })
    await updateTest(trx, test.id, {})
    await recordTest(trx, ctx, {
      action: 'viability_test.count',
      of: test,
      ...(before && { before: { replicate, day, count: tallyText(before) } }),
      after: { replicate, day, count: tallyText(found) },
    })
    return countedNow(await readTest(trx, ctx, test.id), input)
  })
}

function refuseStale(before: DayCount | undefined, corrects: number) {
  if (before && before.version !== corrects) {
    const detail = words.countedMeanwhile(tallyText(before), before.by)
    throw new Problem('conflict', detail, { objections: [{ code: 'counted_meanwhile', detail }] })
  }
  if (!before && corrects > 0) throw new Problem('conflict', words.correctsNothing)
}

/** Which dish of the day comes next. */
const countedNow = (test: Row, { day }: NewCount) => ({
  id: test.id,
  day,
  nextReplicate: nextDish(test.replicates, day)?.number ?? null,
})

/** Ends a test with its result, from which follows when the lot is tested next. */
export async function finishTest(ctx: Context, input: Completion, { id }: Key) {
  allowWriting(ctx)
  const finishedOn = pastDay(ctx, 'finishedOn', input.finishedOn)
  return transact(ctx, async (trx) => {
    const test = await holdTest(trx, ctx, { id, command: 'finish' })
    if (finishedOn < test.startedOn) throw invalidField('finishedOn', words.beforeStart)
    const objections = objectionsToFinishing(test, input)
    const [first] = objections
    if (first) throw new Problem('conflict', first.detail, { objections })
    const result = { ...input, finishedOn, percent: viablePercentOf(test) }
    await updateTest(trx, test.id, resultOf(ctx, result))
    await planLots(trx, [test.lotId])
    await recordTest(trx, ctx, { action: 'viability_test.finish', of: test, after: result })
    return { id: test.id, percent: result.percent }
  })
}

/** Ends a test without a result; what was taken for it stays taken. */
export async function abandonTest(ctx: Context, { reason }: Abandonment, { id }: Key) {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const test = await holdTest(trx, ctx, { id, command: 'abandon' })
    const ended = { ended_at: ctx.now(), ended_by: personIdOf(ctx) }
    await updateTest(trx, test.id, { abandoned_reason: reason, ...ended })
    const after = { abandonedReason: reason }
    await recordTest(trx, ctx, { action: 'viability_test.abandon', of: test, after })
  })
}

type Row = Awaited<ReturnType<typeof readTest>>

async function readTest(db: Db, ctx: Context, id: string) {
  const row = isId(id) ? await findTest(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noTest)
  return row
}

type Commanded = Key & { command: 'count' | 'finish' | 'abandon' }

/** A test held for a command, by who keeps its lot; refused once it has ended. Read after it is held: whoever counted meanwhile is seen. */
async function holdTest(trx: Trx, ctx: Context, { id, command }: Commanded): Promise<Row> {
  const isHeld = isId(id) && (await holdTestRow(trx, ctx.actor, id))
  if (!isHeld) throw new Problem('not-found', words.noTest)
  const test = await readTest(trx, ctx, id)
  if (!commands[test.state].some((one) => one === command))
    throw new Problem('conflict', words.hasEnded)
  return test
}

/** Today where none was named; no day to come. */
function pastDay(ctx: Context, field: string, day: string | undefined): string {
  const today = dayAt(ctx.now(), defaultZone)
  if (day !== undefined && day > today) throw invalidField(field, words.inFuture)
  return day ?? today
}

type Of = Pick<ListedRow, 'id' | 'recordInstitutionId'>
const heldAs = (id: string, { recordInstitutionId }: HeldLot): Of => ({ id, recordInstitutionId })

type Change = {
  action: `viability_test.${'start' | 'enter' | 'count' | 'finish' | 'abandon'}`
  of: Of
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const recordTest = async (trx: Trx, ctx: Context, { action, of, ...fields }: Change) =>
  recordChange(trx, ctx, {
    action,
    entity: 'viability_test',
    entityId: of.id,
    institutionId: of.recordInstitutionId,
    ...fields,
  })
