import { allowWriting, personIdOf, signedIn } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import {
  getInstrument,
  getInstrumentAsStaff,
  type InstrumentRow,
} from '../../instruments/actions.ts'
import type { QualificationKind } from '../../bookings/policies/model.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import type { NewQualification } from './model.ts'
import {
  findQualification,
  findRecipient,
  listQualifications,
  putQualification,
  type QualificationRow,
  type Recipient,
  takeExpiring,
  updateQualification,
} from './queries.ts'
import { afterMonths, reminderDays } from './rules.ts'
import { zonedMoment } from '../../core/letters.ts'
import { qualificationWords as words } from './words.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'

/** What the address of a qualification names: its instrument and itself. */
type Key = { id: string; qualification: string }

/** What people may do at an instrument: everybody's for its staff, one's own for everybody else. */
export async function qualificationsAt(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const { personId } = signedIn(ctx)
  const instrument = await getInstrument(ctx, id)
  const whose = isStaffOf(ctx.actor, instrument) ? {} : { personId }
  return listQualifications(ctx.db, { instrumentId: id, ...whose, now: ctx.now(), ...paging })
}

export async function myQualifications(ctx: Context, paging: Paging) {
  const { personId } = signedIn(ctx)
  return listQualifications(ctx.db, { personId, now: ctx.now(), ...paging })
}

/** Lets a person do something at an instrument, or moves the end of what they may; by its staff. */
export async function grantQualification(
  ctx: Context,
  input: NewQualification,
  key: { id: string },
): Promise<QualificationRow> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, key.id)
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
  const { id } = await putQualification(trx, {
    instrument_id: instrument.id,
    person_id: grant.personId,
    kind: grant.kind,
    granted_at: ctx.now(),
    granted_by: personIdOf(ctx),
    expires_at: grant.expiresAt,
    note: grant.note,
    training_id: grant.trainingId,
  })
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
  return getQualification(trx, ctx, { id: instrument.id, qualification: id })
}

/** Takes a qualification away; its person is told. Bookings stay, and their use may not begin. */
export async function revokeQualification(
  ctx: Context,
  { reason = '' }: { reason?: string | undefined },
  key: Key,
): Promise<QualificationRow> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, key.id)
  return transact(ctx, async (trx) => {
    const row = await getQualification(trx, ctx, key)
    if (row.revokedAt) throw new Problem('conflict', words.revoked)
    await updateQualification(trx, row, {
      revoked_at: ctx.now(),
      revoked_by: personIdOf(ctx),
      ...(reason && { note: reason }),
    })
    await recordChange(trx, ctx, {
      action: 'qualification.revoke',
      entity: 'qualification',
      entityId: row.id,
      institutionId: instrument.institutionId,
      before: { person: row.person.id, kind: row.kind },
      after: { reason: reason || null },
    })
    await tellPeople(trx, ctx, {
      letter: 'qualification_revoked',
      ...aboutQualification(row),
      facts: { ...qualificationInLetter(row), reason: oneLine(reason ?? '') },
    })
    return getQualification(trx, ctx, key)
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
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellPeople(trx, ctx, {
        letter: 'qualification_expiring',
        ...aboutQualification(row),
        facts: {
          ...qualificationInLetter(row),
          expires: zonedMoment(row.expiresAt ?? now, row.zone),
        },
      })
    }
  })
}

const aboutQualification = ({ person, instrumentId }: QualificationRow) => ({
  to: { people: [person.id] },
  instrumentId,
})

const qualificationInLetter = (row: QualificationRow) => ({
  instrument: titleInLetter(row),
  kinds: qualificationNames[row.kind],
})

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
  ctx: Context,
  { id: instrumentId, qualification: id }: Key,
) {
  const key = { instrumentId, id, now: ctx.now() }
  const row = isId(id) ? await findQualification(db, key) : undefined
  if (!row) throw new Problem('not-found', words.noQualification)
  return row
}
