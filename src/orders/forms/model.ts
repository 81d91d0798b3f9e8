import { z } from 'zod'
import { form } from '../../core/form.ts'
import { LocalLong, LocalName, line } from '../../core/shapes.ts'
import { fieldTypeNames, formWords as words } from './words.ts'

export const fieldTypes = ['text', 'number', 'choice', 'yes_no', 'file'] as const
export type FieldType = (typeof fieldTypes)[number]

const Field = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z\d_]{0,39}$/),
    type: z.enum(fieldTypes),
    label: LocalName,
    help: LocalLong.optional(),
    required: z.boolean().default(false),
    unit: line().max(20).optional().describe('Of a number.'),
    choices: z.array(line().min(1).max(100)).max(30).optional().describe('Of a choice.'),
  })
  .refine(({ type, choices }) => type !== 'choice' || (choices?.length ?? 0) > 1, {
    path: ['choices'],
    error: 'A choice has two answers at least.',
    params: {
      text: { zh: '单选题至少要有两个选项。', en: 'A choice has two answers at least.' },
    },
  })
export type Field = z.output<typeof Field>

export const Fields = z
  .array(Field)
  .max(30)
  .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, {
    error: 'Two fields have one key.',
    params: { text: { zh: '两个字段的代码相同。', en: 'Two fields have the same key.' } },
  })

export type Fields = z.output<typeof Fields>

/** A field as staff type it: a row without a name is none. */
export const fieldForm = form(
  z.strictObject({
    label: LocalName.optional(),
    help: LocalLong.optional(),
    type: z.enum(fieldTypes),
    unit: line().optional(),
    choices: line().optional(),
    required: z.boolean(),
  }),
  {
    label: { as: 'pair', label: words.label },
    help: { as: 'pair', label: words.help },
    type: { as: 'choice', label: words.fieldType, names: fieldTypeNames },
    unit: { as: 'text', label: words.fieldUnit, short: true },
    choices: { as: 'text', label: words.choices },
    required: { as: 'yesNo', label: words.required },
  },
)

const Answer = z.union([z.string().max(5000), z.number(), z.boolean()])
export const Answers = z.record(z.string(), Answer)
export type Answers = z.output<typeof Answers>
