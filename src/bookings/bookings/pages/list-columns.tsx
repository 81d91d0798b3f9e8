import type { Context as HonoContext } from 'hono'
import type { Column } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import type { BookingRow } from '../actions/read.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { listWords as words } from '../words/pages.ts'
import { BookingBadge } from './booking-badge.tsx'
import { bookingPaths } from '../../words/paths.ts'

/** When leads to the booking itself; everything else says which one it is. */
export const bookingColumns: Column<BookingRow>[] = [
  {
    key: 'when',
    label: words.when,
    head: true,
    nowrap: true,
    cell: (row) => (
      <a href={bookingPaths.booking(row.id)} class="numeric">
        <Local text={whenText(row, row.zone)} />
      </a>
    ),
  },
  {
    key: 'instrument',
    label: words.instrument,
    cell: ({ instrumentZh, instrumentEn }) => (
      <Local text={titleOfInstrument({ instrumentZh, instrumentEn })} />
    ),
  },
  { key: 'person', label: words.person, cell: ({ personName }) => personName },
  { key: 'purpose', label: words.purpose, cell: ({ purpose }) => purpose },
  {
    key: 'state',
    label: words.state,
    nowrap: true,
    cell: ({ state }) => <BookingBadge state={state} />,
  },
]

/** Where a list goes on, and back to its first page. */
export const pagesOf = (c: HonoContext, next: string | null) => ({
  next: next === null ? undefined : withQuery(c.req.url, { after: next }),
  first: c.req.query('after') === undefined ? undefined : withQuery(c.req.url, { after: null }),
})
