import type { Asked } from '../requests/rules/decide.ts'
import type { Request } from '../requests/rules/state.ts'

/** A thing that a command lets move, or asks for. */
export type Moved = { id: string; recordId: string }

/** What a command asks for: what the law blocks is refused, what it needs may follow. */
export const askedBy = (asked: Asked): readonly Moved[] =>
  asked.command === 'submission' || asked.command === 'amendment' ? asked.items : []

/** What a command approves or sends: all that the law needs has to be there. */
export function movedBy(asked: Asked, { items }: Pick<Request, 'items'>): readonly Moved[] {
  const ids = movedIds(asked)
  return items.filter(({ id }) => ids.includes(id))
}

function movedIds(asked: Asked): readonly string[] {
  if (asked.command === 'decision')
    return asked.decisions.filter(({ answer }) => answer === 'approved').map(({ itemId }) => itemId)
  if (asked.command === 'shipment') return asked.lines.map(({ itemId }) => itemId)
  const isMoving =
    asked.command === 'order' || (asked.command === 'renewal' && asked.until !== null)
  return isMoving ? [asked.itemId] : []
}
