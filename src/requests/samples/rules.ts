import {
  isApproved,
  isOpen,
  isPutOff,
  type Item,
  type Request,
  toShip,
} from '../requests/rules/state.ts'

/** How many samples may be held for an item: what is asked until it is decided, then what still has to leave. */
export function mostHeld(request: Pick<Request, 'end' | 'submittedAt'>, item: Item): number {
  if (request.end !== null || request.submittedAt === null || item.ended !== null) return 0
  if (isApproved(item)) return toShip(item)
  return isOpen(item) || isPutOff(item) || item.appeal === 'open' ? (item.quantity ?? 0) : 0
}
