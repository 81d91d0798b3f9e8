import { FormField } from '../../../web/components/form-field.tsx'
import { FormPair } from '../../../web/components/form-pair.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { fieldTypes } from '../model.ts'
import { fieldTypeNames, pageWords as words } from '../../orders/words.ts'

/** A pair of languages as it was typed. */
export const localIn = (form: Filled, name: string) => ({
  zh: form.value(`${name}.zh`),
  en: form.value(`${name}.en`),
})

/** One question of a service's form. */
export function FieldRow({ form, n }: { form: Filled; n: number }) {
  const at = `fields.${n}`
  const plain = (name: string) => ({
    name: `${at}.${name}`,
    value: form.value(`${at}.${name}`),
    error: form.error(`${at}.${name}`),
  })
  const isAsked = form.value(`${at}.label.zh`) || form.value(`${at}.label.en`)
  return (
    <details class="order-row" open={Boolean(isAsked) || n === 0}>
      <summary>
        <Local text={words.fieldN(n + 1)} />
      </summary>
      <input type="hidden" name={`${at}.key`} value={form.value(`${at}.key`)} />
      <FormPair name={`${at}.label`} label={words.label} value={localIn(form, `${at}.label`)} />
      <FormPair name={`${at}.help`} label={words.help} value={localIn(form, `${at}.help`)} />
      <div class="order-grid">
        <FormField
          type="select"
          {...plain('type')}
          value={form.value(`${at}.type`) || 'text'}
          label={words.fieldType}
          choices={fieldTypes.map((value) => ({ value, label: fieldTypeNames[value] }))}
          required
        />
        <FormField {...plain('unit')} label={words.fieldUnit} short />
        <FormField {...plain('choices')} label={words.choices} />
      </div>
      <FormField
        name={`${at}.required`}
        type="checkbox"
        label={words.required}
        checked={form.value(`${at}.required`) === 'true'}
      />
    </details>
  )
}
