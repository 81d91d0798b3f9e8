import { z } from 'zod'
import { kinds as recordKinds } from '../../catalog/records/model/record.ts'
import { oneOfKind } from '../../catalog/records/words.ts'
import { form } from '../../core/form.ts'
import { idOf, LocalAnswer, LocalName, Named, optionalText } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { deliveries } from '../requests/model/events.ts'
import { ShownText } from './rules/seal.ts'
import { faultsOf } from './rules/text.ts'
import {
  agreementKindNames,
  agreementRefusals as refusals,
  agreementWords as words,
  deliveryNames,
} from './words/agreements.ts'

export const agreementKinds = ['mta', 'smta', 'dua', 'instrument', 'other'] as const
export type AgreementKind = (typeof agreementKinds)[number]
export const agreementStateList = ['draft', 'published', 'archived'] as const
export type AgreementState = (typeof agreementStateList)[number]

const mostLetters = 40_000

const body = optionalText(mostLetters).superRefine((text, issues) => {
  for (const found of faultsOf(text ?? '')) {
    const message =
      found.fault === 'unknown'
        ? refusals.unknownName(found.name)
        : refusals.strayBraces(found.line)
    issues.addIssue({ code: 'custom', message: message.en, params: { text: message } })
  }
})

/** The text in both languages, of which a draft may lack either. */
const Body = z
  .strictObject({ zh: body.optional(), en: body.optional() })
  .transform(({ zh, en }) => ({ zh: zh ?? null, en: en ?? null }))

const bodyField = { as: 'longPair', label: words.body, hint: words.bodyHint } as const
const noBody = { zh: null, en: null }

const settings = {
  title: LocalName,
  kind: z.enum(agreementKinds),
  isDefault: z.boolean().default(false),
  recordKinds: z.array(z.enum(recordKinds)).max(recordKinds.length).default([]),
  deliveries: z.array(z.enum(deliveries)).max(deliveries.length).default([]),
}
const settingFields = {
  title: { as: 'pair', label: words.title },
  kind: { as: 'choice', label: words.kind, names: agreementKindNames },
  isDefault: { as: 'yesNo', label: words.isDefault, hint: words.isDefaultHint },
  recordKinds: {
    as: 'choices',
    label: words.recordKinds,
    names: oneOfKind,
    hint: words.scopeHint,
  },
  deliveries: {
    as: 'choices',
    label: words.deliveries,
    names: deliveryNames,
    hint: words.scopeHint,
  },
} as const

/** Whose it is does not change afterwards. */
export const agreementForm = form(
  z.strictObject({
    institution: idOf(refusalWords.noInstitution).optional(),
    collection: idOf(refusals.noCollection).optional(),
    ...settings,
    body: Body.default(noBody),
  }),
  {
    institution: { as: 'reference', label: words.institution, hint: words.institutionHint },
    collection: { as: 'reference', label: words.collection },
    ...settingFields,
    body: bodyField,
  },
)
export type NewAgreement = z.output<typeof agreementForm.schema>

export const agreementEdit = form(z.strictObject(settings), settingFields)
export type AgreementChange = z.output<typeof agreementEdit.edit.schema>

export const textForm = form(z.strictObject({ body: Body.default(noBody) }), { body: bodyField })
export type NewText = z.output<typeof textForm.schema>
export type TextChange = z.output<typeof textForm.edit.schema>

export const agreementFilter = form(
  z.strictObject({
    institution: idOf(refusalWords.noInstitution).optional(),
    kind: z.enum(agreementKinds).optional(),
  }),
  {
    institution: { as: 'reference', label: words.institution },
    kind: { as: 'choice', label: words.kind, names: agreementKindNames },
  },
)
export type AgreementFilter = z.output<typeof agreementFilter.schema>

const { body: _, ...answered } = agreementForm.answer

export const AgreementAnswer = z
  .object({
    id: z.string(),
    ...answered,
    institution: Named.nullable().describe('Null: of the catalogue, for all.'),
    collection: Named.nullable(),
    state: z.enum(agreementStateList),
    newest: z
      .object({ id: z.string(), number: z.int() })
      .nullable()
      .describe('The text that is accepted now.'),
    version: z.int(),
    archivedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Agreement' })

export const AgreementTextAnswer = z
  .object({
    id: z.string().describe('What requests name as an agreement.'),
    agreementId: z.string(),
    number: z.int(),
    body: LocalAnswer,
    publishedAt: InstantAnswer.nullable(),
    sha256: z.string().nullable().describe('Of both bodies, once it is published.'),
    version: z.int(),
  })
  .meta({ id: 'AgreementText' })

/** What is accepted, by the hash of what was shown. */
export const Acceptance = z.strictObject({
  agreement: z.string().describe('The id of the text, as `decision.agreements` has it.'),
  sha256: z
    .string()
    .describe('Of what you were shown: see `GET /requests/{id}/agreements/{text}`.'),
})
export type Acceptance = z.output<typeof Acceptance>

export const Refusal = Acceptance.pick({ agreement: true })

export const PresentedAnswer = z
  .object({
    textId: z.string(),
    agreementId: z.string(),
    kind: z.enum(agreementKinds),
    title: LocalAnswer,
    number: z.int(),
    round: z.int().describe('Of the request’s content; one that was changed is accepted again.'),
    shown: ShownText.describe('The whole text, filled in, in both languages.'),
    sha256: z.string().describe('Of what is shown: send it to accept.'),
    acceptances: z.array(
      z.object({
        person: z.object({ id: z.string(), name: z.string() }),
        acceptedAt: InstantAnswer,
        sha256: z.string(),
        round: z.int(),
      }),
    ),
  })
  .meta({ id: 'PresentedAgreement' })
