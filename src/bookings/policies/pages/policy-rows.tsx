import type { Child } from 'hono/jsx'
import type { Text } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { FieldError, idOf } from '../../../web/components/form-parts.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { quotaPeriods } from '../model.ts'
import { inWords } from '../words/sentences.ts'
import { perWords } from '../../verdict/words.ts'
import { policyPageWords as words } from '../words/presets.ts'
import { Group } from './policy-choices.tsx'
import { mostRows, rowsTyped } from './policy-input.ts'

type RowsProps = {
  form: Filled
  name: 'hours' | 'peak'
  title: Text
  hint: Text
  children?: Child
}

/** Days and their spans: those that are there, and two more to fill. */
export const SpanRows = ({ form, name, title, hint, children }: RowsProps) => (
  <Group title={title} hint={hint}>
    {rowsOf(form, name).map((at) => (
      <SpanRow form={form} name={`${name}.${at}`} number={at + 1} />
    ))}
    {children}
  </Group>
)

/** As many as are filled, and two. */
function rowsOf(form: Filled, name: 'hours' | 'peak' | 'quotas'): number[] {
  const count = Math.min((rowsTyped(form, name).at(-1) ?? -1) + 3, mostRows)
  return Array.from({ length: count }, (_, at) => at)
}

type RowProps = { form: Filled; name: string; number: number }

function SpanRow({ form, name, number }: RowProps) {
  const t = useText()
  const chosen = form.values(`${name}.days`)
  return (
    <div class="policy-row" role="group" aria-label={t(words.row(number))}>
      <span class="day-boxes" id={idOf(`${name}.days`)} tabindex={-1}>
        {inWords.weekdays.map((day, at) => (
          <label class="check">
            <input
              type="checkbox"
              name={`${name}.days`}
              value={String(at + 1)}
              checked={chosen.includes(String(at + 1))}
            />
            <span>{t(day)}</span>
          </label>
        ))}
      </span>
      <Clock form={form} name={`${name}.from`} label={words.from} />
      <Clock form={form} name={`${name}.to`} label={words.to} />
      <FieldError name={`${name}.days`} error={form.error(`${name}.days`)} />
    </div>
  )
}

const Clock = ({ form, name, label }: { form: Filled; name: string; label: Text }) => (
  <FormField
    name={name}
    label={label}
    value={form.value(name)}
    error={form.error(name)}
    maxLength={5}
    short
  />
)

/** Quotas: those that are there, and two more to fill. */
export const QuotaRows = ({ form }: { form: Filled }) => (
  <Group title={words.quotas} hint={words.quotasHint}>
    {rowsOf(form, 'quotas').map((at) => (
      <QuotaRow form={form} name={`quotas.${at}`} number={at + 1} />
    ))}
  </Group>
)

function QuotaRow({ form, name, number }: RowProps) {
  const t = useText()
  const choice = (field: string, label: Text, choices: { value: string; label: Text }[]) => (
    <FormField
      type="select"
      name={`${name}.${field}`}
      label={label}
      value={form.value(`${name}.${field}`)}
      error={form.error(`${name}.${field}`)}
      choices={choices}
    />
  )
  return (
    <div class="policy-row" role="group" aria-label={t(words.row(number))}>
      {choice('of', words.quotaOf, ofChoices)}
      {choice('per', words.per, perChoices)}
      <FormField
        type="number"
        name={`${name}.max`}
        label={words.max}
        value={form.value(`${name}.max`)}
        error={form.error(`${name}.max`)}
        min={0}
      />
      {choice('measure', words.measure, measureChoices)}
      <FormField
        type="checkbox"
        name={`${name}.peakOnly`}
        label={words.peakOnly}
        checked={form.value(`${name}.peakOnly`) === 'true'}
      />
    </div>
  )
}

const ofChoices = [
  { value: 'person', label: words.person },
  { value: 'lab', label: words.lab },
]
const measureChoices = [
  { value: 'minutes', label: words.hours },
  { value: 'count', label: words.count },
]
const perChoices = quotaPeriods.map((value) => ({ value, label: perWords[value] }))
