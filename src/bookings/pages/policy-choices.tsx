import type { Child } from 'hono/jsx'
import type { LocalText, Text } from '../../core/text.ts'
import { FormField } from '../../web/components/form-field.tsx'
import type { Filled } from '../../web/forms.tsx'
import { useText } from '../../web/lang.tsx'
import { audiences, billings, qualificationKinds } from '../model/policy.ts'
import { type NumberName, units } from '../rules/policy-form.ts'
import { inWords } from '../words/in-words.ts'
import { qualificationNames } from '../words/objections.ts'
import { policyPageWords as words, ruleNames } from '../words/presets.ts'

type NumbersProps = { form: Filled; title: Text; names: readonly NumberName[]; children?: Child }

/** Rules that are numbers, side by side. */
export function Numbers({ form, title, names, children }: NumbersProps) {
  const t = useText()
  return (
    <fieldset class="policy-rows">
      <legend>{t(title)}</legend>
      <div class="policy-numbers">
        {names.map((name) => (
          <FormField
            type="number"
            name={name}
            label={ruleNames[name]}
            unit={units[name].unit || undefined}
            value={form.value(name)}
            error={form.error(name)}
            min={0}
          />
        ))}
        {children}
      </div>
    </fieldset>
  )
}

type WhoProps = { form: Filled; labs: readonly { id: string; name: LocalText }[] }

/** Who may book, with what, and whose bookings staff confirms. */
export const Who = ({ form, labs }: WhoProps) => (
  <>
    <FormField
      type="select"
      name="audience"
      label={words.audience}
      hint={words.audienceHint}
      value={form.value('audience')}
      choices={[{ value: '', label: words.unlimited }, ...audienceChoices]}
    />
    <Choices form={form} name="qualifications" label={words.qualifications} />
    <FormField
      type="checkbox"
      name="needsProject"
      label={words.needsProject}
      checked={form.value('needsProject') === 'true'}
    />
    <FormField
      type="checkbox"
      name="approvalAlways"
      label={words.approvalAlways}
      checked={form.value('approvalAlways') === 'true'}
    />
    <Choices form={form} name="approvalAudiences" label={words.approvalAudiences} />
    <Numbers form={form} title={words.approvalAlways} names={['approvalMinutes']} />
    {labs.length > 0 && (
      <FormField
        type="multiselect"
        name="ownLabs"
        label={words.ownLabs}
        hint={words.ownLabsHint}
        values={form.values('ownLabs')}
        choices={labs.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
  </>
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
    values={form.values(name)}
    choices={choicesOf[name]}
  />
)

export const BillBy = ({ form }: { form: Filled }) => (
  <FormField
    type="select"
    name="billBy"
    label={words.billBy}
    value={form.value('billBy')}
    choices={[
      { value: '', label: words.none },
      ...billings.map((value) => ({ value, label: inWords.billBy[value] })),
    ]}
  />
)
