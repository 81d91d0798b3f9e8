import { isAdministrator } from '../../core/permission.ts'
import type { Actor, PersonActor } from '../../core/actor.ts'
import { type Audience, audiences } from '../model/audiences.ts'

export type Owned = { institutionId: string; collectionId: string | null }

/** Whether somebody decides the bookings of an instrument: stewards and curators of its institution or collection. */
export function isStaffOf(actor: Actor, { institutionId, collectionId }: Owned): boolean {
  if (isAdministrator(actor)) return true
  const { institutionIds, collectionIds } = staffScope(actor)
  return (
    institutionIds.includes(institutionId) ||
    (collectionId !== null && collectionIds.includes(collectionId))
  )
}

export type StaffScope = { institutionIds: string[]; collectionIds: string[] }

/** Institutions and collections about whose instruments somebody decides by their roles; an administrator decides about all. */
export function staffScope(actor: Actor): StaffScope {
  if (actor.type !== 'person') return { institutionIds: [], collectionIds: [] }
  const { curates, stewards } = actor
  return {
    institutionIds: [...new Set([...curates.institutionIds, ...stewards.institutionIds])],
    collectionIds: [...new Set([...curates.collectionIds, ...stewards.collectionIds])],
  }
}

/** Whether somebody decides about any instrument. */
export function isStaffOfAny(actor: Actor): boolean {
  const { institutionIds, collectionIds } = staffScope(actor)
  return isAdministrator(actor) || institutionIds.length + collectionIds.length > 0
}

/** What a person is to an instrument: the nearest of own lab, institution, member of another one, external. */
export function audienceOf(
  person: Pick<PersonActor, 'institutionIds' | 'labs'>,
  { institutionId, ownLabs }: { institutionId: string; ownLabs: readonly string[] },
): Audience {
  if (person.labs.some(({ labId }) => ownLabs.includes(labId))) return 'own_lab'
  if (person.institutionIds.includes(institutionId)) return 'institution'
  return person.institutionIds.length > 0 ? 'member' : 'external'
}

export const isWithin = (audience: Audience, widest: Audience): boolean =>
  audiences.indexOf(audience) <= audiences.indexOf(widest)
