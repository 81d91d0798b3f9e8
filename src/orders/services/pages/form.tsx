import { fenOf, yuanText } from '../../../core/money.ts'
import type { Typed } from '../../../core/form.ts'
import { audiences } from '../../../instruments/model/audiences.ts'
import { audienceNames } from '../../../charges/rates/words.ts'
import { FormField, FormPair } from '../../../web/components/form-field.tsx'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, filledWith } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { type Field, fieldTypes, type ServiceAnswer, serviceForm } from '../model.ts'
import { fieldTypeNames, pageWords as words } from '../../orders/words.ts'

const blankRows = 3
const mostRows = 33

/** A pair of languages as it was typed. */
const localIn = (form: Filled, name: string) => ({
  zh: form.value(`${name}.zh`),
  en: form.value(`${name}.en`),
})

/** The form as it opens. */
export function openService(service?: ServiceAnswer): Filled {
  if (!service) return filledWith({ rows: String(blankRows), active: 'true' })
  const { active, fields, prices } = service
  const { typed } = filledWith({
    active: active ? 'true' : null,
    rows: String(fields.length + blankRows),
    ...Object.fromEntries(audiences.map((one) => [`prices.${one}`, yuanText(prices[one])])),
    ...Object.fromEntries(fields.flatMap((field, n) => rowOf(field, `fields.${n}`))),
  })
  return filledIn({ ...serviceForm.open(service), ...typed })
}

const rowOf = (field: Field, at: string): [string, string | null | undefined][] => [
  [`${at}.key`, field.key],
  [`${at}.type`, field.type],
  [`${at}.label.zh`, field.label.zh],
  [`${at}.label.en`, field.label.en],
  [`${at}.help.zh`, field.help?.zh],
  [`${at}.help.en`, field.help?.en],
  [`${at}.unit`, field.unit],
  [`${at}.choices`, field.choices?.join('；')],
  [`${at}.required`, field.required ? 'true' : null],
]

/** Names of the rows that a form has. */
const rowsOf = (form: Filled) =>
  Array.from(
    { length: Math.min(mostRows, Number(form.value('rows')) || blankRows) },
    (_, n) => `fields.${n}`,
  )

/** What was typed for a new service, as the API takes it. */
export function readService(typed: Typed) {
  const form = filledIn(typed)
  const prices = audiences.flatMap((one) => {
    const text = form.value(`prices.${one}`)
    return text.trim() ? [[one, fenOf(text)]] : []
  })
  return {
    ...serviceForm.edit.read(typed),
    prices: Object.fromEntries(prices),
    fields: rowsOf(form).flatMap((at) => fieldIn(form, at)),
  }
}

/** The same for one that is there. */
export const readChange = (typed: Typed) => ({
  ...readService(typed),
  active: filledIn(typed).value('active') === 'true',
})

function fieldIn(form: Filled, at: string) {
  const label = localIn(form, `${at}.label`)
  if (!label.zh.trim() && !label.en.trim()) return []
  const type = form.value(`${at}.type`)
  const unit = form.value(`${at}.unit`).trim()
  const choices = form.value(`${at}.choices`).split(/[;；\n]/)
  const field = {
    key: form.value(`${at}.key`) || `field_${crypto.randomUUID().slice(0, 8)}`,
    type,
    label,
    help: localIn(form, `${at}.help`),
    required: form.value(`${at}.required`) === 'true',
    ...(type === 'number' && unit && { unit }),
    ...(type === 'choice' && { choices: choices.map((one) => one.trim()).filter(Boolean) }),
  }
  return [field]
}

const ofPrices = new Map(audiences.map((one) => [`prices.${one}`, audienceNames[one]]))
const labelled = {
  ...serviceForm,
  labelOf: (path: string) => serviceForm.labelOf(path) ?? ofPrices.get(path),
}

type Props = { action: string; form: Filled; service: ServiceAnswer | undefined }

/** What a service is, costs and asks; blank rows are for further questions. */
export const ServiceForm = ({ action, form, service }: Props) => (
  <EntityForm
    of={labelled}
    {...{ action, form }}
    submit={words.save}
    {...(service && { version: service.version })}
  >
    <input type="hidden" name="rows" value={form.value('rows')} />
    <fieldset class="order-grid">
      <legend class="field-label">
        <Local text={words.prices} />
      </legend>
      {audiences.map((one) => (
        <FormField {...inputIn(form, `prices.${one}`)} label={audienceNames[one]} short />
      ))}
    </fieldset>
    {service && <Box form={form} name="active" label={words.active} />}
    <h2>
      <Local text={words.form} />
    </h2>
    <p class="quiet">
      <Local text={words.formLead} />
    </p>
    {rowsOf(form).map((at, n) => (
      <FieldRow {...{ form, at, n }} />
    ))}
  </EntityForm>
)

/** One question of a service's form. */
function FieldRow({ form, at, n }: { form: Filled; at: string; n: number }) {
  const label = localIn(form, `${at}.label`)
  return (
    <details class="order-row" open={n === 0 || label.zh !== '' || label.en !== ''}>
      <summary>
        <Local text={words.fieldN(n + 1)} />
      </summary>
      <input type="hidden" name={`${at}.key`} value={form.value(`${at}.key`)} />
      <FormPair name={`${at}.label`} label={words.label} value={label} />
      <FormPair name={`${at}.help`} label={words.help} value={localIn(form, `${at}.help`)} />
      <div class="order-grid">
        <FormField
          type="select"
          {...inputIn(form, `${at}.type`)}
          value={form.value(`${at}.type`) || 'text'}
          label={words.fieldType}
          choices={fieldTypes.map((value) => ({ value, label: fieldTypeNames[value] }))}
          required
        />
        <FormField {...inputIn(form, `${at}.unit`)} label={words.fieldUnit} short />
        <FormField {...inputIn(form, `${at}.choices`)} label={words.choices} />
      </div>
      <Box form={form} name={`${at}.required`} label={words.required} />
    </details>
  )
}

const inputIn = (form: Filled, name: string) => ({
  name,
  value: form.value(name),
  error: form.error(name),
})

type BoxProps = { form: Filled; name: string; label: typeof words.active }
const Box = ({ form, name, label }: BoxProps) => (
  <FormField type="checkbox" {...{ name, label }} checked={form.value(name) === 'true'} />
)
