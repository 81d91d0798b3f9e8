import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import type { LotSection } from '../../../stock/lots/pages/lot.tsx'
import { lotWords } from '../../../stock/lots/words.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Day, FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { formatNumber } from '../../../web/format.ts'
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
import { Curve, Found, percentText } from './curve.tsx'

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
      crumbs: [stockCrumb, { text: lotWords.lotOf(row.code), href: stockPaths.lot(row.id) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm {...{ of: seedsForm, form, action, submit: editWords.save, version }} />,
  )
}

/** On the page of a lot of seed: its curve, when it is tested next, its tests. */
export const viabilitySection: LotSection = async (c, { id, unit, isKept, frozenAt }) => {
  if (unit !== 'seed' && unit !== 'gram') return null
  const row = await getViability(c.var.ctx, { id })
  return (
    <Section title={words.viability} id="viability">
      <Standing row={row} />
      {row.tests.length > 0 && <Curve row={row} today={c.var.ctx.now()} />}
      {await testsOfLot.view(c, { of: { id }, cursor: 'tests' })}
      {isKept && !frozenAt && (
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
  const number = (value: number | null) => (value === null ? null : formatNumber(value, lang))
  const kept = words.storedAt(number(row.keptAtCelsius), number(row.moisturePercent))
  const fields = [
    { label: words.latest, value: latest && <Found {...latest} /> },
    { label: words.initial, value: initial && <Found {...initial} /> },
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
      <States row={row} />
      <FieldList fields={fields.filter(({ value }) => Boolean(value))} />
    </>
  )
}

function States({ row: { needsRegeneration, isInitialLow } }: { row: Viability }) {
  if (!needsRegeneration && !isInitialLow) return <></>
  return (
    <p class="tags">
      {needsRegeneration && <StateBadge tone="danger" text={reasonNames.viability} />}
      {isInitialLow && <StateBadge tone="note" text={words.initialLow} />}
    </p>
  )
}
