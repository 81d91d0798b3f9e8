import { z } from 'zod'
import type { Field } from '../../core/fields.ts'
import { form } from '../../core/form.ts'
import { LocalLong, LocalName, saying } from '../../core/shapes.ts'
import type { Text } from '../../core/text.ts'
import { InstantAnswer } from '../../core/time.ts'
import { accessionFields, accessionProfiles, profileFields } from '../model/accession.ts'
import { libraryKindNames, libraryWords as words } from './words.ts'

const profiles = ['plant', 'microbe', 'animal'] as const
const [plant, microbe, animal] = accessionProfiles

const allFields: readonly Field[] = [
  ...accessionFields,
  ...Object.values(profileFields).flatMap((fields) => [...fields]),
]
const fieldNames: Readonly<Record<string, Text>> = Object.fromEntries(
  allFields.map(({ key, label }) => [key, label]),
)

const described = {
  name: LocalName,
  about: LocalLong.default({ zh: null, en: null }),
  kind: z.enum(['accession', 'collection']).default('accession'),
  profile: z.enum(profiles).optional(),
  highlights: z
    .array(z.string().refine((key) => key in fieldNames, saying(words.unknownHighlight)))
    .max(12)
    .default([]),
  position: z.int().min(0).max(10_000).default(100),
}
const fields = {
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  about: { as: 'longPair', label: { zh: '简介', en: 'About' } },
  kind: { as: 'choice', label: { zh: '收录', en: 'Holdings' }, names: libraryKindNames },
  profile: {
    as: 'choice',
    label: { zh: '专业类型', en: 'Profile' },
    names: { plant: plant.label, microbe: microbe.label, animal: animal.label },
  },
  position: { as: 'number', label: { zh: '排列次序', en: 'Position in the list' } },
  highlights: {
    as: 'choices',
    label: { zh: '优先显示的描述', en: 'Fields shown first' },
    hint: {
      zh: '最能说明该库资源的字段，在资源页上优先显示；最多 12 个。',
      en: 'Fields that best describe the library’s records; shown first on their pages. Up to 12.',
    },
    names: fieldNames,
  },
} as const

const code = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, saying(words.badCode))

const NewLibrary = z.strictObject({ code, ...described })
export type NewLibrary = z.output<typeof NewLibrary>
export const libraryForm = form(NewLibrary, {
  code: { as: 'text', label: words.code, hint: words.codeHint, short: true },
  ...fields,
})

/** Its code is in every record that it has, and stays. */
export const libraryEdit = form(z.strictObject({ ...described, closed: z.boolean() }), {
  ...fields,
  closed: { as: 'yesNo', label: words.closed, hint: words.closedHint },
})
export type LibraryChange = z.output<typeof libraryEdit.edit.schema>
export type Library = Omit<z.output<typeof libraryEdit.schema>, 'closed'>

const { code: _, ...answered } = libraryForm.answer

export const LibraryAnswer = z
  .object({
    id: z.string().describe('Its code in vocabulary `library`'),
    ...answered,
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Library' })

export const TaxonCounts = z
  .object({
    total: z.object({ value: z.int(), relation: z.enum(['eq', 'gte']) }),
    taxa: z.array(
      z.object({
        path: z.array(z.string()).describe('Family, genus and species, as far as they are known'),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'TaxonCounts' })
