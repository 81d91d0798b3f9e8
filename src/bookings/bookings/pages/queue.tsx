import { signedIn } from '../../../core/permission.ts'
import { Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { ActButton } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { type BookingRow, bookingsToDecide } from '../actions/read.ts'
import { listWords as words, onePageWords } from '../words/pages.ts'
import { bookingColumns, pagesOf } from './list-columns.tsx'
import { bookingPaths } from '../../words/paths.ts'

/** What waits for a yes of the viewer, as staff of the instruments. */
export const queuePage = new Hono<Env>().get(bookingPaths.bookingQueue, async (c) => {
  const { ctx } = c.var
  signedIn(ctx)
  const after = c.req.query('after')
  const found = await bookingsToDecide(ctx, { limit: 50, after })
  return page(
    c,
    {
      title: inLang(words.queue, ctx.lang),
      crumbs: [{ text: onePageWords.bookings, href: bookingPaths.bookings }, { text: words.queue }],
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={words.queue} lead={words.queueAbout} />
      {found.items.length > 0 ? (
        <>
          <Table
            caption={words.queue}
            captionUnseen
            columns={columns}
            rows={found.items}
            keys
            dense
          />
          <Pager {...pagesOf(c, found.next)} />
        </>
      ) : (
        <Empty title={words.noneQueue} text={words.noneQueueAbout} icon="check" />
      )}
    </>,
  )
})

/** A no needs a word to the person: it is said on the booking's own page. */
const columns: Column<BookingRow>[] = [
  ...bookingColumns.filter(({ key }) => key !== 'state'),
  {
    key: 'decide',
    label: words.action,
    cell: ({ id, personName }) => (
      <ActButton
        action={`${bookingPaths.booking(id)}/approval`}
        text={onePageWords.approve}
        label={`${onePageWords.approve.zh} · ${personName}`}
        fields={{ back: 'queue' }}
      />
    ),
  },
]
