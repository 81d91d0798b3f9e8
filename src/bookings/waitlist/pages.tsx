import { Hono } from 'hono'
import { Section } from '../../web/components/navigation.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { ActButton } from '../../web/forms.tsx'
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

export const Waits = ({ waits }: { waits: readonly WaitRow[] }) =>
  waits.length > 0 && (
    <Section title={words.waiting} id="waiting">
      <Table caption={words.waiting} columns={columns} rows={waits} dense />
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
    cell: ({ instrumentId, id }) => (
      <ActButton action={`/instruments/${instrumentId}/waits/${id}/end`} text={words.leave} />
    ),
  },
]
