import type { Context as HonoContext } from 'hono'
import { dayAt } from '../../core/time.ts'
import { type InstrumentRow, zoneForStaff } from '../../instruments/actions.ts'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { ActButton } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import type { Column } from '../../web/components/table.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { keepingPart } from '../overview/pages/part.tsx'
import { upkeepWords } from '../words/common.ts'
import { upkeepPaths } from '../words/paths.ts'
import { createPlan, endedPlansOf, endPlan, plansDue, plansOf, resumePlan } from './actions.ts'
import { completionForm } from '../completions/model.ts'
import { PlanAnswer, planForm, planKindNames } from './model.ts'
import type { PlanRow } from './queries.ts'
import { planStateNames as states, planWords as words } from './words.ts'

export const path = '/instruments/:id/maintenance-plans'
export const at = '/instruments/:id/upkeep/plans'
const { labels } = planForm
const hrefOf = ({ instrumentId }: PlanRow) => upkeepPaths.upkeep(instrumentId)
const dayOf = (moment: PlanRow['dueAt'], { zone }: PlanRow) => moment && dayAt(moment, zone)
const listed = { tag: 'upkeep', item: PlanAnswer, filters: noFilters }
/** What every write about one plan has. */
export const written = {
  tag: 'upkeep',
  result: PlanAnswer,
  next: (_: unknown, plan: PlanRow) => hrefOf(plan),
}

const columns: Record<string, Column<PlanRow>> = {
  state: { label: columnWords.state, state: ({ state }) => states[state] },
  due: { label: words.due, day: (plan) => dayOf(plan.dueAt, plan) },
  every: { label: words.every, text: (plan) => words.everyInWords(plan) },
  used: { label: words.used, number: ({ usedHours }) => usedHours },
}

/** What is due at all instruments of whoever asks, overdue first. */
export const due = list({
  ...listed,
  path: '/maintenance-due',
  summary: 'Plans of all instruments that you decide about, overdue first',
  refuses: [401],
  title: words.plans,
  empty: { title: words.nothingDue, text: words.nothingDueHint },
  query: plansDue,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    instrument: { label: upkeepWords.instrument, text: ({ instrument }) => instrument.title },
    ...columns,
  },
})

const plans = list({
  ...listed,
  path,
  summary: 'What is to be done again and again, overdue first; for staff',
  refuses: [401, 403],
  title: words.plans,
  empty: { title: words.none },
  query: plansOf,
  columns: {
    name: { label: labels.name, text: ({ name }) => name },
    kind: { label: labels.kind, text: ({ kind }) => planKindNames[kind] },
    ...columns,
    lastDone: { label: labels.lastDoneAt, day: (plan) => dayOf(plan.lastDoneAt, plan) },
    instructions: { label: labels.instructions, text: ({ instructions }) => instructions },
    action: { label: columnWords.action, cell: (plan) => <Actions plan={plan} /> },
  },
})

const ended = list({
  ...listed,
  path: '/instruments/:id/ended-maintenance-plans',
  summary: 'Plans that are followed no more; for staff',
  refuses: [401, 403],
  title: words.endedPlans,
  empty: { title: words.noneEnded },
  query: endedPlansOf,
  columns: {
    name: { label: labels.name, text: ({ name }) => name },
    lastDone: { label: labels.lastDoneAt, day: (plan) => dayOf(plan.lastDoneAt, plan) },
    action: {
      label: columnWords.action,
      cell: (plan) => (
        <ActButton action={`${hrefOf(plan)}/plans/${plan.id}/resumption`} text={words.resume} />
      ),
    },
  },
})

export const part = keepingPart({
  tab: 'upkeep',
  title: words.plans,
  view: (c, of) => plans.view(c, { of, cursor: 'plans' }),
  add: words.add,
  at,
  form: planForm,
  opens: (zone) => planForm.open({ kind: 'maintenance' }, zone),
})

/** The plans of an instrument, on the page of its staff. */
export const planSection = part.section

/** Those that are followed no more, folded away. */
export const endedPlanSection = async (c: HonoContext<Env>, { id }: InstrumentRow) => (
  <details class="fold" open={c.req.query('ended') !== undefined}>
    <Local as="summary" text={words.endedPlans} />
    {await ended.view(c, { of: { id }, cursor: 'ended' })}
  </details>
)

const creation = write({
  ...written,
  path,
  summary: 'Plan maintenance or calibration by days, hours of use, or both',
  form: planForm,
  creates: true,
  does: createPlan,
  zone: zoneForStaff,
  at,
  flash: () => words.added,
  page: part.again,
})

const ending = write({
  ...written,
  path: `${path}/:plan/ending`,
  summary: 'Follow a plan no more',
  refuses: [409],
  does: (ctx, _, key) => endPlan(ctx, key),
  at: `${at}/:plan/end`,
  flash: () => words.endedNow,
  page: part.listed,
})

const resumption = write({
  ...written,
  path: `${path}/:plan/resumption`,
  summary: 'Follow a plan again that was ended',
  refuses: [409],
  does: (ctx, _, key) => resumePlan(ctx, key),
  at: `${at}/:plan/resumption`,
  flash: () => words.resumedNow,
})

const parts = [due, plans, ended, creation, ending, resumption]
/** Maintenance and calibration, and when they are due. */
export const { api: planRoutes, pages: planPages } = surfaces(...parts)

function Actions({ plan }: { plan: PlanRow }) {
  const action = `${hrefOf(plan)}/plans/${plan.id}`
  return (
    <div class="kept-actions">
      <SmallForm action={`${action}/completions`} text={words.done}>
        <SmallField id={`note-${plan.id}`} name="note" label={completionForm.labels.note} />
      </SmallForm>
      <SmallForm
        action={`${action}/end`}
        text={words.end}
        label={words.endOf(plan.name)}
        look="danger"
        about={words.endAbout}
      />
    </div>
  )
}
