import type { Actor } from '../../../core/actor.ts'
import { Problem } from '../../../core/problem.ts'
import { type Belonging, keepsRecord, mayWrite } from '../rules/keeping.ts'
import { catalogWords } from '../words/refusals.ts'

/** Refuses whoever may not write this record, and says which of the three it is. */
export function refuseUnlessKept(actor: Actor, record: Belonging): void {
  refuseUnlessWriting(actor)
  if (!keepsRecord(actor, record)) throw new Problem('forbidden', catalogWords.notYours)
}

/** Refuses guests, and tokens that only read. */
export function refuseUnlessWriting(actor: Actor): void {
  if (actor.type === 'anonymous') throw new Problem('unauthenticated', catalogWords.signInToKeep)
  if (!mayWrite(actor)) throw new Problem('forbidden', catalogWords.readOnlyToken)
}
