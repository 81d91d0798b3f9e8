import { isAdministrator } from '../../../core/permission.ts'
import type { Actor } from '../../../core/actor.ts'
import { isStaffOf, staffScope } from '../../../instruments/rules/standing.ts'

/**
 * How much of a report somebody sees: `full` with people, labs and money (staff of all its instruments), `lab` the
 * same of the use of a lab that they lead, `member` that of their own lab without money, `public` totals without people.
 */
export type Reach = 'full' | 'lab' | 'member' | 'public'

type Reported = { institutionId: string; collectionId: string | null }

export function reachOf(
  actor: Actor,
  { lab, instruments }: { lab: string | undefined; instruments: readonly Reported[] },
): Reach {
  if (isAdministrator(actor)) return 'full'
  const isStaff = instruments.length > 0 && instruments.every((one) => isStaffOf(actor, one))
  if (isStaff) return 'full'
  const own = actor.type === 'person' ? actor.labs.find(({ labId }) => labId === lab) : undefined
  if (!own) return 'public'
  return own.role === 'pi' ? 'lab' : 'member'
}

/** Members of a lab see their own charges alone (`charges`), and so no sum of all. */
export const seesIncome = (reach: Reach): boolean => reach === 'full' || reach === 'lab'

/** Institutions whose instruments the actor decides about; undefined: all. */
export function staffedInstitutions(actor: Actor): readonly string[] | undefined {
  return isAdministrator(actor) ? undefined : staffScope(actor).institutionIds
}
