import { Hono } from 'hono'
import type { Page } from '../../core/paging.ts'
import { Pager, Section } from '../../web/components/navigation.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { SmallForm } from '../../web/components/small-form.tsx'
import { Local } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import { leaveWaitlist, type WaitRow } from './actions.ts'
import { titleOfInstrument } from '../../instruments/rules/title.ts'
import { whenText } from '../../instruments/rules/when.ts'
import { listWords as words } from '../bookings/words/pages.ts'
import { bookingPaths } from '../words/paths.ts'

/** Where somebody waits, and leaving it. */
export const waitPosts = new Hono<Env>().post('/instruments/:id/waits/:wait/end', async (c) => {
  await leaveWaitlist(c.var.ctx, { instrumentId: c.req.param('id'), id: c.req.param('wait') })
  setFlash(c, words.left)
  return c.redirect(bookingPaths.bookings, 303)
})

/** Of the list of waits, beside that of the page's bookings. */
export const waitsCursor = 'waits'

export const Waits = ({ waits, url }: { waits: Page<WaitRow>; url: string }) =>
  waits.items.length > 0 && (
    <Section title={words.waiting} id="waiting">
      <Table caption={words.waiting} columns={columns} rows={waits.items} dense />
      <Pager url={url} next={waits.next} cursor={waitsCursor} />
    </Section>
  )

const columns: Column<WaitRow>[] = [
  {
    label: words.when,
    nowrap: true,
    cell: ({ from, to, zone }) => (
      <Local as="span" class="numeric" text={whenText({ start: from, end: to }, zone)} />
    ),
  },
  {
    label: words.instrument,
    cell: ({ instrumentId, instrumentZh, instrumentEn }) => (
      <Local
        as="a"
        href={paths.record(instrumentId)}
        text={titleOfInstrument({ instrumentZh, instrumentEn })}
      />
    ),
  },
  {
    label: words.state,
    nowrap: true,
    cell: ({ position }) => <Local text={words.position(position ?? 0)} />,
  },
  {
    label: words.action,
    cell: ({ instrumentId, id, from, to, zone, ...row }) => (
      <SmallForm
        action={`/instruments/${instrumentId}/waits/${id}/end`}
        text={words.leave}
        of={[titleOfInstrument(row), whenText({ start: from, end: to }, zone)]}
        look="danger"
        about={words.leaveAbout}
      />
    ),
  },
]
