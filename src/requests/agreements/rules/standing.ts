import type { Actor } from '../../../core/actor.ts'
import { isAdministrator } from '../../../core/permission.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'

type Owner = { institutionId: string | null; collectionId: string | null }

/** Those of the catalogue are kept by administrators, others by curators of their institution or collection. */
export const keepsAgreement = (actor: Actor, { institutionId, collectionId }: Owner): boolean =>
  institutionId === null
    ? isAdministrator(actor)
    : managesInstitution(actor, institutionId) ||
      (collectionId !== null &&
        actor.type === 'person' &&
        actor.curates.collectionIds.includes(collectionId))

type About = { recordKinds: readonly string[]; deliveries: readonly string[] }
/** What is asked for: of which kind its record is, and how it reaches who asks. */
export type Asked = { kind: string; delivery: string }

/** Whether an agreement is about something that is asked for. */
export const isAbout = ({ recordKinds, deliveries }: About, { kind, delivery }: Asked): boolean =>
  (recordKinds.length === 0 || recordKinds.includes(kind)) &&
  (deliveries.length === 0 || deliveries.includes(delivery))
