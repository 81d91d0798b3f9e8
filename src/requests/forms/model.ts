import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, LocalName, Named, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { Fields } from '../../orders/forms/model.ts'
import { requestFormWords as words } from './words.ts'

export const formStates = ['draft', 'current', 'past'] as const
export type FormState = (typeof formStates)[number]

const titled = { title: LocalName }
const titleField = { title: { as: 'pair', label: words.title } } as const

/** Whose form it is, and what it is called. */
export const newForm = form(
  z
    .strictObject({
      ...titled,
      institution: idOf(words.noInstitution).optional(),
      collection: idOf(words.noCollection).optional(),
    })
    .refine(({ institution, collection }) => Boolean(institution) !== Boolean(collection), {
      path: ['institution'],
      ...saying(words.oneOwner),
    }),
  {
    ...titleField,
    institution: { as: 'reference', label: words.institution, hint: words.institutionHint },
    collection: { as: 'reference', label: words.collection },
  },
)
export const NewForm = newForm.schema.safeExtend({ fields: Fields.default([]) })
export type NewForm = z.output<typeof NewForm>

export const formEdit = form(z.strictObject(titled), titleField)
export const FormChange = z.strictObject({
  title: LocalName.exactOptional(),
  fields: Fields.exactOptional(),
})
export type FormChange = z.output<typeof FormChange>

export const formFilter = form(
  z.strictObject({ institution: idOf(words.noInstitution).optional() }),
  { institution: { as: 'reference', label: words.institution } },
)
export type FormFilter = z.output<typeof formFilter.schema>

export const AnswerFileAnswer = z
  .object({
    id: z.string(),
    field: z.string().describe('The key of the field that it answers.'),
    name: z.string(),
    sizeBytes: z.number(),
    addedAt: InstantAnswer,
  })
  .meta({ id: 'RequestAnswerFile' })

export const RequestFormAnswer = z
  .object({
    id: z.string(),
    institution: Named,
    collection: Named.nullable().describe('The collection whose form it is, if not of all.'),
    number: z.int().describe('Which version of its provider’s form it is.'),
    ...formEdit.answer,
    fields: Fields,
    state: z.enum(formStates).describe('Requests answer the current one.'),
    version: z.int(),
    publishedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'RequestForm' })
