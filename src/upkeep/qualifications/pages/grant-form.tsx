import { qualificationKinds } from '../../../bookings/policies/model.ts'
import { qualificationNames } from '../../../bookings/verdict/words.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, Form } from '../../../web/forms.tsx'
import { trainingWords as words } from '../../trainings/words.ts'

/** Grants a qualification to whoever has an address. */
export function GrantForm({ action, form }: { action: string; form: Filled }) {
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) })
  return (
    <Form
      action={action}
      form={form}
      submit={words.grant}
      labels={{ email: words.email, kind: words.kind, validMonths: words.validMonths }}
    >
      <FormField {...field('email')} type="email" label={words.email} required />
      <FormField
        {...field('kind')}
        type="select"
        label={words.kind}
        choices={qualificationKinds.map((value) => ({ value, label: qualificationNames[value] }))}
        required
      />
      <FormField
        {...field('validMonths')}
        type="number"
        label={words.validMonths}
        hint={words.validMonthsHint}
        min={1}
        max={120}
        step={1}
      />
      <FormField {...field('note')} label={words.note} maxLength={500} />
    </Form>
  )
}
