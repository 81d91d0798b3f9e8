import { isAdministrator } from '../../core/permission.ts'
import type { Actor, PersonActor, Scope } from '../../core/actor.ts'

/** Keeps an institution's people: administrators and the institution's curators. */
export const managesInstitution = (actor: Actor, institutionId: string): boolean =>
  isAdministrator(actor) ||
  (actor.type === 'person' && actor.curates.institutionIds.includes(institutionId))

/** Keeps what is everybody’s, as traits and protocols: whoever curates something. */
export const curatesAnything = (actor: Actor): boolean =>
  isAdministrator(actor) ||
  (actor.type === 'person' &&
    actor.curates.institutionIds.length + actor.curates.collectionIds.length > 0)

type LabFacts = { id: string; institutionId: string }

/** Says who belongs to a lab: its PI, its institution's curators, administrators. */
export const leadsLab = (actor: Actor, lab: LabFacts): boolean =>
  managesInstitution(actor, lab.institutionId) ||
  (actor.type === 'person' &&
    actor.labs.some(({ labId, role }) => labId === lab.id && role === 'pi'))

/** Sees who belongs to a lab: its members, and who leads it. */
export const belongsToLab = (actor: Actor, lab: LabFacts): boolean =>
  leadsLab(actor, lab) ||
  (actor.type === 'person' && actor.labs.some(({ labId }) => labId === lab.id))

/** Each scope includes those before it. */
const ladder: readonly Scope[] = ['read', 'write', 'admin']

/** The scopes that a token is given when these are asked for: `admin` includes `write` includes `read`. */
export function widened(asked: readonly Scope[]): Scope[] {
  const highest = Math.max(0, ...asked.map((scope) => ladder.indexOf(scope)))
  return ladder.slice(0, highest + 1)
}

/** The scopes that a person may give to a new token: never more than they came in with. */
export const grantableScopes = ({ via, isAdmin }: PersonActor): readonly Scope[] =>
  via.type === 'token' ? via.scopes : isAdmin ? ladder : ['read', 'write']
