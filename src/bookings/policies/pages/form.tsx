import { Local, useText } from '../../../web/lang.tsx'
import type { Child } from 'hono/jsx'
import { After, Ahead, Approval, Group, Length, Peak, QuotaRows, When, Who } from './fields.tsx'
import type { PolicyFilled } from './sentence.tsx'
import { presetLabels } from '../rules/presets.ts'
import { policyPageWords as words, ruleNames } from '../words/policy.ts'
import type { LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { ErrorSummary, Toast } from '../../../web/components/messages.tsx'
import { FormField } from '../../../web/components/form-field.tsx'

type Props = {
  form: PolicyFilled
  labs: readonly { id: string; name: LocalText }[]
  /** What a dry run answered. */
  children?: Child
}

/** The rules as sentences to fill in; what is empty is not limited. */
export function PolicyForm({ form, labs, children }: Props) {
  return (
    <hexi-policy>
      <form class="stacked-form policy-form" method="post" novalidate>
        <button hidden></button>
        <input type="hidden" name="version" value={form.value('version')} />
        {form.refusal && <Toast text={form.refusal} tone="danger" />}
        {form.status === 412 && <StaleNote />}
        <ErrorSummary issues={form.issues} labels={labels} />
        <Presets />
        <When form={form} />
        <Length form={form} />
        <Ahead form={form} />
        <Who form={form} labs={labs} />
        <Approval form={form} />
        <QuotaRows form={form} />
        <Peak form={form} />
        <After form={form} />
        <DryRunInputs form={form} />
        {children}
        <Save form={form} />
      </form>
    </hexi-policy>
  )
}

const labels = {
  ...ruleNames,
  closedDays: words.closedDays,
  timezone: words.timezone,
  audience: words.audience,
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

function DryRunInputs({ form }: { form: PolicyFilled }) {
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

/** The island writes into the line what the rules would refuse, while they are typed. */
function Save({ form }: { form: PolicyFilled }) {
  const t = useText()
  return (
    <>
      <FormField name="note" label={words.note} hint={words.noteHint} form={form} maxLength={500} />
      <div class="policy-save">
        <p class="verdict" role="status" aria-label={t(words.dryRun)} data-live></p>
        <div class="form-actions">
          <Button look="primary" text={words.save} />
          <Button name="use" value="rows" text={words.moreRows} />
        </div>
      </div>
    </>
  )
}
