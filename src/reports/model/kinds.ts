export const groupings = ['instrument', 'lab', 'institution', 'month'] as const
export type Grouping = (typeof groupings)[number]

export const reportFormats = ['json', 'csv', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What stands behind a figure: bookings that count into it, or outages. */
export const rowKinds = [
  'used',
  'external',
  'own',
  'reserved',
  'bookings',
  'missed',
  'late',
  'cancelled',
  'outages',
] as const
export type RowKind = (typeof rowKinds)[number]
