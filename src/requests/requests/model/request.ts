import { z } from 'zod'
import type { Kind } from '../../../catalog/records/model/record.ts'
import { form } from '../../../core/form.ts'
import { Country, idOf, line, LocalAnswer, Named } from '../../../core/shapes.ts'
import { Day, InstantAnswer } from '../../../core/time.ts'
import { Answers } from '../../../orders/forms/model.ts'
import { commands } from '../rules/lifecycle.ts'
import { refusalWords } from '../words/refusals.ts'
import {
  fieldHints,
  fieldNames,
  roleNames,
  stateNames,
  turnNames,
  verdictNames,
} from '../words/names.ts'
import { answers, deliveries, eventTypes, requestStates, sides, turns } from './events.ts'
import { askedUnits } from './units.ts'

/** What people ask about: who somebody is to the request. */
export const roles = ['requester', 'steward', 'reviewer', 'supervisor'] as const
export type Role = (typeof roles)[number]

const text = (max: number) => z.string().trim().max(max)
const note = text(5000)
/** A reason that the other side reads. */
const Note = z.strictObject({ note: note.min(1) })
const OptionalNote = z.strictObject({ note: note.optional() })
const noteField = { as: 'long', label: fieldNames.note } as const
export const noteForm = form(Note, { note: noteField })
export const optionalNoteForm = form(OptionalNote, { note: noteField })

/** For what it is asked: filled in once and offered for the next request. */
export const Purpose = z.strictObject({
  projectId: z.string().optional(),
  title: line().max(300).optional(),
  text: note.optional(),
  intendedUse: z.array(line().max(40)).max(20).default([]).describe('Codes of DUO.'),
  projectNumber: line().max(100).optional(),
  organisation: line().max(200).optional(),
  ethicsNumber: line().max(100).optional(),
  endsOn: Day.optional(),
})
export type Purpose = z.output<typeof Purpose>

/** How much of what; a dataset needs neither quantity nor unit. */
export const NewItem = z.strictObject({
  record: idOf(refusalWords.noRecord),
  delivery: z.enum(deliveries).optional().describe('What suits the kind of record, if left out.'),
  quantity: z.number().positive().max(1e9).optional().describe('In the unit.'),
  unit: z
    .enum(askedUnits)
    .optional()
    .describe('`sample` of collections; what a service is counted in.'),
  loan: z.boolean().default(false).describe('Whether it is given back.'),
  target: z
    .record(z.string().max(40), z.unknown())
    .default({})
    .describe(
      'What of the record: `versionId`, `lotId`, `serviceId`, `form`, `criteria`, and of samples `samples` as `SampleCriteria` has it.',
    ),
})
export type NewItem = z.output<typeof NewItem>

export const Address = z.string().trim().min(1).max(500)

const content = {
  items: z.array(NewItem).min(1).max(200),
  purpose: Purpose.default({ intendedUse: [] }),
  answers: Answers.default({}).describe('To the form of each provider, by the keys of its fields.'),
  supervisor: idOf(refusalWords.noPerson).optional().describe('Whose consent is asked for.'),
  lab: idOf(refusalWords.noLab).optional(),
  destination: Country.optional().describe(
    'Country where it goes, ISO 3166-1 alpha-2; that of the recipient’s institution, if left out.',
  ),
  address: Address.optional().describe('Where it is sent; that of the institution, if left out.'),
}

/** What is asked; it becomes one request for each provider. */
export const NewRequests = z.strictObject(content)
export type NewRequests = z.output<typeof NewRequests>

/** The same, of what is in the basket where nothing is named. */
export const NewRequestsOrBasket = NewRequests.extend({
  items: content.items.optional().describe('What is in your basket, if left out.'),
})

/** What is asked for instead of what was sent: only the fields present are changed. */
export const Amendment = z.strictObject({
  items: content.items.optional(),
  purpose: Purpose.optional(),
  answers: Answers.optional().describe('To the form of the provider, all of them.'),
  destination: content.destination.nullable(),
  address: content.address.nullable(),
})
export type Amendment = z.output<typeof Amendment>

/** Only the fields present are changed; items as a whole. */
export const RequestChange = z.strictObject({
  items: content.items.optional(),
  purpose: Purpose.optional(),
  answers: Answers.optional(),
  supervisor: content.supervisor.nullable(),
  lab: content.lab.nullable(),
  destination: content.destination.nullable(),
  address: content.address.nullable(),
})
export type RequestChange = z.output<typeof RequestChange>

