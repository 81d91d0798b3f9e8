import { isAdministrator } from '../../../core/permission.ts'
import type { Actor } from '../../../core/actor.ts'
import { isStaffOf, staffScope } from '../../../instruments/rules/standing.ts'

/**
 * How much of a report somebody sees: `full` with people, labs and money (staff of all its instruments), `lab` the
 * same of their own lab's use, `public` totals without people.
 */
export type Reach = 'full' | 'lab' | 'public'

type Reported = { institutionId: string; collectionId: string | null }

export function reachOf(
  actor: Actor,
  { lab, instruments }: { lab: string | undefined; instruments: readonly Reported[] },
): Reach {
  if (isAdministrator(actor)) return 'full'
  if (actor.type === 'person' && actor.labs.some(({ labId }) => labId === lab)) return 'lab'
  const isStaff = instruments.length > 0 && instruments.every((one) => isStaffOf(actor, one))
  return isStaff ? 'full' : 'public'
}

/** Institutions whose instruments the actor decides about; undefined: all. */
export function staffedInstitutions(actor: Actor): readonly string[] | undefined {
  return isAdministrator(actor) ? undefined : staffScope(actor).institutionIds
}
