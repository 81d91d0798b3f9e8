import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, LocalName, line, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { fillOrderNames, namingNames, placeTypeNames, placeWords as words } from './words.ts'

/** How many places may stand inside each other. */
export const mostDepth = 10

export const placeTypes = [
  'building',
  'room',
  'field',
  'freezer',
  'tank',
  'cabinet',
  'shelf',
  'rack',
  'drawer',
  'box',
  'position',
] as const
export type PlaceType = (typeof placeTypes)[number]

/** How the wells of a box are called: A1 (letters down, numbers across), or 1 to the last in reading order. */
export const wellNamings = ['letters', 'numbers'] as const
export type WellNaming = (typeof wellNamings)[number]

/** Which well is filled after the last one. */
export const fillOrders = ['rows', 'columns'] as const
export type FillOrder = (typeof fillOrders)[number]

const side = z.int().min(1).max(100)

/** A place by its id, or by its path: the codes from the top down, parted by `/`. */
export const PlacePath = line().min(1).max(500)

const described = {
  type: z.enum(placeTypes),
  code: line()
    .min(1)
    .max(40)
    .refine((code) => !code.includes('/'), saying(words.badCode)),
  name: LocalName.optional(),
  parent: PlacePath.optional(),
  holdsOne: z.boolean().default(false),
  rows: side.optional(),
  columns: side.optional(),
  wellNames: z.enum(wellNamings).default('letters'),
  fillOrder: z.enum(fillOrders).default('rows'),
  capacity: z.int().min(1).max(1_000_000).optional(),
  awaitsDestruction: z.boolean().default(false),
}
const fields = {
  type: { as: 'choice', label: { zh: '类型', en: 'Type' }, names: placeTypeNames },
  code: { as: 'text', label: { zh: '编号', en: 'Code' }, hint: words.codeHint, short: true },
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  parent: { as: 'text', label: { zh: '上级位置', en: 'Parent location' }, hint: words.parentHint },
  holdsOne: {
    as: 'yesNo',
    label: { zh: '仅放一件', en: 'Holds one item' },
    hint: words.holdsOneHint,
  },
  rows: { as: 'number', label: { zh: '行数', en: 'Rows' }, hint: words.gridHint },
  columns: { as: 'number', label: { zh: '列数', en: 'Columns' } },
  wellNames: { as: 'choice', label: { zh: '孔位编号', en: 'Well names' }, names: namingNames },
  fillOrder: { as: 'choice', label: { zh: '装入顺序', en: 'Fill order' }, names: fillOrderNames },
  capacity: { as: 'number', label: { zh: '容量', en: 'Capacity' }, hint: words.capacityHint },
  awaitsDestruction: {
    as: 'yesNo',
    label: { zh: '待销毁区', en: 'Awaiting destruction' },
    hint: words.awaitsDestructionHint,
  },
} as const
const institution = idOf(refusalWords.noInstitution)

const NewPlace = z.strictObject({ institution, ...described })
export type NewPlace = z.output<typeof NewPlace>
export const placeForm = form(NewPlace, {
  institution: { as: 'reference', label: { zh: '单位', en: 'Institution' } },
  ...fields,
})

/** Moved by another `parent`. Whose place it is does not change. */
export const placeEdit = form(z.strictObject({ ...described, blocked: z.boolean() }), {
  ...fields,
  blocked: { as: 'yesNo', label: words.blocked, hint: words.blockedHint },
})
export type PlaceChange = z.output<typeof placeEdit.edit.schema>

export const placeFilter = form(z.strictObject({ institution: institution.optional() }), {
  institution: { as: 'reference', label: placeForm.labels.institution },
})
export type PlaceFilter = z.output<typeof placeFilter.schema>

/** A place by its path. */
export const PlaceRef = z.object({ id: z.string(), path: z.string() })

export const PlaceAnswer = z
  .object({
    id: z.string(),
    ...placeForm.answer,
    parent: PlaceRef.nullable(),
    path: z.string().describe('The codes from the top down, parted by `/`.'),
    placeCount: z.int().describe('Places directly inside.'),
    lotCount: z.int().describe('Lots that lie there or anywhere further inside.'),
    sampleCount: z.int().describe('Samples that are there or anywhere further inside.'),
    blockedAt: InstantAnswer.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Place' })
