import type { Actor } from './actor.ts'
import type { Db, Trx } from './database.ts'
import type { Images, Jobs, Objects, Passwords } from './ports.ts'
import type { Registries } from './registries.ts'
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
  /** Where identifiers are registered; jobs alone tell them anything. Absent: nowhere. */
  registries?: Registries
  actor: Actor
  lang: Lang
  now: () => Temporal.Instant
  /** Absolute address of this service, no slash at its end: for links in mail and identifiers. */
  baseUrl: string
  requestId: string
  /** Of a request with an Idempotency-Key: its writes are one transaction, which ends with its answer. */
  keyed?: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
}

const serialisationFailures = new Set(['40001', '40P01'])
const maxTries = 4
const pauseMs = 40

/** The same asked by the program itself, for what follows from something the actor may see already. */
export const asSystem = (ctx: Context, job: string): Context => ({
  ...ctx,
  actor: { type: 'system', job },
})

/**
 * Runs one write in one transaction; a deadlock or serialisation failure is tried again after a short pause, 3 times at
 * most.
 * Nothing slow or fallible belongs inside: bytes, mail and pictures are jobs, enqueued with `ctx.jobs.add(trx, …)`.
 */
export const transact = <T>(ctx: Context, work: (trx: Trx) => Promise<T>): Promise<T> =>
  ctx.keyed ? ctx.keyed(work) : triedAgain(async () => ctx.db.transaction().execute(work))

/** Does what a deadlock or serialisation failure undid once more. */
export async function triedAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next try follows a failure
      return await work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (tries >= maxTries || !serialisationFailures.has(code)) throw error
      // Whoever it waited for goes first: at once it may be in their way again.
      // oxlint-disable-next-line no-await-in-loop -- the next try follows the pause
      await new Promise((resolve) => setTimeout(resolve, Math.random() * pauseMs * tries))
    }
  }
}
