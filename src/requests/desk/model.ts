import { z } from 'zod'
import { kinds } from '../../catalog/records/model/record.ts'
import { kindNames } from '../../catalog/records/words.ts'
import { form } from '../../core/form.ts'
import { idOf, line, saying } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { answers, requestStates, turns } from '../requests/model/events.ts'
import { answerNames, fieldNames, stateNames, turnNames } from '../requests/words/names.ts'
import { dueNames, pageWords } from '../requests/words/pages.ts'
import { refusalWords } from '../requests/words/refusals.ts'
import { deskWords as words } from './words.ts'

/** What a desk shows: requests that wait for their provider, where nothing else is asked for. */
export const deskFilter = form(
  z.strictObject({
    turn: z.enum([...turns, 'anybody']).default('steward'),
    state: z.enum(requestStates).optional(),
    due: z.enum(['late', 'soon']).optional(),
    handler: z.enum(['me', 'nobody']).optional(),
    kind: z.enum(kinds).optional(),
    label: line().max(60).optional(),
    q: line().max(100).optional(),
  }),
  {
    turn: {
      as: 'choice',
      label: fieldNames.turn,
      names: { ...turnNames, anybody: words.anybody },
    },
    state: { as: 'choice', label: fieldNames.state, names: stateNames },
    due: {
      as: 'choice',
      label: pageWords.due,
      names: { late: dueNames.late, soon: dueNames.soon },
    },
    handler: {
      as: 'choice',
      label: words.handler,
      names: { me: words.me, nobody: words.nobody },
    },
    kind: { as: 'choice', label: words.kind, names: kindNames },
    label: { as: 'text', label: words.label },
    q: { as: 'text', type: 'search', label: fieldNames.number },
  },
)
export type DeskFilter = z.output<typeof deskFilter.schema>

/** Requests that are answered at once. */
export const mostAtOnce = 200

const answer = {
  answer: z.enum(answers),
  conditions: z.string().trim().max(5000).optional(),
  reason: z.string().trim().max(5000).optional(),
  until: Day.optional().describe('Of access: its last day. Of `later`: when it can be had.'),
}
const requests = z
  .array(idOf(refusalWords.noRequest))
  .refine((ids) => ids.length > 0, saying(words.noneChosen))
  .refine((ids) => ids.length <= mostAtOnce, saying(words.tooMany(mostAtOnce)))

export const bulkForm = form(z.strictObject({ requests, ...answer }), {
  requests: { as: 'references', label: words.chosen },
  answer: { as: 'choice', label: pageWords.answer, names: answerNames },
  conditions: { as: 'long', label: pageWords.conditions },
  reason: { as: 'long', label: pageWords.reason },
  until: { as: 'date', label: pageWords.lastDay },
})

export const NewBulkDecision = z
  .strictObject({
    requests: requests.optional(),
    filter: deskFilter.schema.optional().describe('Of the desk, instead of `requests`.'),
    ...answer,
  })
  .refine(
    (input) => (input.requests === undefined) !== (input.filter === undefined),
    saying(words.eitherOr),
  )
export type NewBulkDecision = z.output<typeof NewBulkDecision>
/** One answer, given to every open item. */
export type GivenAnswer = Omit<NewBulkDecision, 'requests' | 'filter'>

const outcomes = ['pending', 'decided', 'refused'] as const
export const BulkDecisionAnswer = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done']),
    createdAt: InstantAnswer,
    ...answer,
    total: z.int(),
    decided: z.int(),
    refused: z.int(),
    requests: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        outcome: z.enum(outcomes),
        detail: z
          .object({ zh: z.string(), en: z.string() })
          .nullable()
          .describe('Why it was refused.'),
      }),
    ),
  })
  .meta({ id: 'BulkDecision' })
