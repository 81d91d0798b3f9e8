import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { getPlace } from '../../../stock/places/actions.ts'
import { gridOf, nextFree, wellAt, wellName } from '../../../stock/places/rules.ts'
import { scannedText } from '../../../stock/rules.ts'
import type { FillOrderChange, Scan, Taking } from '../model.ts'
import { type BoxRow, findBox, findByCodes, takenIn, writeOrder } from '../queries.ts'
import { boxWords as words } from '../words/refusals.ts'
import { rememberStep } from './moves.ts'
import { placeSamplesIn } from './place.ts'
import { takeSamplesOutIn } from './take.ts'

type Key = { id: string }

/** Puts the sample whose code was scanned into a well, or into the one that comes next; answers which comes after it. */
export async function scanInto(ctx: Context, scan: Scan, { id }: Key) {
  allowWriting(ctx)
  const place = await getPlace(ctx, id)
  return transact(ctx, async (trx) => {
    const box = await boxOf(trx, place.id)
    const sampleId = await sampleOf(trx, box, scan.code)
    const well = await wellFor(trx, box, scan.well)
    const { displaced, confirmed } = scan
    const wells = [{ well, sampleId }]
    const [put] = await placeSamplesIn(trx, ctx, { placeId: box.id, wells, displaced, confirmed })
    return { id: box.id, code: put?.code ?? scan.code, ...(await wellsAfter(trx, box, well)) }
  })
}

async function boxOf(trx: Trx, id: string): Promise<BoxRow> {
  const box = await findBox(trx, id)
  if (!box) throw new Problem('not-found', words.noBox)
  return box
}

async function sampleOf(trx: Trx, { institutionId }: BoxRow, scanned: string): Promise<string> {
  const code = scannedText(scanned)
  const found = await findByCodes(trx, { codes: [code], institutionId })
  const id = found.get(code.toUpperCase())
  if (id !== undefined) return id
  const detail = words.noSample(code)
  throw new Problem('conflict', detail, { objections: [{ code: 'unknown_code', detail }] })
}

/** The well that was chosen, or the next free one; null in a container without wells. */
async function wellFor(trx: Trx, box: BoxRow, name: string | undefined): Promise<number | null> {
  const grid = gridOf(box)
  if (name !== undefined) {
    const well = grid && wellAt(grid, name)
    if (well === null || well === undefined) throw invalidField('well', words.noWell(name))
    return well
  }
  if (grid === null) return null
  const taken = await takenIn(trx, box.id)
  const next = nextFree({ grid, order: box.fillOrder, taken })
  if (next !== undefined) return next
  throw new Problem('conflict', words.full, { objections: [{ code: 'full', detail: words.full }] })
}

async function wellsAfter(trx: Trx, box: BoxRow, well: number | null) {
  const grid = gridOf(box)
  if (grid === null || well === null) return { well: null, next: null }
  const taken = await takenIn(trx, box.id)
  const next = nextFree({ grid, order: box.fillOrder, taken }, well)
  return { well: wellName(grid, well), next: next === undefined ? null : wellName(grid, next) }
}

/** Takes a sample out of a box; its well may stay its own. */
export async function takeOut(ctx: Context, { code, keepsPlace }: Taking, { id }: Key) {
  allowWriting(ctx)
  const place = await getPlace(ctx, id)
  await transact(ctx, async (trx) => {
    const box = await boxOf(trx, place.id)
    const sampleId = await sampleOf(trx, box, code)
    const moves = await takeSamplesOutIn(trx, ctx, { sampleIds: [sampleId], keepsPlace })
    if (!moves.some(({ from }) => from?.placeId === box.id))
      throw new Problem('conflict', words.notHere(code))
    await rememberStep(trx, ctx, { placeId: box.id, moves: keepsPlace ? [] : moves })
  })
}

/** In which order the wells of a box are filled, whoever fills it. */
export async function setFillOrder(ctx: Context, { fillOrder }: FillOrderChange, { id }: Key) {
  allowWriting(ctx)
  const place = await getPlace(ctx, id)
  await transact(ctx, async (trx) => writeOrder(trx, place.id, fillOrder))
}
