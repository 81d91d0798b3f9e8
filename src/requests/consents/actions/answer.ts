import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { secretHash } from '../../../core/secrets.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import { giveCommandIn } from '../../requests/actions/command.ts'
import { getRequest, getRequestRow, loadRequest } from '../../requests/actions/read.ts'
import type { LinkAnswer } from '../model.ts'
import { findConsentLink, takeConsentLink } from '../queries/links.ts'
import { linkStateOf } from '../rules.ts'
import { consentWords as words, linkStateWords } from '../words.ts'

/** What a letter's link asks, and in whose name it is answered; reading it answers nothing. */
export async function readConsentLink(ctx: Context, secret: string) {
  const { link, as, supervisor } = await opened(ctx, secret)
  const row = await getRequestRow(as, link.requestId).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'not-found') return
    throw error
  })
  // Somebody else is asked by now.
  if (!row) return { state: 'changed' as const, requestId: link.requestId }
  const state = linkStateOf(link, await loadRequest(ctx.db, row), ctx.now())
  if (state !== 'open') return { state, requestId: row.id }
  return { state, requestId: row.id, supervisor, request: await getRequest(as, { id: row.id }) }
}

/** Answers by a letter's link, in the name of whom it was sent to: once. */
export async function answerByLink(
  ctx: Context,
  secret: string,
  { given, note }: LinkAnswer,
): Promise<void> {
  const { link, as } = await opened(ctx, secret)
  await transact(as, async (trx) => {
    const { id } = await giveCommandIn(trx, as, {
      key: { id: link.requestId },
      wish: async (_, { request }) => {
        // The request is held now: of two who answer at once, the second finds the link used.
        const now = await findConsentLink(trx, secretHash(secret))
        const state = linkStateOf(now ?? link, request, ctx.now())
        if (state !== 'open') throw new Problem('conflict', linkStateWords[state])
        return { command: 'consent', isGiven: given === 'yes', note }
      },
    })
    if (!(await takeConsentLink(trx, link.id, ctx.now())))
      throw new Problem('conflict', linkStateWords.used)
    await recordChange(trx, as, {
      action: 'request.consent_by_link',
      entity: 'request',
      entityId: id,
      after: { given: given === 'yes' },
    })
  })
}

/** A link and whom it was sent to. Unknown links, and those to closed accounts, are the same. */
async function opened(ctx: Context, secret: string) {
  const link = await findConsentLink(ctx.db, secretHash(secret))
  const supervisor =
    link && (await actorById(ctx.db, link.personId, { type: 'token', scopes: ['read', 'write'] }))
  if (!link || !supervisor) throw new Problem('not-found', words.noLink)
  const { actor } = ctx
  if (actor.type === 'person' && actor.personId !== link.personId)
    throw new Problem('forbidden', words.otherPerson)
  return { link, supervisor, as: { ...ctx, actor: supervisor } }
}
