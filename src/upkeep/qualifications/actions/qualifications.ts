import { allowWriting, personIdOf, signedIn } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import {
  getInstrument,
  getInstrumentAsStaff,
  type InstrumentRow,
} from '../../../instruments/actions.ts'
import type { QualificationKind } from '../../../bookings/policies/model.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { qualificationNames } from '../../../bookings/verdict/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import type { NewQualification } from '../model.ts'
import { findRecipient, type Recipient } from '../queries/people.ts'
import {
  listQualifications,
  putQualification,
  type QualificationRow,
  revokeRow,
  takeExpiring,
} from '../queries/qualifications.ts'
import { afterMonths, reminderDays } from '../rules.ts'
import { dayInWords } from '../../../core/wall-clock.ts'
import { letters } from '../../watch/words.ts'
import { qualificationWords as words } from '../words.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { titleInLetter } from '../../../instruments/rules/title.ts'

export type { QualificationRow } from '../queries/qualifications.ts'

/** What people may do at an instrument: everybody's for its staff, one's own for everybody else. */
export async function qualificationsAt(
  ctx: Context,
  instrumentId: string,
): Promise<QualificationRow[]> {
  const { personId } = signedIn(ctx)
  const instrument = await getInstrument(ctx, instrumentId)
  return listQualifications(ctx.db, {
    instrumentId: instrument.id,
    ...(!isStaffOf(ctx.actor, instrument) && { personId }),
  })
}

export const myQualifications = (ctx: Context): Promise<QualificationRow[]> =>
  listQualifications(ctx.db, { personId: signedIn(ctx).personId })

/** Lets a person do something at an instrument, or moves the end of what they may; by its staff. */
export async function grantQualification(
  ctx: Context,
  instrumentId: string,
  input: NewQualification,
): Promise<QualificationRow> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, instrumentId)
  const expiresAt = expiryOf(ctx, instrument, input)
  return transact(ctx, async (trx) => {
    const { id } = await personNamed(trx, input)
    return grantIn(trx, ctx, {
      instrument,
      personId: id,
      kind: input.kind,
      expiresAt,
      note: input.note || null,
      trainingId: null,
    })
  })
}

type Grant = {
  instrument: Pick<InstrumentRow, 'id' | 'institutionId'>
  personId: string
  kind: QualificationKind
  expiresAt: Temporal.Instant | null
  note: string | null
  trainingId: string | null
}

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function grantIn(
  trx: Trx,
  ctx: Context,
  { instrument, ...grant }: Grant,
): Promise<QualificationRow> {
  const given = { ...grant, instrumentId: instrument.id, at: ctx.now(), by: personIdOf(ctx) }
  const id = await putQualification(trx, given)
  await recordChange(trx, ctx, {
    action: 'qualification.grant',
    entity: 'qualification',
    entityId: id,
    institutionId: instrument.institutionId,
    after: {
      person: grant.personId,
      kind: grant.kind,
      expiresAt: grant.expiresAt && isoOf(grant.expiresAt),
    },
  })
  return getQualification(trx, { instrumentId: instrument.id, id })
}

/** Takes a qualification away; its person is told. Bookings stay, and their use may not begin. */
export async function revokeQualification(
  ctx: Context,
  key: { instrumentId: string; id: string },
  reason: string | undefined,
): Promise<QualificationRow> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, key.instrumentId)
  return transact(ctx, async (trx) => {
    const row = await getQualification(trx, key)
    if (row.revokedAt) throw new Problem('conflict', words.revoked)
    await revokeRow(trx, key, { at: ctx.now(), by: personIdOf(ctx), reason: reason || null })
    await recordChange(trx, ctx, {
      action: 'qualification.revoke',
      entity: 'qualification',
      entityId: row.id,
      institutionId: instrument.institutionId,
      before: { person: row.personId, kind: row.kind },
      after: { reason: reason || null },
    })
    const letter = letters.revoked(titleInLetter(row), qualificationNames[row.kind], reason ?? '')
    await enqueueLetter(trx, ctx, { ...addressOf(row), ...letter })
    return getQualification(trx, key)
  })
}

/** Tells people of what expires within a month; once for each end. */
export async function remindOfExpiry(ctx: Context): Promise<void> {
  const now = ctx.now()
  await transact(ctx, async (trx) => {
    for (const row of await takeExpiring(trx, {
      before: now.add({ hours: reminderDays * 24 }),
      now,
    })) {
      const day = dayInWords(row.expiresAt ?? now, row.zone)
      const letter = letters.expiring(titleInLetter(row), {
        kind: qualificationNames[row.kind],
        day,
        link: `${ctx.baseUrl}${upkeepPaths.trainings}`,
      })
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await enqueueLetter(trx, ctx, { ...addressOf(row), ...letter })
    }
  })
}

const addressOf = ({ email, personId, lang }: QualificationRow) => ({ to: email, personId, lang })

/** The person whom a form or a program names. */
export async function personNamed(
  db: Db,
  named: { person?: string | undefined; email?: string | undefined },
): Promise<Recipient> {
  const person = await findRecipient(db, named)
  if (person) return person
  const path = named.person === undefined ? 'email' : 'person'
  throw new Problem('invalid', words.noPerson, { issues: [{ path, message: words.noPerson }] })
}

function expiryOf(
  ctx: Context,
  { zone }: InstrumentRow,
  { expiresAt, validMonths }: NewQualification,
): Temporal.Instant | null {
  if (!expiresAt) return validMonths ? afterMonths(ctx.now(), validMonths, zone) : null
  if (Temporal.Instant.compare(expiresAt, ctx.now()) <= 0)
    throw new Problem('invalid', words.expiryPast, {
      issues: [{ path: 'expiresAt', message: words.expiryPast }],
    })
  return expiresAt
}

async function getQualification(
  db: Db,
  { instrumentId, id }: { instrumentId: string; id: string },
): Promise<QualificationRow> {
  const [row] = isId(id) ? await listQualifications(db, { instrumentId, id }) : []
  if (!row) throw new Problem('not-found', words.noQualification)
  return row
}
