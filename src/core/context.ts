import type { Actor } from './actor.ts'
import type { Db, Trx } from './database.ts'
import type { Images, Jobs, Objects, Passwords } from './ports.ts'
import type { Lang } from './text.ts'
import type { Temporal } from './time.ts'

/** Everything that a read or an action may touch. The entries build it; tests build their own. */
export type Context = {
  /** Read-only while a GET is answered; every write goes through {@link transact}. */
  db: Db
  objects: Objects
  images: Images
  jobs: Jobs
  passwords: Passwords
  actor: Actor
  lang: Lang
  now: () => Temporal.Instant
  /** Absolute address of this service, no slash at its end: for links in mail and identifiers. */
  baseUrl: string
  requestId: string
  /** Takes an Idempotency-Key inside the write's own transaction, when the caller sent one. */
  claim?: (trx: Trx) => Promise<void>
}

const serialisationFailures = new Set(['40001', '40P01'])
const maxTries = 4

/** The same asked by the program itself, for what follows from something the actor may see already. */
export const asSystem = (ctx: Context, job: string): Context => ({
  ...ctx,
  actor: { type: 'system', job },
})

/**
 * Runs one write in one transaction; a deadlock or serialisation failure is tried again (3 times at most).
 * Nothing slow or fallible belongs inside: bytes, mail and pictures are jobs, enqueued with `ctx.jobs.add(trx, …)`.
 */
export async function transact<T>(ctx: Context, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ctx.db.transaction().execute(async (trx) => {
        await ctx.claim?.(trx)
        return work(trx)
      })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (tries >= maxTries || !serialisationFailures.has(code)) throw error
    }
  }
}