const item = idOf(refusalWords.noItem)
const person = idOf(refusalWords.noPerson)

const Decided = z.strictObject({
  item,
  answer: z.enum(answers),
  quantity: z.number().positive().max(1e9).optional().describe('What is asked for, if left out.'),
  conditions: note.optional(),
  reason: note.optional(),
  until: Day.optional().describe('Of access: its last day. Of `later`: when it can be had.'),
  agreements: z.array(z.string()).max(20).optional().describe('Texts to accept before.'),
})
export const Decisions = z.strictObject({
  decisions: z.array(Decided).min(1).max(200),
  version: z.int().optional().describe('The version of the request that was read.'),
})
export type Decisions = z.output<typeof Decisions>

export const consentForm = form(z.strictObject({ given: z.boolean(), note: note.optional() }), {
  given: { as: 'yesNo', label: fieldNames.given },
  note: noteField,
})
/** Somebody by id, or by the e-mail address of an open account. */
const Somebody = line().min(1).max(320)
const somebody = { as: 'text', label: fieldNames.somebody } as const
export const personForm = form(z.strictObject({ person: Somebody, note: note.optional() }), {
  person: somebody,
  note: noteField,
})
export const newMemberForm = form(z.strictObject({ person: Somebody }), { person: somebody })
const verdicts = ['for', 'against', 'abstains'] as const
export const reviewForm = form(z.strictObject({ verdict: z.enum(verdicts), note: note.min(1) }), {
  verdict: {
    as: 'choice',
    label: fieldNames.verdict,
    names: verdictNames,
  },
  note: noteField,
})
export const itemForm = form(z.strictObject({ item }), {
  item: { as: 'reference', label: fieldNames.item },
})
export const itemNoteForm = form(z.strictObject({ item, note: note.min(1) }), {
  item: { as: 'reference', label: fieldNames.item },
  note: noteField,
})
export const itemUntilForm = form(z.strictObject({ item, until: Day, note: note.optional() }), {
  item: { as: 'reference', label: fieldNames.item },
  until: { as: 'date', label: fieldNames.until },
  note: noteField,
})
export const renewalForm = form(
  z.strictObject({ item, until: Day.optional(), note: note.optional() }),
  {
    item: { as: 'reference', label: fieldNames.item },
    until: { as: 'date', label: fieldNames.until },
    note: noteField,
  },
)
export const membershipForm = form(z.strictObject({ person }), {
  person: { as: 'reference', label: fieldNames.person },
})
export const labelsForm = form(z.strictObject({ labels: line().max(200) }), {
  labels: { as: 'text', label: fieldNames.labels, hint: fieldHints.labels },
})

export const requestFilter = form(
  z.strictObject({
    role: z.enum(roles).default('requester'),
    state: z.enum(requestStates).optional(),
    turn: z.enum(turns).optional(),
    q: line().max(100).optional(),
  }),
  {
    role: { as: 'choice', label: fieldNames.role, names: roleNames },
    state: { as: 'choice', label: fieldNames.state, names: stateNames },
    turn: { as: 'choice', label: fieldNames.turn, names: turnNames },
    q: { as: 'text', type: 'search', label: fieldNames.number },
  },
)
/** What is due within three days is soon due. */
export const soonHours = 72

/** What the steward's desk narrows by as well. */
export type RequestFilter = z.output<typeof requestFilter.schema> & {
  label?: string | undefined
  handler?: 'me' | 'nobody' | undefined
  kind?: Kind | undefined
  due?: 'late' | 'soon' | undefined
}

const PersonNamed = z.object({ id: z.string(), name: z.string() })

const listed = {
  id: z.string(),
  number: z.string(),
  state: z.enum(requestStates),
  turn: z.enum(turns).nullable().describe('Who is waited for.'),
  requester: PersonNamed,
  provider: Named,
  collection: z.object({ id: z.string(), title: LocalAnswer }).nullable(),
  version: z.int(),
}

/** Moments as the query has them: of hundreds of rows they would take as long as all the rest. */
const InstantText = z.string().meta({ format: 'date-time' })

const dueStates = ['late', 'soon', 'in_time'] as const
export type DueState = (typeof dueStates)[number]

