import { Hono } from 'hono'
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
import { nextStepOf } from '../rules/next.ts'
import { stepNames } from '../words/next.ts'
import { dueColumn, waitingColumn } from './age.ts'
import { askedInShort } from './next.tsx'
import { stateTones } from './tones.ts'

type Row = Awaited<ReturnType<typeof searchRequests>>['items'][number]

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
      code: ({ number }) => number,
      href: ({ id }) => requestPaths.one(id),
    },
    what: { label: words.what, text: askedInShort },
    provider: {
      label: words.provider,
      text: ({ provider, collection }) => collection?.title ?? provider.name,
    },
    requester: { label: words.requester, text: ({ requester }) => requester.name },
    state: {
      label: columnWords.state,
      state: ({ state }) => ({ tone: stateTones[state], text: stateNames[state] }),
    },
    turn: { label: words.turn, state: waitedFor },
    waiting: waitingColumn,
    due: dueColumn,
  },
})

/** One's own next step, or whom it waits for. */
function waitedFor({ state, turn, isYourTurn }: Row) {
  const step = nextStepOf({ state, turn })
  if (turn === null || step === undefined) return null
  return isYourTurn
    ? ({ tone: 'caution', text: words.you(stepNames[step]) } as const)
    : ({ tone: 'calm', text: turnNames[turn] } as const)
}

const { api, pages } = surfaces(requests)
export const requestListRoutes = api
export const requestListPages = new Hono<Env>()
  .get(requestPaths.requests, async (c) =>
    page(
      c,
      { title: words.requests, lead: words.lead },
      await requests.view(c, { shown: { role: 'requester' } }),
    ),
  )
  .route('/', pages)
