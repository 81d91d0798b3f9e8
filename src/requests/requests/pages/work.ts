import { benchPart } from '../../../catalog/bench/pages.tsx'
import { requestLinks, requestPaths } from '../../words/paths.ts'
import { searchRequests } from '../actions/read.ts'
import { pageWords as words } from '../words/pages.ts'
import { numberedTitle, waitingInShort } from './next.tsx'

/** What I asked providers for, for the page of my work. */
export const requestWork = benchPart({
  title: requestLinks.requests.text,
  none: words.none,
  href: requestPaths.requests,
  query: (ctx, paging) => searchRequests(ctx, { ...paging, role: 'requester' }),
  item: (row) => ({
    href: requestPaths.one(row.id),
    text: numberedTitle(row),
    about: waitingInShort(row),
  }),
})
