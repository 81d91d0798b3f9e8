import type { Context } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { placesAt } from '../../stock/places/actions.ts'
import type { CandidateFilter } from './model.ts'
import { misfits, type Misfit } from './rules.ts'
import {
  bestOf,
  countMisfits,
  hasSamples as recordHasSamples,
  humanAmong,
  listFitting,
  misfitsAmong,
  type Wanted,
} from './queries.ts'

export type { Wanted } from './queries.ts'

type Reading = Pick<Context, 'db'>

type Narrowing = Omit<CandidateFilter, 'show' | 'sort'>

/** Samples that fit what is wanted, narrowed by a filter. Who asks is looked at by the caller: whoever decides about the request. */
export const fittingSamples = async (
  ctx: Reading,
  wanted: Wanted,
  asked: Paging & CandidateFilter,
) => listFitting(ctx.db, wanted, await resolved(ctx, asked))

/** The best so many of those that a filter finds. */
export const bestSamples = async (
  ctx: Reading,
  wanted: Wanted,
  choice: Narrowing & { count: number; isSpread: boolean },
) => bestOf(ctx.db, wanted, await resolved(ctx, choice))

const resolved = async <Asked extends { place?: string | undefined }>(
  ctx: Reading,
  { place, ...asked }: Asked,
) => ({ ...asked, places: place === undefined ? undefined : await placesAt(ctx, place) })

export const checkSamples = async ({ db }: Reading, wanted: Wanted, ids: readonly string[]) =>
  misfitsAmong(db, wanted, ids)

/** How many samples can be had, and how many would fit but cannot, by the reason. */
export async function matchCounts({ db }: Reading, wanted: Wanted) {
  const found = new Map(
    (await countMisfits(db, wanted)).map(({ misfit, count }) => [misfit, count]),
  )
  return {
    usable: found.get(null) ?? 0,
    others: misfits.flatMap((reason: Misfit) => {
      const count = found.get(reason) ?? 0
      return count > 0 ? [{ reason, count }] : []
    }),
  }
}

/** The collections of these that have samples of people: what they are for has to be stated. */
export const withPeople = async ({ db }: Reading, recordIds: readonly string[]) =>
  new Set(recordIds.length === 0 ? [] : await humanAmong(db, recordIds))

export const hasSamples = async ({ db }: Reading, recordId: string) =>
  recordHasSamples(db, recordId)
