import { FormField } from '../../../web/components/form-field.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { pageWords as words } from '../words/pages.ts'

export const sampleRows = [0, 1, 2, 3]

/** What is sent in, one row each. */
export function Samples({ form }: { form: Filled }) {
  const t = useText()
  return (
    <>
      <h2>{t(words.samples)}</h2>
      <p class="quiet">{t(words.samplesLead)}</p>
      {sampleRows.map((n) => (
        <SampleRow form={form} n={n} />
      ))}
    </>
  )
}

function SampleRow({ form, n }: { form: Filled; n: number }) {
  const plain = (name: string) => ({
    name: `samples.${n}.${name}`,
    value: form.value(`samples.${n}.${name}`),
    error: form.error(`samples.${n}.${name}`),
  })
  const isUsed = ['name', 'quantity', 'hazards'].some((name) => plain(name).value)
  return (
    <details class="order-row" open={n === 0 || isUsed}>
      <summary>
        <Local text={words.sampleN(n + 1)} />
      </summary>
      <div class="order-grid">
        <FormField {...plain('name')} label={words.sampleName} />
        <FormField {...plain('quantity')} label={words.quantity} />
        <FormField {...plain('hazards')} label={words.hazards} />
        <FormField
          {...plain('afterwards')}
          type="select"
          value={plain('afterwards').value || 'destroy'}
          label={words.afterwards}
          choices={[
            { value: 'return', label: words.return },
            { value: 'destroy', label: words.destroy },
          ]}
          required
        />
      </div>
    </details>
  )
}
