import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { giveCommand } from '../requests/actions/command.ts'
import { requestsLeft } from './queries.ts'
import { leavingWords as words } from './words.ts'

/** How many are read at once. */
const pageSize = 200

/**
 * Requests of people who left go to the oldest of their members, and are withdrawn where there is none. What was
 * shipped or handed over already cannot be withdrawn: it stays for the provider to close.
 */
export async function handOverRequests(ctx: Context): Promise<void> {
  let after: string | undefined
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a page follows the one before
    const page = await requestsLeft(ctx.db, { after, limit: pageSize })
    // oxlint-disable-next-line no-await-in-loop -- each in a transaction of its own
    for (const left of page) await handOver(ctx, left)
    after = page.at(-1)?.id
    if (page.length < pageSize) return
  }
}

async function handOver(ctx: Context, { id, heirId }: { id: string; heirId: string | null }) {
  try {
    await giveCommand(
      ctx,
      { id },
      heirId === null
        ? { command: 'withdrawal', note: `${words.left.zh} ${words.left.en}` }
        : { command: 'handover', personId: heirId },
    )
  } catch (error) {
    // Somebody was quicker, or it has to be closed by the provider: the others go on.
    if (!(error instanceof Problem)) throw error
  }
}
