import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { enterIn, type EntryRow, partsOf } from '../entries/actions.ts'
import { getLot, type HeldLot, holdLot, holdLots } from '../lots/actions/hold.ts'
import { freezeIn, placeLot, unlessTaken } from '../lots/actions/keep.ts'
import { findLotByCode, insertLot, insertParents } from '../lots/queries.ts'
import { lotWords } from '../lots/words.ts'
import type { NewMerge, NewSplit, NewTransfer } from './model.ts'
import { codesIn, objectionsToMoving } from './rules.ts'
import { moveWords as words } from './words.ts'

type Key = { id: string }
type New = { code: string; place: string | undefined }

/** Part of a lot becomes a lot of its own. */
export async function splitLot(
  ctx: Context,
  { code, place, ...taken }: NewSplit,
  { id }: Key,
): Promise<{ id: string }> {
  allowWriting(ctx)
  return unlessTaken(() =>
    transact(ctx, async (trx) => {
      const from = await holdLot(trx, ctx, id)
      const to = await lotLike(trx, ctx, { parents: [from], origin: 'split', code, place })
      await move(trx, ctx, { from, to, ...takenOf(from, taken) })
      return { id: to.id }
    }),
  )
}

/** Part of a lot goes to another of equal content. */
export async function transferLot(
  ctx: Context,
  { to: code, ...taken }: NewTransfer,
  { id }: Key,
): Promise<EntryRow> {
  allowWriting(ctx)
  const [other] = await othersOf(ctx, { id, codes: [code], field: 'to' })
  return transact(ctx, async (trx) => {
    const [from, to] = await holdLots(trx, ctx, [id, ...(other ? [other] : [])])
    if (!from || !to) throw invalidField('to', words.noLot(code))
    refuseUnequal(from, to)
    return move(trx, ctx, { from, to, ...takenOf(from, taken) })
  })
}

/** Lots of equal content become a new one, and are frozen. */
export async function mergeLots(
  ctx: Context,
  { others, code, place, reason }: NewMerge,
  { id }: Key,
): Promise<{ id: string }> {
  allowWriting(ctx)
  const ids = await othersOf(ctx, { id, codes: codesIn(others), field: 'others' })
  return unlessTaken(() =>
    transact(ctx, async (trx) => {
      const parents = await mergedLots(trx, ctx, [id, ...ids])
      const to = await lotLike(trx, ctx, { parents, origin: 'merged', code, place })
      for (const from of parents) {
        const taken = { parts: from.balance, reason, passesReserve: true }
        // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
        if (taken.parts > 0) await move(trx, ctx, { from, to, ...taken })
        // oxlint-disable-next-line no-await-in-loop -- the same
        await freezeIn(trx, ctx, { lot: from, reason, isEmpty: true })
      }
      return { id: to.id }
    }),
  )
}

/** The lots that become one, all of the content of the first, with nothing held back. */
async function mergedLots(trx: Trx, ctx: Context, ids: readonly string[]): Promise<HeldLot[]> {
  const [first, ...rest] = await holdLots(trx, ctx, [...new Set(ids)])
  if (!first || rest.length === 0) throw invalidField('others', words.noneNamed)
  for (const other of rest) refuseUnequal(first, other)
  if ([first, ...rest].some(({ reserved }) => reserved > 0))
    throw new Problem('conflict', lotWords.stillReserved)
  return [first, ...rest]
}

type Sought = Key & { codes: readonly string[]; field: string }

/** The lots of these codes that the institution of a lot has; found before any is locked. */
async function othersOf(ctx: Context, { id, codes, field }: Sought): Promise<string[]> {
  const { institution } = await getLot(ctx, id)
  return Promise.all(
    codes.map(async (code) => {
      const found = await findLotByCode(ctx.db, { institutionId: institution.id, code })
      if (!found) throw invalidField(field, words.noLot(code))
      return found.id
    }),
  )
}

function refuseUnequal(from: HeldLot, to: HeldLot): void {
  const reasons = objectionsToMoving(from, to)
  if (reasons.length > 0) throw new Problem('conflict', words.notEqual(to.code, reasons))
}

type Made = New & { parents: readonly HeldLot[]; origin: 'split' | 'merged' }

/** A new lot of the content of its parents; of several it keeps the critical reserves together. */
async function lotLike(
  trx: Trx,
  ctx: Context,
  { parents, origin, code, place }: Made,
): Promise<HeldLot> {
  const [first] = parents
  if (!first) throw new Error('A lot that is split off or merged has a parent.')
  const { institutionId, recordId, unit, thousandSeedGrams, generation } = first
  const kept = parents.reduce((sum, { criticalReserve }) => sum + criticalReserve, 0)
  const id = await insertLot(trx, {
    institution_id: institutionId,
    record_id: recordId,
    code,
    unit,
    thousand_seed_grams: thousandSeedGrams,
    generation,
    origin,
    critical_reserve: origin === 'merged' ? kept : 0,
    request_max: first.requestMax,
    is_offered: first.isOffered,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const parentIds = parents.map((parent) => parent.id)
  await insertParents(trx, id, parentIds)
  await placeLot(trx, { id, institutionId, place: place ?? null })
  await recordChange(trx, ctx, {
    action: 'lot.create',
    entity: 'lot',
    entityId: id,
    institutionId,
    after: { code, origin, parents: parents.map((parent) => parent.code), place },
  })
  return holdLot(trx, ctx, id)
}

type Taken = { parts: number; reason: string | null; passesReserve: boolean }
type Typed = { quantity: number; reason?: string | undefined; passReserve: boolean }

const takenOf = (from: HeldLot, { quantity, reason, passReserve }: Typed): Taken => ({
  parts: partsOf(from, { quantity }),
  reason: reason ?? null,
  passesReserve: passReserve,
})

/** Out of the one, into the other; answers the line of the first. */
async function move(
  trx: Trx,
  ctx: Context,
  { from, to, parts, ...taken }: Taken & { from: HeldLot; to: HeldLot },
): Promise<EntryRow> {
  const out = { kind: 'out', change: -parts, held: 0, otherLotId: to.id, ...taken } as const
  const line = await enterIn(trx, ctx, { lot: from, entry: out })
  const { reason } = taken
  const into = { kind: 'in', change: parts, held: 0, otherLotId: from.id, reason } as const
  await enterIn(trx, ctx, { lot: to, entry: into })
  return line
}
