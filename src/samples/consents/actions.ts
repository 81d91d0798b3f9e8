import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { refuseIdentifiers } from '../actions.ts'
import { getDonor, holdDonor } from '../donors/actions.ts'
import { codesIn } from '../model.ts'
import { consentForm, type ConsentState, type NewConsent } from './model.ts'
import {
  type ConsentRow as Dated,
  donorOfConsent,
  insertConsent,
  listConsents,
  setEnded,
} from './queries.ts'
import { consentWords as words } from './words.ts'

export type ConsentRow = Awaited<ReturnType<typeof searchConsents>>['items'][number]

type Key = { id: string }
type OfDonor = { donor: string }

export async function searchConsents(ctx: Context, { donor: id, ...paging }: Paging & OfDonor) {
  const donor = await getDonor(ctx, id)
  const found = await listConsents(ctx.db, ctx.actor, { ...paging, donor: donor.id })
  const today = dayAt(ctx.now(), defaultZone)
  return { ...found, items: found.items.map((row) => ({ ...row, state: stateOf(row, today) })) }
}

/** An end counts whole. */
function stateOf({ endedAt, until }: Dated, today: string): ConsentState {
  if (endedAt) return 'ended'
  return until !== null && until < today ? 'over' : 'holds'
}

export async function addConsent(
  ctx: Context,
  input: NewConsent,
  { donor: id }: OfDonor,
): Promise<{ id: string }> {
  allowWriting(ctx)
  refuseIdentifiers({ form: input.form })
  return transact(ctx, async (trx) => {
    const donor = await holdDonor(trx, ctx, id)
    const consent = consentForm.whole(input)
    const consentId = await insertConsent(trx, {
      donor_id: donor.id,
      form: consent.form,
      uses: consent.uses,
      diseases: codesIn(consent.diseases),
      given_on: consent.givenOn,
      until: consent.until,
      created_at: ctx.now(),
      created_by: personIdOf(ctx),
    })
    await recordChange(trx, ctx, {
      action: 'donor.consent',
      entity: 'donor',
      entityId: donor.id,
      institutionId: donor.institutionId,
      after: consent,
    })
    return { id: consentId }
  })
}

/** Ends one consent: it allows nothing any more. Answers whose it was. */
export async function endConsent(ctx: Context, { id }: Key): Promise<{ id: string }> {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const donorId = isId(id) ? await donorOfConsent(trx, id) : undefined
    if (donorId === undefined) throw new Problem('not-found', words.noConsent)
    const donor = await holdDonor(trx, ctx, donorId)
    if (await setEnded(trx, id, ctx.now()))
      await recordChange(trx, ctx, {
        action: 'donor.end_consent',
        entity: 'donor',
        entityId: donor.id,
        institutionId: donor.institutionId,
        after: { consent: id },
      })
    return { id: donor.id }
  })
}
