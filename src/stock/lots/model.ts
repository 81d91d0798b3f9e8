import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, Named, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { CodedLot, Quantity, QuantityOrNone, TitledRecord, units } from '../model.ts'
import { PlacePath, PlaceRef } from '../places/model.ts'
import { placeWords } from '../places/words.ts'
import { codeIn } from '../rules.ts'
import { stockWords, unitNames } from '../words/common.ts'
import { levelNames, lotWords as words, originNames } from './words.ts'

/** What a lot may come of; `split` and `merged` follow from what was done. */
export const origins = ['received', 'harvested', 'split', 'merged'] as const
/**
 * `low`: not one whole request can be met without touching the critical reserve. `below_reserve`: there is less than
 * the reserve itself.
 */
export const levels = ['enough', 'low', 'below_reserve', 'empty'] as const
export type Level = (typeof levels)[number]

/** It stands in bar codes, and in lists parted by commas; behind `#` a label has the number of the replicate. */
export const LotCode = line().refine(
  (code) => /^[A-Za-z0-9][A-Za-z0-9._\-/()+:]{0,59}$/.test(code),
  saying(words.badCode),
)

/** A lot as it was typed or scanned: its code, or what stands on its label. */
export const ScannedLot = line().max(500).overwrite(codeIn).min(1)

const kept = {
  code: LotCode,
  place: PlacePath.optional(),
  thousandSeedGrams: z.number().min(0.000_001).max(5_000_000).optional(),
  generation: z.int().min(0).max(1000).optional(),
  criticalReserve: QuantityOrNone.default(0),
  requestMax: Quantity.optional(),
  isOffered: z.boolean().default(true),
  note: z.string().trim().max(2000).optional(),
}
const fields = {
  code: {
    as: 'text',
    label: { zh: '批次编号', en: 'Lot code' },
    hint: words.codeHint,
    short: true,
  },
  place: { as: 'text', label: words.place, hint: placeWords.placeHint },
  thousandSeedGrams: {
    as: 'number',
    unit: 'g',
    label: { zh: '千粒重', en: 'Thousand-seed weight' },
    hint: words.weightHint,
  },
  generation: { as: 'number', label: { zh: '世代数', en: 'Generation' } },
  criticalReserve: {
    as: 'number',
    label: { zh: '保底量', en: 'Minimum stock' },
    hint: words.reserveHint,
  },
  requestMax: {
    as: 'number',
    label: { zh: '单次最多提供', en: 'Maximum per request' },
    hint: words.requestMaxHint,
  },
  isOffered: { as: 'yesNo', label: { zh: '对外提供', en: 'Available to others' } },
  note: { as: 'long', label: { zh: '备注', en: 'Note' } },
} as const

const NewLot = z
  .strictObject({
    ...kept,
    unit: z.enum(units),
    quantity: QuantityOrNone.optional(),
    origin: z.enum(['received', 'harvested']).default('received'),
    parent: ScannedLot.optional(),
  })
  .refine(({ origin, generation }) => origin !== 'harvested' || generation !== undefined, {
    path: ['generation'],
    ...saying(words.generationNeeded),
  })
export type NewLot = z.output<typeof NewLot>
const { code: codeField, ...otherFields } = fields
export const lotForm = form(NewLot, {
  code: codeField,
  unit: { as: 'choice', label: stockWords.unit, names: unitNames },
  quantity: { as: 'number', label: stockWords.quantity, hint: words.quantityHint },
  ...otherFields,
  origin: {
    as: 'choice',
    label: words.origin,
    names: { received: originNames.received, harvested: originNames.harvested },
  },
  parent: { as: 'text', type: 'scan', label: words.parents, hint: words.parentHint, short: true },
})

/** The unit of a lot does not change: its ledger is in it. */
export const lotEdit = form(z.strictObject(kept), fields)
export type LotChange = z.output<typeof lotEdit.edit.schema>

export const lotFilter = form(
  z.strictObject({
    code: ScannedLot.optional(),
    level: z.enum(levels).optional(),
    place: PlacePath.optional(),
    institution: idOf(refusalWords.noInstitution).optional(),
    show: z.enum(['used', 'frozen']).optional(),
  }),
  {
    code: { as: 'text', type: 'search', label: codeField.label },
    level: {
      as: 'choice',
      label: words.level,
      names: {
        enough: levelNames.enough.text,
        low: levelNames.low.text,
        below_reserve: levelNames.below_reserve.text,
        empty: levelNames.empty.text,
      },
    },
    place: { as: 'text', label: words.place },
    institution: { as: 'reference', label: { zh: '单位', en: 'Institution' } },
    show: {
      as: 'choice',
      label: { zh: '状态', en: 'Status' },
      names: { used: { zh: '在用', en: 'In use' }, frozen: words.frozen },
    },
  },
)
export type LotFilter = z.output<typeof lotFilter.schema>

export const LotAnswer = z
  .object({
    id: z.string(),
    ...lotEdit.answer,
    record: TitledRecord,
    institution: Named,
    unit: z.enum(units),
    place: PlaceRef.nullable(),
    origin: z.enum(origins),
    parents: z.array(CodedLot),
    balance: z.number().describe('In units of the lot, as all quantities.'),
    reserved: z.number(),
    free: z.number().describe('What can be picked without touching the critical reserve.'),
    level: z.enum(levels),
    isOpenHarvest: z.boolean().describe('Still weighed in: nothing is taken.'),
    frozenAt: InstantAnswer.nullable(),
    frozenReason: z.string().nullable(),
    createdAt: InstantAnswer,
    version: z.int(),
  })
  .meta({ id: 'Lot' })

export const freezingForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: stockWords.reason },
})
export type Freezing = z.output<typeof freezingForm.schema>

/** What everybody learns of a record's stock. */
export const AvailabilityAnswer = z
  .object({
    text: z.object({ zh: z.string(), en: z.string() }),
    byUnit: z.array(
      z.object({
        unit: z.enum(units),
        about: z.number().describe('Rounded down to two figures.'),
        requestMax: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'Availability' })
