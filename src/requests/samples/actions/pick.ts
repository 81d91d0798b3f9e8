import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { refuseUnlessPicking } from '../../fulfilment/actions/picking.ts'
import { holdRequest } from '../../requests/actions/command.ts'
import { heldFor, listSamplePicks, setPicked } from '../queries.ts'
import { requestSampleRefusals as refusals } from '../words.ts'
import { refuseMisfits } from './wanted.ts'

type Picked = { id: string; code: string; requestId: string }

/** Picks the sample whose label was scanned, where it is held for a request that the viewer ships; nothing otherwise. */
export async function pickSampleScanned(
  ctx: Context,
  { code, requestId }: { code: string; requestId?: string | undefined },
): Promise<Picked | undefined> {
  const { items } = await listSamplePicks(ctx.db, ctx.actor, {
    code,
    limit: 2,
    after: undefined,
    ...(requestId !== undefined && { requestId }),
  })
  const found = items.find(({ isPicked }) => !isPicked)
  if (!found) return undefined
  await change(ctx, { id: found.request.id, sample: found.id, isPicked: true })
  return { id: found.hold, code: found.code, requestId: found.request.id }
}

/** Puts back a sample that was picked and not shipped. */
export async function unpickSample(ctx: Context, { id, sample }: { id: string; sample: string }) {
  allowWriting(ctx)
  await change(ctx, { id, sample, isPicked: false })
}

type Changed = { id: string; sample: string; isPicked: boolean }

async function change(ctx: Context, { id, sample, isPicked }: Changed): Promise<void> {
  await transact(ctx, async (trx) => {
    const { row, request, sides } = await holdRequest(trx, ctx, { id })
    refuseUnlessPicking(request, sides)
    const held = (await heldFor(trx, row.id)).find(
      ({ sampleId }) => sampleId === sample.toLowerCase(),
    )
    const item = request.items.find((one) => one.id === held?.itemId)
    if (!held || !item) throw new Problem('conflict', refusals.noSample)
    const { destination, number, institutionId } = row
    if (isPicked) await refuseMisfits(trx, ctx, { destination, item, sampleIds: [held.sampleId] })
    const picked = isPicked ? { at: ctx.now(), by: personIdOf(ctx) } : { at: null, by: null }
    await unlessBroken('sample_is_blocked', refusals.blocked, () =>
      setPicked(trx, { id: held.id, ...picked }),
    )
    await recordChange(trx, ctx, {
      action: isPicked ? 'request.pick' : 'request.unpick',
      entity: 'request',
      entityId: row.id,
      institutionId,
      after: { number, code: held.code },
    })
  })
}
