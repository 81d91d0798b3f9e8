import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import { scopes } from '../../core/actor.ts'
import { form } from '../../core/form.ts'
import { InstantAnswer, Moment } from '../../core/time.ts'
import { accountWords as words } from '../accounts/words/account.ts'

const named = { name: line().min(1).max(100) }
const Scopes = z.array(z.enum(scopes)).min(1).max(scopes.length)

export const NewToken = z.strictObject({
  ...named,
  scopes: Scopes,
  /** Absent: a year from now. Null: never. */
  expiresAt: Moment.nullable().optional(),
})
export type NewToken = z.output<typeof NewToken>

/** What people are asked for: some days instead of a moment. */
export const tokenForm = form(
  z.strictObject({ ...named, scopes: Scopes, days: z.enum(['30', '90', '365', 'never']) }),
  {
    name: { as: 'text', label: words.tokenName },
    scopes: { as: 'references', label: words.scopes, hint: words.scopesHint },
    days: {
      as: 'choice',
      label: words.expires,
      names: { 30: words.days30, 90: words.days90, 365: words.days365, never: words.never },
    },
  },
)

export const TokenAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAt: InstantAnswer,
    expiresAt: InstantAnswer.nullable(),
    seenAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Token' })

export const NewTokenAnswer = z.object({
  id: z.string(),
  token: z.string().describe('Shown this once; only its hash is kept.'),
})
