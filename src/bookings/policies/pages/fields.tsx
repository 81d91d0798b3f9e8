import type { Child } from 'hono/jsx'
import { audiences, billings, qualificationKinds, quotaPeriods } from '../model.ts'
import { mostRows, rowsTyped } from './input.ts'
import { type NumberName, units } from '../rules/form.ts'
import { policyHints as hints, policyPageWords as words, ruleNames } from '../words/policy.ts'
import { inWords } from '../words/sentences.ts'
import { perWords, qualificationNames } from '../../verdict/words.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { FormField, FieldError, idOf } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'

type NumbersProps = { form: Filled; names: readonly NumberName[]; children?: Child }

/** Rules that are numbers, side by side. */
export const Numbers = ({ form, names, children }: NumbersProps) => (
  <div class="policy-numbers">
    {names.map((name) => (
      <FormField
        type="number"
        name={name}
        label={ruleNames[name]}
        hint={hints[name]}
        unit={units[name].unit || undefined}
        form={form}
        min={0}
      />
    ))}
    {children}
  </div>
)

/** Rules that belong together, under what they are about. */
export function Group({ title, hint, children }: { title: Text; hint?: Text; children?: Child }) {
  return (
    <fieldset class="policy-rows">
      <Local as="legend" text={title} />
      {hint && <Local as="p" class="quiet small" text={hint} />}
      {children}
    </fieldset>
  )
}

type WhoProps = { form: Filled; labs: readonly { id: string; name: LocalText }[] }

/** Who may book, and with what. */
export const Who = ({ form, labs }: WhoProps) => (
  <Group title={words.who}>
    <FormField
      type="select"
      name="audience"
      label={words.audience}
      hint={words.audienceHint}
      form={form}
      choices={[{ value: '', label: words.unlimited }, ...audienceChoices]}
    />
    <Choices form={form} name="qualifications" label={words.qualifications} />
    <FormField
      type="checkbox"
      name="needsProject"
      label={words.needsProject}
      hint={hints.needsProject}
      checked={form.value('needsProject') === 'true'}
    />
    {labs.length > 0 && (
      <FormField
        type="multiselect"
        name="ownLabs"
        label={words.ownLabs}
        hint={words.ownLabsHint}
        form={form}
        values={form.values('ownLabs')}
        choices={labs.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
  </Group>
)

/** Whose bookings staff confirms. */
export const Approval = ({ form }: { form: Filled }) => (
  <Group title={words.approval}>
    <FormField
      type="checkbox"
      name="approvalAlways"
      label={words.approvalAlways}
      hint={hints.approvalAlways}
      checked={form.value('approvalAlways') === 'true'}
    />
    <Choices form={form} name="approvalAudiences" label={words.approvalAudiences} />
    <Numbers form={form} names={['approvalMinutes']} />
  </Group>
)

const audienceChoices = audiences.map((value) => ({ value, label: inWords.audienceNames[value] }))
const choicesOf = {
  qualifications: qualificationKinds.map((value) => ({ value, label: qualificationNames[value] })),
  approvalAudiences: audienceChoices,
}

type ChoicesProps = { form: Filled; name: keyof typeof choicesOf; label: Text }

const Choices = ({ form, name, label }: ChoicesProps) => (
  <FormField
    type="multiselect"
    name={name}
    label={label}
    hint={hints[name]}
    values={form.values(name)}
    choices={choicesOf[name]}
  />
)

export const BillBy = ({ form }: { form: Filled }) => (
  <FormField
    type="select"
    name="billBy"
    label={words.billBy}
    hint={hints.billBy}
    value={form.value('billBy')}
    choices={[
      { value: '', label: words.none },
      ...billings.map((value) => ({ value, label: inWords.billBy[value] })),
    ]}
  />
)

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
      <span class="day-boxes" id={idOf({ name: `${name}.days` })} tabindex={-1}>
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
  <FormField name={name} label={label} form={form} maxLength={5} short />
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
      form={form}
      choices={choices}
    />
  )
  return (
    <div class="policy-row" role="group" aria-label={t(words.row(number))}>
      {choice('of', words.quotaOf, ofChoices)}
      {choice('per', words.per, perChoices)}
      <FormField type="number" name={`${name}.max`} label={words.max} form={form} min={0} />
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
