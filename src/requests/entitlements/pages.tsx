import { Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { lastDay } from '../requests/pages/days.ts'
import { requestPaths } from '../words/paths.ts'
import { searchEntitlements } from './actions.ts'
import { EntitlementAnswer, entitlementFilter } from './model.ts'
import { entitlementStateNames as states, entitlementWords as words } from './words.ts'

const entitlements = list({
  path: requestPaths.entitlements,
  tag: 'requests',
  summary: 'What you may take by approved requests, or what your institutions gave',
  title: words.entitlements,
  empty: { title: words.none, text: words.noneHint },
  item: EntitlementAnswer,
  filters: entitlementFilter,
  refuses: [401],
  query: searchEntitlements,
  columns: {
    dataset: {
      label: words.dataset,
      text: ({ record }) => record.title,
      href: ({ record }) => paths.record(record.id),
    },
    version: {
      label: words.version,
      text: ({ version, files }) =>
        version === null
          ? words.allVersions
          : files === null
            ? String(version)
            : words.filesOf(version, files.length),
    },
    person: { label: words.person, text: ({ person }) => person.name },
    request: {
      label: words.request,
      text: ({ request }) => request.number,
      href: ({ request }) => requestPaths.one(request.id),
    },
    since: { label: words.since, moment: ({ since }) => since },
    until: { label: words.until, day: ({ until }) => until && lastDay(until) },
    state: { label: columnWords.state, state: ({ state }) => states[state] },
    action: {
      label: columnWords.action,
      cell: ({ request, state, until }) =>
        state !== 'ended' &&
        until !== null && (
          <a href={requestPaths.one(request.id)}>
            <Local text={words.renew} />
          </a>
        ),
    },
  },
})

const { api, pages } = surfaces(entitlements)
export const entitlementRoutes = api
/** What approved requests gave: to me, and for stewards to whom. */
export const entitlementPages = new Hono<Env>()
  .get(requestPaths.entitlements, async (c) =>
    page(c, { title: words.entitlements, lead: words.lead }, await entitlements.view(c, {})),
  )
  .route('/', pages)
