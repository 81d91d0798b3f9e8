import type { Child } from 'hono/jsx'
import type { Typed } from '../../../core/form.ts'
import { bothLanguages, type LocalText, type Text } from '../../../core/text.ts'
import type { Choice } from '../../../web/components/form-field.tsx'
import { Fields } from '../../../web/fields.tsx'
import { type Filled, namedUnder, typedWithin } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { type Field, fieldForm, mostFields } from '../model.ts'
import { answersOf } from '../rules.ts'
import { formWords as words } from '../words.ts'
import { conditionText } from './answers.tsx'

const blankRows = 3
const mostRows = mostFields + blankRows
const separator = '；'

/** A form's fields as they open to be edited, with blank rows for further ones. */
export function openFields(fields: readonly FieldIn[]): Typed {
  const count = fields.length + blankRows
  const rows = Array.from({ length: count }, (_, n) => {
    const { key = '', choices, columns, when, ...field } = fields[n] ?? { type: 'text' }
    const typed = fieldForm.open({
      ...field,
      choices: choices?.join(separator),
      columns: columns?.join(separator),
      when: when && written(when),
    })
    return namedUnder(`fields.${n}`, { ...typed, key: [key] })
  })
  return Object.assign({ rows: [String(count)] }, ...rows)
}

/** The fields that were typed, as the API takes them. */
export const readFields = (typed: Typed): FieldIn[] =>
  rowsOf(typed).flatMap((at) => fieldIn(typedWithin(at, typed)))

/** Names of the rows that a form has. */
const rowsOf = ({ rows }: Typed) =>
  Array.from(
    { length: Math.min(mostRows, Number(rows?.[0]) || blankRows) },
    (_, n) => `fields.${n}`,
  )

/** A field as it was typed, right or wrong. */
type FieldIn = {
  key?: string
  type?: unknown
  label?: unknown
  choices?: string[] | undefined
  columns?: string[] | undefined
  when?: unknown
}

function fieldIn(typed: Typed): FieldIn[] {
  const { unit, when, choices: _, columns: __, ...field } = fieldForm.read(typed)
  if (field['label'] === undefined) return []
  const key = typed['key']?.[0] || `field_${crypto.randomUUID().slice(0, 8)}`
  const condition = when !== undefined && { when: readCondition(typed['when']?.[0] ?? '') }
  return [{ ...field, key, ...partsOf(typed['type']?.[0], { unit, typed }), ...condition }]
}

/** What only fields of some types have; what was typed for others is left out. */
function partsOf(type: string | undefined, { unit, typed }: { unit: unknown; typed: Typed }) {
  if (type === 'number') return unit === undefined ? {} : { unit }
  if (type === 'table') return { columns: listed(typed['columns']) }
  return type === 'choice' || type === 'choices' ? { choices: listed(typed['choices']) } : {}
}

const listed = ([text = '']: readonly string[] = []) =>
  text
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** The names in one order, whatever order they are kept in: a condition is the value of an option. */
const written = (when: unknown) =>
  typeof when === 'string' ? when : JSON.stringify(when, ['field', 'is'])

/** What is no condition stays as it was sent, for the schema to refuse. */
function readCondition(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

type RowsProps = {
  form: Filled
  /** Says whose form it is; as services have it where left out. */
  title?: Text
  lead?: Text
  /** What else can be done with a field, by its place among those that have a name: it stands below its inputs. */
  tools?: (row: { place: number; label: Text }) => Child
}

/** Where staff write what the form asks, a row each. */
export function FieldRows({
  form,
  title = words.form,
  lead = words.formLead,
  tools = () => <></>,
}: RowsProps) {
  const rows = rowsOf(form.typed)
  const fields = rows.map((at) => fieldIn(typedWithin(at, form.typed))[0])
  return (
    <>
      <Local as="h2" text={title} />
      <Local as="p" class="quiet" text={lead} />
      <input type="hidden" name="rows" value={form.value('rows') || String(rows.length)} />
      {rows.map((at, n) => {
        const field = fields[n]
        const label = field && nameOf(field)
        return (
          <details class="order-row" open={n === 0 || field !== undefined}>
            <Local
              as="summary"
              text={label ? words.fieldNamed(n + 1, label) : words.fieldN(n + 1)}
            />
            <input type="hidden" name={`${at}.key`} value={form.value(`${at}.key`)} />
            <Fields
              of={fieldForm}
              form={form}
              at={at}
              choices={{ when: conditionsAfter(fields.slice(0, n)) }}
            />
            {label && tools({ place: fields.slice(0, n).filter(Boolean).length, label })}
          </details>
        )
      })}
    </>
  )
}

const nameOf = ({ label }: FieldIn): Text => bothLanguages(localIn(label))

/** What a pair of inputs makes, which is not checked yet. */
function localIn(label: unknown): LocalText {
  const of = (lang: 'zh' | 'en') => {
    const text: unknown = typeof label === 'object' && label !== null && Reflect.get(label, lang)
    return typeof text === 'string' ? text : null
  }
  return { zh: of('zh'), en: of('en') }
}

/** What a field may wait for: each answer of each field above it that has a list of them. */
const conditionsAfter = (above: readonly (FieldIn | undefined)[]): Choice[] =>
  above.flatMap((field) => {
    const { key, type, choices = [] } = field ?? {}
    if (!field || !key || !isChosen(type)) return []
    return answersOf({ type, choices }).map((is) => ({
      value: written({ field: key, is }),
      label: conditionText({ type, label: localIn(field.label) }, is),
    }))
  })

const isChosen = (type: unknown): type is Field['type'] =>
  type === 'choice' || type === 'choices' || type === 'yes_no'
