import type { Actor, PersonActor } from '../../core/actor.ts'
import { isAdministrator } from '../../people/roles/rules.ts'
import { type Audience, audiences } from '../model/audiences.ts'

type Owned = { institutionId: string; collectionId: string | null }

/** Whether somebody decides the bookings of an instrument: stewards and curators of its institution or collection. */
export function isStaffOf(actor: Actor, { institutionId, collectionId }: Owned): boolean {
  if (isAdministrator(actor)) return true
  if (actor.type !== 'person') return false
  return [actor.stewards, actor.curates].some(
    (role) =>
      role.institutionIds.includes(institutionId) ||
      (collectionId !== null && role.collectionIds.includes(collectionId)),
  )
}

/** What a person is to an instrument: the nearest of own lab, institution, member of another one, external. */
export function audienceOf(
  person: Pick<PersonActor, 'institutionIds' | 'labs'>,
  instrument: { institutionId: string; ownLabs?: readonly string[] | undefined },
): Audience {
  if (person.labs.some(({ labId }) => instrument.ownLabs?.includes(labId))) return 'own_lab'
  if (person.institutionIds.includes(instrument.institutionId)) return 'institution'
  return person.institutionIds.length > 0 ? 'member' : 'external'
}

export const isWithin = (audience: Audience, widest: Audience): boolean =>
  audiences.indexOf(audience) <= audiences.indexOf(widest)
