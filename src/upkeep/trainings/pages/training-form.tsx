import { qualificationKinds } from '../../../bookings/policies/model.ts'
import { qualificationNames } from '../../../bookings/verdict/words.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { pageWords } from '../../overview/words.ts'
import { trainingWords as words } from '../words.ts'

const labels = {
  title: words.name,
  place: words.place,
  start: words.start,
  end: words.end,
  seats: words.seats,
  kinds: words.grants,
}

type Props = { action: string; form: Filled; zone: string }

/** Announces a training. */
export function TrainingForm({ action, form, zone }: Props) {
  const field = fieldOf(form)
  return (
    <Form action={action} form={form} submit={words.announce} look="plain" labels={labels}>
      <FormField {...field('title')} label={words.name} maxLength={200} required />
      <FormField {...field('place')} label={words.place} maxLength={200} required />
      <Times form={form} zone={zone} />
      <FormField {...field('seats')} type="number" label={words.seats} min={1} step={1} required />
      <FormField
        type="multiselect"
        name="kinds"
        label={words.grants}
        values={form.values('kinds')}
        error={form.error('kinds')}
        choices={qualificationKinds.map((value) => ({ value, label: qualificationNames[value] }))}
      />
      <FormField
        name="trainingMonths"
        type="number"
        value={form.value('trainingMonths')}
        error={form.error('validMonths')}
        label={words.validMonths}
        hint={words.validMonthsHint}
        min={1}
        max={120}
        step={1}
      />
      <FormField {...field('about')} type="textarea" label={words.about} maxLength={2000} />
    </Form>
  )
}

function Times({ form, zone }: { form: Filled; zone: string }) {
  const field = fieldOf(form)
  return (
    <>
      <div class="field-pair">
        <FormField {...field('start')} type="datetime-local" label={words.start} required />
        <FormField {...field('end')} type="datetime-local" label={words.end} required />
      </div>
      <p class="quiet">
        <Local text={pageWords.zoneHint(zone)} />
      </p>
    </>
  )
}

const fieldOf = (form: Filled) => (name: string) => ({
  name,
  value: form.value(name),
  error: form.error(name),
})
