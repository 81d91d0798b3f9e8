import { signedIn, writing } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import type { Scope } from '../../core/actor.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { newSecret, secretHash } from '../../core/secrets.ts'
import { defaultZone, endOfDay, Temporal } from '../../core/time.ts'
import type { NewToken } from './model.ts'
import { insertToken, listTokens, revokeTokenOf } from './queries.ts'
import { grantableScopes, widened } from '../roles/rules.ts'
import { refusalWords as words } from '../words/refusals.ts'

/** So that a leaked token is recognised by who finds it, and by scanners of repositories. */
const prefix = 'hexi_pat_'

/**
 * Makes a personal access token and answers it, this once. A year unless told otherwise; `expiresAt: null` never ends.
 * The program itself (the command line) may make one for anybody by `personId`.
 */
export async function createToken(
  ctx: Context,
  input: NewToken & { personId?: string },
): Promise<{ id: string; token: string }> {
  const scopes = widened(input.scopes)
  const personId = ownerOf(ctx, scopes, input.personId)
  const expiresAt = expiryIn(ctx, input)
  const token = prefix + newSecret()
  const hash = secretHash(token)
  return transact(ctx, async (trx) => {
    const id = await insertToken(trx, {
      secret_hash: hash,
      person_id: personId,
      name: input.name,
      scopes,
      created_at: ctx.now(),
      expires_at: expiresAt,
    })
    await recordChange(trx, ctx, {
      action: 'token.create',
      entity: 'token',
      entityId: id,
      after: { name: input.name, scopes, expiresAt: expiresAt?.toString() ?? null, personId },
    })
    return { id, token }
  })
}

/** The end of the day, in the province, that is so many days from now. */
export const lastingDays = (ctx: Context, days: number): Temporal.Instant =>
  endOfDay(ctx.now().add({ hours: days * 24 }), defaultZone)

export async function myTokens(ctx: Context, paging: Paging) {
  const { items, ...page } = await listTokens(ctx.db, {
    ...paging,
    personId: signedIn(ctx).personId,
  })
  const isOver = (at: Temporal.Instant | null) =>
    at !== null && Temporal.Instant.compare(at, ctx.now()) <= 0
  return { ...page, items: items.map((token) => ({ ...token, isOver: isOver(token.expiresAt) })) }
}

export async function revokeToken(ctx: Context, id: string): Promise<void> {
  const { personId } = writing(ctx)
  await transact(ctx, async (trx) => {
    const revoked = isId(id)
      ? await revokeTokenOf(trx, { id, personId, now: ctx.now() })
      : undefined
    if (!revoked) throw new Problem('not-found', words.noToken)
    await recordChange(trx, ctx, {
      action: 'token.revoke',
      entity: 'token',
      entityId: id,
      before: { name: revoked.name },
    })
  })
}

function ownerOf(ctx: Context, scopes: readonly Scope[], personId: string | undefined): string {
  if (ctx.actor.type === 'system' && personId) return personId
  const actor = writing(ctx)
  const grantable = grantableScopes(actor)
  if (!scopes.every((scope) => grantable.includes(scope)))
    throw new Problem('invalid', words.invalid, {
      issues: [{ path: 'scopes', message: words.wideScope }],
    })
  return actor.personId
}

function expiryIn(ctx: Context, { expiresAt }: NewToken): Temporal.Instant | null {
  if (expiresAt === null) return null
  if (expiresAt === undefined) return lastingDays(ctx, 365)
  if (Temporal.Instant.compare(expiresAt, ctx.now()) <= 0)
    throw new Problem('invalid', words.invalid, {
      issues: [{ path: 'expiresAt', message: words.pastExpiry }],
    })
  return expiresAt
}
