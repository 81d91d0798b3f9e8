import type { PersonActor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isAdministrator, leadsLab, managesInstitution } from '../rules.ts'
import { refusalWords as words } from '../../words/refusals.ts'

/** The person who asks; refused as unauthenticated when nobody signed in. */
export function signedIn({ actor }: Context): PersonActor {
  if (actor.type !== 'person') throw new Problem('unauthenticated', words.signIn)
  return actor
}

/** The person who asks, and may change things: a token needs the scope `write`. */
export function writing(ctx: Context): PersonActor {
  const actor = signedIn(ctx)
  if (actor.via.type === 'token' && !actor.via.scopes.includes('write'))
    throw new Problem('forbidden', words.readOnlyToken)
  return actor
}

/** Refuses a caller who is known and may not write, or is not known at all; the program itself may. */
function refuseUnlessWriting(ctx: Context): void {
  if (ctx.actor.type !== 'system') writing(ctx)
}

export function allowAdministratorToRead(ctx: Context): void {
  if (ctx.actor.type !== 'system') signedIn(ctx)
  if (!isAdministrator(ctx.actor)) throw new Problem('forbidden', words.adminOnly)
}

export function allowAdministrator(ctx: Context): void {
  refuseUnlessWriting(ctx)
  if (!isAdministrator(ctx.actor)) throw new Problem('forbidden', words.adminOnly)
}

export function allowManagerToRead(ctx: Context, institutionId: string): void {
  if (ctx.actor.type !== 'system') signedIn(ctx)
  if (!managesInstitution(ctx.actor, institutionId))
    throw new Problem('forbidden', words.managersOnly)
}

export function allowManager(ctx: Context, institutionId: string): void {
  refuseUnlessWriting(ctx)
  allowManagerToRead(ctx, institutionId)
}

export function allowLabLeader(ctx: Context, lab: { id: string; institutionId: string }): void {
  refuseUnlessWriting(ctx)
  if (!leadsLab(ctx.actor, lab)) throw new Problem('forbidden', words.labLeadersOnly)
}

/** The person behind a change, for columns like `approved_by`; nobody when the program did it. */
export const personIdOf = ({ actor }: Context): string | null =>
  actor.type === 'person' ? actor.personId : null
