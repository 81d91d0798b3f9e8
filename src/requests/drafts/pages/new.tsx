import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { signedIn } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { inLang } from '../../../core/text.ts'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { criteriaChoices } from '../../samples/pages/criteria.tsx'
import { createRequests } from '../../requests/actions/create.ts'
import { deliveryOf, objectionToAsking } from '../../requests/rules/asked.ts'
import { pageWords } from '../../requests/words/pages.ts'
import { requestPaths } from '../../words/paths.ts'
import { aboutForm, amountForm } from '../model.ts'
import { purposeWith } from '../rules.ts'
import { draftWords as words } from '../words.ts'
import {
  aboutChoices,
  AboutFields,
  amountIn,
  ItemFields,
  draftLabels,
  samplesIn,
} from './parts.tsx'

type C = HonoContext<Env>
const here = requestPaths.new

/** Asking for one thing from its record, without a basket: it becomes a draft, which is then sent. */
export const newPages = new Hono<Env>()
  .get(here, (c) =>
    newPage(
      c,
      filledWith({
        record: c.req.query('record'),
        versionId: c.req.query('version'),
        lotId: c.req.query('lot'),
        serviceId: c.req.query('service'),
      }),
    ),
  )
  .post(here, (c) =>
    submitted(
      c,
      (form) => make(c, form),
      (form) => newPage(c, form),
    ),
  )

/** What of the record is meant. */
const parts = ['versionId', 'lotId', 'serviceId'] as const

async function make(c: C, form: Filled) {
  const { ctx } = c.var
  const record = form.value('record')
  if (!isId(record)) throw new Problem('not-found', words.chooseRecord)
  const about = parseOrRefuse(aboutForm.schema, aboutForm.read(form.typed))
  const amount = parseOrRefuse(amountForm.schema, amountIn(form, 0))
  const target = Object.fromEntries(
    parts.flatMap((name) => (isId(form.value(name)) ? [[name, form.value(name)]] : [])),
  )
  const samples = samplesIn(form, 0)
  const { ids } = await createRequests(ctx, {
    items: [{ record, target: { ...target, ...(samples && { samples }) }, ...amount }],
    purpose: purposeWith({}, about),
    answers: {},
    ...(about.lab !== undefined && { lab: about.lab }),
    ...(about.supervisor !== undefined && { supervisor: about.supervisor }),
  })
  setFlash(c, words.made)
  return c.redirect(requestPaths.one(ids[0] ?? ''), 303)
}

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  if (form.value('record') === '') throw new Problem('not-found', words.chooseRecord)
  const { row } = await getRecord(ctx, form.value('record'))
  const objection = objectionToAsking(row)
  if (objection) throw new Problem('conflict', objection)
  const named = { zh: row.titleZh, en: row.titleEn }
  const title = { zh: inLang(named, 'zh'), en: inLang(named, 'en') }
  return page(
    c,
    {
      title: words.askFor(title),
      lead: words.askLead,
      crumbs: [{ text: pageWords.requests, href: requestPaths.requests }],
      width: 'reading',
      status: form.status,
    },
    <Form action={here} form={form} submit={words.makeDraft} labels={draftLabels}>
      {(['record', ...parts] as const).map((name) => (
        <input type="hidden" name={name} value={form.value(name)} />
      ))}
      <Section title={words.items}>
        <ItemFields
          form={form}
          place={0}
          item={{ title: named, delivery: deliveryOf(row.kind) }}
          samples={row.kind === 'collection' ? await criteriaChoices(ctx) : undefined}
        />
      </Section>
      <AboutFields form={form} choices={await aboutChoices(ctx)} />
    </Form>,
  )
}
