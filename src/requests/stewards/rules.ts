import type { Actor } from '../../core/actor.ts'

type Owned = { institutionId: string; collectionId: string | null }

/** The people for whom somebody decides today about what a provider is asked. */
export const absentBehind = (actor: Actor, { institutionId, collectionId }: Owned): string[] =>
  actor.type === 'person'
    ? actor.standsIn
        .filter(
          (one) =>
            one.institutionId === institutionId ||
            (collectionId !== null && one.collectionId === collectionId),
        )
        .map(({ personId }) => personId)
    : []
