import type { Child } from 'hono/jsx'
import type { LocalText, Text } from '../../../core/text.ts'
import { type Choice, FieldError, idOf } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { formatUnit } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { isNumberName, units } from '../rules/form.ts'
import { policyPageWords as words, ruleNames } from '../words/policy.ts'

/** A form with what is doubtful about it, by the names of its fields. */
export type PolicyFilled = Filled & { doubt: (name: string) => LocalText | undefined }

type Slot = { label: Text } & ({ choices: readonly Choice[] } | { number: true })
type Props = {
  form: PolicyFilled
  text: Text
  /** Fields of the sentence that are no numbers of the rules. */
  slots?: Readonly<Record<string, Slot>>
  /** What comes before a field's name in the form: `quotas.0.`. */
  at?: string
  children?: Child
}

/** A rule as a sentence: where a name stands in braces, its field stands in the line. What is wrong is said below it. */
export function Sentence({ form, text, slots = {}, at = '', children }: Props) {
  const t = useText()
  const parts = t(text).split(/\{(\w+)\}/)
  const names = parts.filter((_, index) => index % 2 === 1).map((name) => at + name)
  return (
    <div class="sentence">
      <p>
        {parts.map((part, index) =>
          index % 2 === 0 ? (
            part
          ) : (
            <Field form={form} name={at + part} slot={slots[part] ?? numberSlot(part)} />
          ),
        )}
        {children}
      </p>
      {names.map((name) => (
        <Note form={form} name={name} />
      ))}
    </div>
  )
}

const numberSlot = (name: string): Slot & { unit?: string } =>
  isNumberName(name)
    ? { number: true, label: ruleNames[name], unit: units[name].unit }
    : { number: true, label: { zh: name, en: name } }

/** What is wrong with a field, or else what is doubtful about it. */
export function Note({ form, name }: { form: PolicyFilled; name: string }) {
  const error = form.error(name)
  if (error) return <FieldError name={name} error={error} />
  const doubt = form.doubt(name)
  return doubt ? (
    <Local
      as="p"
      class="field-note tone-caution"
      id={`${idOf({ name })}-error`}
      data-note={name}
      text={doubt}
    />
  ) : (
    <></>
  )
}

/** Ties a field to its {@link Note}; the first that is wrong has the focus. */
export function wiringOf(form: PolicyFilled, name: string) {
  const error = form.error(name)
  return {
    id: idOf({ name }),
    name,
    ...(error && { 'aria-invalid': 'true' as const }),
    ...((error ?? form.doubt(name)) && { 'aria-describedby': `${idOf({ name })}-error` }),
    ...(form.issues[0]?.path === name && { autofocus: true }),
  }
}

type FieldProps = { form: PolicyFilled; name: string; slot: Slot & { unit?: string } }

function Field({ form, name, slot }: FieldProps) {
  const [t, lang] = [useText(), useLang()]
  const wiring = { 'aria-label': t(slot.label), ...wiringOf(form, name) }
  if ('choices' in slot)
    return (
      <span class="select">
        <select class="input" {...wiring}>
          {slot.choices.map(({ value, label }) => (
            <option value={value} selected={value === form.value(name)}>
              {t(label)}
            </option>
          ))}
        </select>
      </span>
    )
  return (
    <span class="slot">
      <input
        type="number"
        class="input input-short"
        value={form.value(name)}
        min={0}
        step="any"
        inputmode="decimal"
        placeholder={t(words.notSet)}
        {...wiring}
      />
      {slot.unit ? <span class="quiet">{formatUnit(slot.unit, lang)}</span> : null}
    </span>
  )
}

type FoldProps = { form: PolicyFilled; title: Text; names: readonly string[]; children?: Child }

/** Rules that are seldom used: open where one of them is set or wrong. */
export function Fold({ form, title, names, children }: FoldProps) {
  const isUsed = (name: string) =>
    form.values(name).some((value) => value.trim() !== '') ||
    form.error(name) !== undefined ||
    form.doubt(name) !== undefined
  return (
    <details class="policy-fold" open={names.some(isUsed)}>
      <Local as="summary" text={title} />
      {children}
    </details>
  )
}
