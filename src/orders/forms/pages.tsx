import type { Typed } from '../../core/form.ts'
import { FormField } from '../../web/components/form-field.tsx'
import { Fields } from '../../web/fields.tsx'
import { type Filled, namedUnder, typedWithin } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { partWords } from '../../web/words.ts'
import { type Field, fieldForm } from './model.ts'
import { formWords as words } from './words.ts'

const blankRows = 3
const mostRows = 33
const separator = '；'

/** A form's fields as they open to be edited, with blank rows for further ones. */
export function openFields(fields: readonly Field[]): Typed {
  const count = fields.length + blankRows
  const rows = Array.from({ length: count }, (_, n) => {
    const { key = '', choices, ...field } = fields[n] ?? { type: 'text' }
    const typed = fieldForm.open({ ...field, choices: choices?.join(separator) })
    return namedUnder(`fields.${n}`, { ...typed, key: [key] })
  })
  return Object.assign({ rows: [String(count)] }, ...rows)
}

/** The fields that were typed, as the API takes them. */
export const readFields = (typed: Typed) =>
  rowsOf(typed).flatMap((at) => fieldIn(typedWithin(at, typed)))

/** Names of the rows that a form has. */
const rowsOf = ({ rows }: Typed) =>
  Array.from(
    { length: Math.min(mostRows, Number(rows?.[0]) || blankRows) },
    (_, n) => `fields.${n}`,
  )

function fieldIn(typed: Typed) {
  const { unit, choices: _, ...field } = fieldForm.read(typed)
  const { label, type } = field
  if (label === undefined) return []
  return [
    {
      ...field,
      key: typed['key']?.[0] || `field_${crypto.randomUUID().slice(0, 8)}`,
      ...(type === 'number' && unit !== undefined && { unit }),
      ...(type === 'choice' && { choices: listed(typed['choices']?.[0] ?? '') }),
    },
  ]
}

const listed = (text: string) =>
  text
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** Where staff write what the form asks, a row each. */
export const FieldRows = ({ form }: { form: Filled }) => (
  <>
    <h2>
      <Local text={words.form} />
    </h2>
    <p class="quiet">
      <Local text={words.formLead} />
    </p>
    <input type="hidden" name="rows" value={form.value('rows')} />
    {rowsOf(form.typed).map((at, n) => (
      <details class="order-row" open={n === 0 || fieldIn(typedWithin(at, form.typed)).length > 0}>
        <summary>
          <Local text={words.fieldN(n + 1)} />
        </summary>
        <input type="hidden" name={`${at}.key`} value={form.value(`${at}.key`)} />
        <Fields of={fieldForm} form={form} at={at} />
      </details>
    ))}
  </>
)

/** An answer, as the field asks for it. */
export function AnswerField({ field, form }: { field: Field; form: Filled }) {
  const name = `answers.${field.key}`
  const { label, required, help } = field
  const hint = help?.zh || help?.en ? help : undefined
  const common = { name, label, required, hint, error: form.error(name) }
  const value = form.value(name)
  if (field.type === 'file') return <FormField {...common} type="file" />
  if (field.type === 'number')
    return <FormField {...common} type="number" value={value} unit={field.unit} />
  if (field.type === 'yes_no')
    return <FormField {...common} type="select" value={value} choices={yesOrNo} />
  if (field.type === 'choice') {
    const choices = (field.choices ?? []).map((one) => ({
      value: one,
      label: { zh: one, en: one },
    }))
    return <FormField {...common} type="select" value={value} choices={choices} />
  }
  return <FormField {...common} type="textarea" value={value} rows={2} />
}

const yesOrNo = [
  { value: 'yes', label: partWords.yes },
  { value: 'no', label: partWords.no },
]

/** What was answered to a field; nothing where it was left blank. */
export function answerIn(
  form: Filled,
  { key, type }: Field,
): [string, string | number | boolean][] {
  const text = form.value(`answers.${key}`).trim()
  if (text === '' || type === 'file') return []
  if (type === 'yes_no') return [[key, text === 'yes']]
  const number = Number(text)
  return [[key, type === 'number' && !Number.isNaN(number) ? number : text]]
}
