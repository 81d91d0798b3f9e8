import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { Text } from '../../../core/text.ts'
import { withQuery } from '../../../web/paths.ts'
import type { MenuCounts } from '../../../web/env.ts'
import { searchReportsDue } from '../../reports/actions/duties.ts'
import {
  countOwnRequests,
  countRequestsToDecide,
  searchRequests,
} from '../../requests/actions/read.ts'
import type { Role } from '../../requests/model/request.ts'
import { reportsWaiting } from '../../reports/pages/report.tsx'
import { numberedTitle, waitingInShort } from '../../requests/pages/next.tsx'
import { requestPaths } from '../../words/paths.ts'
import { deskWords as words } from '../words.ts'

/** Requests of which it is one's turn in a role. */
const waitingFor = (role: Role, title: Text, href?: string) =>
  benchPart({
    title,
    none: words.none,
    href: href ?? withQuery(requestPaths.requests, { role, turn: role }),
    query: (ctx, paging) => searchRequests(ctx, { ...paging, role, turn: role }),
    item: (row) => ({
      href: requestPaths.one(row.id),
      text: numberedTitle(row),
      about: waitingInShort(row),
      isLate: row.due === 'late',
    }),
  })

/** Requests that wait for me, for the page of my work: mine first. */
export const requestsWaiting = [
  waitingFor('requester', words.toAnswer),
  waitingFor('supervisor', words.toConsent),
  waitingFor('reviewer', words.toReview),
  waitingFor('steward', words.toDecide, requestPaths.desk),
  reportsWaiting,
]

/** How many of them there are, by the link of the menu that leads to them. */
export const requestCounts: MenuCounts = {
  [requestPaths.requests]: async (ctx) => {
    const [turns, reports] = await Promise.all([countOwnRequests(ctx), searchReportsDue(ctx)])
    return turns + reports.items.length
  },
  [requestPaths.desk]: countRequestsToDecide,
}
