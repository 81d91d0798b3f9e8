import { recordChange } from '../../../audit/actions.ts'
import type { Client, PersonActor } from '../../../core/actor.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { signedIn, writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { newSecret, secretHash } from '../../../core/secrets.ts'
import { isId } from '../../../core/shapes.ts'
import { actorById } from './actor.ts'
import { giveTurnsBack, takeTurn } from './limits.ts'
import { findAccount } from '../queries/people.ts'
import {
  deleteSession,
  deleteSessionByHash,
  deleteSessionsOf,
  insertSession,
  isSignedInFrom,
  listSessions,
} from '../queries/sessions.ts'
import { demoPassword } from '../rules/demo.ts'
import { expiryOf } from '../rules/lifetimes.ts'
import { networkOf } from '../rules/limits.ts'
import { refusalWords as words } from '../../words/refusals.ts'

/**
 * Begins a session with a secret of its own, and answers that secret for the cookie. Whatever session the browser
 * came with ends, so a secret that somebody planted never becomes a signed-in one.
 */
export async function startSession(
  trx: Trx,
  ctx: Context,
  { personId, client }: { personId: string; client: Client },
): Promise<string> {
  const now = ctx.now()
  if (client.sessionSecret) await deleteSessionByHash(trx, secretHash(client.sessionSecret))
  const secret = newSecret()
  const sessionId = await insertSession(trx, {
    secretHash: secretHash(secret),
    personId,
    userAgent: client.userAgent?.slice(0, 300) ?? null,
    address: networkOf(client.address),
    now,
    expiresAt: expiryOf('session', now),
  })
  const actor = await actorById(trx, personId, { type: 'session', sessionId })
  await recordChange(
    trx,
    { ...ctx, ...(actor && { actor }) },
    {
      action: 'session.start',
      entity: 'session',
      entityId: sessionId,
    },
  )
  return secret
}

/** Ends the session of this secret; ending one that is over is fine. */
export async function signOut(ctx: Context, sessionSecret: string): Promise<void> {
  await transact(ctx, async (trx) => {
    const ended = await deleteSessionByHash(trx, secretHash(sessionSecret))
    if (ended) await recordEnd(trx, ctx, ended.id)
  })
}

/** Where the person is signed in, newest use first. */
export async function mySessions(ctx: Context, paging: Paging) {
  const actor = signedIn(ctx)
  const own = currentOf(actor)
  const { personId } = actor
  const { items, ...rest } = await listSessions(ctx.db, { ...paging, personId, now: ctx.now() })
  return { ...rest, items: items.map((session) => ({ ...session, current: session.id === own })) }
}

export async function endMySession(ctx: Context, id: string): Promise<void> {
  const { personId } = writing(ctx)
  await transact(ctx, async (trx) => {
    const ended = isId(id) && (await deleteSession(trx, { id, personId }))
    if (!ended) throw new Problem('not-found', words.noSession)
    await recordEnd(trx, ctx, id)
  })
}

/** Signs the person out everywhere but here. */
export async function endMyOtherSessions(ctx: Context): Promise<void> {
  const actor = writing(ctx)
  await transact(ctx, (trx) => endSessionsOf(trx, ctx, actor.personId, currentOf(actor)))
}

/** Ends every session of a person, or every one but `except`. */
export async function endSessionsOf(
  trx: Trx,
  ctx: Context,
  personId: string,
  except?: string,
): Promise<void> {
  const ended = await deleteSessionsOf(trx, personId, except)
  for (const id of ended) await recordEnd(trx, ctx, id)
}

const currentOf = ({ via }: PersonActor) => (via.type === 'session' ? via.sessionId : undefined)

const recordEnd = (trx: Trx, ctx: Context, id: string) =>
  recordChange(trx, ctx, { action: 'session.end', entity: 'session', entityId: id })

/** A hash of nobody's password with the same cost: an unknown address takes as long to refuse as a known one. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$KNMgWAOaeYMnET7h2FfD8g$WicWVCiIDtmOZL+HsDV+o813JTf98bghLoe7HMBozh4'

type SignIn = {
  email: string
  password: string
  /** Whether the demo runs here; elsewhere its password, which everybody knows, opens nothing. */
  demo: boolean
}

/** Signs in by password; answers the secret of the new session. */
export async function signIn(
  ctx: Context,
  { email, password, demo }: SignIn,
  client: Client,
): Promise<string> {
  const network = networkOf(client.address)
  await takeTurn(ctx, 'signInByAddress', network)
  const isKnown = await isSignedInFrom(ctx.db, email, network)
  const counted = isKnown ? `${email.toLowerCase()} ${network}` : email.toLowerCase()
  await takeTurn(ctx, 'signInByAccount', counted)
  const account = await findAccount(ctx.db, email)
  const isRight = await ctx.passwords.verify(password, account?.passwordHash ?? nobodysHash)
  const isOpen = demo || password !== demoPassword
  if (!account?.passwordHash || !isRight || !isOpen)
    throw new Problem('unauthenticated', words.wrongSignIn)
  if (account.disabledAt) throw new Problem('forbidden', words.disabled)
  const secret = await transact(ctx, (trx) =>
    startSession(trx, ctx, { personId: account.id, client }),
  )
  await giveTurnsBack(ctx, 'signInByAccount', counted)
  return secret
}
