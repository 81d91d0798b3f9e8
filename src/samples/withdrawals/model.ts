import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, Named } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { standings, withdrawalWords as words } from './words.ts'

/** A donor leaves: what the decision is kept under. */
export const withdrawalForm = form(z.strictObject({ note: line().max(500).optional() }), {
  note: { as: 'text', label: words.note, hint: words.noteHint },
})
export type Withdrawal = z.output<typeof withdrawalForm.schema>

/** A withdrawal was recorded of somebody who did not withdraw. */
export const correctionForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: words.reason, hint: words.reasonHint },
})
export type Correction = z.output<typeof correctionForm.schema>

export const CorrectionAnswer = z
  .object({ unblocked: z.int().describe('How many samples may be used again.') })
  .meta({ id: 'WithdrawalCorrection' })

export const WithdrawalAnswer = z
  .object({ blocked: z.int().describe('How many samples may not be used any more.') })
  .meta({ id: 'DonorWithdrawal' })

/** A sample of a donor that is held for a request, or left with one. */
export const OutstandingAnswer = z
  .object({
    id: z.string().describe('Of the sample.'),
    code: z.string(),
    standing: z.enum(standings),
    request: z.object({ id: z.string(), number: z.string() }),
    requester: z.object({ id: z.string(), name: z.string() }),
    institution: Named.nullable(),
    since: InstantAnswer,
  })
  .meta({ id: 'OutstandingSample' })
