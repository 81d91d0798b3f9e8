import { signedIn, writing } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { PersonActor, Client } from '../../../core/actor.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { newSecret, secretHash } from '../../../core/secrets.ts'
import {
  deleteSession,
  deleteSessionByHash,
  deleteSessionsOf,
  insertSession,
  sessionsOf,
} from '../queries/sessions.ts'
import { expiryOf } from '../rules/lifetimes.ts'
import { networkOf } from '../rules/limits.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { actorById } from './actor.ts'

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
export async function mySessions(ctx: Context) {
  const actor = signedIn(ctx)
  const own = currentOf(actor)
  const sessions = await sessionsOf(ctx.db, actor.personId, ctx.now())
  return sessions.map((session) => ({ ...session, current: session.id === own }))
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
export async function endMyOtherSessions(ctx: Context): Promise<number> {
  const actor = writing(ctx)
  return transact(ctx, (trx) => endSessionsOf(trx, ctx, actor.personId, currentOf(actor)))
}

/** Ends every session of a person, or every one but `except`. */
export async function endSessionsOf(
  trx: Trx,
  ctx: Context,
  personId: string,
  except?: string,
): Promise<number> {
  const ended = await deleteSessionsOf(trx, personId, except)
  for (const id of ended) await recordEnd(trx, ctx, id)
  return ended.length
}

const currentOf = ({ via }: PersonActor) => (via.type === 'session' ? via.sessionId : undefined)

const recordEnd = (trx: Trx, ctx: Context, id: string) =>
  recordChange(trx, ctx, { action: 'session.end', entity: 'session', entityId: id })
