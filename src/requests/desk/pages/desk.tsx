import { Hono } from 'hono'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { RequestListItem } from '../../requests/model/request.ts'
import { dueColumn, waitingColumn } from '../../requests/pages/age.ts'
import { askedInShort } from '../../requests/pages/next.tsx'
import { stateTones } from '../../requests/pages/tones.ts'
import { stateNames, turnNames } from '../../requests/words/names.ts'
import { pageWords } from '../../requests/words/pages.ts'
import { requestPaths } from '../../words/paths.ts'
import { type DeskRow, searchDesk } from '../actions.ts'
import { deskFilter } from '../model.ts'
import { deskWords as words } from '../words.ts'

const desk = list({
  path: requestPaths.desk,
  tag: 'requests',
  summary: 'Requests that you decide, the first due on top',
  title: words.title,
  empty: { title: words.none, text: words.noneHint },
  item: RequestListItem,
  filters: deskFilter,
  refuses: [401],
  query: searchDesk,
  columns: {
    number: {
      label: pageWords.number,
      nowrap: true,
      text: ({ number }) => number,
      href: ({ id }) => requestPaths.one(id),
    },
    what: { label: pageWords.what, text: askedInShort },
    requester: { label: pageWords.requester, text: ({ requester }) => requester.name },
    waiting: waitingColumn,
    due: dueColumn,
    turn: { label: pageWords.turn, text: ({ turn }) => turn && turnNames[turn] },
    state: {
      label: columnWords.state,
      state: ({ state }) => ({ tone: stateTones[state], text: stateNames[state] }),
    },
    handler: { label: words.handler, text: ({ claimedBy }) => claimedBy?.name ?? null },
    labels: { label: words.label, text: ({ labels }) => labels.join('; ') || null },
    choose: { label: words.choose, align: 'end', cell: (row) => <ChooseBox request={row} /> },
  },
})

/** A box for the form below the list. */
function ChooseBox({ request: { id, number } }: { request: DeskRow }) {
  const t = useText()
  return (
    <input
      type="checkbox"
      name="request"
      value={id}
      form="bulk"
      aria-label={t(words.chooseRequest(number))}
    />
  )
}

const { api, pages } = surfaces(desk)
export const deskRoutes = api
export const deskPages = new Hono<Env>()
  .get(requestPaths.desk, async (c) =>
    page(
      c,
      {
        title: words.title,
        lead: words.lead,
        actions: <ButtonLink look="quiet" href={requestPaths.away} text={words.away} />,
      },
      <>
        <hexi-desk>{await desk.view(c, {})}</hexi-desk>
        <Local as="p" class="approval-keys quiet small" text={words.keys} />
        <form id="bulk" class="toolbar" method="get" action={requestPaths.bulkDecision}>
          <Button text={words.answerChosen} />
          <ButtonLink
            look="quiet"
            href={withQuery(`${requestPaths.bulkDecision}${new URL(c.req.url).search}`, {
              after: null,
            })}
            text={words.answerAll}
          />
        </form>
      </>,
    ),
  )
  .route('/', pages)
