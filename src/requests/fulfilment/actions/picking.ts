import { Problem } from '../../../core/problem.ts'
import type { Side } from '../../requests/model/events.ts'
import { mayGive } from '../../requests/rules/lifecycle.ts'
import { type Request, stateOf } from '../../requests/rules/state.ts'
import { stateNames } from '../../requests/words/names.ts'
import { refusalWords } from '../../requests/words/refusals.ts'

/** Who may ship may pick. */
export function refuseUnlessPicking(request: Request, sides: readonly Side[]): void {
  const state = stateOf(request)
  const standing = mayGive(state, 'shipment', sides)
  if (standing === 'not_yours') throw new Problem('forbidden', refusalWords.notYours)
  if (standing === 'not_now') throw new Problem('conflict', refusalWords.notNow(stateNames[state]))
}
