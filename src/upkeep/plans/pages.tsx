import { type Context as HonoContext, Hono } from 'hono'
import { dayAt } from '../../core/time.ts'
import {
  getInstrumentAsStaff,
  type InstrumentRow,
  zoneForStaff,
} from '../../instruments/actions.ts'
import { PageHead, Section } from '../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { keepingPage } from '../overview/pages/frame.tsx'
import { pageWords } from '../overview/words.ts'
import { upkeepPaths } from '../words/paths.ts'
import { completePlan, createPlan, endPlan, plansDue, plansOf } from './actions.ts'
import { completionForm, PlanAnswer, planForm, planKindNames } from './model.ts'
import type { PlanRow } from './queries.ts'
import { planStateNames as states, planWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'upkeep'
const path = '/instruments/:id/maintenance-plans'
const at = '/instruments/:id/upkeep/plans'
const { labels } = planForm
const hrefOf = ({ instrument }: PlanRow) => upkeepPaths.upkeep(instrument.id)
const dayOf = (moment: PlanRow['dueAt'], { zone }: PlanRow) => moment && dayAt(moment, zone)

const columns = {
  state: { label: words.state, state: ({ state }: PlanRow) => states[state] },
  due: { label: words.due, day: (plan: PlanRow) => dayOf(plan.dueAt, plan) },
  every: {
    label: words.every,
    text: ({ everyDays, everyUseHours }: PlanRow) => words.everyInWords(everyDays, everyUseHours),
  },
  used: { label: words.used, number: ({ usedHours }: PlanRow) => usedHours },
}

const due = list({
  path: '/maintenance-due',
  tag,
  summary: 'Plans of all instruments that you decide about, overdue first',
  refuses: [401],
  title: words.dueTitle,
  empty: { title: words.nothingDue, text: words.nothingDueHint },
  item: PlanAnswer,
  filters: noFilters,
  query: plansDue,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    instrument: { label: words.instrument, text: ({ instrument }) => instrument.title },
    ...columns,
  },
})

const plans = list({
  path,
  tag,
  summary: 'What is to be done again and again, overdue first; for staff',
  refuses: [401, 403],
  title: words.plans,
  empty: { title: words.none },
  item: PlanAnswer,
  filters: noFilters,
  query: plansOf,
  columns: {
    name: { label: labels.name, text: ({ name }) => name },
    kind: { label: labels.kind, text: ({ kind }) => planKindNames[kind] },
    ...columns,
    lastDone: { label: labels.lastDoneAt, day: (plan) => dayOf(plan.lastDoneAt, plan) },
    instructions: { label: labels.instructions, text: ({ instructions }) => instructions },
    action: { label: words.action, page: (plan) => <Actions plan={plan} /> },
  },
})

const creation = write({
  path,
  tag,
  summary: 'Plan maintenance or calibration by days, hours of use, or both',
  form: planForm,
  creates: true,
  result: PlanAnswer,
  does: createPlan,
  zone: zoneForStaff,
  at,
  flash: () => words.added,
  next: (_, plan) => hrefOf(plan),
  page: newPlanPage,
})

const completion = write({
  path: `${path}/:plan/completions`,
  tag,
  summary: 'Note that it was done',
  description: 'Days and hours of use are counted from then.',
  refuses: [409],
  form: completionForm,
  creates: true,
  result: PlanAnswer,
  does: completePlan,
  at: `${at}/:plan/completions`,
  flash: () => words.doneNoted,
  next: (_, plan) => hrefOf(plan),
})

const ending = write({
  path: `${path}/:plan/ending`,
  tag,
  summary: 'Follow a plan no more',
  refuses: [409],
  result: PlanAnswer,
  does: (ctx, _, key) => endPlan(ctx, key),
  at: `${at}/:plan/end`,
  flash: () => words.endedNow,
  next: (_, plan) => hrefOf(plan),
})

const { api, pages } = surfaces(due, plans, creation, completion, ending)

/** Maintenance and calibration, and when they are due. */
export const planRoutes = api

/** What is due at all instruments of whoever asks, overdue first. */
export const planPages = new Hono<Env>()
  .get(upkeepPaths.upkeepDue, async (c) => {
    c.header('cache-control', 'no-store')
    return page(
      c,
      { title: words.dueTitle[c.var.ctx.lang], crumbs: [{ text: words.dueTitle }] },
      <>
        <PageHead title={words.dueTitle} lead={words.dueLead} />
        {await due.view(c, {})}
      </>,
    )
  })
  .route('/', pages)

/** The plans of an instrument, on the page of its staff. */
export const planSection = async (c: C, instrument: InstrumentRow) => (
  <Section title={words.plans}>
    {await plans.view(c, { of: { id: instrument.id }, cursor: 'plans' })}
    <details class="fold">
      <summary>
        <Local text={words.add} />
      </summary>
      <PlanForm
        instrument={instrument}
        form={filledIn(planForm.open({ kind: 'maintenance' }, instrument.zone))}
      />
    </details>
  </Section>
)

async function newPlanPage(c: C, form: Filled) {
  const instrument = await getInstrumentAsStaff(c.var.ctx, c.req.param('id') ?? '')
  return keepingPage(
    c,
    { instrument, at: 'upkeep', lead: pageWords.upkeepLead, status: form.status },
    <Section title={words.add}>
      <PlanForm instrument={instrument} form={form} />
    </Section>,
  )
}

const PlanForm = ({ instrument, form }: { instrument: InstrumentRow; form: Filled }) => (
  <EntityForm
    of={planForm}
    form={form}
    action={`${upkeepPaths.upkeep(instrument.id)}/plans`}
    submit={words.add}
    look="plain"
  />
)

function Actions({ plan }: { plan: PlanRow }) {
  const action = `${hrefOf(plan)}/plans/${plan.id}`
  return (
    <>
      <SmallForm action={`${action}/completions`} text={words.done}>
        <SmallField id={`note-${plan.id}`} name="note" label={completionForm.labels.note} />
      </SmallForm>
      <ActButton action={`${action}/end`} text={words.end} look="danger" />
    </>
  )
}
