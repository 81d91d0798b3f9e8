import type { Context } from '../../core/context.ts'
import type { Page } from '../../core/paging.ts'
import { signedIn, writing } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { decideBooking } from '../bookings/actions/decide.ts'
import { bookingsToDecide } from '../bookings/actions/read.ts'
import { undoDecision } from '../bookings/actions/undo.ts'
import type { BookingRow } from '../bookings/model.ts'
import type { QualificationKind } from '../policies/model.ts'
import { judge, whoDecides } from '../verdict/actions/judge.ts'
import type { Reason } from '../verdict/model/facts.ts'
import { rulesOfApproval } from '../verdict/rules/dates.ts'
import { mostAtOnce, type NewDecisions } from './model.ts'
import { type ApplicantFacts, listApplicantFacts } from './queries.ts'

export type HeldQualification = { kind: QualificationKind; expiresMs: number | null }

/** A booking that waits, with all that one asks before deciding. */
export type Application = {
  row: BookingRow
  applicant: ApplicantFacts | undefined
  required: readonly QualificationKind[]
  held: readonly HeldQualification[]
  /** Why it could not be approved as things are. */
  objections: readonly Reason[]
}

/** What the actor may decide, the booking that begins first at the top. */
export async function applications(
  ctx: Context,
  { after }: { after?: string | undefined },
): Promise<Page<Application>> {
  const { items, ...page } = await bookingsToDecide(ctx, { limit: mostAtOnce, after })
  const ids = items.map(({ id }) => id)
  const facts = ids.length === 0 ? [] : await listApplicantFacts(ctx.db, signedIn(ctx), ids)
  const byId = new Map(facts.map((one) => [one.id, one]))
  return {
    ...page,
    items: await Promise.all(
      items.map(async (row) => ({
        row,
        applicant: byId.get(row.id),
        ...(await judgedNow(ctx, row)),
      })),
    ),
  }
}

/** By the rules that an approval asks. */
async function judgedNow(ctx: Context, row: BookingRow) {
  const { dates, situation } = await judge(ctx, {
    instrumentId: row.instrumentId,
    of: row,
    project: row.project,
    dates: [{ period: row, booking: row }],
    rules: rulesOfApproval,
    override: row.overrideReason,
    viewer: whoDecides,
  })
  return {
    required: situation.policy.qualifications ?? [],
    held: situation.qualifications.map(([kind, expiresMs]) => ({ kind, expiresMs })),
    objections: dates.flatMap(({ objections }) => objections),
  }
}

export type Outcome = { id: string; row: BookingRow | null; refusal: Text | null }

/** Decides several bookings alike, each by itself: one that is refused does not keep the others. */
export async function decideBookings(
  ctx: Context,
  { bookings, ...decision }: NewDecisions,
): Promise<Outcome[]> {
  writing(ctx)
  return eachInTurn(bookings, (id) => decideBooking(ctx, id, decision))
}

/** Takes several decisions back, as `undoDecision` does one. */
export async function undoDecisions(ctx: Context, ids: readonly string[]): Promise<Outcome[]> {
  writing(ctx)
  return eachInTurn(ids, (id) => undoDecision(ctx, id))
}

async function eachInTurn(
  ids: readonly string[],
  does: (id: string) => Promise<BookingRow>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const id of new Set(ids)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- bookings of one instrument wait for one another in any case
      outcomes.push({ id, row: await does(id), refusal: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      outcomes.push({ id, row: null, refusal: error.detail })
    }
  }
  return outcomes
}
