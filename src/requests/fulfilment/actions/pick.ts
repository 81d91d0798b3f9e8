import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { holdRequest } from '../../requests/actions/command.ts'
import { getRequestRow, loadRequest, sidesOf } from '../../requests/actions/read.ts'
import { pickSampleScanned } from '../../samples/actions/pick.ts'
import type { PickFilter, Scanned } from '../model.ts'
import { deletePick, heldOf, insertPick, listPicks, listShipments } from '../queries.ts'
import { fulfilmentWords as words } from '../words.ts'
import { refuseUnlessPicking } from './picking.ts'

/** What is held back for requests that the viewer decides about, in the order in which one walks past it. */
export async function searchPicks(ctx: Context, asked: Paging & PickFilter) {
  allowReading(ctx)
  return listPicks(ctx.db, ctx.actor, asked)
}

/** The same for one request, of which the viewer is a side: who does not decide about it sees none. */
export async function picksOf(
  ctx: Context,
  { id, ...asked }: Paging & PickFilter & { id: string },
) {
  const row = await getRequestRow(ctx, id)
  return listPicks(ctx.db, ctx.actor, { ...asked, requestId: row.id })
}

/** What left for a request, for its sides. */
export async function shipmentsOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const row = await getRequestRow(ctx, id)
  return listShipments(ctx.db, { ...paging, id: row.id })
}

type Picked = { id: string; code: string; requestId: string }

/** Picks what is held back of the lot whose label was scanned, for the only request that waits for it. */
export async function pickForAny(ctx: Context, scanned: Scanned): Promise<Picked> {
  allowWriting(ctx)
  return pickScanned(ctx, scanned)
}

/** The same for one request. */
export async function pickForOne(
  ctx: Context,
  scanned: Scanned,
  { id }: { id: string },
): Promise<Picked> {
  allowWriting(ctx)
  const row = await getRequestRow(ctx, id)
  const request = await loadRequest(ctx.db, row)
  refuseUnlessPicking(request, sidesOf(ctx, row, request))
  return pickScanned(ctx, scanned, row.id)
}

async function pickScanned(
  ctx: Context,
  { code, reservation }: Scanned,
  requestId?: string,
): Promise<Picked> {
  const asked = { code, picked: 'no', limit: 200, after: undefined } as const
  const { items } = await listPicks(ctx.db, ctx.actor, {
    ...asked,
    ...(requestId !== undefined && { requestId }),
  })
  const [held, ...others] = items.filter(
    ({ id }) => reservation === undefined || id === reservation.toLowerCase(),
  )
  if (!held) {
    const sample = await pickSampleScanned(ctx, { code, requestId })
    if (sample) return sample
    throw new Problem('conflict', words.noneOf(code))
  }
  if (others.some(({ request }) => request.id !== held.request.id))
    throw new Problem('conflict', words.severalOf(code))
  await changePick(ctx, { requestId: held.request.id, reservation: held.id, isPicked: true })
  return { id: held.id, code: held.lot.code, requestId: held.request.id }
}

/** Puts back what was picked and not shipped. */
export const unpick = (ctx: Context, { id, reservation }: { id: string; reservation: string }) =>
  changePick(ctx, { requestId: id, reservation, isPicked: false })

type Changed = { requestId: string; reservation: string; isPicked: boolean }

async function changePick(ctx: Context, { requestId, reservation, isPicked }: Changed) {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const { row, request, sides } = await holdRequest(trx, ctx, { id: requestId })
    refuseUnlessPicking(request, sides)
    const held = (await heldOf(trx, row.id)).find(({ id }) => id === reservation.toLowerCase())
    if (!held) throw new Problem('conflict', words.noReservation)
    await (isPicked
      ? insertPick(trx, {
          reservation_id: held.id,
          picked_at: ctx.now(),
          picked_by: personIdOf(ctx),
        })
      : deletePick(trx, held.id))
    await recordChange(trx, ctx, {
      action: isPicked ? 'request.pick' : 'request.unpick',
      entity: 'request',
      entityId: row.id,
      institutionId: row.institutionId,
      after: { number: row.number },
    })
  })
}
