import type { FieldValues } from '../../../core/fields.ts'
import type { Extent } from '../../../core/place.ts'
import { seatOf, seatWithinM } from '../../../core/seats.ts'
import { kindDefinitions } from '../../../kinds.ts'
import type { Kind } from '../model/record.ts'

type Placed = { kind: Kind; profile: string | null; region: string | null; values: FieldValues }

/** Where a record's thing is or comes from, and within how many metres, where that is known. */
export function placeOf({ kind, profile, region, values }: Placed): {
  extent: Extent | null
  withinM: number | null
} {
  const definition = kindDefinitions[kind]
  const { extent, withinM = null } = definition.factsOf(values, profile)
  const seat = extent || !definition.isAtSeat ? null : seatOf(region)
  return seat ? { extent: seat, withinM: seatWithinM } : { extent, withinM }
}
