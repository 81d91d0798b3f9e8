import { fenOf, yuanText } from '../../../core/money.ts'
import { audiences } from '../../../instruments/model/audiences.ts'
import { audienceNames } from '../../../charges/rates/words.ts'
import type { LocalText } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { FormPair } from '../../../web/components/form-pair.tsx'
import { type Filled, filledIn, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { type Field, type ServiceAnswer, units } from '../model.ts'
import { pageWords as words, unitNames } from '../../orders/words.ts'
import { FieldRow, localIn } from './field-row.tsx'

const blankRows = 3

/** The form as it opens. */
export function typedService(service: ServiceAnswer | undefined): Filled {
  if (!service) return filledIn({ rows: [String(blankRows)], active: ['true'] })
  const { title, about, fields } = service
  const entries: [string, string | null | undefined][] = [
    ['title.zh', title.zh],
    ['title.en', title.en],
    ['about.zh', about.zh],
    ['about.en', about.en],
    ['unit', service.unit],
    ['turnaroundDays', String(service.turnaroundDays)],
    ['active', service.active ? 'true' : null],
    ['seen', String(service.version)],
    ['rows', String(fields.length + blankRows)],
    ...audiences.map((one): [string, string] => [`prices.${one}`, yuanText(service.prices[one])]),
    ...fields.flatMap((field, n) => entriesOf(field, `fields.${n}`)),
  ]
  return filledIn(Object.fromEntries(entries.map(([name, value]) => [name, value ? [value] : []])))
}

const entriesOf = (field: Field, at: string): [string, string | null | undefined][] => [
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

const rowsOf = (form: Filled) =>
  Array.from({ length: Math.min(33, Number(form.value('rows')) || blankRows) }, (_, n) => n)

/** What was typed, as the API takes it. */
export function serviceIn(form: Filled) {
  const days = form.value('turnaroundDays')
  const prices = audiences.flatMap((one) => {
    const text = form.value(`prices.${one}`)
    return text.trim() ? [[one, fenOf(text)]] : []
  })
  return {
    title: localIn(form, 'title'),
    about: localIn(form, 'about'),
    unit: form.value('unit'),
    turnaroundDays: days ? Number(days) : undefined,
    prices: Object.fromEntries(prices),
    fields: rowsOf(form).flatMap((n) => fieldIn(form, `fields.${n}`)),
  }
}

function fieldIn(form: Filled, at: string) {
  const label = localIn(form, `${at}.label`)
  if (!label.zh.trim() && !label.en.trim()) return []
  const type = form.value(`${at}.type`)
  const unit = form.value(`${at}.unit`).trim()
  const choices = form
    .value(`${at}.choices`)
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return [
    {
      key: form.value(`${at}.key`) || `field_${crypto.randomUUID().slice(0, 8)}`,
      type,
      label,
      help: localIn(form, `${at}.help`),
      required: form.value(`${at}.required`) === 'true',
      ...(type === 'number' && unit && { unit }),
      ...(type === 'choice' && { choices }),
    },
  ]
}

const labels: Record<string, LocalText> = {
  title: words.title,
  about: words.about,
  unit: words.unit,
  turnaroundDays: words.days,
  ...Object.fromEntries(audiences.map((one) => [`prices.${one}`, audienceNames[one]])),
}

type Props = { action: string; form: Filled; isNew: boolean }

/** What a service is, costs and asks; blank rows are for further questions. */
export function ServiceForm({ action, form, isNew }: Props) {
  return (
    <Form action={action} form={form} submit={words.save} labels={labels}>
      <input type="hidden" name="rows" value={form.value('rows')} />
      <input type="hidden" name="seen" value={form.value('seen')} />
      <FormPair
        name="title"
        label={words.title}
        value={localIn(form, 'title')}
        errors={{ both: form.error('title') }}
        required
      />
      <FormPair name="about" label={words.about} value={localIn(form, 'about')} long />
      <Terms form={form} />
      {!isNew && (
        <FormField
          name="active"
          type="checkbox"
          label={words.active}
          checked={form.value('active') === 'true'}
        />
      )}
      <h2>
        <Local text={words.form} />
      </h2>
      <p class="quiet">
        <Local text={words.formLead} />
      </p>
      {rowsOf(form).map((n) => (
        <FieldRow form={form} n={n} />
      ))}
    </Form>
  )
}

function Terms({ form }: { form: Filled }) {
  const plain = (name: string) => ({ name, value: form.value(name), error: form.error(name) })
  return (
    <>
      <div class="order-grid">
        <FormField
          type="select"
          {...plain('unit')}
          label={words.unit}
          choices={units.map((value) => ({ value, label: unitNames[value] }))}
          required
        />
        <FormField type="number" {...plain('turnaroundDays')} label={words.days} min={1} required />
      </div>
      <fieldset class="order-grid">
        <legend class="field-label">
          <Local text={words.prices} />
        </legend>
        {audiences.map((one) => (
          <FormField {...plain(`prices.${one}`)} label={audienceNames[one]} short />
        ))}
      </fieldset>
    </>
  )
}
