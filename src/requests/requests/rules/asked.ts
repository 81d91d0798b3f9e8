import type { Text } from '../../../core/text.ts'
import type { Delivery } from '../model/events.ts'
import type { NewItem } from '../model/request.ts'
import { refusalWords as words } from '../words/refusals.ts'
import { smallestIn } from './units.ts'

/** How a record of a kind reaches who asks. */
export const deliveryOf = (kind: string): Delivery =>
  kind === 'dataset' ? 'download' : kind === 'instrument' ? 'order' : 'shipment'

type Facts = {
  kind: string
  visibility: string
  access: string | null
  withdrawnAt: unknown
}

/** Why a record cannot be asked for; undefined where it can. */
export function objectionToAsking(record: Facts | undefined): Text | undefined {
  if (!record) return words.noRecord
  if (record.withdrawnAt) return words.withdrawn
  if (record.visibility !== 'published') return words.isDraft
  return record.access === 'closed' ? words.isClosed : undefined
}

/** A quantity in whole smallest parts, or why not; of a service where one is said, none of data. */
export function partsAsked({ quantity, unit }: NewItem, delivery: Delivery) {
  const isSaid = quantity !== undefined && unit !== undefined
  if (delivery === 'download' || (delivery === 'order' && !isSaid))
    return { quantity: null, unit: null }
  if (quantity === undefined || unit === undefined) return { message: words.quantityNeeded }
  const parts = smallestIn(unit, quantity)
  return parts === undefined ? { message: words.tooFine } : { quantity: parts, unit }
}
