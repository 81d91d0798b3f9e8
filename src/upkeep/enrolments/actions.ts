import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { zonedMoment } from '../../core/letters.ts'
import { personIdOf, writing } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isLater, isoOf, Temporal } from '../../core/time.ts'
import { getPublishedInstrument, type InstrumentRow } from '../../instruments/actions.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'
import { tellPeople } from '../../mail/actions.ts'
import { asStaff, getNamedPerson, recordUpkeep } from '../actions.ts'
import type { Whom } from '../model.ts'
import { extendIn } from '../qualifications/actions.ts'
import { afterMonths, kindsInWords } from '../qualifications/rules.ts'
import { getTraining, holdTraining, type Key, readTraining } from '../trainings/actions.ts'
import type { TrainingRow } from '../trainings/queries.ts'
import type { Results } from './model.ts'
import {
  type AttendeeRow,
  deleteAttendee,
  insertAttendee,
  listAttendees,
  markPassed,
} from './queries.ts'
import { enrolmentWords as words } from './words.ts'

/** Enrols whoever asks, or whom staff name, while there are seats. */
export const enrol = (ctx: Context, whom: Whom, key: Key): Promise<TrainingRow> =>
  changeList(ctx, { key, whom }, async (trx, training, personId) => {
    await getPublishedInstrument({ ...ctx, db: trx }, training.instrumentId)
    if (training.state === 'full' && !(await isOn(trx, training, personId)))
      throw new Problem('conflict', words.full)
    await insertAttendee(trx, {
      instrument_id: training.instrumentId,
      session_id: training.id,
      person_id: personId,
      enrolled_at: ctx.now(),
      enrolled_by: personIdOf(ctx),
    })
  })

/** Takes whoever asks, or whom staff name, off the list. */
export const leaveTraining = (ctx: Context, whom: Whom, key: Key): Promise<TrainingRow> =>
  changeList(ctx, { key, whom }, deleteAttendee)

type ListChange = (trx: Trx, training: TrainingRow, personId: string) => Promise<void>

async function changeList(
  ctx: Context,
  { key, whom }: { key: Key; whom: Whom },
  change: ListChange,
): Promise<TrainingRow> {
  const own = ctx.actor.type === 'system' ? undefined : writing(ctx)
  return transact(ctx, async (trx) => {
    const training = await holdTraining(trx, ctx, key)
    const named = [whom.person, whom.email].filter((one) => one !== undefined)
    const isOwn = own && named.every((one) => one === own.personId || one === own.email)
    if (!isOwn && !isStaffOf(ctx.actor, training))
      throw new Problem('forbidden', words.notForOthers)
    const personId = isOwn ? own.personId : await getNamedPerson(trx, whom)
    if (training.state === 'begun') throw new Problem('conflict', words.begun)
    await change(trx, training, personId)
    const after = await readTraining(trx, ctx, key)
    await recordUpkeep(trx, ctx, {
      action: 'training.list',
      of: training,
      before: { enrolled: training.enrolled },
      after: { start: isoOf(training.start), enrolled: after.enrolled, person: personId },
    })
    return after
  })
}

const isOn = async (trx: Trx, training: TrainingRow, personId: string) =>
  (await listAttendees(trx, training)).some(({ person }) => person.id === personId)

/** Notes who passed a training, once it has begun: each gets its qualifications and is told. Saying it twice is fine. */
export async function passTraining(ctx: Context, { passed }: Results, key: Key) {
  await asStaff(ctx, key.id, async (trx, instrument) => {
    const training = await holdTraining(trx, ctx, key)
    if (isLater(training.start, ctx.now())) throw new Problem('conflict', words.notBegun)
    const attendees = await listAttendees(trx, training)
    if (passed.some((id) => attendees.every(({ person }) => person.id !== id)))
      throw invalidField('passed', words.notEnrolled)
    const done = { people: passed, at: ctx.now(), by: personIdOf(ctx) }
    const fresh = new Set(await markPassed(trx, training, done))
    for (const attendee of attendees.filter(({ person }) => fresh.has(person.id))) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await qualify(trx, ctx, { instrument, training, attendee })
    }
    const after = { passed: [...fresh] }
    await recordUpkeep(trx, ctx, { action: 'training.pass', of: training, after })
  })
  return getTraining(ctx, key)
}

type Qualifying = { instrument: InstrumentRow; training: TrainingRow; attendee: AttendeeRow }

async function qualify(
  trx: Trx,
  ctx: Context,
  { instrument, training, attendee }: Qualifying,
): Promise<void> {
  const { kinds, validMonths } = training
  const expiresAt =
    validMonths === null ? null : afterMonths(ctx.now(), validMonths, instrument.zone)
  const ends: Temporal.Instant[] = []
  for (const kind of kinds) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const held = await extendIn(trx, ctx, {
      instrument,
      personId: attendee.person.id,
      kind,
      expiresAt,
      note: training.title,
      trainingId: training.id,
    })
    if (held.expiresAt) ends.push(held.expiresAt)
  }
  const [soonest] = ends.toSorted((one, other) => Temporal.Instant.compare(one, other))
  await tellPeople(trx, ctx, {
    letter: 'training_passed',
    to: { people: [attendee.person.id] },
    instrumentId: instrument.id,
    facts: {
      instrumentId: instrument.id,
      instrument: titleInLetter(training),
      kinds: kindsInWords(kinds),
      expires: soonest ? zonedMoment(soonest, instrument.zone) : null,
    },
  })
}
