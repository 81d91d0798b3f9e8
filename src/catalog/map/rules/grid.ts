import { boundsOf, type Extent, widthOf } from '../../../core/place.ts'
import type { SearchFilters } from '../../search/rules/facets.ts'

/** Cells beside one another in a box, at most: an answer stays small however near one looks. */
const mostAcross = 24

/** A whole turn halved so often: the narrowest cell that is at least this wide. */
const cellAbove = (degrees: number) => 360 / 2 ** Math.floor(Math.log2(360 / degrees))

/** Degrees of a cell of 64 px at this zoom, or of a wider one where the box would hold too many. */
export function cellAt(zoom: number, box: Extent): number {
  const size = Math.max(widthOf(box), box.north - box.south)
  const wanted = 360 / 2 ** (Math.floor(zoom) + 3)
  return Math.max(wanted, size === 0 ? 0 : cellAbove(size / mostAcross))
}

/** Degrees of a cell that goes about so many times into a width. */
export const cellOf = (width: number, across: number): number => cellAbove(width / across)

/** The box that a search is narrowed to, by itself or by its polygon. */
export const areaOf = ({ bbox, polygon }: SearchFilters): Extent | undefined =>
  bbox ?? (polygon && boundsOf(polygon))
