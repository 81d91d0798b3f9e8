import { Local } from '../../../web/lang.tsx'
import type { Child } from 'hono/jsx'
import { Approval, BillBy, Group, Numbers, QuotaRows, SpanRows, Who } from './fields.tsx'
import type { NumberName } from '../rules/form.ts'
import { presetLabels } from '../rules/presets.ts'
import { policyHints as hints, policyPageWords as words, ruleNames } from '../words/policy.ts'
import type { LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { ErrorSummary, Toast } from '../../../web/components/messages.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'

type Props = {
  form: Filled
  labs: readonly { id: string; name: LocalText }[]
  /** What a dry run answered. */
  children?: Child
}

/** Every rule there is, each saying what it does; what is empty is not limited. */
export function PolicyForm({ form, labs, children }: Props) {
  return (
    <form class="stacked-form policy-form" method="post" novalidate>
      <button hidden></button>
      <input type="hidden" name="version" value={form.value('version')} />
      {form.refusal && <Toast text={form.refusal} tone="danger" />}
      {form.status === 412 && <StaleNote />}
      <ErrorSummary issues={form.issues} labels={labels} />
      <Presets />
      <When form={form} />
      <Group title={words.length}>
        <Numbers form={form} names={lengths} />
      </Group>
      <Group title={words.ahead}>
        <Numbers form={form} names={aheads} />
      </Group>
      <Who form={form} labs={labs} />
      <Approval form={form} />
      <SpanRows form={form} name="peak" title={words.peak} hint={hints.peak}>
        <Numbers form={form} names={['peakMaxMinutes']} />
      </SpanRows>
      <QuotaRows form={form} />
      <Group title={words.after}>
        <Numbers form={form} names={afters}>
          <BillBy form={form} />
        </Numbers>
      </Group>
      <DryRunInputs form={form} />
      {children}
      <Save form={form} />
    </form>
  )
}

const lengths: readonly NumberName[] = [
  'granularityMinutes',
  'minMinutes',
  'maxMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'gapMinutes',
]
const aheads: readonly NumberName[] = [
  'leadMinutes',
  'horizonDays',
  'maxFutureCount',
  'maxFutureMinutes',
]
const afters: readonly NumberName[] = [
  'editDeadlineMinutes',
  'cancelDeadlineMinutes',
  'lateCancelFeeFen',
  'noShowMinutes',
  'noShowFeeFen',
  'billRoundMinutes',
]

const labels = {
  ...ruleNames,
  closedDays: words.closedDays,
  timezone: words.timezone,
  hours: words.when,
  peak: words.peak,
  quotas: words.quotas,
  ownLabs: words.ownLabs,
  months: words.months,
  note: words.note,
}

function Presets() {
  return (
    <div class="policy-row">
      <FormField
        type="select"
        name="preset"
        label={words.preset}
        hint={words.presetHint}
        value=""
        choices={presetLabels.map(({ name, label }) => ({ value: name, label }))}
      />
      <Button name="use" value="preset" dense text={words.usePreset} />
    </div>
  )
}

const When = ({ form }: { form: Filled }) => (
  <>
    <SpanRows form={form} name="hours" title={words.when} hint={words.whenHint} />
    <FormField
      type="textarea"
      name="closedDays"
      label={words.closedDays}
      hint={words.closedHint}
      form={form}
      rows={3}
    />
    <FormField name="timezone" label={words.timezone} hint={words.timezoneHint} form={form} />
  </>
)

function DryRunInputs({ form }: { form: Filled }) {
  return (
    <Group title={words.dryRun} hint={words.dryRunHint}>
      <div class="policy-row">
        <FormField
          type="number"
          name="months"
          label={words.months}
          value={form.value('months') || '6'}
          form={form}
          min={1}
          max={24}
          step={1}
        />
        <Button name="use" value="dry-run" formaction="#tried" dense text={words.try} />
      </div>
    </Group>
  )
}

/** The form holds the newest version now: sent once more, it is put in its place. */
function StaleNote() {
  return <Local as="p" text={words.stale} />
}

function Save({ form }: { form: Filled }) {
  return (
    <>
      <FormField name="note" label={words.note} hint={words.noteHint} form={form} maxLength={500} />
      <div class="form-actions">
        <Button look="primary" text={words.save} />
        <Button name="use" value="rows" text={words.moreRows} />
      </div>
    </>
  )
}
