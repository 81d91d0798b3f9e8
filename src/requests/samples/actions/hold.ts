import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { bestSamples } from '../../../samples/matching/actions.ts'
import { type Held, holdRequest } from '../../requests/actions/command.ts'
import { isInvolved } from '../../requests/rules/deciding.ts'
import { type Item, stateOf } from '../../requests/rules/state.ts'
import { stateNames } from '../../requests/words/names.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import { mostAtOnce, type Reservation } from '../model.ts'
import { heldFor, holdSamples, lockFree, releaseHolds } from '../queries.ts'
import { mostHeld } from '../rules.ts'
import { requestSampleRefusals as refusals, requestSampleWords as words } from '../words.ts'
import { refuseMisfits, wantedOf } from './wanted.ts'

type Key = { id: string; item: string }

/** Holds samples for an item of a request: those named, or the best so many; for who decides about it. */
export async function reserveSamples(ctx: Context, chosen: Reservation, { id, item: itemId }: Key) {
  allowWriting(ctx)
  const { samples, onlyNamed, count: asked, spread: isSpread, ...narrowing } = chosen
  if (onlyNamed && samples.length === 0) throw invalidField('samples', words.noneTicked)
  return transact(ctx, async (trx) => {
    const held = await holdRequest(trx, ctx, { id })
    refuseUnlessDeciding(ctx, held)
    const item = held.request.items.find((one) => one.id === itemId.toLowerCase())
    if (!item || item.unit !== 'sample') throw new Problem('conflict', refusals.notSamples)
    const own = (await heldFor(trx, held.row.id)).filter((one) => one.itemId === item.id)
    const room = mostHeld(held.request, item) - own.length
    const count = samples.length > 0 ? samples.length : (asked ?? Math.min(room, mostAtOnce))
    if (count > room || room === 0)
      throw new Problem('conflict', refusals.tooMany(mostHeld(held.request, item)))
    const reserved =
      samples.length > 0
        ? await reserveNamed(trx, ctx, { held, item, sampleIds: [...new Set(samples)] })
        : await reserveBest(trx, ctx, { held, item, choice: { ...narrowing, count, isSpread } })
    await note(trx, ctx, { held, action: 'request.reserve_samples', count: reserved.length })
    return { reserved }
  })
}

type Reserving = { held: Held; item: Item }

/** All of them or none. */
async function reserveNamed(
  trx: Trx,
  ctx: Context,
  { held, item, sampleIds }: Reserving & { sampleIds: string[] },
) {
  await lockFree(trx, sampleIds)
  const { destination } = held.row
  await refuseMisfits(trx, ctx, { destination, item, sampleIds })
  const reserved = await holdAll(trx, ctx, { item, sampleIds })
  if (reserved.length < sampleIds.length) throw new Problem('conflict', refusals.taken)
  return reserved
}

type Choice = Parameters<typeof bestSamples>[2]

/** As many as there are: what others hold meanwhile is replaced by the next best. */
async function reserveBest(
  trx: Trx,
  ctx: Context,
  { held, item, choice: { count, ...choice } }: Reserving & { choice: Choice },
) {
  const wanted = wantedOf(ctx, { destination: held.row.destination, item })
  const reserved: string[] = []
  while (reserved.length < count) {
    const missing = count - reserved.length
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const best = await bestSamples({ db: trx }, wanted, { ...choice, count: missing })
    if (best.length === 0) break
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const free = await lockFree(trx, best)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    reserved.push(...(await holdAll(trx, ctx, { item, sampleIds: free })))
  }
  if (reserved.length === 0) throw new Problem('conflict', refusals.noneLeft)
  return reserved
}

const holdAll = async (
  trx: Trx,
  ctx: Context,
  { item, sampleIds }: { item: Item; sampleIds: readonly string[] },
) =>
  unlessBroken('sample_is_blocked', refusals.blocked, () =>
    holdSamples(trx, { itemId: item.id, sampleIds, at: ctx.now(), by: personIdOf(ctx) }),
  )

/** Lets go of one that has not left. */
export async function releaseSample(
  ctx: Context,
  { id, sample }: { id: string; sample: string },
): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const held = await holdRequest(trx, ctx, { id })
    refuseUnlessDeciding(ctx, held)
    const own = (await heldFor(trx, held.row.id)).find(
      ({ sampleId }) => sampleId === sample.toLowerCase(),
    )
    if (!own) throw new Problem('conflict', refusals.noSample)
    await releaseHolds(trx, { ids: [own.id], at: ctx.now(), by: personIdOf(ctx) })
    await note(trx, ctx, { held, action: 'request.release_sample', count: 1 })
  })
}

type Noted = {
  held: Held
  action: 'request.reserve_samples' | 'request.release_sample'
  count: number
}

/** Among staff alone, as all that is done before a decision. */
const note = async (trx: Trx, ctx: Context, { held: { row }, action, count }: Noted) =>
  recordChange(trx, ctx, {
    action,
    entity: 'request',
    entityId: row.id,
    institutionId: row.institutionId,
    after: { number: row.number, count },
  })

const open = ['submitted', 'decided', 'fulfilling']

/** Whoever decides about it and is not involved, as long as something may still leave. */
function refuseUnlessDeciding(ctx: Context, { request, sides }: Held): void {
  const by = personIdOf(ctx)
  if (!sides.includes('steward') || (by !== null && isInvolved(request, by)))
    throw new Problem('forbidden', refusalWords.notYours)
  const state = stateOf(request)
  if (!open.includes(state)) throw new Problem('conflict', refusalWords.notNow(stateNames[state]))
}
