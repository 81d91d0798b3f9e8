import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { getPublishedInstrument } from '../../../instruments/actions.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import type { Field } from '../../forms/model.ts'
import { AnswerFields, answerLabels, readAnswers } from '../../forms/pages/answers.tsx'
import type { ServiceAnswer } from '../../services/model.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { uploaded, type Filled, filledIn, Form } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { getOrder, placeOrder } from '../actions/order.ts'
import { getService } from '../../services/actions.ts'
import { maxOrderFileBytes, NewOrder } from '../model.ts'
import { pageWords as words } from '../words.ts'
import { orderPaths } from '../../words/paths.ts'
import { PriceLine } from '../../prices/pages.tsx'
import { Local } from '../../../web/lang.tsx'
import { bothLanguages } from '../../../core/text.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/services/:service/order'
const keyOf = (c: C) => ({
  instrumentId: c.req.param('id') ?? '',
  id: c.req.param('service') ?? '',
})

/** The form of a service: answers, samples and files together. */
export const orderFormPages = new Hono<Env>()
  .get(path, (c) => formPage(c, filledIn({})))
  .post(path, async (c) => {
    const { ctx } = c.var
    signedIn(ctx)
    const { fields } = await getService(ctx, keyOf(c))
    return uploaded(c, {
      maxFileBytes: maxOrderFileBytes,
      work: async (sent, form) => {
        const order = parseOrRefuse(NewOrder, orderIn(form, fields))
        const files = Object.entries(sent.files).map(([name, file]) => ({
          ...file,
          field: name.replace(/^answers\./, ''),
        }))
        const id = await placeOrder(ctx, keyOf(c), { order, files })
        setFlash(c, words.placed((await getOrder(ctx, id)).number))
        return c.redirect(orderPaths.one(id), 303)
      },
      showAgain: (form) => formPage(c, form),
    })
  })

function orderIn(form: Filled, fields: readonly Field[]) {
  const note = form.value('note').trim()
  const samples = sampleRows.flatMap((n) => {
    const at = (name: string) => form.value(`samples.${n}.${name}`).trim()
    const [name, quantity, hazards] = [at('name'), at('quantity'), at('hazards')]
    if (!name && !quantity && !hazards) return []
    return [
      { name, quantity, ...(hazards && { hazards }), afterwards: at('afterwards') || 'destroy' },
    ]
  })
  return {
    answers: readAnswers(fields, form),
    samples,
    ...(note && { note }),
  }
}

async function formPage(c: C, form: Filled) {
  const { ctx } = c.var
  const person = signedIn(ctx)
  const instrument = await getPublishedInstrument(ctx, keyOf(c).instrumentId)
  const service = await getService(ctx, keyOf(c))
  const audience = audienceOf(person, instrument)
  const title = words.orderOf(bothLanguages(service.title))
  return page(
    c,
    {
      title: title,
      crumb: service.title,
      lead: words.orderLead,
      crumbs: [
        {
          text: { zh: instrument.titleZh, en: instrument.titleEn },
          href: paths.record(instrument.id),
        },
        { text: words.services, href: orderPaths.services(instrument.id) },
      ],
      width: 'reading',
      status: form.status,
    },
    <>
      <PriceLine service={service} audience={audience} />
      <OrderForm service={service} form={form} />
    </>,
  )
}

function OrderForm({ service, form }: { service: ServiceAnswer; form: Filled }) {
  return (
    <Form
      action={orderPaths.order(service.instrumentId, service.id)}
      form={form}
      submit={words.submit}
      withFile
      labels={answerLabels(service.fields)}
    >
      <AnswerFields fields={service.fields} form={form} />
      <Samples form={form} />
      <FormField
        name="note"
        type="textarea"
        label={words.note}
        value={form.value('note')}
        rows={3}
      />
    </Form>
  )
}

const sampleRows = [0, 1, 2, 3]

/** The samples, one row each. */
function Samples({ form }: { form: Filled }) {
  return (
    <>
      <Local as="h2" text={words.samples} />
      <Local as="p" class="quiet" text={words.samplesLead} />
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
      <Local as="summary" text={words.sampleN(n + 1)} />
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
