import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { dayAt, defaultZone } from '../../../core/time.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { giveCommand } from '../../requests/actions/command.ts'
import { claimsLeft, noteRolesTold, rolesToTell } from '../queries.ts'

/** How many are read at once. */
const pageSize = 200

/** Requests that were claimed by people who do not decide about them, or are away, are anybody's again. */
export async function releaseClaimsLeft(ctx: Context): Promise<void> {
  for (const id of await claimsLeft(ctx.db, {
    today: dayAt(ctx.now(), defaultZone),
    limit: pageSize,
  }))
    try {
      // oxlint-disable-next-line no-await-in-loop -- each in a transaction of its own
      await giveCommand(ctx, { id }, { command: 'release' })
    } catch (error) {
      // Somebody was quicker: the others go on.
      if (!(error instanceof Problem)) throw error
    }
}

/** Tells whoever was given a role of the requests that wait already; each once, whatever is killed meanwhile. */
export async function tellNewStewards(ctx: Context): Promise<void> {
  await transact(ctx, async (trx) => {
    const roles = await rolesToTell(trx, pageSize)
    const counts = new Map<string, number>()
    for (const { personId, count } of roles)
      counts.set(personId, Math.max(count, counts.get(personId) ?? 0))
    for (const [personId, count] of counts)
      if (count > 0)
        // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
        await tellPeople(trx, ctx, {
          letter: 'requests_waiting',
          to: { people: [personId] },
          facts: { count },
        })
    await noteRolesTold(
      trx,
      roles.map(({ id }) => id),
      ctx.now(),
    )
  })
}
