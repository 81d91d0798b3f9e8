import { z } from 'zod'
import { LocalAnswer, Named } from '../../core/shapes.ts'
import { AvailabilityAnswer } from '../../stock/lots/model.ts'

/** What somebody may do next to get a thing; `contact`: write to whom it belongs. */
export const acts = [
  'book',
  'train',
  'download',
  'accept_terms',
  'sign_in',
  'add',
  'order',
  'contact',
  'none',
] as const
export type Act = (typeof acts)[number]

/** Why this is the way, for programs. */
export const wayCodes = [
  'draft',
  'withdrawn',
  'closed',
  'book',
  'book_signed_in',
  'qualify',
  'out_of_use',
  'order_only',
  'not_for_you',
  'download',
  'accept_terms',
  'sign_in',
  'request_files',
  'renew_files',
  'not_given',
  'no_files',
  'request_material',
  'request_signed_in',
  'none_available',
  'request_samples',
] as const
export type WayCode = (typeof wayCodes)[number]

/** `blocked` and `condition`: what the law says of giving it; the others are asked for. */
export const paperKinds = ['blocked', 'permit', 'condition', 'agreement', 'consent'] as const
export type PaperKind = (typeof paperKinds)[number]

const Said = z.object({ zh: z.string(), en: z.string() })

export const WayAnswer = z
  .object({
    code: z.enum(wayCodes),
    act: z.enum(acts).describe('What the main button of its page does, for who asks.'),
    sentence: Said,
    href: z.string().nullable().describe('Where that is done; for `add`, POST it there.'),
    provider: z
      .object({
        institution: Named,
        collection: z.object({ id: z.string(), title: LocalAnswer }).nullable(),
        hasSteward: z.boolean().describe('Whether anybody decides about requests now.'),
        mailbox: z.string().nullable(),
      })
      .describe('Who answers requests for it.'),
    contact: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
    availability: AvailabilityAnswer.nullable().describe('Of germplasm that is kept in stock.'),
    usualAnswerDays: z
      .number()
      .nullable()
      .describe(
        'Median of working days until the provider answers; null while there are no figures.',
      ),
    price: Said.nullable().describe(
      'What it costs who asks; null where it is not theirs to ask for.',
    ),
    papers: z
      .array(
        z.object({
          kind: z.enum(paperKinds),
          title: Said,
          clause: Said.nullable(),
          href: z.string().nullable(),
        }),
      )
      .describe('What the law says of giving it to who asks, and what will be asked of them.'),
    answersWithinDays: z.int().describe('Working days within which the provider means to answer.'),
    asksConsent: z.boolean().describe('A supervisor has to agree before the provider decides.'),
  })
  .meta({ id: 'Way', description: 'How who asks gets the thing itself.' })
