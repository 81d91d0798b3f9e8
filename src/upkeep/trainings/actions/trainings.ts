import { recordChange } from '../../../audit/actions.ts'
import type { ActionOn } from '../../../audit/model.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowWriting, personIdOf, writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import { zonedMoment } from '../../../core/letters.ts'
import { getInstrument, getInstrumentAsStaff } from '../../../instruments/actions.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { oneLine } from '../../../mail/rules.ts'
import { personNamed } from '../../qualifications/actions.ts'
import { qualificationWords as words } from '../../qualifications/words.ts'
import { type Enrolment, type NewTraining, trainingForm } from '../model.ts'
import {
  deleteAttendee,
  findTraining,
  insertAttendee,
  insertTraining,
  listAttendees,
  listTrainings,
  lockTraining,
  type TrainingRow,
  updateTraining,
} from '../queries.ts'

/** What the address of a training names: its instrument and itself. */
export type Key = { id: string; training: string }
const daysForResults = 30

/** Trainings that go on or are to come, of all instruments that the viewer may know of. */
export const trainingsToCome = (ctx: Context, paging: Paging) => {
  const now = ctx.now()
  return listTrainings(ctx.db, { viewer: ctx.actor, now, endsAfter: now, ...paging })
}

/** Those of one instrument; for a month after their end, in which results are still written down. */
export async function trainingsOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  await getInstrument(ctx, id)
  const now = ctx.now()
  const endsAfter = now.subtract({ hours: daysForResults * 24 })
  return listTrainings(ctx.db, { viewer: ctx.actor, now, instrumentId: id, endsAfter, ...paging })
}

/** One training, and for staff of the instrument who comes. */
export async function getTraining(ctx: Context, key: Key) {
  const training = await readTraining(ctx.db, ctx, key)
  if (!isStaffOf(ctx.actor, training)) return { ...training, attendees: undefined }
  const attendees = await listAttendees(ctx.db, training)
  return { ...training, attendees: attendees.map(({ person, passedAt }) => ({ person, passedAt })) }
}

export async function createTraining(
  ctx: Context,
  input: NewTraining,
  { id: instrumentId }: { id: string },
): Promise<TrainingRow> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, instrumentId)
  if (Temporal.Instant.compare(input.start, ctx.now()) <= 0)
    throw new Problem('invalid', words.trainingPast, {
      issues: [{ path: 'start', message: words.trainingPast }],
    })
  return transact(ctx, (trx) => createTrainingIn(trx, ctx, { instrumentId, input }))
}

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
  await note(trx, ctx, { action: 'training.create', training, after: values })
  return training
}

/** Calls a training off; who was enrolled is told. */
export async function cancelTraining(
  ctx: Context,
  { reason = '' }: { reason?: string | undefined },
  key: Key,
): Promise<TrainingRow> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, key.id)
  return transact(ctx, async (trx) => {
    const training = await holdTraining(trx, ctx, key)
    await updateTraining(trx, training, {
      cancelled_at: ctx.now(),
      cancelled_by: personIdOf(ctx),
      cancel_reason: reason || null,
    })
    await note(trx, ctx, { action: 'training.cancel', training, after: { reason } })
    const attendees = await listAttendees(trx, training)
    await tellPeople(trx, ctx, {
      letter: 'training_cancelled',
      to: { people: attendees.map(({ person }) => person.id) },
      instrumentId: key.id,
      facts: {
        title: oneLine(training.title),
        start: zonedMoment(training.start, training.timezone),
        reason: oneLine(reason ?? ''),
      },
    })
    return readTraining(trx, ctx, key)
  })
}

/** Enrols whoever asks, or whom staff name, while there are seats. */
export const enrol = (ctx: Context, whom: Enrolment, key: Key): Promise<TrainingRow> =>
  changeList(ctx, { key, whom }, async (trx, training, personId) => {
    if (training.state === 'full' && !(await isOn(trx, training, personId)))
      throw new Problem('conflict', words.trainingFull)
    await insertAttendee(trx, {
      instrument_id: training.instrumentId,
      session_id: training.id,
      person_id: personId,
      enrolled_at: ctx.now(),
      enrolled_by: personIdOf(ctx),
    })
  })

/** Takes whoever asks, or whom staff name, off the list. */
export const leaveTraining = (ctx: Context, whom: Enrolment, key: Key): Promise<TrainingRow> =>
  changeList(ctx, { key, whom }, deleteAttendee)

type ListChange = (trx: Trx, training: TrainingRow, personId: string) => Promise<void>

async function changeList(
  ctx: Context,
  { key, whom }: { key: Key; whom: Enrolment },
  change: ListChange,
): Promise<TrainingRow> {
  const own = ctx.actor.type === 'system' ? undefined : writing(ctx)
  return transact(ctx, async (trx) => {
    const training = await holdTraining(trx, ctx, key)
    const named = [whom.person, whom.email].filter((one) => one !== undefined)
    const isOwn = own && named.every((one) => one === own.personId || one === own.email)
    if (!isOwn && !isStaffOf(ctx.actor, training))
      throw new Problem('forbidden', words.notForOthers)
    const personId = isOwn ? own.personId : (await personNamed(trx, whom)).id
    if (training.state === 'begun') throw new Problem('conflict', words.trainingBegun)
    await change(trx, training, personId)
    const after = await readTraining(trx, ctx, key)
    await note(trx, ctx, {
      action: 'training.list',
      training,
      before: { enrolled: training.enrolled },
      after: { enrolled: after.enrolled, person: personId },
    })
    return after
  })
}

/** A training that was not called off, with its list locked. */
export async function holdTraining(trx: Trx, ctx: Context, key: Key): Promise<TrainingRow> {
  await lockTraining(trx, await readTraining(trx, ctx, key))
  const training = await readTraining(trx, ctx, key)
  if (training.state === 'cancelled') throw new Problem('conflict', words.trainingCancelled)
  return training
}

async function readTraining(db: Db, ctx: Context, { id: instrumentId, training: id }: Key) {
  const viewing = { viewer: ctx.actor, now: ctx.now() }
  const isKnown = isId(instrumentId) && isId(id)
  const row = isKnown ? await findTraining(db, { instrumentId, id, ...viewing }) : undefined
  if (!row) throw new Problem('not-found', words.noTraining)
  return row
}

const isOn = async (trx: Trx, training: TrainingRow, personId: string) =>
  (await listAttendees(trx, training)).some(({ person }) => person.id === personId)

type Change = {
  action: ActionOn<'training'>
  training: TrainingRow
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const note = (trx: Trx, ctx: Context, { action, training, before, after }: Change) =>
  recordChange(trx, ctx, {
    action,
    entity: 'training',
    entityId: training.id,
    institutionId: training.institutionId,
    ...(before && { before }),
    after: { start: isoOf(training.start), ...after },
  })
