import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, LocalName, line, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { placeTypeNames, placeWords as words } from './words.ts'

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
}
const fields = {
  type: { as: 'choice', label: { zh: '类型', en: 'Type' }, names: placeTypeNames },
  code: { as: 'text', label: { zh: '编号', en: 'Code' }, hint: words.codeHint, short: true },
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  parent: { as: 'text', label: { zh: '上级位置', en: 'Parent place' }, hint: words.parentHint },
  holdsOne: {
    as: 'yesNo',
    label: { zh: '只放一件', en: 'Holds one thing' },
    hint: words.holdsOneHint,
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
    blockedAt: InstantAnswer.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Place' })
