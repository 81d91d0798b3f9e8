import { Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { requestPaths } from '../../words/paths.ts'
import { searchRequests } from '../actions/read.ts'
import { requestFilter, RequestListItem } from '../model/request.ts'
import { stateNames, turnNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'
import { dueColumn, momentOf, waitingColumn } from './age.ts'
import { stateTones } from './tones.ts'

const requests = list({
  path: requestPaths.requests,
  tag: 'requests',
  summary: 'Your requests, or those that you decide, review or consent to',
  title: words.requests,
  empty: { title: words.none, text: words.noneHint },
  item: RequestListItem,
  filters: requestFilter,
  refuses: [401],
  query: searchRequests,
  columns: {
    number: {
      label: words.number,
      text: ({ number }) => number,
      href: ({ id }) => requestPaths.one(id),
    },
    state: {
      label: columnWords.state,
      state: ({ state }) => ({ tone: stateTones[state], text: stateNames[state] }),
    },
    what: {
      label: words.what,
      text: ({ firstTitle, itemCount }) =>
        itemCount > 1
          ? {
              zh: `${inLang(firstTitle, 'zh')} ${words.andMore(itemCount).zh}`,
              en: `${inLang(firstTitle, 'en')} ${words.andMore(itemCount).en}`,
            }
          : firstTitle,
    },
    provider: {
      label: words.provider,
      text: ({ provider, collection }) => collection?.title ?? provider.name,
    },
    requester: { label: words.requester, text: ({ requester }) => requester.name },
    turn: { label: words.turn, text: ({ turn }) => turn && turnNames[turn] },
    waiting: waitingColumn,
    due: dueColumn,
    submitted: { label: words.submitted, moment: ({ submittedAt }) => momentOf(submittedAt) },
  },
})

const { api, pages } = surfaces(requests)
export const requestListRoutes = api
export const requestListPages = new Hono<Env>()
  .get(requestPaths.requests, async (c) =>
    page(c, { title: words.requests, lead: words.lead }, await requests.view(c, {})),
  )
  .route('/', pages)
