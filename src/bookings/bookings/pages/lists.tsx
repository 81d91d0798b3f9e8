import type { BookingState, BookingRow } from '../model.ts'
import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { type BookingsAsked, searchBookings } from '../actions/read.ts'
import { listWords as words } from '../words/pages.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { takenNames } from '../../calendar/words.ts'
import { myWaits } from '../../waitlist/actions.ts'
import { Waits, waitsCursor } from '../../waitlist/pages.tsx'
import { bookingPaths } from '../../words/paths.ts'
import { inLang, type LocalText } from '../../../core/text.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { getLab } from '../../../people/labs/actions.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager, type Tab, Tabs } from '../../../web/components/navigation.tsx'
import { StateBadge, type Tone } from '../../../web/components/badges.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'

type C = HonoContext<Env>

const views = ['coming', 'past', 'cancelled'] as const
type View = (typeof views)[number]
const viewOf = (c: C): View => views.find((view) => view === c.req.query('view')) ?? 'coming'

/** What each view asks for; what goes on now is still to come. */
function askedIn(c: C): Omit<BookingsAsked, 'limit'> {
  const now = c.var.ctx.now()
  const asked: Record<View, Omit<BookingsAsked, 'limit'>> = {
    coming: { from: now, states: ['pending', 'confirmed', 'in_use'], order: 'asc' },
    past: { to: now, states: ['confirmed', 'finished', 'missed'], order: 'desc' },
    cancelled: { states: ['cancelled'], order: 'desc' },
  }
  const series = c.req.query('series')
  return { ...asked[viewOf(c)], ...(series && { series }), after: c.req.query('after') }
}

/** Bookings of one person and of one lab. */
export const bookingLists = new Hono<Env>()
  .get(bookingPaths.bookings, async (c) => {
    const { ctx } = c.var
    signedIn(ctx)
    const found = await searchBookings(ctx, { ...askedIn(c), mine: true, limit: 50 })
    const labs = await labsToBookFor(ctx)
    const paging = { limit: 50, after: c.req.query(waitsCursor) }
    const waits = viewOf(c) === 'coming' ? await myWaits(ctx, paging) : undefined
    return listPage(c, { title: words.mine, lead: words.mineAbout, found, labs, waits })
  })
  .get('/labs/:id/bookings', async (c) => {
    const { ctx } = c.var
    signedIn(ctx)
    const lab = await getLab(ctx, c.req.param('id'))
    const found = await searchBookings(ctx, { ...askedIn(c), lab: lab.id, limit: 50 })
    const name = { zh: lab.name.zh, en: lab.name.en ?? lab.name.zh ?? '' }
    const title = words.ofLab({ zh: name.zh ?? name.en, en: name.en })
    return listPage(c, { title, found, labs: [] })
  })

type ListView = {
  title: LocalText
  lead?: LocalText
  found: Awaited<ReturnType<typeof searchBookings>>
  labs: Awaited<ReturnType<typeof labsToBookFor>>
  waits?: Awaited<ReturnType<typeof myWaits>> | undefined
}

function listPage(c: C, { title, lead, found, labs, waits }: ListView) {
  const { lang } = c.var.ctx
  return page(
    c,
    {
      title: title,
      ...(lead && { lead }),
      actions: <Find />,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <LabLinks labs={labs} />
      <Tabs label={inLang(words.views, lang)} tabs={tabsOf(c)} />
      {waits && <Waits waits={waits} url={c.req.url} />}
      {found.items.length > 0 ? (
        <>
          <Table caption={title} columns={bookingColumns} rows={found.items} keys dense />
          <Pager url={c.req.url} next={found.next} />
        </>
      ) : (
        <Nothing view={viewOf(c)} />
      )}
    </>,
  )
}

const tabsOf = (c: C): Tab[] =>
  views.map((view) => ({
    text: words[view],
    href: withQuery(c.req.url, { view: view === 'coming' ? null : view, after: null }),
    current: view === viewOf(c),
  }))

function Find() {
  return <ButtonLink href={bookingPaths.openings} text={words.openings} />
}

function LabLinks({ labs }: Pick<ListView, 'labs'>) {
  if (labs.length === 0) return null
  return (
    <p class="lab-links">
      <Local as="span" class="quiet" text={words.labs} />{' '}
      {labs.map(({ id, name }) => (
        <Local as="a" href={bookingPaths.labBookings(id)} text={name} />
      ))}
    </p>
  )
}

function Nothing({ view }: { view: View }) {
  return (
    <Empty
      title={words.none}
      text={view === 'coming' ? words.noneComing : words.nonePast}
      icon="calendar"
    >
      {view === 'coming' && <ButtonLink href={paths.kind('instrument')} text={words.find} />}
    </Empty>
  )
}

/** When leads to the booking itself; everything else says which one it is. */
const bookingColumns: Column<BookingRow>[] = [
  {
    label: words.when,
    nowrap: true,
    cell: (row) => (
      <Local
        as="a"
        href={bookingPaths.booking(row.id)}
        class="numeric"
        text={whenText(row, row.zone)}
      />
    ),
  },
  {
    label: words.instrument,
    cell: ({ instrumentZh, instrumentEn }) => (
      <Local text={titleOfInstrument({ instrumentZh, instrumentEn })} />
    ),
  },
  { label: words.person, cell: ({ personName }) => personName },
  { label: words.purpose, cell: ({ purpose }) => purpose },
  { label: words.state, nowrap: true, cell: ({ state }) => <BookingBadge state={state} /> },
]

const tones = {
  pending: 'caution',
  confirmed: 'good',
  in_use: 'note',
  finished: 'calm',
  cancelled: 'calm',
  missed: 'danger',
} as const satisfies Record<BookingState, Tone>

export const BookingBadge = ({ state }: { state: BookingState }) => (
  <StateBadge tone={tones[state]} text={takenNames[state]} />
)
