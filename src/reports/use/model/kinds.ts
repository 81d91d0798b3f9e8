export const groupings = ['instrument', 'lab', 'institution', 'month'] as const
export type Grouping = (typeof groupings)[number]

export const reportFormats = ['json', 'csv', 'xlsx'] as const

/** What stands behind a figure: bookings that count into it, or outages. */
export const rowKinds = [
  'used',
  'effective',
  'external',
  'own',
  'shared',
  'reserved',
  'bookings',
  'samples',
  'missed',
  'late',
  'cancelled',
  'outages',
  'income',
] as const
export type RowKind = (typeof rowKinds)[number]

/** Stands for bookings that were made in no lab’s name. */
export const noLab = 'none'
