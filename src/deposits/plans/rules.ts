import type { Actor } from '../../core/actor.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { Issue } from '../../core/problem.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import type { DepositState, Grade, Sharing, Side } from './model.ts'
import { planWords as words } from './words.ts'

/** Whom a project has to do with. */
export type Parties = {
  depositorId: string
  labId: string | null
  institutionId: string
  centreId: string
}

/** On which sides of a project the actor is; none: it is not theirs to read. As `partyTo` says it of rows. */
export function sidesOf(actor: Actor, project: Parties): Side[] {
  const deposits =
    isAdministrator(actor) ||
    (actor.type === 'person' &&
      (actor.personId === project.depositorId ||
        actor.labs.some(({ labId }) => labId === project.labId)))
  return [
    deposits && ('depositor' as const),
    managesInstitution(actor, project.institutionId) && ('unit' as const),
    managesInstitution(actor, project.centreId) && ('centre' as const),
  ].filter((side) => side !== false)
}

/** Whether these sides keep the plan. */
export const planIsKeptBy = (on: readonly Side[]): boolean =>
  on.includes('depositor') || on.includes('unit')

/** Until when an item of the plan may be changed: what is being checked, or was received, stays as it is. */
export const isOpenToChange = (state: DepositState): boolean =>
  ['promised', 'draft', 'returned'].includes(state)

type Shared = { grade: Grade; sharing: Sharing; embargoUntil?: string | null | undefined }

/** What in an item of a plan does not go together. */
export function issuesOfItem({ grade, sharing, embargoUntil }: Shared): Issue[] {
  const issues = [
    grade === 'core' && sharing !== 'closed' && { path: 'sharing', message: words.coreClosed },
    grade === 'important' &&
      sharing === 'open' && { path: 'sharing', message: words.importantNotOpen },
    sharing === 'closed' &&
      Boolean(embargoUntil) && { path: 'embargoUntil', message: words.closedNoEmbargo },
  ]
  return issues.filter((issue) => issue !== false)
}
