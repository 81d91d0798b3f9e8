import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { zonedMoment } from '../../../core/letters.ts'
import { newSecret, secretHash } from '../../../core/secrets.ts'
import type { LocalText } from '../../../core/text.ts'
import { defaultZone } from '../../../core/time.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { inOneLine, oneLine } from '../../../mail/rules.ts'
import { insertConsentLink } from '../queries/links.ts'

type Asking = {
  request: {
    id: string
    number: string
    requester: { name: string }
    provider: { name: LocalText }
  }
  supervisorId: string
  round: number
  titles: readonly LocalText[]
}

const days = 14
/** Letters name the first few things. */
const named = 10

/** Asks a supervisor for consent by a letter; of its link no more is kept than the hash of its secret. */
export async function askConsent(
  trx: Trx,
  ctx: Context,
  { request, supervisorId, round, titles }: Asking,
): Promise<void> {
  const secret = newSecret()
  const expiresAt = ctx.now().add({ hours: 24 * days })
  await insertConsentLink(trx, {
    secret_hash: secretHash(secret),
    request_id: request.id,
    person_id: supervisorId,
    round,
    created_at: ctx.now(),
    expires_at: expiresAt,
  })
  await tellPeople(trx, ctx, {
    letter: 'consent_asked',
    to: { people: [supervisorId] },
    facts: {
      requestId: request.id,
      number: request.number,
      provider: inOneLine(request.provider.name),
      requester: oneLine(request.requester.name),
      titles: titles.slice(0, named).map(inOneLine),
      more: Math.max(0, titles.length - named),
      secret,
      until: zonedMoment(expiresAt, defaultZone),
    },
  })
}
