import type { Lang } from './text.ts'

/** What a personal access token may do. A browser session may do all that its person may. */
export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Somebody who signed in, with the roles that decide what they may see and do. */
export type PersonActor = {
  type: 'person'
  personId: string
  name: string
  email: string
  lang: Lang
  isAdmin: boolean
  /** Institutions that the person belongs to: records for `institution` are theirs to see. */
  institutionIds: readonly string[]
  /** Institutions, and single collections, whose records the person keeps. */
  curates: { institutionIds: readonly string[]; collectionIds: readonly string[] }
  /** Institutions, and single collections, whose bookings and requests the person decides. */
  stewards: { institutionIds: readonly string[]; collectionIds: readonly string[] }
  /** Roles of people who are away today, for whom the person decides requests. */
  standsIn: readonly StandIn[]
  labs: readonly { labId: string; role: 'pi' | 'member' }[]
  /** How the person came in: a cookie needs CSRF protection, a token is bound by its scopes. */
  via: { type: 'session'; sessionId: string } | { type: 'token'; scopes: readonly Scope[] }
}

/** One role of somebody who is away: of an institution or a single collection. */
export type StandIn = {
  personId: string
  institutionId: string | null
  collectionId: string | null
}

/** Who is asking: the one argument that every permission rule takes. */
export type Actor = PersonActor | { type: 'anonymous' } | { type: 'system'; job: string }

/** What a request carries to say who it is. `demo` allows the demo's well-known bearer tokens. */
export type Credentials = { bearer?: string; sessionSecret?: string; demo: boolean }

/** Where a sign-in comes from. */
export type Client = {
  address: string
  userAgent: string | undefined
  /** The session that this browser had: it ends, and its secret is never used again. */
  sessionSecret: string | undefined
}
