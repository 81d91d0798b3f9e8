import type { QualificationKind } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import type { Context } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf, signedIn } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isLater, isoOf, type Temporal } from '../../core/time.ts'
import { getInstrument, type InstrumentRow } from '../../instruments/actions.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import type { Ending } from '../model.ts'
import { asStaff, found, getNamedPerson, recordUpkeep } from '../actions.ts'
import type { NewQualification } from './model.ts'
import {
  findHeld,
  findQualification,
  listQualifications,
  putQualification,
  type QualificationRow,
  updateQualification,
} from './queries.ts'
import { afterMonths, laterEnd, longestYears } from './rules.ts'
import { qualificationWords as words } from './words.ts'

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
export const grantQualification = (ctx: Context, input: NewQualification, { id }: { id: string }) =>
  asStaff(ctx, id, async (trx, instrument) => {
    const { kind } = input
    const note = input.note || null
    const expiresAt = expiryOf(ctx, instrument, input)
    const personId = await getNamedPerson(trx, input)
    const grant = { instrument, personId, kind, expiresAt, note, trainingId: null }
    return grantIn(trx, ctx, grant)
  })

type Grant = {
  instrument: Pick<InstrumentRow, 'id' | 'institutionId'>
  personId: string
  kind: QualificationKind
  expiresAt: Temporal.Instant | null
  note: string | null
  trainingId: string | null
}

/** The same inside a transaction of the caller, who asked whether the actor may; never shortens what is held. */
export async function extendIn(trx: Trx, ctx: Context, grant: Grant): Promise<QualificationRow> {
  const held = await findHeld(trx, grant.instrument.id, grant)
  const expiresAt = held ? laterEnd(held.expiresAt, grant.expiresAt) : grant.expiresAt
  return grantIn(trx, ctx, { ...grant, expiresAt })
}

/** The same, whatever is held. */
export async function grantIn(trx: Trx, ctx: Context, { instrument, ...grant }: Grant) {
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
  const row = await getQualification(trx, ctx, { id: instrument.id, qualification: id })
  const { kind, person, expiresAt } = row
  const after = { person: person.id, kind, expiresAt: expiresAt && isoOf(expiresAt) }
  await recordUpkeep(trx, ctx, { action: 'qualification.grant', of: row, after })
  return row
}

/** Takes a qualification away; its person is told. Bookings stay, and their use may not begin. */
export const revokeQualification = (ctx: Context, { reason = '' }: Ending, key: Key) =>
  asStaff(ctx, key.id, async (trx) => {
    const row = await getQualification(trx, ctx, key)
    if (row.revokedAt) throw new Problem('conflict', words.revoked)
    await updateQualification(trx, row, {
      revoked_at: ctx.now(),
      revoked_by: personIdOf(ctx),
      ...(reason && { note: reason }),
    })
    const before = { person: row.person.id, kind: row.kind }
    const values = { before, after: { reason: reason || null } }
    await recordUpkeep(trx, ctx, { action: 'qualification.revoke', of: row, ...values })
    const { facts, ...about } = aboutQualification(row)
    await tellPeople(trx, ctx, {
      letter: 'qualification_revoked',
      ...about,
      facts: { ...facts, reason: oneLine(reason) },
    })
    return getQualification(trx, ctx, key)
  })

/** Whom a letter about a qualification goes to, and what it is about. */
export const aboutQualification = (row: QualificationRow) => ({
  to: { people: [row.person.id] },
  instrumentId: row.instrumentId,
  facts: { instrument: titleInLetter(row), kinds: qualificationNames[row.kind] },
})

function expiryOf(
  ctx: Context,
  { zone }: InstrumentRow,
  { expiresAt, validMonths }: NewQualification,
): Temporal.Instant | null {
  if (!expiresAt) return validMonths ? afterMonths(ctx.now(), validMonths, zone) : null
  const latest = afterMonths(ctx.now(), longestYears * 12, zone)
  if (!isLater(expiresAt, ctx.now())) throw invalidField('expiresAt', words.expiryPast)
  if (isLater(expiresAt, latest)) throw invalidField('expiresAt', words.tooLong(longestYears))
  return expiresAt
}

const getQualification = async (
  db: Db,
  ctx: Context,
  { id: instrumentId, qualification: id }: Key,
) => found(await findQualification(db, { instrumentId, id, now: ctx.now() }), words.noQualification)
