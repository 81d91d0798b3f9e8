import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { getInstrumentAsStaff, type InstrumentRow } from '../../../instruments/actions.ts'
import { qualificationNames } from '../../../bookings/verdict/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { Temporal } from '../../../core/time.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { type AttendeeRow, listAttendees, markPassed, type TrainingRow } from '../queries.ts'
import { afterMonths } from '../../qualifications/rules.ts'
import { zonedMoment } from '../../../core/letters.ts'
import { qualificationWords as words } from '../../qualifications/words.ts'
import { titleInLetter } from '../../../instruments/rules/title.ts'
import { grantIn } from '../../qualifications/actions.ts'
import { getTraining, holdTraining, type Key } from './trainings.ts'

/** Notes who passed a training, once it has begun: each gets its qualifications and is told. Saying it twice is fine. */
export async function passTraining(
  ctx: Context,
  { passed }: { passed: readonly string[] },
  key: Key,
) {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, key.id)
  await transact(ctx, async (trx) => {
    const training = await holdTraining(trx, ctx, key)
    if (Temporal.Instant.compare(ctx.now(), training.start) < 0)
      throw new Problem('conflict', words.notBegun)
    const attendees = await listAttendees(trx, training)
    if (passed.some((id) => attendees.every(({ person }) => person.id !== id)))
      throw new Problem('invalid', words.notEnrolled, {
        issues: [{ path: 'passed', message: words.notEnrolled }],
      })
    const done = { people: passed, at: ctx.now(), by: personIdOf(ctx) }
    const fresh = new Set(await markPassed(trx, training, done))
    for (const attendee of attendees.filter(({ person }) => fresh.has(person.id))) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await qualify(trx, ctx, { instrument, training, attendee })
    }
    await recordChange(trx, ctx, {
      action: 'training.pass',
      entity: 'training',
      entityId: training.id,
      institutionId: training.institutionId,
      after: { passed: [...fresh] },
    })
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
  for (const kind of kinds) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await grantIn(trx, ctx, {
      instrument,
      personId: attendee.person.id,
      kind,
      expiresAt,
      note: training.title,
      trainingId: training.id,
    })
  }
  await tellPeople(trx, ctx, {
    letter: 'training_passed',
    to: { people: [attendee.person.id] },
    instrumentId: instrument.id,
    facts: {
      instrumentId: instrument.id,
      instrument: titleInLetter(training),
      kinds: {
        zh: kinds.map((kind) => qualificationNames[kind].zh).join('、'),
        en: kinds.map((kind) => qualificationNames[kind].en).join(', '),
      },
      expires: expiresAt && zonedMoment(expiresAt, instrument.zone),
    },
  })
}
