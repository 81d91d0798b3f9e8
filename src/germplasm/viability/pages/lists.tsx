import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { LocalText } from '../../../core/text.ts'
import { onlyOne } from '../../../core/only.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { lotWords } from '../../../stock/lots/words.ts'
import { lotForm } from '../../../stock/lots/model.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { germplasmPaths } from '../../words/paths.ts'
import { searchDue, searchToRegenerate } from '../actions/keep.ts'
import { DueAnswer, dueFilter, RegenerationAnswer, regenerationFilter } from '../model.ts'
import { dueStateNames, reasonNames, viabilityWords as words } from '../words.ts'
import { viabilityTabs } from './tabs.tsx'

type C = HonoContext<Env>
const tag = 'viability'

type Listed = {
  id: string
  code: string
  record: { id: string; title: LocalText }
  place: string | null
  initialPercent: number | null
  latestPercent: number | null
  latestOn: string | null
}

const lot = {
  code: {
    label: lotForm.labels.code,
    code: ({ code }: Listed) => code,
    href: ({ id }: Listed) => `${stockPaths.lot(id)}#viability`,
  },
  record: {
    label: lotWords.record,
    text: ({ record }: Listed) => record.title,
    href: ({ record }: Listed) => paths.record(record.id),
  },
}
const found = {
  latest: { label: words.latestPercent, number: ({ latestPercent }: Listed) => latestPercent },
  initial: { label: words.initialPercent, number: ({ initialPercent }: Listed) => initialPercent },
  latestOn: { label: words.latestOn, day: ({ latestOn }: Listed) => latestOn },
  place: { label: lotWords.place, text: ({ place }: Listed) => place },
}

const due = list({
  path: germplasmPaths.viabilityDue,
  tag,
  summary: 'Lots of records that you manage, by the day on which they are tested next',
  refuses: [401],
  title: words.due,
  empty: { title: words.noneDue, text: words.noneDueHint },
  item: DueAnswer,
  filters: dueFilter,
  query: searchDue,
  columns: {
    ...lot,
    due: { label: words.dueOn, day: ({ nextDueOn }) => nextDueOn },
    state: { label: columnWords.state, state: ({ state }) => dueStateNames[state] },
    ...found,
  },
})

const regeneration = list({
  path: germplasmPaths.regeneration,
  tag,
  summary: 'Lots of records that you manage whose seed is to be grown anew, the most urgent first',
  refuses: [401],
  title: words.regeneration,
  empty: { title: words.noneToRegenerate },
  item: RegenerationAnswer,
  filters: regenerationFilter,
  query: searchToRegenerate,
  columns: {
    ...lot,
    reasons: {
      label: words.reason,
      text: ({ reasons }) => ({
        zh: reasons.map((reason) => reasonNames[reason].zh).join('；'),
        en: reasons.map((reason) => reasonNames[reason].en).join('; '),
      }),
    },
    ...found,
  },
})

const own = new Hono<Env>()
  .get(germplasmPaths.viabilityDue, async (c) => {
    const choices = { institution: await managedInstitutionChoices(c.var.ctx) }
    const institution = onlyOne(choices.institution)?.value
    return listPage(c, {
      title: words.due,
      lead: words.dueLead,
      actions: institution && (
        <ButtonLink href={germplasmPaths.testingRule(institution)} icon="gear" text={words.rule} />
      ),
      body: await due.view(c, { choices }),
    })
  })
  .get(germplasmPaths.regeneration, async (c) => {
    const choices = { institution: await managedInstitutionChoices(c.var.ctx) }
    return listPage(c, {
      title: words.regeneration,
      lead: words.regenerationLead,
      body: await regeneration.view(c, { choices }),
    })
  })

/** What is tested next, and what is grown anew. */
export const { api: dueRoutes, pages: duePages } = surfaces(due, regeneration, { pages: own })

type Listing = { title: LocalText; lead: LocalText; actions?: Child; body: Child }

const listPage = (c: C, { title, lead, actions, body }: Listing) =>
  page(
    c,
    { title, lead, actions },
    <>
      {viabilityTabs(c)}
      {body}
    </>,
  )
