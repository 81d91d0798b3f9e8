import type { Actor } from '../../../core/actor.ts'

/** Where a record belongs: what decides who keeps it. */
export type Belonging = { id?: string; institutionId: string; collectionId: string | null }

/** Whether the actor may write this record: an administrator, or a curator of its institution or collection. */
export function keepsRecord(actor: Actor, record: Belonging): boolean {
  if (actor.type === 'system') return true
  if (actor.type !== 'person' || !mayWrite(actor)) return false
  return (
    actor.isAdmin ||
    actor.curates.institutionIds.includes(record.institutionId) ||
    [record.collectionId, record.id].some((id) => id && actor.curates.collectionIds.includes(id))
  )
}

/** A token without `write` reads as its person does, and changes nothing. */
export const mayWrite = (actor: Actor): boolean =>
  actor.type !== 'anonymous' &&
  (actor.type !== 'person' || actor.via.type === 'session' || actor.via.scopes.includes('write'))
