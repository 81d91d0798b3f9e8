import { type Context, transact } from '../../../core/context.ts'
import { allowAdministrator } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { findAccount, listByPasswordHash, updatePerson } from '../queries/people.ts'
import { demoPassword, demoSignIns } from '../rules/demo.ts'
import { endAccessOf } from './access.ts'
import { endSessionsOf } from './sessions.ts'

/** Accounts in use that everybody may sign in to where the demo runs: they all have the hash of its password. */
async function demoAccounts(ctx: Context): Promise<{ id: string; email: string }[]> {
  for (const email of Object.values(demoSignIns)) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is still the demo's tells the hash of all
    const hash = (await findAccount(ctx.db, email))?.passwordHash
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (hash && (await ctx.passwords.verify(demoPassword, hash)))
      return listByPasswordHash(ctx.db, hash)
  }
  return []
}

/** Ends whatever began with the demo's password: sessions, access tokens, calendar feeds. */
export async function endDemoAccess(ctx: Context): Promise<{ id: string; email: string }[]> {
  allowAdministrator(ctx)
  const accounts = await demoAccounts(ctx)
  await transact(ctx, async (trx) => {
    for (const { id } of accounts) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await endSessionsOf(trx, ctx, id)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await endAccessOf(trx, ctx, id)
    }
  })
  return accounts
}

/** Disables the demo's people for good: what they own and did stays, and nobody signs in as one of them. */
export async function disableDemoPeople(ctx: Context): Promise<number> {
  const accounts = await endDemoAccess(ctx)
  await transact(ctx, async (trx) => {
    for (const { id } of accounts) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await updatePerson(trx, id, { disabled_at: ctx.now() })
      // oxlint-disable-next-line no-await-in-loop -- the same
      await recordChange(trx, ctx, {
        action: 'person.edit',
        entity: 'person',
        entityId: id,
        before: { disabled: false },
        after: { disabled: true },
      })
    }
  })
  return accounts.length
}
