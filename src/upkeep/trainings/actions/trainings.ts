import { allowWriting, personIdOf, writing } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import { getInstrument, getInstrumentAsStaff } from '../../../instruments/actions.ts'
import type { ActionOn } from '../../../audit/model.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import { oneLine } from '../../../mail/rules.ts'
import type { Enrolment, NewTraining } from '../model.ts'
import {
  type AttendeeRow,
  deleteAttendee,
  insertAttendee,
  listAttendees,
} from '../queries/attendees.ts'
import {
  cancelTrainingRow,
  findTraining,
  insertTraining,
  listTrainings,
  lockTraining,
  type TrainingRow,
} from '../queries/trainings.ts'
import { momentInWords } from '../../../core/wall-clock.ts'
import { trainingState } from '../rules.ts'
import { letters } from '../../watch/words.ts'
import { qualificationWords as words } from '../../qualifications/words.ts'
import { personNamed } from '../../qualifications/actions/qualifications.ts'
import { upkeepPaths } from '../../words/paths.ts'

export type { AttendeeRow } from '../queries/attendees.ts'
export type { TrainingRow } from '../queries/trainings.ts'
export type TrainingKey = { instrumentId: string; id: string }

/** Trainings that go on or are to come, of all instruments that the viewer may know of. */
export const trainingsToCome = (ctx: Context): Promise<TrainingRow[]> =>
  listTrainings(ctx.db, ctx.actor, { endsAfter: ctx.now() })

/** Those of one instrument; for a month after their end, in which results are still written down. */
export async function trainingsOf(ctx: Context, instrumentId: string): Promise<TrainingRow[]> {
  const { id } = await getInstrument(ctx, instrumentId)
  const endsAfter = ctx.now().subtract({ hours: 30 * 24 })
  return listTrainings(ctx.db, ctx.actor, { instrumentId: id, endsAfter })
}

/** One training, and for staff of the instrument who comes. */
export async function getTraining(
  ctx: Context,
  { instrumentId, id }: TrainingKey,
  db: Db = ctx.db,
): Promise<{ training: TrainingRow; attendees: AttendeeRow[] | undefined }> {
  const known = isId(instrumentId) && isId(id)
  const training = known ? await findTraining(db, ctx.actor, { instrumentId, id }) : undefined
  if (!training) throw new Problem('not-found', words.noTraining)
  const isStaff = isStaffOf(ctx.actor, training)
  return { training, attendees: isStaff ? await listAttendees(db, training) : undefined }
}

export async function createTraining(
  ctx: Context,
  instrumentId: string,
  input: NewTraining,
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
  const id = await insertTraining(trx, {
    ...input,
    instrumentId,
    about: input.about || null,
    kinds: [...new Set(input.kinds)],
    validMonths: input.validMonths ?? null,
    createdAt: ctx.now(),
    createdBy: personIdOf(ctx),
  })
  const { training } = await getTraining(ctx, { instrumentId, id }, trx)
  await note(trx, ctx, { action: 'training.create', training, after: { title: input.title } })
  return training
}

/** Calls a training off; who was enrolled is told. */
export async function cancelTraining(
  ctx: Context,
  key: TrainingKey,
  reason: string | undefined,
): Promise<TrainingRow> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, key.instrumentId)
  return transact(ctx, async (trx) => {
    const training = await holdTraining(trx, ctx, key)
    const cause = { at: ctx.now(), by: personIdOf(ctx), reason: reason || null }
    await cancelTrainingRow(trx, training, cause)
    await note(trx, ctx, { action: 'training.cancel', training, after: { reason: cause.reason } })
    const letter = letters.trainingCancelled(oneLine(training.title), {
      when: momentInWords(training.start, training.zone),
      reason: reason ?? '',
      link: `${ctx.baseUrl}${upkeepPaths.trainings}`,
    })
    for (const attendee of await listAttendees(trx, training)) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await enqueueLetter(trx, ctx, { ...addressOf(attendee), ...letter })
    }
    return (await getTraining(ctx, key, trx)).training
  })
}

/** Enrols whoever asks, or whom staff name, while there are seats. */
export const enrol = (ctx: Context, key: TrainingKey, whom: Enrolment): Promise<TrainingRow> =>
  changeList(ctx, key, whom, async (trx, training, personId) => {
    if (trainingState(training, ctx.now()) === 'full' && !(await isOn(trx, training, personId)))
      throw new Problem('conflict', words.trainingFull)
    await insertAttendee(trx, training, { personId, at: ctx.now(), by: personIdOf(ctx) })
  })

/** Takes whoever asks, or whom staff name, off the list. */
export const leaveTraining = (
  ctx: Context,
  key: TrainingKey,
  whom: Enrolment,
): Promise<TrainingRow> =>
  changeList(ctx, key, whom, (trx, training, personId) => deleteAttendee(trx, training, personId))

type ListChange = (trx: Trx, training: TrainingRow, personId: string) => Promise<void>

async function changeList(
  ctx: Context,
  key: TrainingKey,
  whom: Enrolment,
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
    if (trainingState(training, ctx.now()) === 'begun')
      throw new Problem('conflict', words.trainingBegun)
    await change(trx, training, personId)
    const { training: after } = await getTraining(ctx, key, trx)
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
export async function holdTraining(trx: Trx, ctx: Context, key: TrainingKey): Promise<TrainingRow> {
  const { training: seen } = await getTraining(ctx, key, trx)
  await lockTraining(trx, seen)
  const { training } = await getTraining(ctx, key, trx)
  if (training.cancelledAt) throw new Problem('conflict', words.trainingCancelled)
  return training
}

const isOn = async (trx: Trx, training: TrainingRow, personId: string) =>
  (await listAttendees(trx, training)).some((one) => one.personId === personId)

export const addressOf = ({ email, personId, lang }: AttendeeRow) => ({ to: email, personId, lang })

type Noted = {
  action: ActionOn<'training'>
  training: TrainingRow
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const note = (trx: Trx, ctx: Context, { action, training, before, after }: Noted) =>
  recordChange(trx, ctx, {
    action,
    entity: 'training',
    entityId: training.id,
    institutionId: training.institutionId,
    ...(before && { before }),
    after: { start: isoOf(training.start), ...after },
  })
