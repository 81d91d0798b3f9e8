import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { hexOf, secretHash } from '../../../core/secrets.ts'
import { emptyBucket, takeTurnFrom } from '../queries/limits.ts'
import { type LimitName, limits } from '../rules/limits.ts'
import { refusalWords as words } from '../../words/refusals.ts'

type Bounds = Pick<Context, 'db' | 'now'>

/** Takes one turn of what is limited, or refuses with how long to wait. Counts also when the rest then fails. */
export async function takeTurn({ db, now }: Bounds, name: LimitName, whose: string): Promise<void> {
  const limit = limits[name]
  const bucket = bucketOf(name, whose)
  const wait = await takeTurnFrom(db, { bucket, now: now(), limit })
  if (wait === undefined) return
  throw new Problem('too-many', words.tooMany, {
    retryAfterSeconds: Math.max(1, Math.ceil(wait)),
  })
}

/** Forgets the turns taken: a person who signs in has proved to be no guesser. */
export async function giveTurnsBack({ db }: Bounds, name: LimitName, whose: string): Promise<void> {
  await emptyBucket(db, bucketOf(name, whose))
}

/** Named by a hash: what people type as an address is nobody's to read in this table. */
const bucketOf = (name: LimitName, whose: string) =>
  `${name}:${hexOf(secretHash(whose)).slice(0, 32)}`
