import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { inLang, type LocalText } from '../../../core/text.ts'
import { getLab } from '../../../people/labs/actions/labs.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import { Table } from '../../../web/components/table.tsx'
import { type Tab, Tabs } from '../../../web/components/tabs.tsx'
import type { Env } from '../../../web/env.ts'
import { useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { type BookingsAsked, searchBookings } from '../actions/read.ts'
import { myWaits } from '../../waitlist/actions/waitlist.ts'
import { listWords as words } from '../words/pages.ts'
import { bookingColumns, pagesOf } from './list-columns.tsx'
import { Waits } from '../../waitlist/pages.tsx'
import { bookingPaths } from '../../words/paths.ts'

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
    const waits = viewOf(c) === 'coming' ? await myWaits(ctx) : []
    return listPage(c, { title: words.mine, lead: words.mineAbout, found, labs, waits })
  })
  .get('/labs/:id/bookings', async (c) => {
    const { ctx } = c.var
    signedIn(ctx)
    const lab = await getLab(ctx, c.req.param('id'))
    const found = await searchBookings(ctx, { ...askedIn(c), lab: lab.id, limit: 50 })
    const name = { zh: lab.name.zh, en: lab.name.en ?? lab.name.zh ?? '' }
    const title = words.ofLab({ zh: name.zh ?? name.en, en: name.en })
    return listPage(c, { title, found, labs: [], waits: [] })
  })

type Shown = {
  title: LocalText
  lead?: LocalText
  found: Awaited<ReturnType<typeof searchBookings>>
  labs: Awaited<ReturnType<typeof labsToBookFor>>
  waits: Awaited<ReturnType<typeof myWaits>>
}

function listPage(c: C, { title, lead, found, labs, waits }: Shown) {
  const { lang } = c.var.ctx
  return page(
    c,
    {
      title: inLang(title, lang),
      crumbs: [{ text: title }],
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={title} {...(lead && { lead })}>
        <Find />
      </PageHead>
      <LabLinks labs={labs} />
      <Tabs label={inLang(words.views, lang)} tabs={tabsOf(c)} />
      {found.items.length > 0 ? (
        <>
          <Table
            caption={title}
            captionUnseen
            columns={bookingColumns}
            rows={found.items}
            keys
            dense
          />
          <Pager {...pagesOf(c, found.next)} />
        </>
      ) : (
        <Nothing view={viewOf(c)} />
      )}
      <Waits waits={waits} />
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
  const t = useText()
  return <ButtonLink href={bookingPaths.openings}>{t(words.openings)}</ButtonLink>
}

function LabLinks({ labs }: Pick<Shown, 'labs'>) {
  const t = useText()
  if (labs.length === 0) return null
  return (
    <p class="lab-links">
      <span class="quiet">{t(words.labs)}</span>{' '}
      {labs.map(({ id, name }) => (
        <a href={bookingPaths.labBookings(id)}>{t(name)}</a>
      ))}
    </p>
  )
}

function Nothing({ view }: { view: View }) {
  const t = useText()
  return (
    <Empty
      title={words.none}
      text={view === 'coming' ? words.noneComing : words.nonePast}
      icon="calendar"
    >
      {view === 'coming' && (
        <ButtonLink href={paths.kind('instrument')}>{t(words.find)}</ButtonLink>
      )}
    </Empty>
  )
}
