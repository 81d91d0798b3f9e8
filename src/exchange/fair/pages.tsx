import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { bothLanguages } from '../../core/text.ts'
import { type Columns, Rows } from '../../web/columns.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { Stats } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { formatNumber } from '../../web/format.ts'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { fairOf } from './actions.ts'
import { FairAnswer } from './model.ts'
import type { FairCheck } from './rules.ts'
import { fairWords as words } from './words.ts'

const states = {
  passed: { tone: 'good', text: words.passed },
  missed: { tone: 'caution', text: words.missed },
} as const

const common = {
  check: { label: words.check, text: ({ name }) => name },
  points: { label: words.points, number: ({ points }) => points },
  test: { label: words.test, code: ({ test }) => test },
} satisfies Columns<FairCheck>

const all: Columns<FairCheck> = {
  state: { label: words.state, state: ({ passed }) => (passed ? states.passed : states.missed) },
  ...common,
}

const missing: Columns<FairCheck> = {
  remedy: {
    label: words.remedy,
    cell: ({ remedy, link }) => remedy && link && <Local as="a" href={link} text={remedy} />,
  },
  ...common,
}

const check = item({
  tag: 'records',
  path: '/records/:record/fair',
  summary: 'How a record stands by the 26 points of F-UJI 0.8; for who keeps it',
  refuses: [401, 403],
  schema: FairAnswer,
  read: fairOf,
})

const own = new Hono<Env>().get('/records/:record/fair', async (c) =>
  fairPage(c, c.req.param('record')),
)

export const { api: fairRoutes, pages: fairPages } = surfaces(check, { pages: own })

async function fairPage(c: HonoContext<Env>, record: string) {
  const { ctx } = c.var
  const { checks, points, of } = await fairOf(ctx, { record })
  const { row } = await getRecord(ctx, record)
  const title = bothLanguages({ zh: row.titleZh, en: row.titleEn })
  const figure = (value: number) => formatNumber(value, ctx.lang)
  const missed = checks.filter(({ passed }) => !passed)
  return page(
    c,
    {
      title: words.titleOf(title),
      crumb: words.title,
      lead: words.lead,
      crumbs: [{ text: title, href: paths.record(row.id) }],
    },
    <>
      <Stats
        stats={[
          { label: words.score, value: words.scoreOf(figure(points), figure(of))[ctx.lang] },
          { label: words.open, value: figure(missed.length) },
        ]}
      />
      {missed.length > 0 && (
        <Section title={words.open}>
          <Rows title={words.open} none={words.none} columns={missing} rows={missed} />
        </Section>
      )}
      {(['F', 'A', 'I', 'R'] as const).map((letter) => (
        <Section title={words[letter]}>
          <Rows
            title={words[letter]}
            none={words.none}
            columns={all}
            rows={checks.filter(({ test }) => test.startsWith(`FsF-${letter}`))}
          />
        </Section>
      ))}
    </>,
  )
}
