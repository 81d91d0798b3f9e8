import { Hono } from 'hono'
import type { Temporal } from '../../../core/time.ts'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { plansDue, type PlanRow } from '../actions.ts'
import { pageWords as words } from '../../overview/words.ts'
import { PlanDue } from './plan-section.tsx'
import { upkeepPaths } from '../../words/paths.ts'

/** What is due at all instruments of whoever asks, overdue first. */
export const duePages = new Hono<Env>().get(upkeepPaths.upkeepDue, async (c) => {
  const { ctx } = c.var
  const plans = await plansDue(ctx)
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title: words.dueTitle[ctx.lang], crumbs: [{ text: words.dueTitle }] },
    <>
      <PageHead title={words.dueTitle} lead={words.dueLead} />
      {plans.length > 0 ? (
        <Table
          caption={words.dueTitle}
          captionUnseen
          columns={columnsAt(ctx.now())}
          rows={plans}
          keys
        />
      ) : (
        <Empty title={words.nothingDue} text={words.nothingDueHint} icon="instrument" />
      )}
    </>,
  )
})

const columnsAt = (now: Temporal.Instant): Column<PlanRow>[] => [
  {
    key: 'plan',
    label: words.planName,
    head: true,
    cell: ({ name, instrumentId }) => <a href={upkeepPaths.upkeep(instrumentId)}>{name}</a>,
  },
  {
    key: 'instrument',
    label: words.instrument,
    cell: ({ instrumentZh, instrumentEn }) => (
      <Local text={{ zh: instrumentZh, en: instrumentEn }} />
    ),
  },
  {
    key: 'due',
    label: words.due,
    cell: (plan) => (
      <span class="kept-head">
        <PlanDue plan={plan} now={now} />
      </span>
    ),
  },
]
