import { instrumentWords } from '../../../instruments/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { BookingChange } from '../model/booking.ts'
import type { Period } from '../../../core/periods.ts'
import { updateBooking } from '../queries/change.ts'
import { findSituation } from '../../verdict/queries.ts'
import { moveOccupancy } from '../queries/write.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { hardOnly, needsApproval, objectionsToBooking } from '../../verdict/rules/objections.ts'
import { bookingWords as words } from '../words/booking.ts'
import { type Held, holdBooking } from './hold-row.ts'
import {
  allowChange,
  asksRules,
  given,
  noteChange,
  particularsOf,
  type Wanted,
} from './particulars.ts'
import { windowOf } from './place.ts'
import { type BookingRow, getBooking } from './read.ts'
import { refusal, withAlternatives } from '../../verdict/actions/refuse.ts'

type Change = Omit<BookingChange, 'scope' | 'onConflict'>

/**
 * Edits or moves one booking: the same booking, its history kept. Times are judged by the policy in force now, as for a
 * new one; particulars alone are not. Staff set soft rules aside with `override`.
 */
export async function changeBooking(
  ctx: Context,
  { id, version }: { id: string; version?: number | undefined },
  change: Change,
): Promise<BookingRow> {
  const seen = await getBooking(ctx, id)
  const period = { start: change.start ?? seen.start, end: change.end ?? seen.end }
  const asked = { instrumentId: seen.instrumentId, period, changing: id, of: seen }
  await withAlternatives(ctx, asked, () =>
    transact(ctx, async (trx) => {
      const held = await holdBooking(trx, ctx, { id, command: 'change' })
      if (version !== undefined && version !== held.row.version)
        throw new Problem('stale', words.stale)
      await changeIn(trx, ctx, { held, change })
    }),
  )
  return getBooking(ctx, id)
}

/** The same inside a transaction of the caller, with the booking held. */
export async function changeIn(
  trx: Trx,
  ctx: Context,
  { held, change }: { held: Held; change: Change },
): Promise<void> {
  const { row } = held
  await allowChange({ ...ctx, db: trx }, held, change)
  const wanted = { ...particularsOf(row), ...given(change), period: periodAfter(row, change) }
  const judged = asksRules(row, wanted)
    ? await judgeMove(trx, ctx, { held, wanted, override: change.override })
    : undefined
  await updateBooking(trx, row, {
    ...wanted,
    overrideReason: change.override ?? row.overrideReason,
    policyVersion: judged?.policyVersion ?? row.policyVersion,
    isPending: judged?.asksAgain ?? false,
  })
  if (judged) await moveOccupancy(trx, row, { period: wanted.period, buffers: judged.buffers })
  await noteChange(trx, ctx, { row, wanted })
}

export function periodAfter(row: BookingRow, { start = row.start, end = row.end }: Change): Period {
  if (start.epochMilliseconds >= end.epochMilliseconds)
    throw new Problem('invalid', words.endAfterStart, {
      issues: [{ path: 'end', message: words.endAfterStart }],
    })
  if (row.state === 'in_use' && start.epochMilliseconds !== row.start.epochMilliseconds)
    throw new Problem('conflict', words.startFixed)
  return { start, end }
}

type Move = { held: Held; wanted: Wanted; override: string | undefined }

async function judgeMove(trx: Trx, ctx: Context, { held, wanted, override }: Move) {
  const { row, role } = held
  const { period, labId, project } = wanted
  const situation = await findSituation(trx, {
    instrumentId: row.instrumentId,
    personId: row.personId,
    labId,
    now: isoOf(ctx.now()),
    window: windowOf([period]),
    viewer: ctx.actor,
    changing: [row.id],
  })
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  const isInUse = row.state === 'in_use'
  const facts = bookingFacts(situation, {
    now: ctx.now(),
    audience: row.audience,
    hasProject: (project ?? '') !== '',
    before: { start: row.start, end: row.end },
    isInUse,
  })
  const all = objectionsToBooking(period, facts)
  const objections = override === undefined ? all : hardOnly(all)
  if (objections.length > 0) throw refusal(objections)
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = situation.policy
  return {
    policyVersion: situation.policyVersion,
    buffers: { before, after },
    asksAgain: role !== 'staff' && !isInUse && needsApproval(period, facts),
  }
}
