import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { Context } from '../../../core/context.ts'
import { type Paging, whole } from '../../../core/paging.ts'
import type { Text } from '../../../core/text.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { labRoleNames } from '../../../people/words/names.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { myWaits } from '../../waitlist/actions.ts'
import type { MenuCounts } from '../../../web/env.ts'
import { paths } from '../../../web/paths.ts'
import { bookingLinks, bookingPaths } from '../../words/paths.ts'
import { bookingsToDecide, countBookingsToDecide, searchBookings } from '../actions/read.ts'
import type { BookingRow } from '../model.ts'
import { stateNames } from '../words/booking.ts'
import { listWords, workWords as words } from '../words/pages.ts'

const about = (row: BookingRow): Text => {
  const when = whenText(row, row.zone)
  const state = stateNames[row.state]
  return { zh: `${when.zh}，${state.zh}`, en: `${when.en}, ${state.en}` }
}

const coming = (ctx: Context) =>
  ({ states: ['pending', 'confirmed', 'in_use'], from: ctx.now(), order: 'asc' }) as const

const item = (row: BookingRow) => ({
  href: bookingPaths.booking(row.id),
  text: { zh: row.instrumentZh, en: row.instrumentEn },
  about: about(row),
})

/** What I and my labs booked, what I wait for and what I have to decide, for the page of my work. */
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
    query: (ctx, paging) => searchBookings(ctx, { ...coming(ctx), ...paging, mine: true }),
    item,
  }),
  waits: benchPart({
    title: listWords.waiting,
    none: words.noWaits,
    href: `${bookingPaths.bookings}#waiting`,
    query: myWaits,
    item: ({ instrumentId, instrumentZh, instrumentEn, from, to, zone, position }) => {
      const when = whenText({ start: from, end: to }, zone)
      const place = listWords.position(position ?? 0)
      return {
        href: paths.record(instrumentId),
        text: titleOfInstrument({ instrumentZh, instrumentEn }),
        about: { zh: `${when.zh}，${place.zh}`, en: `${when.en}, ${place.en}` },
      }
    },
  }),
  labs: benchPart({
    title: words.labs,
    none: words.noLabs,
    query: myLabs,
    item: ({ id, name, role, bookings }) => ({
      href: bookingPaths.labBookings(id),
      text: name,
      about: words.inLab(labRoleNames[role], bookings),
    }),
  }),
}

/** The viewer's labs, each with how many bookings it has ahead. */
async function myLabs(ctx: Context, { limit }: Paging) {
  const labs = await labsToBookFor(ctx)
  const items = labs.slice(0, limit).map(async (lab) => {
    const { total } = await searchBookings(ctx, { ...coming(ctx), lab: lab.id, limit: 1 })
    return { ...lab, bookings: total.value }
  })
  return { ...whole(labs), items: await Promise.all(items) }
}

/** How many bookings wait for the viewer's approval, beside the link of the menu. */
export const bookingCounts: MenuCounts = { [bookingPaths.bookingQueue]: countBookingsToDecide }
