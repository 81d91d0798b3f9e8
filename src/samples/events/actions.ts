import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { refuseIdentifiers, refuseUnknownTerms } from '../actions.ts'
import { getSample, type HeldSample, holdSample } from '../samples/actions/hold.ts'
import { eventIn } from '../samples/actions/make.ts'
import { destroyIn, takeSamplesIn } from '../samples/actions/take.ts'
import { madeWords } from '../samples/words.ts'
import { eventForm, type NewEvent } from './model.ts'
import { listEvents } from './queries.ts'
import { eventWords as words } from './words.ts'

type Key = { id: string }

/** What happened to a sample, for the staff of its collection. */
export async function searchEvents(ctx: Context, { id, ...paging }: Paging & Key) {
  const sample = await getSample(ctx, id)
  return listEvents(ctx.db, { ...paging, sample: sample.id })
}

/** Records what happened to a sample: a thaw is counted, a use takes its amount, what is destroyed is gone. */
export async function addEvent(ctx: Context, input: NewEvent, { id }: Key): Promise<void> {
  allowWriting(ctx)
  await refuseUnknownTerms(ctx, [
    { path: 'ageUnit', vocabulary: 'miabis_age_unit', codes: [input.ageUnit] },
  ])
  const { amount, ...event } = eventForm.whole(input)
  await transact(ctx, async (trx) => {
    const sample = await holdSample(trx, ctx, id)
    refuseUnfit(sample, input)
    if (amount !== null && amount > 0)
      await takeSamplesIn(trx, ctx, { samples: [sample], taken: { each: amount, times: 1 } })
    if (event.kind === 'destroy') await destroyIn(trx, [sample.id])
    const { institutionId } = sample
    await eventIn(trx, ctx, { ...event, samples: [sample.id], institutionId })
  })
}

function refuseUnfit({ family, blockedAt, state }: HeldSample, input: NewEvent): void {
  if (family === 'human') refuseIdentifiers(input)
  if (state === 'destroyed') throw new Problem('conflict', words.gone)
  if (input.kind === 'destroy') return
  if (blockedAt) throw new Problem('conflict', words.onlyDestroy)
  if (input.kind === 'use' && state !== 'stored')
    throw new Problem('conflict', madeWords.notInStore)
}
