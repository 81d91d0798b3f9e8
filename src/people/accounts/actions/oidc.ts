import type { Client } from '../../../core/actor.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { newSecret, secretHash } from '../../../core/secrets.ts'
import { finishOidc, type OidcClient, type OidcPerson, startOidc } from '../../../ports/oidc.ts'
import { Email, PersonName } from '../model/person.ts'
import {
  findAccount,
  findAccountById,
  findPersonOfIdentity,
  insertIdentity,
} from '../queries/people.ts'
import { insertLink } from '../queries/links.ts'
import { expiryOf } from '../rules/lifetimes.ts'
import { networkOf } from '../rules/limits.ts'
import { oidcWords } from '../words/oidc.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { takeTurn } from './limits.ts'
import { useLink } from './links.ts'
import { addPerson } from './people.ts'
import { startSession } from './sessions.ts'

const callbackPath = '/sign-in/oidc/callback'

/**
 * Begins a sign-in elsewhere. `state` goes into a cookie of this browser: an answer that was begun in another
 * browser is not taken. Who is signed in already links the other account to this one.
 */
export async function beginOidc(
  ctx: Context,
  client: OidcClient,
  { next, from }: { next: string; from: Client },
): Promise<{ url: string; state: string }> {
  await takeTurn(ctx, 'signInByAddress', networkOf(from.address))
  const state = newSecret()
  const started = startOidc(client, { redirectUri: ctx.baseUrl + callbackPath, state })
  const { url, journey } = await orUnavailable(started)
  const now = ctx.now()
  await transact(ctx, async (trx) =>
    insertLink(trx, {
      secretHash: secretHash(state),
      purpose: 'oidc',
      personId: ctx.actor.type === 'person' ? ctx.actor.personId : null,
      payload: { ...journey, next },
      now,
      expiresAt: expiryOf('oidc', now),
    }),
  )
  return { url, state }
}

/** Takes the answer of the other side; answers a session's secret and where to go on. */
export async function completeOidc(
  ctx: Context,
  client: OidcClient,
  { query, state, from }: { query: string; state: string; from: Client },
): Promise<{ secret: string; next: string }> {
  // Used up whatever comes of it: a second try with the same answer is refused.
  const { payload, personId } = await transact(ctx, (trx) =>
    useLink(trx, ctx, { purpose: 'oidc', secret: state }),
  )
  const callbackUrl = `${ctx.baseUrl}${callbackPath}${query}`
  const person = await orRefused(finishOidc(client, { callbackUrl, state, journey: payload }))
  const secret = await transact(ctx, async (trx) => {
    const id = await personOf(trx, ctx, person, personId)
    const account = await findAccountById(trx, id)
    if (!account || account.disabledAt) throw new Problem('forbidden', words.disabled)
    return startSession(trx, ctx, { personId: id, client: from })
  })
  return { secret, next: payload.next }
}

/** The person whom the issuer means: known, linked by a proved address, or new. */
async function personOf(
  trx: Trx,
  ctx: Context,
  person: OidcPerson,
  linkTo: string | null,
): Promise<string> {
  const known = await findPersonOfIdentity(trx, person)
  if (known) {
    if (linkTo !== null && linkTo !== known) throw new Problem('conflict', oidcWords.linkedToOther)
    return known
  }
  const id = linkTo ?? (await personByAddress(trx, ctx, person))
  await insertIdentity(trx, { ...person, personId: id, now: ctx.now() })
  await recordChange(trx, ctx, {
    action: 'person.link_identity',
    entity: 'person',
    entityId: id,
    after: { issuer: person.issuer, subject: person.subject },
  })
  return id
}

async function personByAddress(trx: Trx, ctx: Context, person: OidcPerson): Promise<string> {
  const email = Email.safeParse(person.email)
  if (!email.success) throw new Problem('forbidden', oidcWords.noAddress)
  const account = await findAccount(trx, email.data)
  // Two are one person when both sides have verified the address: else somebody could lie in wait under it.
  if (account && !(person.isEmailVerified && account.emailVerifiedAt))
    throw new Problem('conflict', oidcWords.unverifiedAddress)
  if (account) return account.id
  const name = PersonName.safeParse(person.name)
  return addPerson(trx, ctx, {
    name: name.success ? name.data : (email.data.split('@', 1)[0] ?? email.data),
    email: email.data,
    lang: ctx.lang,
    passwordHash: null,
    isVerified: person.isEmailVerified,
  })
}

/** The other side does not answer, or not as its protocol says. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw Object.assign(new Problem('unavailable', oidcWords.unavailable), { cause: error })
  }
}

/** The other side refused, the person turned back, or the answer is not what was asked for. */
async function orRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw Object.assign(new Problem('forbidden', oidcWords.refused), { cause: error })
  }
}
