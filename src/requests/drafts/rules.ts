import type { NewItem, Purpose } from '../requests/model/request.ts'
import type { ItemAnswer } from '../requests/model/request.ts'
import { type Problem, type Issue } from '../../core/problem.ts'
import type { About, EditedItem } from './model.ts'

/** An item as it is asked for, to be asked for again. */
export const askedAgain = ({
  record,
  delivery,
  quantity,
  unit,
  loan,
  target,
}: ItemAnswer): NewItem => ({
  record: record.id,
  delivery,
  ...(quantity !== null && { quantity }),
  ...(unit !== null && { unit }),
  loan,
  target,
})

/** What stays of a request's items, with its place in the form: issues come back by the place among what stays. */
export function itemsKept(items: readonly ItemAnswer[], edited: readonly EditedItem[]) {
  return items.flatMap((item, place) => {
    const change = edited.find(({ id }) => id === item.id)
    if (change?.removed) return []
    const asked = askedAgain(item)
    if (!change || item.delivery !== 'shipment') return [{ place, item: asked }]
    const { quantity, unit, loan } = change
    return [
      {
        place,
        item: {
          record: asked.record,
          delivery: asked.delivery,
          target: change.samples ? { ...asked.target, samples: change.samples } : asked.target,
          quantity,
          unit,
          loan,
        },
      },
    ]
  })
}

/** The purpose with what its form does not show. */
export const purposeWith = (
  before: Record<string, unknown>,
  { title, text, intendedUse, projectNumber }: About,
): Purpose => ({
  ...(typeof before['projectId'] === 'string' && { projectId: before['projectId'] }),
  ...(title !== undefined && { title }),
  ...(text !== undefined && { text }),
  intendedUse,
  ...(projectNumber !== undefined && { projectNumber }),
})

/** Issues at the places that the items have in the form. */
export const placed = (problem: Problem, places: readonly number[]): Issue[] =>
  (problem.facts.issues ?? []).map(({ path, message }) => ({
    message,
    path: path.replace(/^items\.(\d+)/, (_, at: string) => `items.${places[Number(at)] ?? at}`),
  }))
