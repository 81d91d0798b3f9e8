import { type Context as HonoContext, Hono } from 'hono'
import { inLang, type Lang, type Text } from '../../../core/text.ts'
import { dayIn, Temporal } from '../../../core/time.ts'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import type { LotSection } from '../../../stock/lots/pages/lot.tsx'
import { lotWords } from '../../../stock/lots/words.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { LineChart } from '../../../web/components/line-chart.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Day, FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { formatDate, formatNumber } from '../../../web/format.ts'
import { item } from '../../../web/item.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { germinationWords } from '../../germination/words.ts'
import { testsOfLot } from '../../germination/pages/lists.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import { describeSeeds, getSeeds, getViability, type Viability } from '../actions/keep.ts'
import { SeedsAnswer, seedsForm, ViabilityAnswer } from '../model.ts'
import { reasonNames, viabilityWords as words } from '../words.ts'

type C = HonoContext<Env>
const path = '/lots/:id/seeds'

const viability = item({
  path: '/lots/:id/viability',
  tag: 'viability',
  summary: 'The viability of a lot: initial value, tests, prediction, next test; for who keeps it',
  refuses: [401],
  schema: ViabilityAnswer,
  read: getViability,
})

const seeds = item({
  path,
  tag: 'viability',
  summary: 'When the seeds of a lot were grown, how moist and how cold they are; for who keeps it',
  refuses: [401],
  schema: SeedsAnswer,
  read: getSeeds,
})

const edit = write({
  path,
  method: 'patch',
  tag: 'viability',
  summary: 'Say when the seeds of a lot were grown, how moist and how cold they are',
  refuses: [409],
  form: seedsForm.edit,
  versioned: true,
  answer: seeds,
  does: describeSeeds,
  flash: () => editWords.saved,
  next: ({ id }) => stockPaths.lot(id),
  page: seedsPage,
})

const own = new Hono<Env>().get(path, (c) => seedsPage(c))

/** The viability of a lot. */
export const { api: lotViabilityRoutes, pages: lotViabilityPages } = surfaces(
  viability,
  seeds,
  edit,
  { pages: own },
)

async function seedsPage(c: C, edited?: Filled) {
  const row = await getSeeds(c.var.ctx, { id: c.req.param('id') ?? '' })
  const form = edited ?? filledIn(seedsForm.open(row))
  const { version } = row
  const action = germplasmPaths.seeds(row.id)
  return page(
    c,
    {
      title: words.edit,
      crumbs: [
        stockCrumb,
        { text: lotWords.lotOf(row.code), href: stockPaths.lot(row.id) },
      ],
      width: 'reading',
      status: form.status,
    },
    <EntityForm {...{ of: seedsForm, form, action, submit: editWords.save, version }} />,
  )
}

/** On the page of a lot of seed: its curve, when it is tested next, its tests. */
export const viabilitySection: LotSection = async (c, { id, unit, frozenAt }) => {
  if (unit !== 'seed' && unit !== 'gram') return null
  const row = await getViability(c.var.ctx, { id })
  return (
    <Section title={words.viability} id="viability">
      <Standing row={row} />
      {row.tests.length > 0 && <Curve row={row} today={c.var.ctx.now()} />}
      {await testsOfLot.view(c, { of: { id }, cursor: 'tests' })}
      {!frozenAt && (
        <p class="kept-actions">
          <ButtonLink href={`${germplasmPaths.testsOf(id)}/new`} text={germinationWords.start} />
          <ButtonLink href={germplasmPaths.seeds(id)} icon="edit" text={words.edit} />
        </p>
      )}
    </Section>
  )
}

function Standing({ row }: { row: Viability }) {
  const lang = useLang()
  const { initial, latest, thresholdPercent, predictedOn, nextDueOn, needsRegeneration } = row
  const found = ({ percent, on }: { percent: number; on: string }) => (
    <Local text={words.percentOn(percentText(percent, lang), formatDate(on, lang))} />
  )
  const kept = words.storedAt(
    row.keptAtCelsius === null ? null : formatNumber(row.keptAtCelsius, lang),
    row.moisturePercent === null ? null : formatNumber(row.moisturePercent, lang),
  )
  const fields = [
    { label: words.latest, value: latest && found(latest) },
    { label: words.initial, value: initial && found(initial) },
    {
      label: words.threshold,
      value: thresholdPercent !== null && (
        <Local text={words.percent(percentText(thresholdPercent, lang))} />
      ),
    },
    { label: words.predictedOn, value: predictedOn && <Day when={predictedOn} /> },
    { label: words.keptAt, value: inLang(kept, lang) && <Local text={kept} /> },
    { label: words.dueOn, value: nextDueOn && !needsRegeneration && <Day when={nextDueOn} /> },
  ]
  return (
    <>
      {needsRegeneration && (
        <p>
          <StateBadge tone="danger" text={reasonNames.viability} />
        </p>
      )}
      <FieldList fields={fields.filter(({ value }) => Boolean(value))} />
    </>
  )
}

const percentText = (percent: number, lang: Lang) => formatNumber(percent, lang, 1)

const percentSteps = [0, 25, 50, 75, 100]

/** Beyond this nobody plans: a prediction of centuries would leave no room for what was found. */
const mostYears = 60

function Curve({ row, today }: { row: Viability; today: Temporal.Instant }) {
  const lang = useLang()
  const { tests, predicted, thresholdPercent } = row
  const from = yearOf(row.receivedOn < (tests[0]?.on ?? '9') ? row.receivedOn : tests[0]?.on)
  const shown = predicted
    .map(({ on, percent }) => ({ x: yearOf(on), y: percent }))
    .filter(({ x }) => x < from + mostYears)
  const now = yearOf(today.toString().slice(0, 10))
  const to = Math.max(now, ...shown.map(({ x }) => x), ...tests.map(({ on }) => yearOf(on)))
  const latest = tests.at(-1)?.percent ?? 0
  const thresholds =
    thresholdPercent === null ? [] : [{ y: thresholdPercent, text: words.thresholdLine }]
  return (
    <figure class="chart-frame">
      <LineChart
        id="viability-curve"
        title={words.curve}
        about={words.curveAbout(tests.length, percentText(latest, lang))}
        {...{ from, to, ticks: ticksIn(from, to), steps: percentSteps, unit: '%' }}
        line={tests
          .filter(({ isConclusive }) => isConclusive)
          .map(({ on, percent }) => ({ x: yearOf(on), y: percent }))}
        predicted={shown}
        dots={tests.map((test) => ({
          x: yearOf(test.on),
          y: test.percent,
          text: textOf(test, lang),
          isHollow: !test.isConclusive,
        }))}
        thresholds={thresholds}
      />
    </figure>
  )
}

const textOf = ({ on, percent }: { on: string; percent: number }, lang: Lang): Text =>
  words.percentOn(percentText(percent, lang), formatDate(on, lang))

/** `2026.5` for the middle of 2026. */
function yearOf(on: string | undefined): number {
  const day = dayIn(on) ?? Temporal.PlainDate.from('2000-01-01')
  return day.year + (day.dayOfYear - 1) / day.daysInYear
}

/** Whole years, at most seven. */
function ticksIn(from: number, to: number) {
  const step = Math.max(1, Math.ceil((to - from) / 6))
  const first = Math.ceil(from)
  const count = Math.max(0, Math.floor((to - first) / step) + 1)
  return Array.from({ length: count }, (_, at) => first + at * step).map((year) => ({
    x: year,
    text: String(year),
  }))
}
