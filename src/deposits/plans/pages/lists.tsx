import { defaultZone, lastDayBefore, type Temporal } from '../../../core/time.ts'
import type { Tone } from '../../../web/components/badges.tsx'
import type { Columns } from '../../../web/columns.tsx'
import { type Stat, Stats } from '../../../web/components/values.tsx'
import { item } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { gradeNames, sharingNames, stateNames } from '../../words/names.ts'
import { depositPaths } from '../../words/paths.ts'
import { depositCounts, type ItemRow, searchDeposits, searchProjects } from '../actions.ts'
import {
  DepositAnswer,
  DepositCounts,
  depositFilter,
  type DepositState,
  itemForm,
  ProjectAnswer,
  projectForm,
} from '../model.ts'
import { countNames, planWords as words } from '../words.ts'

const tag = 'deposits'

export const stateTones: Readonly<Record<DepositState, Tone>> = {
  promised: 'calm',
  draft: 'calm',
  unit_check: 'note',
  centre_check: 'note',
  returned: 'caution',
  receipted: 'good',
  ended: 'calm',
}

/** Late stands for the state: it is what somebody has to do about it. */
export const stateOf = ({ state, isLate, isOverrun }: ItemRow) =>
  isLate || isOverrun
    ? {
        tone: 'danger' as const,
        text: {
          zh: `${stateNames[state].zh}·已逾期`,
          en: `${stateNames[state].en}, overdue`,
        },
      }
    : { tone: stateTones[state], text: stateNames[state] }

/** A check may last to the end of this day. */
export const lastDayOf = (end: Temporal.Instant): string => lastDayBefore(end, defaultZone)

const { labels } = itemForm
const columns: Columns<ItemRow> = {
  title: {
    label: labels.title,
    text: ({ title }) => title,
    href: ({ id }) => depositPaths.one(id),
  },
  state: { label: words.state, state: stateOf },
  due: { label: labels.dueOn, day: ({ dueOn }) => dueOn },
  grade: { label: labels.grade, text: ({ grade }) => gradeNames[grade] },
  sharing: { label: labels.sharing, nowrap: true, text: ({ sharing }) => sharingNames[sharing] },
  receipt: {
    label: words.receipt,
    code: ({ receiptNumber }) => receiptNumber,
    href: ({ receiptNumber }) => depositPaths.receipt(receiptNumber ?? ''),
  },
}
const ofProjects: Columns<ItemRow> = {
  ...columns,
  project: {
    label: words.project,
    text: ({ project }) => project.title,
    href: ({ project }) => depositPaths.project(project.id),
  },
  award: { label: projectForm.labels.awardNumber, code: ({ project }) => project.awardNumber },
}

const declared = {
  tag,
  title: words.deposits,
  empty: { title: words.none, text: words.noneText },
  item: DepositAnswer,
  refuses: [401],
} as const

/** Deposits that the viewer has to do with: as who deposits, as the institution, as the centre. */
export const deposits = list({
  ...declared,
  path: '/deposits',
  summary: 'Deposits that you have to do with, by when they are due',
  filters: depositFilter,
  query: searchDeposits,
  columns: ofProjects,
})

export const projectDeposits = list({
  ...declared,
  path: '/deposit-projects/:project/deposits',
  summary: 'What a project promised to deposit, by when it is due',
  filters: noFilters,
  query: searchDeposits,
  columns,
})

export const institutionDeposits = list({
  ...declared,
  path: '/institutions/:institution/deposits',
  summary: 'What projects of an institution promised to deposit, as far as you have to do with it',
  filters: depositFilter,
  query: searchDeposits,
  columns: ofProjects,
})

export const checks = list({
  ...declared,
  path: '/deposit-checks',
  summary: 'Deposits that wait for your check',
  filters: noFilters,
  query: (ctx, asked) => searchDeposits(ctx, { ...asked, waiting: true }),
  columns: {
    ...ofProjects,
    until: {
      label: words.checkUntil,
      day: ({ checkUntil }: ItemRow) => checkUntil && lastDayOf(checkUntil),
    },
  },
})

export const projects = list({
  path: '/deposit-projects',
  tag,
  summary: 'Projects that deposit their data, as far as you have to do with them',
  title: words.projects,
  empty: { title: words.noProjects, text: words.noProjectsText },
  refuses: [401],
  item: ProjectAnswer,
  filters: noFilters,
  query: searchProjects,
  columns: {
    title: {
      label: projectForm.labels.title,
      text: ({ title }) => title,
      href: ({ id }) => depositPaths.project(id),
    },
    award: { label: projectForm.labels.awardNumber, code: ({ awardNumber }) => awardNumber },
    institution: {
      label: projectForm.labels.institution,
      text: ({ institution }) => institution.name,
    },
    acceptance: {
      label: projectForm.labels.acceptanceOn,
      day: ({ acceptanceOn }) => acceptanceOn,
    },
    promised: { label: countNames.promised, number: ({ counts }) => counts.promised },
    late: { label: countNames.late, number: ({ counts }) => counts.late },
    inCheck: { label: countNames.inCheck, number: ({ counts }) => counts.inCheck },
    returned: { label: countNames.returned, number: ({ counts }) => counts.returned },
    receipted: { label: countNames.receipted, number: ({ counts }) => counts.receipted },
  },
})

const counts = item({
  path: '/deposit-counts',
  tag,
  summary:
    'How many deposits you have to do with are promised, late, in check, returned, receipted',
  refuses: [401],
  schema: DepositCounts,
  read: (ctx) => depositCounts(ctx),
})

const institutionCounts = item({
  path: '/institutions/:institution/deposit-counts',
  tag,
  summary: 'The same of one institution',
  refuses: [401],
  schema: DepositCounts,
  read: (ctx, { institution }) => depositCounts(ctx, institution),
})

export const { api: listRoutes } = surfaces(
  deposits,
  projectDeposits,
  institutionDeposits,
  checks,
  projects,
  counts,
  institutionCounts,
)

export const CountStats = ({ counts: of }: { counts: DepositCounts }) => (
  <Stats
    stats={(['promised', 'late', 'inCheck', 'returned', 'receipted'] as const).map(
      (name): Stat => ({ label: countNames[name], value: of[name] }),
    )}
  />
)
