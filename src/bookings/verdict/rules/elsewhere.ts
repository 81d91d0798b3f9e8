import type { ObjectionCode } from '../model/facts.ts'

/** What the same instrument at another time, or another instrument at the same time would mend. */
const takenCodes: ReadonlySet<string> = new Set<ObjectionCode>([
  'slot_taken',
  'outage',
  'out_of_use',
])

export const isTaken = (objections: readonly { code: string }[]): boolean =>
  objections.some(({ code }) => takenCodes.has(code))

type Near = { institutionId: string; region: string | null }

/** Nearest first: of the same institution, in the same prefecture, in the same province, anywhere. */
export const nearestTo = <Row extends Near>(here: Near, rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => farness(here, one) - farness(here, other))

function farness(here: Near, { institutionId, region }: Near): number {
  if (institutionId === here.institutionId) return 0
  const isIn = (digits: number) =>
    region !== null && here.region?.slice(0, digits) === region.slice(0, digits)
  if (isIn(4)) return 1
  return isIn(2) ? 2 : 3
}
