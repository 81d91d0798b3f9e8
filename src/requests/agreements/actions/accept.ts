import type { Context } from '../../../core/context.ts'
import { personIdOf } from '../../../core/permission.ts'
import { giveCommand } from '../../requests/actions/command.ts'
import { getRequest } from '../../requests/actions/read.ts'
import type { Acceptance } from '../model.ts'
import { addressFor, presentAgreement, sealAcceptance, sealedOf } from './seal.ts'

type Key = { id: string; address: string | null }

/** Accepts a text of a request for oneself, as it was shown: the event and the seal, or neither. */
export const acceptAgreement = (ctx: Context, accepted: Acceptance, { id, address }: Key) =>
  giveCommand(ctx, { id }, async (trx, { row, sides }) => {
    const { agreement: agreementId, sha256 } = accepted
    // Who may not accept is refused for that.
    if (sides.includes('member') || sides.includes('requester'))
      await sealAcceptance(trx, ctx, { requestId: row.id, textId: agreementId, sha256, address })
    return { command: 'acceptance', agreementId }
  })

/** Refuses a text: what was approved under it is dropped, the rest of the request goes on. */
export const refuseAgreement = (ctx: Context, agreementId: string, id: string) =>
  giveCommand(ctx, { id }, { command: 'terms_refusal', agreementId })

/** A text of a request for whoever is a side of it, with who has accepted it. */
export async function readAgreement(ctx: Context, { id, text }: { id: string; text: string }) {
  const request = await getRequest(ctx, { id })
  const presented = await presentAgreement(ctx, { requestId: request.id, textId: text })
  const sealed = (await sealedOf(ctx, request.id)).filter(({ textId }) => textId === text)
  const own = sealed.findLast(
    ({ personId, round }) =>
      ctx.actor.type === 'person' && personId === ctx.actor.personId && round === presented.round,
  )
  return {
    ...presented,
    request,
    own,
    seals: sealed.map((one) => ({
      ...one,
      address: addressFor({ sides: request.sides, personId: personIdOf(ctx) }, one),
    })),
    acceptances: sealed.map(({ personId, personName, acceptedAt, sha256, round }) => ({
      person: { id: personId, name: personName },
      acceptedAt,
      sha256,
      round,
    })),
  }
}
