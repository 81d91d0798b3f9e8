import { z } from 'zod'
import { idOf, line, LocalAnswer, Named } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { kinds } from '../../catalog/records/model/record.ts'
import { Quantity } from '../../stock/model.ts'
import { Criteria } from '../../samples/matching/model.ts'
import { deliveries } from '../requests/model/events.ts'
import { askedUnits } from '../requests/model/units.ts'
import { basketRefusals as words } from './words.ts'

/** A basket holds no more. */
export const mostItems = 200

/** What of a record is asked for. */
export const Target = z.strictObject({
  versionId: idOf(words.noVersion).optional().describe('Of a dataset; all versions without it.'),
  fileIds: z.array(idOf(words.noFile)).min(1).max(1000).optional(),
  lotId: idOf(words.noLot).optional().describe('Of an accession, where one lot is meant.'),
  form: line().min(1).max(60).optional().describe('Of an accession: how it is supplied.'),
  criteria: z.string().trim().min(1).max(2000).optional().describe('Which samples, in words.'),
  samples: Criteria.optional().describe('Which samples, and what they are for.'),
  serviceId: idOf(words.noService).optional().describe('Of an instrument.'),
})
export type Target = z.output<typeof Target>

export const NewItem = z
  .strictObject({
    record: idOf(words.noRecord),
    quantity: Quantity.optional().describe('In `unit`; what is usual without it.'),
    unit: z.enum(askedUnits).optional(),
    isLoan: z.boolean().default(false).describe('Material is given back.'),
    target: Target.prefault({}),
  })
  .meta({ id: 'NewBasketItem' })
export type NewItem = z.output<typeof NewItem>

/** Replaces the whole basket. */
export const NewBasket = z.strictObject({ items: z.array(NewItem).max(mostItems) })

/** What of an item may be changed. */
export const ItemChange = z.strictObject({
  quantity: Quantity.optional(),
  unit: z.enum(askedUnits).optional(),
  criteria: z.string().trim().min(1).max(2000).optional(),
  samples: Criteria.nullable().optional().describe('Null: none.'),
})
export type ItemChange = z.output<typeof ItemChange>

/** `gone`: withdrawn, or hidden from who asks · `not_offered`: it cannot be asked for now · both are skipped. */
export const itemStates = ['ready', 'incomplete', 'not_offered', 'gone'] as const
export type ItemState = (typeof itemStates)[number]

export const ItemAnswer = z
  .object({
    id: z.string(),
    record: z.object({
      id: z.string(),
      kind: z.enum(kinds).nullable().describe('Null of one that is no longer for you to see.'),
      title: LocalAnswer,
    }),
    institution: Named.nullable().describe('Who provides it.'),
    delivery: z.enum(deliveries),
    quantity: z.number().nullable(),
    unit: z.enum(askedUnits).nullable(),
    isLoan: z.boolean(),
    target: z.looseObject({}),
    addedAt: InstantAnswer,
    price: z
      .object({ zh: z.string(), en: z.string() })
      .nullable()
      .describe('What so much of it costs now; null: nothing. It is fixed when it is approved.'),
    state: z.enum(itemStates),
    sentence: z
      .object({ zh: z.string(), en: z.string() })
      .nullable()
      .describe('Why it is skipped, or what is missing.'),
  })
  .meta({ id: 'BasketItem' })
