import { z } from 'zod'
import { form } from '../../core/form.ts'
import { LocalAnswer } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import {
  entitlementRoleNames,
  entitlementStateNames as names,
  entitlementWords as words,
} from './words.ts'

export const entitlementStates = ['valid', 'expired', 'ended'] as const
export type EntitlementState = (typeof entitlementStates)[number]

export const entitlementFilter = form(
  z.strictObject({
    role: z.enum(['requester', 'steward']).default('requester'),
    state: z.enum(entitlementStates).optional(),
  }),
  {
    role: { as: 'choice', label: words.role, names: entitlementRoleNames },
    state: {
      as: 'choice',
      label: words.state,
      names: { valid: names.valid.text, expired: names.expired.text, ended: names.ended.text },
    },
  },
)
export type EntitlementFilter = z.output<typeof entitlementFilter.schema>

export const EntitlementAnswer = z
  .object({
    id: z.string(),
    record: z.object({ id: z.string(), title: LocalAnswer }),
    version: z.int().nullable().describe('The number of the one version; null: all versions.'),
    files: z.array(z.string()).nullable().describe('Ids of the only files of it; null: all files.'),
    person: z.object({ id: z.string(), name: z.string() }),
    request: z.object({ id: z.string(), number: z.string() }),
    state: z.enum(entitlementStates),
    since: InstantAnswer,
    until: InstantAnswer.nullable(),
    endedAt: InstantAnswer.nullable().describe('When it was taken back or given up.'),
  })
  .meta({ id: 'Entitlement' })

/** GA4GH Passports 1.2. */
export const PassportAnswer = z
  .object({ ga4gh_passport_v1: z.array(z.string()).describe('Signed visas (JWT).') })
  .meta({ id: 'Passport' })

/** RFC 7517. */
export const KeysAnswer = z
  .object({ keys: z.array(z.record(z.string(), z.string())) })
  .meta({ id: 'KeySet' })
