import type { LocalText } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { FormPair } from '../../../web/components/form-pair.tsx'
import { type Filled, Form } from '../../../web/forms.tsx'
import { fenOf } from '../../charges/rules/fen.ts'
import { voucherWords as words } from '../words.ts'
import { vouchersHref } from '../../words/paths.ts'

const labels: Record<string, LocalText> = {
  code: words.code,
  title: words.title,
  institution: words.institution,
  lab: words.lab,
  faceFen: words.face,
  coverPercent: words.coverPercent,
  coverFen: words.coverSum,
  capFen: words.cap,
  validFrom: words.validFrom,
  validTo: words.validTo,
}

/** The form's fields as the API takes them. */
export function typedVoucher(form: Filled) {
  const fen = (name: string) => (form.value(name) ? { [name]: fenOf(form.value(name)) } : {})
  const percent = form.value('coverPercent')
  return {
    code: form.value('code'),
    title: { zh: form.value('title.zh'), en: form.value('title.en') },
    institution: form.value('institution'),
    lab: form.value('lab'),
    ...fen('faceFen'),
    ...(percent && { coverPercent: Number(percent) }),
    ...fen('coverFen'),
    ...fen('capFen'),
    validFrom: form.value('validFrom'),
    validTo: form.value('validTo'),
  }
}

type Choices = readonly { value: string; label: LocalText; group?: LocalText }[]
type Props = {
  form: Filled
  institutions: readonly { id: string; nameZh: string | null; nameEn: string | null }[]
  labs: Choices
}

/** Gives a voucher. */
export const VoucherForm = ({ form, institutions, labs }: Props) => (
  <Form action={vouchersHref} form={form} submit={words.issue} labels={labels}>
    <FormField {...text(form, 'code')} hint={words.codeHint} maxLength={40} short required />
    <FormPair
      name="title"
      label={words.title}
      value={{ zh: form.value('title.zh'), en: form.value('title.en') }}
      errors={{
        zh: form.error('title.zh'),
        en: form.error('title.en'),
        both: form.error('title'),
      }}
      maxLength={200}
      required
    />
    <div class="form-grid">
      <FormField
        {...text(form, 'institution')}
        type="select"
        choices={institutions.map(({ id, nameZh, nameEn }) => ({
          value: id,
          label: { zh: nameZh, en: nameEn },
        }))}
        required
      />
      <FormField {...text(form, 'lab')} type="select" choices={labs} required />
      <FormField {...text(form, 'faceFen')} short required />
      <FormField {...text(form, 'coverPercent')} type="number" min={1} max={100} step={1} />
      <FormField {...text(form, 'coverFen')} hint={words.coverHint} short />
      <FormField {...text(form, 'capFen')} hint={words.capHint} short />
      <FormField {...text(form, 'validFrom')} type="date" required />
      <FormField {...text(form, 'validTo')} type="date" required />
    </div>
  </Form>
)

const text = (form: Filled, name: string) => ({
  name,
  label: labels[name] ?? words.code,
  value: form.value(name),
  error: form.error(name),
})