export const RequestListItem = z
  .object({
    ...listed,
    turnSince: InstantText,
    dueAt: InstantText.nullable(),
    submittedAt: InstantText.nullable(),
    waitingDays: z.int().describe('Whole days for which somebody has been waited for.'),
    due: z.enum(dueStates).describe('`soon`: within three days.'),
    itemCount: z.int(),
    firstTitle: LocalAnswer,
    asks: LocalAnswer.nullable().describe('What of samples is asked for, in words.'),
    isYourTurn: z.boolean().describe('You are waited for.'),
    labels: z.array(z.string()).describe('Of stewards alone: empty for others.'),
    claimedBy: PersonNamed.nullable(),
  })
  .meta({ id: 'RequestListItem' })

export const ItemAnswer = z.object({
  id: z.string(),
  record: z.object({ id: z.string(), kind: z.string(), title: LocalAnswer }),
  delivery: z.enum(deliveries),
  quantity: z.number().nullable().describe('In the unit.'),
  unit: z.enum(askedUnits).nullable(),
  loan: z.boolean(),
  target: z.record(z.string(), z.unknown()),
  targetName: LocalAnswer.nullable().describe('The service or lot that is meant.'),
  decision: z
    .object({
      answer: z.enum(answers),
      quantity: z.number().nullable(),
      conditions: z.string().nullable(),
      reason: z.string().nullable(),
      until: InstantAnswer.nullable(),
      agreements: z.array(z.string()),
      at: InstantAnswer,
    })
    .nullable(),
  ended: z.enum(['withdrawn', 'terms_refused', 'revoked']).nullable(),
  appeal: z.enum(['open', 'answered']).nullable(),
  access: z
    .array(z.object({ from: InstantAnswer, until: InstantAnswer.nullable() }))
    .describe('Periods of access to a dataset.'),
  renewalUntil: InstantAnswer.nullable().describe('Asked for and not answered.'),
  shipped: z.number(),
  received: z.number(),
  lost: z.number(),
  returned: z.number(),
  held: z.number().describe('What is still held back for it.'),
  orderId: z.string().nullable(),
  reportedAt: InstantAnswer.nullable(),
})
export type ItemAnswer = z.output<typeof ItemAnswer>

export const RequestAnswer = z
  .object({
    ...listed,
    turnSince: InstantAnswer,
    dueAt: InstantAnswer.nullable(),
    submittedAt: InstantAnswer.nullable(),
    purpose: z.record(z.string(), z.unknown()),
    answers: z.record(z.string(), z.unknown()),
    destination: z
      .string()
      .nullable()
      .describe('ISO 3166-1 alpha-2; null: the recipient’s country.'),
    address: z.string().nullable(),
    lab: Named.nullable(),
    items: z.array(ItemAnswer),
    members: z.array(PersonNamed),
    consent: z
      .object({ person: PersonNamed, state: z.enum(['asked', 'given', 'refused']) })
      .nullable(),
    supervisor: PersonNamed.nullable(),
    acceptances: z.array(z.object({ agreement: z.string(), person: z.string() })),
    shipments: z.array(
      z.object({
        id: z.string(),
        lines: z.array(z.object({ itemId: z.string(), quantity: z.number() })),
        state: z.enum(['under_way', 'received', 'lost']),
      }),
    ),
    events: z.array(
      z.looseObject({
        number: z.int(),
        at: InstantAnswer,
        type: z.enum(eventTypes),
        actor: PersonNamed.nullable(),
        standsInFor: z
          .array(PersonNamed)
          .optional()
          .describe('Who was away, and for whom the actor did it. For those who decide.'),
        person: PersonNamed.optional().describe('Whom it is about.'),
        isPublic: z.boolean(),
      }),
    ),
    sides: z.array(z.enum(sides)).describe('On which sides you stand.'),
    commands: z.array(z.enum(commands)).describe('What you may do now.'),
    internal: z
      .object({
        labels: z.array(z.string()),
        claim: z.object({ person: PersonNamed, until: InstantAnswer }).nullable(),
        assignee: PersonNamed.nullable(),
        reviews: z.array(z.object({ person: PersonNamed, verdict: z.enum(verdicts).nullable() })),
      })
      .nullable()
      .describe('For those who decide.'),
  })
  .meta({ id: 'Request' })
export type RequestAnswer = z.output<typeof RequestAnswer>
