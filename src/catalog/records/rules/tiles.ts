import type { Extent } from '../../../core/place.ts'

/**
 * The globe as tiles, halved level by level, so that one index answers places together with words.
 * A record stands in the tiles it touches, level by level, as long as they are few; its last level is its finest.
 */

const finest = 11
/** Tiles of one level that a record or a question may touch. */
const mostTiles = 9

/** Terms of a record: the tiles of every level, and its finest ones again, marked as such. */
export function tilesOf(extent: Extent): { tiles: string[]; finest: string[] } {
  const levels = levelsOf(extent)
  return { tiles: levels.flat(), finest: levels.at(-1) ?? [] }
}

/** Tiles that a record in this box has at the question's own level, or as its finest on a coarser one. */
export function tilesAround(extent: Extent): { tiles: string[]; coarser: string[] } {
  const levels = levelsOf(extent)
  return { tiles: levels.at(-1) ?? [], coarser: levels.slice(0, -1).flat() }
}

function levelsOf(extent: Extent): string[][] {
  const levels: string[][] = []
  for (let level = 0; level <= finest; level += 1) {
    const tiles = tilesAt(level, extent)
    if (tiles === undefined) break
    levels.push(tiles)
  }
  return levels
}

/** The tiles of one level that a box touches; undefined when they are too many. */
function tilesAt(level: number, { west, south, east, north }: Extent): string[] | undefined {
  const columns = span(level, (west + 180) / 360, (east + 180) / 360)
  const rows = span(level, (south + 90) / 180, (north + 90) / 180)
  if (columns.length * rows.length > mostTiles) return undefined
  return columns.flatMap((x) => rows.map((y) => `${level}/${x}/${y}`))
}

function span(level: number, from: number, to: number): number[] {
  const count = 2 ** level
  const tile = (at: number) => Math.min(count - 1, Math.max(0, Math.floor(at * count)))
  const first = tile(from)
  const length = tile(to) - first + 1
  return length > mostTiles
    ? Array.from({ length: mostTiles + 1 }, (_, at) => at)
    : Array.from({ length }, (_, at) => first + at)
}
