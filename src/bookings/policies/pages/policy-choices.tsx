import type { Child } from 'hono/jsx'
import type { LocalText, Text } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { audiences, billings, qualificationKinds } from '../model.ts'
import { type NumberName, units } from '../rules/form.ts'
import { inWords } from '../words/sentences.ts'
import { qualificationNames } from '../../verdict/words.ts'
import { policyHints as hints } from '../words/hints.ts'
import { policyPageWords as words, ruleNames } from '../words/presets.ts'

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
        value={form.value(name)}
        error={form.error(name)}
        min={0}
      />
    ))}
    {children}
  </div>
)

/** Rules that belong together, under what they are about. */
export function Group({ title, hint, children }: { title: Text; hint?: Text; children?: Child }) {
  const t = useText()
  return (
    <fieldset class="policy-rows">
      <legend>{t(title)}</legend>
      {hint && <p class="quiet small">{t(hint)}</p>}
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
      value={form.value('audience')}
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
        error={form.error('ownLabs')}
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
