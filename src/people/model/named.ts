/** What an institution is. */
export const institutionKinds = [
  'institute',
  'university',
  'hospital',
  'company',
  'genebank',
  'agency',
  'other',
] as const
export type InstitutionKind = (typeof institutionKinds)[number]

/** Granted by an administrator, or by an invitation. */
export const grantedRoles = ['curator', 'steward'] as const
export type GrantedRole = (typeof grantedRoles)[number]

/** What an invitation may offer. */
export const roleNamesAsked = ['member', ...grantedRoles] as const
export type RoleName = (typeof roleNamesAsked)[number]

export const labRoles = ['pi', 'member'] as const
export type LabRole = (typeof labRoles)[number]
