import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { dayAt, defaultZone } from '../../../core/time.ts'
import { printPage } from '../../../stock/labels/pages.tsx'
import { sheetForm } from '../../../stock/labels/model.ts'
import { lotWords } from '../../../stock/lots/words.ts'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { LineChart } from '../../../web/components/line-chart.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Day, FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, Refused } from '../../../web/forms.tsx'
import { formatNumber } from '../../../web/format.ts'
import { item } from '../../../web/item.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { categoryNames } from '../../protocols/words.ts'
import { germplasmPaths } from '../../words/paths.ts'
import { abandonTest, enterCount, finishTest, getTest, type Test } from '../actions.ts'
import { abandonmentForm, completionForm, countForm, TestAnswer } from '../model.ts'
import { dishLabels, hasUncounted, tallyOf } from '../rules.ts'
import { viabilityWords } from '../../viability/words.ts'
import { germinationWords as words, testStateNames } from '../words.ts'
import { Counting, countRows, type Place, placeIn } from './count.tsx'
import { ScanDish } from './lists.tsx'

type C = HonoContext<Env>
const tag = 'viability'
const path = '/viability-tests/:id'
const hrefOf = ({ id }: { id: string }) => germplasmPaths.test(id)

const test = item({
  path,
  tag,
  summary: 'A viability test with its dishes, what was counted, and how it germinated',
  refuses: [401],
  schema: TestAnswer,
  read: (ctx, { id }) => getTest(ctx, id),
})

const count = write({
  path: `${path}/counts`,
  tag,
  summary: 'Enter what was found in one dish on one day',
  description:
    'New since it was counted before. A count that is there is corrected by naming its version in `corrects`; the same count twice is one.',
  refuses: [409],
  form: countForm,
  result: z.object({ id: z.string(), day: z.int(), nextReplicate: z.int().nullable() }),
  does: enterCount,
  flash: ({ replicate, day, normal }) => words.counted(replicate, day, normal),
  next: (_, { id, day, nextReplicate }) =>
    nextReplicate === null
      ? `${germplasmPaths.test(id)}?day=${day}`
      : germplasmPaths.dish(id, nextReplicate, day),
  page: (c, counted) => testPage(c, { counted }),
})

const completion = write({
  path: `${path}/completion`,
  tag,
  summary: 'Finish a test: from its result follows when the lot is tested next',
  refuses: [409],
  form: completionForm,
  result: z.object({ id: z.string(), percent: z.number() }),
  does: finishTest,
  flash: (_, { percent }) => words.finished(percent.toFixed(1)),
  next: hrefOf,
  page: (c, finished) => testPage(c, { finished }),
})

const abandonment = write({
  path: `${path}/abandonment`,
  tag,
  summary: 'Give a test up; its seeds stay taken',
  refuses: [409],
  form: abandonmentForm,
  does: abandonTest,
  answer: test,
  flash: () => words.abandoned,
  next: hrefOf,
  page: (c, refused) => testPage(c, { refused }),
})

const own = new Hono<Env>().get(path, (c) => testPage(c)).get(`${path}/labels`, labelsPage)

/** A test, from its labels to its result. */
const parts = [test, count, completion, abandonment, { pages: own }]
export const { api: testRoutes, pages: testPages } = surfaces(...parts)

const crumbsOf = ({ lot }: Test) => [
  stockCrumb,
  { text: lotWords.lotOf(lot.code), href: `${stockPaths.lot(lot.id)}#viability` },
]

async function labelsPage(c: C) {
  const { ctx } = c.var
  const row = await getTest(ctx, c.req.param('id') ?? '')
  return printPage(c, {
    form: sheetForm,
    labelsOf: (_, { symbol }) => dishLabels(row, { symbol, baseUrl: ctx.baseUrl }),
    title: row.record.title,
    crumbs: [...crumbsOf(row), { text: words.testOf(row.code), href: hrefOf(row) }],
  })
}

type Typed = { counted?: Filled; finished?: Filled; refused?: Filled }

async function testPage(c: C, typed: Typed = {}) {
  const { ctx } = c.var
  const row = await getTest(ctx, c.req.param('id') ?? '')
  const asked = typed.counted
    ? { replicate: typed.counted.value('replicate'), day: typed.counted.value('day') }
    : c.req.query()
  const place = placeIn(row, asked, dayAt(ctx.now(), defaultZone))
  return page(
    c,
    {
      title: words.testOf(row.code),
      lead: row.record.title,
      crumbs: crumbsOf(row),
      actions: row.state === 'running' && (
        <ButtonLink href={`${hrefOf(row)}/labels`} text={words.labels} />
      ),
      status: (typed.counted ?? typed.finished ?? typed.refused)?.status ?? 200,
    },
    <TestBody row={row} place={place} typed={typed} />,
  )
}

function TestBody({ row, place, typed }: { row: Test; place: Place; typed: Typed }) {
  const isRunning = row.state === 'running'
  return (
    <>
      <Refused form={typed.refused} />
      <ScanDish />
      {isRunning && <Counting test={row} place={place} typed={typed.counted} />}
      <About row={row} />
      {row.germination.curve.length > 0 && <Curve row={row} />}
      {row.replicates.length > 0 && <Counts row={row} />}
      {isRunning && <Ending row={row} form={typed.finished} />}
    </>
  )
}

