import type { z } from 'zod'
import type { LocalText, Text } from '../../core/text.ts'
import type { ItemFacts } from '../facts/model.ts'
import type { ShipmentAnswer } from '../fulfilment/model.ts'
import type { AskedUnit } from '../requests/model/units.ts'

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

/** What papers need of a shipment; quantities are in the unit of the item. */
export type PrintedShipment = Omit<z.output<typeof ShipmentAnswer>, 'lines'> & {
  lines: readonly {
    item: string
    lot: string | null
    samples?: readonly string[]
    quantity: number
    unit: AskedUnit
  }[]
}

type LotLine = { code: string; place: string | null; quantity: number | undefined; unit: string }

/** An item as far as it is in a sheet, in smallest parts, and of which lots it is. */
export type Content = { item: ItemFacts; quantity: number | null; lots: readonly LotLine[] }

/** One shipment, or what has still to go, as a paper by itself. */
export type Sheet = {
  key: string
  number: number
  shipment: PrintedShipment | null
  contents: readonly Content[]
}

/** Names the sheet of what has still to go, in addresses. */
export const restKey = 'rest'
