import type { RowKind } from '../model/kinds.ts'
import type { UseFigures } from '../model/use.ts'

/** A figure of the table, and the rows that it comes from. */
export type FigureColumn = {
  key: keyof UseFigures
  what?: RowKind
  unit?: '%'
  decimals?: number
}

/** What a page shows of a group; its files hold every figure. */
export const figureColumns: readonly FigureColumn[] = [
  { key: 'openHours' },
  { key: 'outageHours', what: 'outages' },
  { key: 'usedHours', what: 'used' },
  { key: 'effectiveHours', what: 'effective' },
  { key: 'sharedHours', what: 'shared' },
  { key: 'externalHours', what: 'external' },
  { key: 'utilisation', what: 'used', unit: '%' },
  { key: 'sharedRate', what: 'external', unit: '%' },
  { key: 'quotaRate', what: 'effective', unit: '%' },
  { key: 'bookings', what: 'bookings', decimals: 0 },
  { key: 'missed', what: 'missed', decimals: 0 },
  { key: 'lateCancelled', what: 'late', decimals: 0 },
  { key: 'samples', what: 'samples', decimals: 0 },
  { key: 'incomeFen', what: 'income', decimals: 0 },
]