function About({ row }: { row: Test }) {
  const lang = useLang()
  const { state, seeds, plannedSeeds, startedOn, finishedOn, protocol, isConclusive, note } = row
  const { standardError, halfAfterDays, meanDays } = row.germination
  const number = (value: number) => formatNumber(value, lang, 1)
  const days = (value: number | null) =>
    value !== null && <Local text={words.days(number(value))} />
  const fields = [
    { label: words.state, value: <StateBadge {...testStateNames[state]} /> },
    {
      label: state === 'running' ? words.untilNow : viabilityWords.viability,
      value: state !== 'abandoned' && `${number(row.viablePercent)}%`,
    },
    { label: words.conclusive, value: isConclusive !== null && <YesNo is={isConclusive} /> },
    {
      label: words.seeds,
      value: seeds !== null && <Local text={words.seedsOf(seeds, plannedSeeds)} />,
    },
    { label: words.startedOn, value: <Day when={startedOn} /> },
    { label: words.finishedOn, value: finishedOn && <Day when={finishedOn} /> },
    {
      label: words.protocol,
      value: protocol && (
        <a href={germplasmPaths.protocol(protocol.id)}>
          <Local text={protocol.name} />
        </a>
      ),
    },
    { label: words.error, value: standardError !== null && `${number(standardError)}%` },
    { label: words.half, value: days(halfAfterDays) },
    { label: words.mean, value: days(meanDays) },
    { label: words.note, value: note ?? row.abandonedReason },
  ]
  return (
    <Section title={words.result}>
      <FieldList fields={fields.filter(({ value }) => Boolean(value))} />
    </Section>
  )
}

const YesNo = ({ is }: { is: boolean }) => (
  <Local text={is ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }} />
)

function Curve({ row }: { row: Test }) {
  const lang = useLang()
  const { curve } = row.germination
  const last = curve.at(-1)
  const to = Math.max(row.lastDay ?? 0, curve.length)
  const step = Math.max(1, Math.ceil(to / 7))
  const ticks = Array.from({ length: Math.floor(to / step) + 1 }, (_, at) => at * step)
  const percentText = (percent: number) => formatNumber(percent, lang, 1)
  return (
    <Section title={words.germination}>
      <figure class="chart-frame">
        <LineChart
          id="germination-curve"
          title={words.germination}
          about={words.germinationAbout(percentText(last?.percent ?? 0), curve.length)}
          from={0}
          to={to}
          ticks={ticks.map((day) => ({ x: day, text: String(day) }))}
          steps={[0, 25, 50, 75, 100]}
          unit="%"
          line={[{ x: 0, y: 0 }, ...curve.map(({ day, percent }) => ({ x: day, y: percent }))]}
          band={curve.map(({ day, lowest, highest }) => ({ x: day, low: lowest, high: highest }))}
          dots={curve.map(({ day, percent }) => ({
            x: day,
            y: percent,
            text: words.pointText(day, percentText(percent)),
          }))}
        />
      </figure>
    </Section>
  )
}

function Counts({ row }: { row: Test }) {
  const rows = countRows(row)
  const isRunning = row.state === 'running'
  if (rows.length === 0) return <Local as="p" class="quiet" text={words.noCounts} />
  const total = tallyOf(row.replicates)
  return (
    <details class="fold" open={!isRunning}>
      <Local as="summary" text={words.counts} />
      <Table
        caption={words.counts}
        dense
        matrix
        rows={rows}
        columns={[
          { label: words.replicate, cell: ({ replicate }) => replicate },
          { label: words.day, number: ({ day }) => day },
          ...row.categories.map((category) => ({
            label: {
              zh: `${categoryNames[category].zh}（${total[category]}）`,
              en: `${categoryNames[category].en} (${total[category]})`,
            },
            number: (counted: (typeof rows)[number]) => counted[category],
          })),
          { label: words.who, text: ({ by }) => by },
          {
            label: words.corrected,
            cell: ({ replicate, day }) =>
              isRunning && (
                <Local
                  as="a"
                  href={germplasmPaths.dish(row.id, replicate, day)}
                  text={words.corrected}
                />
              ),
          },
        ]}
      />
    </details>
  )
}

/** What ends a test, with its result or without. */
function Ending({ row, form }: { row: Test; form: Filled | undefined }) {
  const enough = (row.seeds ?? 0) >= (row.plannedSeeds ?? 0) && !hasUncounted(row)
  const opened = form ?? filledIn(completionForm.open({ isConclusive: enough }))
  return (
    <>
      <details class="fold" open={form !== undefined}>
        <Local as="summary" text={words.finish} />
        <Local as="p" class="quiet" text={words.finishAbout} />
        <EntityForm
          {...{
            of: completionForm,
            scope: 'completion',
            form: opened,
            submit: words.finish,
            look: 'plain',
          }}
          action={`${hrefOf(row)}/completion`}
        />
      </details>
      <div class="kept-actions">
        <SmallForm
          action={`${hrefOf(row)}/abandonment`}
          text={words.abandon}
          of={[row.code, row.record.title]}
          look="danger"
          about={words.abandonAbout}
        >
          <SmallField
            id="abandonment"
            name="reason"
            label={abandonmentForm.labels.reason}
            required
          />
        </SmallForm>
      </div>
    </>
  )
}
