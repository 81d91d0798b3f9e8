import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { Text } from '../../../core/text.ts'
import { withQuery } from '../../../web/paths.ts'
import { searchRequests } from '../../requests/actions/read.ts'
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
