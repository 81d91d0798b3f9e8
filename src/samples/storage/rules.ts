import type { FillOrder } from '../../stock/places/model.ts'
import { type Grid, wellsInOrder } from '../../stock/places/rules.ts'
import { sparseShare } from './model.ts'

type Box = { grid: Grid; order: FillOrder; taken: ReadonlySet<number> }
export type Space = { wells: number[]; together: boolean; leftOver: number }

/**
 * Where so many tubes fit in a box, in the order in which it is filled: into the shortest run of free wells that is long
 * enough, or into the first free ones. Undefined where they do not fit at all.
 */
export function spaceIn({ grid, order, taken }: Box, count: number): Space | undefined {
  const runs = freeRuns(wellsInOrder(grid, order), taken)
  const free = runs.flat()
  if (free.length < count) return undefined
  const [best] = runs
    .filter((run) => run.length >= count)
    .toSorted((one, other) => one.length - other.length)
  return best
    ? { wells: best.slice(0, count), together: true, leftOver: best.length - count }
    : { wells: free.slice(0, count), together: false, leftOver: free.length - count }
}

function freeRuns(wells: readonly number[], taken: ReadonlySet<number>): number[][] {
  const runs: number[][] = [[]]
  for (const well of wells) {
    if (taken.has(well)) runs.push([])
    else runs.at(-1)?.push(well)
  }
  return runs.filter((run) => run.length > 0)
}

/** Side by side comes first, then what leaves the least over; a box that is open for nothing else before an empty one. */
export const byFit = (
  one: Pick<Space, 'together' | 'leftOver'>,
  other: Pick<Space, 'together' | 'leftOver'>,
): number => Number(other.together) - Number(one.together) || one.leftOver - other.leftOver

type Filled = { id: string; storeId: string | null; wells: number; used: number; free: number }
export type Proposal<Row> = { from: Row; into: Row }

export const isSparse = ({ used, wells }: Pick<Filled, 'used' | 'wells'>): boolean =>
  used > 0 && wells > 0 && used / wells < sparseShare

/**
 * Which sparse boxes could be emptied, the emptiest first, each into the fullest box of its freezer that still has room.
 * What has received something is not emptied itself, and what was emptied receives nothing.
 */
export function mergesOf<Row extends Filled>(boxes: readonly Row[]): Proposal<Row>[] {
  const free = new Map(boxes.map((box) => [box.id, box.free]))
  const [emptied, receiving] = [new Set<string>(), new Set<string>()]
  const fullestFirst = boxes.toSorted((one, other) => one.free - other.free)
  const proposals: Proposal<Row>[] = []
  for (const from of boxes.filter(isSparse).toSorted((one, other) => one.used - other.used)) {
    const into = fullestFirst.find(
      (box) =>
        box.id !== from.id &&
        box.storeId === from.storeId &&
        box.used > 0 &&
        !emptied.has(box.id) &&
        (free.get(box.id) ?? 0) >= from.used,
    )
    if (!into || receiving.has(from.id)) continue
    emptied.add(from.id)
    receiving.add(into.id)
    free.set(into.id, (free.get(into.id) ?? 0) - from.used)
    proposals.push({ from, into })
  }
  return proposals
}
