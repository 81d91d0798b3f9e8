import { type Context as HonoContext, Hono } from 'hono'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { answerNames } from '../../requests/words/names.ts'
import { pageWords } from '../../requests/words/pages.ts'
import { requestPaths } from '../../words/paths.ts'
import { chosenRequests, getBulkDecision, startBulkDecision } from '../actions.ts'
import { bulkForm, deskFilter } from '../model.ts'
import { deskWords as words, outcomeNames } from '../words.ts'

type C = HonoContext<Env>
type Shown = Awaited<ReturnType<typeof getBulkDecision>>
const crumbs = [{ text: words.title, href: requestPaths.desk }]
const outcomeTones = { pending: 'calm', decided: 'good', refused: 'caution' } as const
const refreshSeconds = 2

const given = write({
  path: '/request-decisions',
  tag: 'requests',
  summary: 'Answer several requests alike',
  at: requestPaths.bulkDecision,
  form: bulkForm,
  does: startBulkDecision,
  flash: () => words.started,
  next: ({ id }) => requestPaths.bulkDecided(id),
  page: (c, form) => formPage(c, form),
})

/** Choosing one answer for several requests, and what became of each. */
export const bulkDecisionPages = new Hono<Env>()
  .get(requestPaths.bulkDecision, async (c) => {
    const named = c.req.queries('request')
    const { request: _, ...typed } = c.req.query()
    const filter = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
    const { ids } = await chosenRequests(
      c.var.ctx,
      named ? { requests: named } : { filter: parseOrRefuse(deskFilter.schema, filter) },
    )
    return formPage(c, filledIn({ requests: ids }))
  })
  .get(requestPaths.bulkDecided(':id').replace('%3A', ':'), (c) => outcomePage(c))
  .route('/', given.pages)

async function formPage(c: C, form: Filled) {
  const { seen } = await chosenRequests(c.var.ctx, { requests: form.values('requests') })
  const requests = seen.map(({ id, number, requester }) => ({
    value: id,
    label: { zh: `${number} ${requester}`, en: `${number} ${requester}` },
  }))
  return page(
    c,
    { title: words.bulkTitle, lead: words.bulkLead, crumbs, width: 'reading', status: form.status },
    <EntityForm
      of={bulkForm}
      form={form}
      choices={{ requests }}
      action={requestPaths.bulkDecision}
      submit={words.send}
    />,
  )
}

async function outcomePage(c: C) {
  const shown = await getBulkDecision(c.var.ctx, { id: c.req.param('id') ?? '' })
  return page(
    c,
    {
      title: words.bulkTitle,
      lead: answerNames[shown.answer],
      crumbs,
      head: shown.state === 'running' && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      ),
    },
    shown.state === 'running' ? (
      <hexi-live>
        <Progress shown={shown} />
        <Outcomes shown={shown} />
      </hexi-live>
    ) : (
      <>
        <Local as="p" text={words.summary(shown.decided, shown.refused)} />
        <Outcomes shown={shown} />
      </>
    ),
  )
}

function Progress({ shown: { decided, refused, total } }: { shown: Shown }) {
  const t = useText()
  const done = decided + refused
  const said = words.progress(done, total)
  return (
    <>
      <Local as="p" text={said} />
      <progress max={total} value={done} aria-label={t(said)} />
    </>
  )
}

const Outcomes = ({ shown: { requests } }: { shown: Shown }) => (
  <Table
    caption={words.outcomes}
    dense
    columns={[
      {
        label: pageWords.number,
        text: ({ number }) => number,
        href: ({ id }) => requestPaths.one(id),
      },
      {
        label: words.outcome,
        cell: ({ outcome }) => (
          <StateBadge tone={outcomeTones[outcome]} text={outcomeNames[outcome]} />
        ),
      },
      { label: words.why, text: ({ detail }) => detail },
    ]}
    rows={requests}
  />
)
