import type { LocalText, Text } from '../../core/text.ts'

export const paperKinds = [
  'agreement',
  'delivery-note',
  'packing-list',
  'phytosanitary',
  'customs',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** A table as it is printed: its columns in both languages, and a row for each thing. */
export type PaperTable = { columns: readonly Text[]; rows: readonly (readonly LocalText[])[] }
