import type { Context } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { signedIn } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { curatesAnything } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { getBiobank } from '../biobanks/actions.ts'
import { daysAhead, longLoanDays, type Work } from './model.ts'
import { listWork } from './queries.ts'

/** What is to be done with samples and donors of a biobank, of collections that the actor keeps. */
export async function searchWork(
  ctx: Context,
  asked: Paging & { id: string; kind?: Work | undefined },
) {
  signedIn(ctx)
  if (!curatesAnything(ctx.actor)) throw new Problem('forbidden', refusalWords.curatorsOnly)
  const { id } = await getBiobank(ctx, asked.id)
  const today = dayAt(ctx.now(), defaultZone)
  const until = dayAt(ctx.now().add({ hours: daysAhead * 24 }), defaultZone)
  const longAgo = dayAt(ctx.now().subtract({ hours: longLoanDays * 24 }), defaultZone)
  return listWork(ctx.db, ctx.actor, { ...asked, id, kind: asked.kind, today, until, longAgo })
}
