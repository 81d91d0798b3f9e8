import { z } from 'zod'
import type { Kind } from '../../catalog/records/model/record.ts'
import { kindNames } from '../../catalog/records/words.ts'
import { form } from '../../core/form.ts'
import { idOf, LocalAnswer, Named } from '../../core/shapes.ts'
import { providerWords as words } from './words.ts'

/** Who answers: an institution, or one of its collections. */
export type Provider = { institutionId: string; collectionId: string | null }

const days = z.int().min(1).max(90)

/** Where answers about a kind of thing take longer or shorter: the field of each kind. */
export const daysFields = {
  instrument: 'instrumentDays',
  dataset: 'datasetDays',
  accession: 'accessionDays',
  collection: 'collectionDays',
} as const satisfies Record<Kind, string>

const daysByKind = {
  instrumentDays: days.optional(),
  datasetDays: days.optional(),
  accessionDays: days.optional(),
  collectionDays: days.optional(),
}

/** How a provider answers requests. */
const Chosen = z.strictObject({
  answerDays: days,
  quorum: z.int().min(0).max(9),
  needsConsent: z.boolean().default(false),
  appealDays: z.int().min(0).max(365),
  reportMonths: z.int().min(1).max(60).optional(),
  mailbox: z.email().max(254).optional(),
  ...daysByKind,
})
export type ChosenSettings = z.output<typeof Chosen>

const daysOf = (kind: Kind) =>
  ({
    as: 'number',
    unit: 'd',
    label: words.answerDaysOf(kindNames[kind]),
    hint: words.answerDaysOfHint,
  }) as const

export const settingsForm = form(Chosen, {
  answerDays: { as: 'number', unit: 'd', label: words.answerDays, hint: words.answerDaysHint },
  quorum: { as: 'number', label: words.quorum, hint: words.quorumHint },
  needsConsent: { as: 'yesNo', label: words.needsConsent, hint: words.needsConsentHint },
  appealDays: { as: 'number', unit: 'd', label: words.appealDays, hint: words.appealDaysHint },
  reportMonths: { as: 'number', label: words.reportMonths, hint: words.reportMonthsHint },
  mailbox: { as: 'text', type: 'email', label: words.mailbox, hint: words.mailboxHint },
  instrumentDays: daysOf('instrument'),
  datasetDays: daysOf('dataset'),
  accessionDays: daysOf('accession'),
  collectionDays: daysOf('collection'),
})

export type Settings = {
  answerDays: number
  /** Where answers about a kind of thing take longer or shorter. */
  answerDaysByKind: Record<string, number>
  quorum: number
  needsConsent: boolean
  appealDays: number
  reportMonths: number | null
  mailbox: string | null
}

/** Of a provider that has chosen nothing. */
export const defaultSettings: Settings = {
  answerDays: 10,
  answerDaysByKind: {},
  quorum: 0,
  needsConsent: false,
  appealDays: 30,
  reportMonths: 12,
  mailbox: null,
}

/** Of a collection of the institution, where one is named. */
export const CollectionAsked = z.object({ collection: idOf(words.noCollection).optional() })

export const ProviderAnswer = z
  .object({
    institution: Named,
    collection: z.object({ id: z.string(), title: LocalAnswer }).nullable(),
    ...settingsForm.answer,
    isOwn: z
      .boolean()
      .describe('False where nothing was chosen: the institution’s, or what holds by default.'),
    version: z.int().describe('0 where nothing was chosen.'),
  })
  .meta({ id: 'RequestProvider' })
