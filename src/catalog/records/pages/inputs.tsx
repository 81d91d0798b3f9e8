import type { Field } from '../../../core/fields.ts'
import type { Issue } from '../../../core/problem.ts'
import { errorAt } from '../../../web/components/error-summary.tsx'
import type { Choice } from '../../../web/components/form-choices.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import type { Vocabularies } from '../../vocabularies/queries/vocabularies.ts'
import { rowsShown, type Typed } from '../rules/form.ts'

export type FormState = {
  typed: Typed
  issues: readonly Issue[]
  vocabularies: Vocabularies
}

type Props = { field: Field; name?: string; state: FormState }

/** One field of a kind as an input, by its type; a structured one is a table of inputs. */
export function FieldInput({ field, name = field.key, state }: Props) {
  if (field.type === 'rows') return <RowsInput field={field} state={state} />
  const value = state.typed[name]?.[0] ?? ''
  const common = {
    name,
    label: field.label,
    hint: field.hint,
    error: errorAt(state.issues, name),
  }
  if (field.type === 'codes') {
    const values = state.typed[name] ?? []
    const choices = choicesOf(field, state)
    return <FormField type="multiselect" {...common} values={values} choices={choices} />
  }
  return <OneInput {...common} field={field} value={value} choices={choicesOf(field, state)} />
}

/** A field that one input holds; a list is a line for each entry. */
function OneInput({ choices, ...props }: LineProps & { choices: Choice[] }) {
  const { field, ...common } = props
  if (field.type === 'longtext')
    return <FormField type="textarea" {...common} maxLength={field.max} />
  if (field.type === 'list') return <FormField type="textarea" rows={2} {...common} />
  if (field.type === 'boolean') return <FormField type="select" {...common} choices={yesOrNo} />
  if (field.type === 'code') return <FormField type="select" {...common} choices={choices} />
  return <LineInput {...props} />
}

const yesOrNo: readonly Choice[] = [
  { value: 'true', label: partWords.yes },
  { value: 'false', label: partWords.no },
]

function choicesOf({ vocabulary = '' }: Field, { vocabularies }: FormState): Choice[] {
  const terms = vocabularies.get(vocabulary)?.terms.values() ?? []
  return [...terms]
    .filter(({ isCurrent }) => isCurrent)
    .map(({ code, label }) => ({ value: code, label }))
}

type LineProps = {
  name: string
  label: Field['label']
  hint: Field['hint']
  error: ReturnType<typeof errorAt>
  field: Field
  value: string
}

const inputTypes = { date: 'date', url: 'url', email: 'email' } as const
const isPlain = (type: Field['type']): type is keyof typeof inputTypes => type in inputTypes

function LineInput({ field, ...props }: LineProps) {
  const { type, unit, from, to, max } = field
  if (type === 'number' || type === 'integer')
    return (
      // Text, not `number`: what is typed wrong must come back as it was typed.
      <FormField
        type="text"
        short
        {...props}
        {...(unit !== undefined && { unit })}
        min={from}
        max={to}
      />
    )
  return (
    <FormField
      type={isPlain(type) ? inputTypes[type] : 'text'}
      {...props}
      {...(max !== undefined && { maxLength: max })}
      {...(type === 'partial_date' && { short: true })}
    />
  )
}

/** A structured field: a numbered group of inputs per entry, the last one empty to add another. */
function RowsInput({ field, state }: { field: Field; state: FormState }) {
  const t = useText()
  const count = rowsShown(state.typed, field.key)
  const own = errorAt(state.issues, field.key)
  return (
    <fieldset class="rows-field" id={`field-${field.key}`} tabindex={-1}>
      <legend class="field-label">{t(field.label)}</legend>
      {field.hint && <p class="field-hint">{t(field.hint)}</p>}
      {own && <p class="field-error">{t(own)}</p>}
      {Array.from({ length: count }, (_, at) => (
        <details class="rows-entry" open={at < count - 1 || count === 1}>
          <summary>{at === count - 1 ? t(partWords.addEntry) : t(partWords.entry(at + 1))}</summary>
          <div class="rows-inputs">
            {(field.columns ?? []).map((column) => (
              <FieldInput field={column} name={`${field.key}.${at}.${column.key}`} state={state} />
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  )
}
