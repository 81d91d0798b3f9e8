import { benchPart } from '../../../catalog/bench/pages.tsx'
import { requestLinks, requestPaths } from '../../words/paths.ts'
import { searchRequests } from '../actions/read.ts'
import { stateNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'

/** What I asked providers for, for the page of my work. */
export const requestWork = benchPart({
  title: requestLinks.requests.text,
  none: words.none,
  href: requestPaths.requests,
  query: (ctx, paging) => searchRequests(ctx, { ...paging, role: 'requester' }),
  item: ({ id, number, firstTitle, state }) => ({
    href: requestPaths.one(id),
    text: {
      zh: `${number} ${firstTitle.zh ?? firstTitle.en}`,
      en: `${number} ${firstTitle.en ?? firstTitle.zh}`,
    },
    about: stateNames[state],
  }),
})
