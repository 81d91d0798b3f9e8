import type { LocalText } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { bookWords as words } from '../words/pages.ts'

/** Start and end by the clock of the instrument, which is named. */
export function TimeInputs({ form, zone }: { form: Filled; zone: string }) {
  const t = useText()
  return (
    <hexi-time-fields data-zone={zone} data-yours={t(yours)}>
      <div class="time-pair">
        <FormField
          type="datetime-local"
          name="start"
          label={words.start}
          value={form.value('start')}
          error={form.error('start')}
          required
        />
        <FormField
          type="datetime-local"
          name="end"
          label={words.end}
          value={form.value('end')}
          error={form.error('end')}
          required
        />
      </div>
      <p class="quiet">{t(words.zone(zone))}</p>
      <p class="quiet" data-part="yours"></p>
    </hexi-time-fields>
  )
}

const yours = { zh: '您的时间：', en: 'Your time: ' }

type ParticularsProps = {
  form: Filled
  labs: readonly { id: string; name: LocalText }[]
}

/** What a booking is for, and who pays. */
export const Particulars = ({ form, labs }: ParticularsProps) => (
  <>
    <FormField
      name="purpose"
      label={words.purpose}
      hint={words.purposeHint}
      value={form.value('purpose')}
      error={form.error('purpose')}
      maxLength={500}
      required
    />
    {labs.length > 0 && <LabInput form={form} labs={labs} />}
    <WorkInputs form={form} />
  </>
)

const LabInput = ({ form, labs }: ParticularsProps) => (
  <FormField
    type="select"
    name="lab"
    label={words.lab}
    hint={words.labHint}
    value={form.value('lab')}
    error={form.error('lab')}
    choices={[
      ...labs.map(({ id, name }) => ({ value: id, label: name })),
      { value: '', label: words.noLab },
    ]}
  />
)

const WorkInputs = ({ form }: { form: Filled }) => (
  <>
    <div class="time-pair">
      <FormField
        name="project"
        label={words.project}
        value={form.value('project')}
        error={form.error('project')}
        maxLength={200}
      />
      <FormField
        type="number"
        name="samples"
        label={words.samples}
        value={form.value('samples')}
        error={form.error('samples')}
        min={0}
        step={1}
      />
    </div>
    <FormField
      type="checkbox"
      name="assisted"
      label={words.assisted}
      checked={form.value('assisted') === 'true'}
    />
  </>
)

const repeatChoices = [
  { value: '', label: words.never },
  { value: 'daily', label: words.daily },
  { value: 'weekly', label: words.weekly },
  { value: 'fortnightly', label: words.fortnightly },
  { value: 'monthly', label: words.monthly },
]

export const conflictChoices = [
  { value: 'refuse', label: words.refuse },
  { value: 'skip', label: words.skip },
]

/** How often, and what becomes of dates that cannot be. */
export const RepeatInputs = ({ form }: { form: Filled }) => (
  <>
    <div class="time-pair">
      <FormField
        type="select"
        name="repeat"
        label={words.repeat}
        value={form.value('repeat')}
        error={form.error('recurrence')}
        choices={repeatChoices}
      />
      <FormField
        type="number"
        name="count"
        label={words.count}
        value={form.value('count') || '4'}
        min={1}
        max={200}
        step={1}
      />
    </div>
    <FormField
      type="select"
      name="onConflict"
      label={words.onConflict}
      value={form.value('onConflict')}
      choices={conflictChoices}
    />
  </>
)

/** For whom else, and against which rule: what staff and PIs may say. */
export const StaffInputs = ({ form, isStaff }: { form: Filled; isStaff: boolean }) => (
  <>
    <FormField
      type="email"
      name="onBehalfOf"
      label={words.onBehalfOf}
      hint={words.onBehalfHint}
      value={form.value('onBehalfOf')}
      error={form.error('onBehalfOf')}
    />
    {isStaff && <OverrideInput form={form} />}
  </>
)

export const OverrideInput = ({ form }: { form: Filled }) => (
  <FormField
    name="override"
    label={words.override}
    hint={words.overrideHint}
    value={form.value('override')}
    error={form.error('override')}
    maxLength={500}
  />
)
