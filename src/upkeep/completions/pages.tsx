import type { Context as HonoContext } from 'hono'
import { dayAt } from '../../core/time.ts'
import type { InstrumentRow } from '../../instruments/actions.ts'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { list, noFilters } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { planForm } from '../plans/model.ts'
import { at, part, path, written } from '../plans/pages.tsx'
import { completePlan, completionsAt } from './actions.ts'
import { completionForm, DoneAnswer } from './model.ts'
import { completionWords as words } from './words.ts'

const { labels } = completionForm

const completions = list({
  tag: 'upkeep',
  filters: noFilters,
  path: '/instruments/:id/maintenance-done',
  summary: 'Maintenance and calibration that was done, by ended plans too; for staff',
  refuses: [401, 403],
  title: words.title,
  empty: { title: words.none },
  item: DoneAnswer,
  query: completionsAt,
  columns: {
    doneAt: { label: labels.doneAt, day: ({ doneAt, zone }) => dayAt(doneAt, zone) },
    plan: { label: planForm.labels.name, text: ({ plan }) => plan.name },
    doneBy: { label: words.doneBy, text: ({ doneBy }) => doneBy },
    note: { label: labels.note, text: ({ note }) => note },
  },
})

const completion = write({
  ...written,
  path: `${path}/:plan/completions`,
  summary: 'Note that it was done',
  description: 'Days and hours of use are counted from then.',
  refuses: [409],
  form: completionForm,
  creates: true,
  does: completePlan,
  at: `${at}/:plan/completions`,
  flash: () => words.noted,
  page: part.listed,
})

/** What was done at an instrument, on the page of its staff. */
export const completionSection = async (c: HonoContext<Env>, { id }: InstrumentRow) => (
  <Section title={words.title}>{await completions.view(c, { of: { id }, cursor: 'done' })}</Section>
)

export const { api: completionRoutes, pages: completionPages } = surfaces(completions, completion)
