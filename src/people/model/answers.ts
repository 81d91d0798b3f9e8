import { z } from 'zod'
import { scopes } from '../../core/actor.ts'
import { langs } from '../../core/text.ts'
import { grantedRoles, institutionKinds, labRoles } from './named.ts'

const Instant = z.string().meta({ format: 'date-time' })
const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
const Named = z.object({ id: z.string(), name: Name })

export const InstitutionAnswer = z
  .object({
    id: z.string(),
    name: Name,
    kind: z.enum(institutionKinds),
    region: z.string().nullable().describe('GB/T 2260, six digits'),
    timezone: z.string(),
    creditCode: z.string().nullable(),
    ror: z.string().nullable(),
    wiews: z.string().nullable(),
    website: z.string().nullable(),
    address: z.string().nullable(),
    about: Name,
    approvesMembers: z.boolean(),
    counts: z
      .object({ records: z.int(), labs: z.int() })
      .describe('Records are those that you may see'),
    version: z.int(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'Institution' })
export type InstitutionAnswer = z.infer<typeof InstitutionAnswer>

const Role = z.object({
  id: z.string(),
  role: z.enum(grantedRoles),
  institution: Named.nullable(),
  collection: Named.nullable(),
})

const Membership = z.object({
  institution: Named,
  title: z.string().nullable(),
  approvedAt: Instant.nullable(),
})

export const PersonAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    lang: z.enum(langs),
    isAdmin: z.boolean(),
    emailVerifiedAt: Instant.nullable(),
    createdAt: Instant,
    disabledAt: Instant.nullable(),
    version: z.int(),
    memberships: z.array(Membership),
    roles: z.array(Role),
    labs: z.array(z.object({ lab: Named, role: z.enum(labRoles) })),
  })
  .meta({ id: 'Person' })
export type PersonAnswer = z.infer<typeof PersonAnswer>

export const MeAnswer = PersonAnswer.extend({
  via: z.enum(['session', 'token']),
  scopes: z.array(z.enum(scopes)),
}).meta({ id: 'Me' })

export const TokenAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    seenAt: Instant.nullable(),
  })
  .meta({ id: 'Token' })

export const NewTokenAnswer = z.object({
  id: z.string(),
  token: z.string().describe('Shown this once; only its hash is kept.'),
})

export const SessionAnswer = z
  .object({
    id: z.string(),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: Instant,
    seenAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Session' })

export const MemberAnswer = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  title: z.string().nullable(),
  askedAt: Instant,
  approvedAt: Instant.nullable(),
})
