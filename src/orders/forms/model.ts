import { z } from 'zod'
import { form } from '../../core/form.ts'
import { LocalLong, LocalName, line, saying } from '../../core/shapes.ts'
import { conditionIssues } from './rules.ts'
import { fieldTypeNames, formWords as words } from './words.ts'

export const fieldTypes = [
  'text',
  'long',
  'number',
  'date',
  'email',
  'choice',
  'choices',
  'yes_no',
  'table',
  'file',
  'label',
] as const
export type FieldType = (typeof fieldTypes)[number]

export const mostFields = 30
export const mostTableRows = 50

const Key = z.string().regex(/^[a-z][a-z\d_]{0,39}$/)
const Listed = (most: number) => z.array(line().min(1).max(100)).max(most).optional()

const Field = z
  .strictObject({
    key: Key,
    type: z.enum(fieldTypes),
    label: LocalName,
    help: LocalLong.optional(),
    required: z.boolean().default(false),
    unit: line().max(20).optional().describe('Of a number.'),
    choices: Listed(30).describe('Of a choice: Chinese and English may be separated by `|`.'),
    columns: Listed(8).describe('Of a table, from left to right.'),
    when: z
      .strictObject({ field: Key, is: z.union([z.boolean(), line().min(1).max(100)]) })
      .optional()
      .describe('Asked only when an earlier choice or yes-or-no field has this answer.'),
  })
  .refine(({ type, choices }) => !type.startsWith('choice') || (choices?.length ?? 0) > 1, {
    path: ['choices'],
    ...saying(words.twoChoices),
  })
  .refine(({ type, columns }) => type !== 'table' || (columns?.length ?? 0) > 0, {
    path: ['columns'],
    ...saying(words.oneColumn),
  })
export type Field = z.output<typeof Field>

export const Fields = z
  .array(Field)
  .max(mostFields)
  .refine(
    (fields) => new Set(fields.map(({ key }) => key)).size === fields.length,
    saying(words.oneKey),
  )
  .superRefine((fields, ctx) => {
    for (const { at, message } of conditionIssues(fields))
      ctx.addIssue({
        code: 'custom',
        path: [at, 'when'],
        message: message.en,
        params: { text: message },
      })
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
    columns: line().optional(),
    when: z.string().optional(),
    required: z.boolean(),
  }),
  {
    label: { as: 'pair', label: words.label },
    help: { as: 'pair', label: words.help },
    type: { as: 'choice', label: words.fieldType, names: fieldTypeNames },
    unit: { as: 'text', label: words.fieldUnit, short: true },
    choices: { as: 'text', label: words.choices, hint: words.choicesHint },
    columns: { as: 'text', label: words.columns, hint: words.columnsHint },
    when: { as: 'reference', label: words.when },
    required: { as: 'yesNo', label: words.required },
  },
)

const text = z.string().max(5000)
const Answer = z.union([
  text,
  z.number(),
  z.boolean(),
  z.array(z.string().max(100)).max(30).describe('Of several choices.'),
  z
    .array(z.array(z.string().max(500)).max(8))
    .max(mostTableRows)
    .describe('Of a table: rows, each with a cell per column.'),
])
export type Answer = z.output<typeof Answer>
export const Answers = z.record(z.string(), Answer)
export type Answers = z.output<typeof Answers>
