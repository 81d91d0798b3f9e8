import type { InstitutionAnswer, PersonAnswer } from '../model/answers.ts'
import type { InstitutionRow } from '../institutions/queries/institutions.ts'
import type { PersonRow } from '../accounts/queries/people.ts'

/** Rows as the API answers them. */
export const institutionShown = (row: InstitutionRow): InstitutionAnswer => ({
  id: row.id,
  name: { zh: row.nameZh, en: row.nameEn },
  kind: row.kind,
  region: row.region,
  timezone: row.timezone,
  creditCode: row.creditCode,
  ror: row.ror,
  wiews: row.wiews,
  website: row.website,
  address: row.address,
  about: { zh: row.aboutZh, en: row.aboutEn },
  approvesMembers: row.approvesMembers,
  counts: { records: row.recordCount, labs: row.labCount },
  version: row.version,
  closedAt: row.closedAt?.toString() ?? null,
})

export const personShown = (row: PersonRow): PersonAnswer => ({
  id: row.id,
  name: row.name,
  email: row.email,
  lang: row.lang,
  isAdmin: row.isAdmin,
  emailVerifiedAt: row.emailVerifiedAt?.toString() ?? null,
  createdAt: row.createdAt.toString(),
  disabledAt: row.disabledAt?.toString() ?? null,
  version: row.version,
  memberships: row.memberships.map(({ id, name, title, approvedAt }) => ({
    institution: { id, name },
    title,
    approvedAt,
  })),
  roles: row.roles.map(({ id, role, institutionId, collectionId, name }) => ({
    id,
    role,
    institution: institutionId === null ? null : { id: institutionId, name },
    collection: collectionId === null ? null : { id: collectionId, name },
  })),
  labs: row.labs.map(({ id, name, role }) => ({ lab: { id, name }, role })),
})
