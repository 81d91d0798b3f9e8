import { allowWriting, personIdOf, signedIn, writing } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import type { ProblemReport } from '../../bookings/use/actions/finish.ts'
import { recordChange } from '../../audit/actions.ts'
import {
  lockInstruments,
  getInstrument,
  getInstrumentAsStaff,
  type InstrumentRow,
} from '../../instruments/actions.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { Temporal } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { byInLetter, oneLine } from '../../mail/rules.ts'
import type { NewProblem, Resolution } from './model.ts'
import { findNextOutage, findOutage } from '../outages/queries.ts'
import {
  insertProblem,
  findProblem,
  listProblems,
  type ProblemRow,
  resolveRow,
  usesAboutNow,
} from './queries.ts'
import { problemWords as words, severityNames } from './words.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'
import { endOutageIn, openOutageIn } from '../outages/actions.ts'

export type { ProblemRow } from './queries.ts'

/** What is wrong with an instrument now, and for its staff what ever was. */
export async function problemsOf(ctx: Context, id: string, paging: Paging) {
  signedIn(ctx)
  const instrument = await getInstrument(ctx, id)
  const isStaff = isStaffOf(ctx.actor, instrument)
  const problems = await listProblems(ctx.db, {
    ...paging,
    instrumentId: instrument.id,
    open: !isStaff,
  })
  return { problems, isStaff }
}

/**
 * Tells what is wrong with an instrument; anybody who signed in may, and its staff get a letter. What stops it takes it
 * out of service at once, when staff say so or somebody who uses it about now.
 */
export async function reportProblem(
  ctx: Context,
  instrumentId: string,
  input: NewProblem,
): Promise<ProblemRow> {
  writing(ctx)
  const instrument = await getInstrument(ctx, instrumentId)
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, [instrument.id])
    return reportIn(trx, ctx, { instrument, input, bookingId: null })
  })
}

/** A problem that was seen during a booked use, for who ends that use. */
export const reportOf =
  (input: NewProblem): ProblemReport =>
  (trx, ctx, { instrument, bookingId }) =>
    reportIn(trx, ctx, { instrument, input, bookingId })

type Report = { instrument: InstrumentRow; input: NewProblem; bookingId: string | null }

/** The same inside a transaction of the caller, who has the instrument locked. */
export async function reportIn(
  trx: Trx,
  ctx: Context,
  { instrument, input, bookingId }: Report,
): Promise<ProblemRow> {
  const outageId =
    input.severity === 'down' && (await mayStop(trx, ctx, instrument))
      ? await stop(trx, ctx, { instrumentId: instrument.id, input })
      : null
  const id = await insertProblem(trx, {
    ...input,
    instrumentId: instrument.id,
    at: ctx.now(),
    by: personIdOf(ctx),
    bookingId,
    outageId,
  })
  await recordChange(trx, ctx, {
    action: 'problem.report',
    entity: 'problem_report',
    entityId: id,
    institutionId: instrument.institutionId,
    after: { severity: input.severity, description: input.description },
  })
  await tellStaff(trx, ctx, { instrument, input, bookingId })
  return getProblem(trx, { instrumentId: instrument.id, id })
}

/** Notes that a problem is solved; the outage that it opened ends, unless it is to go on. By staff. */
export async function resolveProblem(
  ctx: Context,
  key: { instrumentId: string; id: string },
  { resolution, keepOutage }: Resolution,
): Promise<ProblemRow> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, key.instrumentId)
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, [instrument.id])
    const problem = await getProblem(trx, key)
    if (problem.resolvedAt) throw new Problem('conflict', words.resolved)
    await resolveRow(trx, key, { at: ctx.now(), by: personIdOf(ctx), resolution })
    await recordChange(trx, ctx, {
      action: 'problem.resolve',
      entity: 'problem_report',
      entityId: problem.id,
      institutionId: instrument.institutionId,
      after: { resolution },
    })
    if (problem.outageId && !keepOutage)
      await backInService(trx, ctx, { instrumentId: instrument.id, id: problem.outageId })
    return getProblem(trx, key)
  })
}

async function mayStop(trx: Trx, ctx: Context, instrument: InstrumentRow): Promise<boolean> {
  if (isStaffOf(ctx.actor, instrument)) return true
  const personId = personIdOf(ctx)
  if (!personId) return false
  return usesAboutNow(trx, { instrumentId: instrument.id, personId, now: ctx.now() })
}

/** Out of service for a day, or until the next outage begins; the one that goes on already, where there is one. */
async function stop(
  trx: Trx,
  ctx: Context,
  { instrumentId, input }: { instrumentId: string; input: NewProblem },
): Promise<string> {
  const now = ctx.now()
  const next = await findNextOutage(trx, { instrumentId, now })
  if (next?.state === 'running') return next.id
  const day = now.add({ hours: 24 })
  const { outage } = await openOutageIn(trx, ctx, {
    instrumentId,
    input: {
      kind: 'fault',
      reason: input.description.slice(0, 500),
      onBookings: 'displace',
      end: next && Temporal.Instant.compare(next.start, day) < 0 ? next.start : day,
      isEstimate: true,
    },
  })
  return outage.id
}

async function backInService(
  trx: Trx,
  ctx: Context,
  key: { instrumentId: string; id: string },
): Promise<void> {
  const outage = await findOutage(trx, { ...key, now: ctx.now() })
  if (outage?.state === 'running') await endOutageIn(trx, ctx, outage)
}

const tellStaff = (trx: Trx, ctx: Context, { instrument, input }: Report): Promise<void> =>
  tellPeople(trx, ctx, {
    letter: 'problem_reported',
    to: { staffOf: instrument.id },
    instrumentId: instrument.id,
    facts: {
      instrumentId: instrument.id,
      instrument: titleInLetter({
        instrumentZh: instrument.titleZh,
        instrumentEn: instrument.titleEn,
      }),
      severity: severityNames[input.severity],
      description: oneLine(input.description),
      by: byInLetter(ctx.actor),
    },
  })

async function getProblem(
  db: Db,
  { instrumentId, id }: { instrumentId: string; id: string },
): Promise<ProblemRow> {
  const row = isId(id) ? await findProblem(db, { instrumentId, id }) : undefined
  if (!row) throw new Problem('not-found', words.noProblem)
  return row
}
