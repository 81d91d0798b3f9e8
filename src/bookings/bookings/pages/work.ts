import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { Text } from '../../../core/text.ts'
import { formatDateTime } from '../../../web/format.ts'
import { bookingLinks, bookingPaths } from '../../words/paths.ts'
import { bookingsToDecide, searchBookings } from '../actions/read.ts'
import type { BookingRow } from '../model.ts'
import { stateNames } from '../words/booking.ts'
import { workWords as words } from '../words/pages.ts'

const about = ({ state, start, zone }: BookingRow): Text => ({
  zh: `${formatDateTime(start, 'zh', zone)}，${stateNames[state].zh}`,
  en: `${formatDateTime(start, 'en', zone)}, ${stateNames[state].en}`,
})

const item = (row: BookingRow) => ({
  href: bookingPaths.booking(row.id),
  text: { zh: row.instrumentZh, en: row.instrumentEn },
  about: about(row),
})

/** What I booked and what I have to decide, for the page of my work. */
export const bookingWork = {
  waiting: benchPart({
    title: bookingLinks.queue.text,
    none: words.noneToDecide,
    href: bookingPaths.bookingQueue,
    query: bookingsToDecide,
    item,
  }),
  own: benchPart({
    title: bookingLinks.mine.text,
    none: words.noneComing,
    href: bookingPaths.bookings,
    query: (ctx, paging) =>
      searchBookings(ctx, {
        ...paging,
        mine: true,
        states: ['pending', 'confirmed', 'in_use'],
        from: ctx.now(),
        order: 'asc',
      }),
    item,
  }),
}
