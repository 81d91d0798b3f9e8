import { type Context as HonoContext, Hono } from 'hono'
import type { Temporal } from '../../../core/time.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { operation, tableTypes } from '../../../web/api.ts'
import { fileOf } from '../../../web/columns.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FileLinks } from '../../../web/components/file-links.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Section, Toolbar } from '../../../web/components/navigation.tsx'
import { Stats } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { formatDate, formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { tableFile } from '../../../web/table-file.ts'
import { parsed } from '../../../web/validate.ts'
import { samplePaths } from '../../words/paths.ts'
import { type Facts, factsAnswer, factsOf, filterChoices } from '../actions/read.ts'
import { type Dimension, FactFilters, FactQuery, FactsAnswer } from '../model.ts'
import { factWords as words } from '../words.ts'
import { FactChart, factColumns } from './charts.tsx'
import { type Choices, FactFilterForm, queryOf, requestHref } from './filters.tsx'

type C = HonoContext<Env>

/** Counts of a collection, for programs and as files. */
export const factRoutes = new Hono<Env>().get(
  '/collections/:id/facts',
  operation({
    summary: 'Count a collection’s donors and samples',
    description:
      'Of people only counts are public: rounded down to multiples of `smallestCell`, none below it, now and then a step lower. Each says “at least”; subtracting them finds nobody. Staff get exact counts beside them.',
    tag: 'samples',
    answers: { 200: FactsAnswer },
    files: tableTypes,
    refuses: [404],
  }),
  parsed('query', FactQuery),
  async (c) => {
    const { ctx } = c.var
    const { format, ...asked } = c.req.valid('query')
    const id = c.req.param('id')
    c.header('cache-control', 'private, no-store')
    if (format === 'json') return c.json(await factsAnswer(ctx, id, asked))
    const { standing, tables } = await factsOf(ctx, id, { filters: asked, tables: [asked.by] })
    const facts = tables[0]?.facts ?? []
    const file = fileOf(factColumns(asked.by, standing), facts, ctx.lang)
    return tableFile(c, format, { name: 'facts', ...file })
  },
)

const charted: readonly Dimension[] = ['sex', 'ageBand', 'type', 'chapter', 'year']

/** The same for people, as charts. */
export const factPages = new Hono<Env>().get(
  '/collections/:id/facts',
  parsed('query', FactFilters),
  async (c) => {
    const { ctx } = c.var
    const filters = c.req.valid('query')
    // Within a chapter its diseases say more than the chapter alone.
    const by = filters.disease ? [...charted, 'disease' as const] : charted
    const tables = [[], ...by.map((dimension) => [dimension])]
    const [facts, choices] = await Promise.all([
      factsOf(ctx, c.req.param('id'), { filters, tables }),
      filterChoices(ctx),
    ])
    return factsPage(c, { facts, choices, filters })
  },
)

type PageProps = { facts: Facts; choices: Choices; filters: FactFilters }

async function factsPage(c: C, { facts, choices, filters }: PageProps) {
  const { recordId, title, standing, tables } = facts
  const query = queryOf(filters)
  const fileHref = (format: string) =>
    `/api/v1${samplePaths.factsOf(recordId)}?${query}${query && '&'}by=sex,ageBand&format=${format}`
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      crumbs: [{ text: title, href: paths.record(recordId) }],
      main: 'facts',
      actions: standing.isStaff && (
        <ButtonLink href={samplePaths.settingsOf(recordId)} text={words.settings} />
      ),
    },
    <>
      <FactFilterForm
        action={samplePaths.factsOf(recordId)}
        asked={filters}
        choices={choices}
        submit={words.show}
      />
      <Totals facts={facts} />
      <Rule facts={facts} />
      <Toolbar end={<FileLinks formats={['csv', 'xlsx', 'json']} hrefOf={fileHref} />}>
        <ButtonLink href={requestHref(recordId, filters)} text={words.request} />
        <Local as="a" href={`${samplePaths.locator}?${query}`} text={words.elsewhere} />
      </Toolbar>
      <Charts tables={tables} {...standing} />
    </>,
  )
}

const Rule = ({ facts: { standing, countedAt } }: { facts: Facts }) => (
  <p class="quiet small facts-rule">
    <Local text={standing.isHuman ? words.rule(standing.smallestCell) : words.exactRule} />{' '}
    <Local text={words.heldOnly} />
    {countedAt && (
      <>
        {' '}
        <Local text={words.countedOn(dayOf(countedAt))} />
        {standing.isStaff && (
          <>
            {' '}
            <Local text={words.exactNow} />
          </>
        )}
      </>
    )}
  </p>
)

const dayOf = (at: Temporal.Instant) => ({ zh: formatDate(at, 'zh'), en: formatDate(at, 'en') })

/** How many in all: as everybody sees it, and exactly for staff. */
function Totals({ facts: { standing, tables } }: { facts: Facts }) {
  const lang = useLang()
  const [all] = tables[0]?.facts ?? []
  if (!all?.shown && !all?.exact) return <Empty title={words.tooFewInAll} icon="info" />
  const columns = Object.values(factColumns([], standing)).slice(1)
  const numbers = columns.flatMap((column) => ('number' in column ? [column] : []))
  return (
    <Stats
      stats={numbers.map(({ label, number }) => {
        const value = number(all)
        return {
          label,
          value: value === null ? <Local text={words.tooFew} /> : formatNumber(value, lang),
        }
      })}
    />
  )
}

const Charts = ({ tables, isHuman, isStaff }: { tables: Facts['tables'] } & Facts['standing']) => (
  <div class="charts">
    {tables.map((table) => (
      <FactChart table={table} isHuman={isHuman} isStaff={isStaff} />
    ))}
  </div>
)

/** On a collection's page; nothing where nothing may be shown. */
export const factsSection: RecordSection = async (c, { id }) => {
  const tables = [[], ['sex'], ['ageBand'], ['type']] as const
  const facts = await factsOf(c.var.ctx, id, { filters: {}, tables })
  const { standing } = facts
  const [all] = facts.tables[0]?.facts ?? []
  const some = standing.isStaff ? (all?.exact ?? all?.shown) : all?.shown
  if (!some || some.samples === 0) return null
  return (
    <Section
      title={words.title}
      id="facts"
      more={{ text: words.more, href: samplePaths.factsOf(id) }}
    >
      <Totals facts={facts} />
      <Rule facts={facts} />
      <Charts tables={facts.tables} {...standing} />
    </Section>
  )
}
