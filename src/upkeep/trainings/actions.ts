import type { Context } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import { zonedMoment } from '../../core/letters.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isLater, isoOf } from '../../core/time.ts'
import { getInstrument } from '../../instruments/actions.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import type { Ending } from '../model.ts'
import { asStaff, found, recordUpkeep } from '../actions.ts'
import { listAttendees } from '../enrolments/queries.ts'
import { type NewTraining, trainingForm } from './model.ts'
import {
  findTraining,
  insertTraining,
  listTrainings,
  lockTraining,
  type TrainingRow,
  updateTraining,
} from './queries.ts'
import { trainingWords as words } from './words.ts'

/** What the address of a training names: its instrument and itself. */
export type Key = { id: string; training: string }
const daysForResults = 30

/** Trainings that go on or are to come, of all instruments that the viewer may know of. */
export const trainingsToCome = (ctx: Context, paging: Paging) =>
  listTrainings(ctx.db, { ...viewing(ctx), endsAfter: ctx.now(), ...paging })

/** Those of one instrument; for a month after their end, in which results are still written down. */
export async function trainingsOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  await getInstrument(ctx, id)
  const endsAfter = ctx.now().subtract({ hours: daysForResults * 24 })
  return listTrainings(ctx.db, { ...viewing(ctx), instrumentId: id, endsAfter, ...paging })
}

/** One training, and for staff of the instrument who comes. */
export async function getTraining(ctx: Context, key: Key) {
  const training = await readTraining(ctx.db, ctx, key)
  const isStaff = isStaffOf(ctx.actor, training)
  return { ...training, attendees: isStaff ? await listAttendees(ctx.db, training) : undefined }
}

export const createTraining = (ctx: Context, input: NewTraining, { id }: { id: string }) =>
  asStaff(ctx, id, async (trx) => {
    if (!isLater(input.start, ctx.now())) throw invalidField('start', words.past)
    return createTrainingIn(trx, ctx, { instrumentId: id, input })
  })

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function createTrainingIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, input }: { instrumentId: string; input: NewTraining },
): Promise<TrainingRow> {
  const { start, end, ...values } = trainingForm.whole(input)
  const { id } = await insertTraining(trx, {
    instrument_id: instrumentId,
    title: values.title,
    about: values.about || null,
    place: values.place,
    starts_at: start,
    ends_at: end,
    seats: values.seats,
    kinds: [...new Set(values.kinds)],
    valid_months: values.validMonths,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const training = await readTraining(trx, ctx, { id: instrumentId, training: id })
  const after = { start: isoOf(start), ...values }
  await recordUpkeep(trx, ctx, { action: 'training.create', of: training, after })
  return training
}

/** Calls a training off; who was enrolled is told. */
export const cancelTraining = (ctx: Context, { reason = '' }: Ending, key: Key) =>
  asStaff(ctx, key.id, async (trx) => {
    const training = await holdTraining(trx, ctx, key)
    await updateTraining(trx, training, {
      cancelled_at: ctx.now(),
      cancelled_by: personIdOf(ctx),
      cancel_reason: reason || null,
    })
    const after = { start: isoOf(training.start), reason }
    await recordUpkeep(trx, ctx, { action: 'training.cancel', of: training, after })
    const attendees = await listAttendees(trx, training)
    await tellPeople(trx, ctx, {
      letter: 'training_cancelled',
      to: { people: attendees.map(({ person }) => person.id) },
      instrumentId: key.id,
      facts: {
        title: oneLine(training.title),
        start: zonedMoment(training.start, training.zone),
        reason: oneLine(reason),
      },
    })
    return readTraining(trx, ctx, key)
  })

/** A training that was not called off, with its list locked. */
export async function holdTraining(trx: Trx, ctx: Context, key: Key): Promise<TrainingRow> {
  await lockTraining(trx, await readTraining(trx, ctx, key))
  const training = await readTraining(trx, ctx, key)
  if (training.state === 'cancelled') throw new Problem('conflict', words.cancelled)
  return training
}

export const readTraining = async (db: Db, ctx: Context, { id, training }: Key) =>
  found(
    await findTraining(db, { instrumentId: id, id: training, ...viewing(ctx) }),
    words.noTraining,
  )

const viewing = (ctx: Context) => ({ viewer: ctx.actor, now: ctx.now() })
