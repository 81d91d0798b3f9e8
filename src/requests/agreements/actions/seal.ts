import type { Context } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import type { LocalText } from '../../../core/text.ts'
import { findFacts } from '../../facts/actions.ts'
import type { AgreementKind } from '../model.ts'
import type { Side } from '../../requests/model/events.ts'
import { currentMembers } from '../../requests/rules/state.ts'
import { findPublishedText, insertAcceptance, listAcceptances } from '../queries.ts'
import { hashOfShown, ShownText, shownText } from '../rules/seal.ts'
import { valuesOf } from '../rules/values.ts'
import { agreementRefusals as words } from '../words/agreements.ts'

/** A text as it is for a request and a person: what they read, and its hash, which they accept. */
export type Presented = {
  textId: string
  agreementId: string
  kind: AgreementKind
  title: LocalText
  number: number
  round: number
  shown: ShownText
  sha256: string
}

/**
 * A published text with the facts of a request, for the member who asks; for others as its requester has it. Whether they may see the request is the
 * caller's to decide.
 */
export async function presentAgreement(
  ctx: Context,
  { requestId, textId }: { requestId: string; textId: string },
  db: Db = ctx.db,
): Promise<Presented> {
  const text = isId(textId) ? await findPublishedText(db, textId) : undefined
  const found = isId(requestId) ? await findFacts(db, requestId) : undefined
  if (!text || !found) throw new Problem('not-found', words.noText)
  const { facts, request } = found
  const { actor } = ctx
  const signs = actor.type === 'person' && currentMembers(request).includes(actor.personId)
  const signer = signs ? actor.name : facts.requester.name
  const values = valuesOf(facts, request, { textId, agreement: text, signer, now: ctx.now() })
  const { title, number, kind, agreementId } = text
  const body = { zh: text.body.zh ?? '', en: text.body.en ?? '' }
  const shown = shownText({ title, number, body }, values)
  const sha256 = hashOfShown(shown)
  return { textId, agreementId, kind, title, number, round: facts.round, shown, sha256 }
}

type Acceptance = {
  requestId: string
  textId: string
  /** Of what was shown. */
  sha256: string
  /** Where the person is, as far as it is known. */
  address: string | null
}

/**
 * Writes down, once, who accepts what: inside the transaction of the event, after permission and state were asked.
 * A text that is not what was shown is refused.
 */
export async function sealAcceptance(
  trx: Trx,
  ctx: Context,
  { requestId, textId, sha256, address }: Acceptance,
): Promise<void> {
  const { personId } = writing(ctx)
  const { shown, round, ...now } = await presentAgreement(ctx, { requestId, textId }, trx)
  if (now.sha256 !== sha256) throw new Problem('conflict', words.changed)
  const isNew = await insertAcceptance(trx, {
    request_id: requestId,
    text_id: textId,
    person_id: personId,
    round,
    accepted_at: ctx.now(),
    address,
    sha256,
    sealed: JSON.stringify(shown),
  })
  if (!isNew) throw new Problem('conflict', words.acceptedAlready)
}

/** What was accepted for a request, as it was shown, and whether that is still what the hash is of. */
export async function sealedOf(ctx: Context, requestId: string) {
  const rows = await listAcceptances(ctx.db, requestId)
  return rows.map(({ sealed, ...row }) => {
    const shown = ShownText.parse(sealed)
    return { ...row, shown, isIntact: hashOfShown(shown) === row.sha256 }
  })
}

type Reader = { sides: readonly Side[]; personId: string | null }

/** From which network address somebody accepted: for who did, and for who decides. */
export const addressFor = ({ sides, personId }: Reader, sealed: Sealed): string | null =>
  sides.includes('steward') || sealed.personId === personId ? sealed.address : null

export type Sealed = Awaited<ReturnType<typeof sealedOf>>[number]
