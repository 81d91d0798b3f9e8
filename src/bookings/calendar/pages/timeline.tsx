import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { defaultZone } from '../../../core/time.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { labsToBookFor } from '../actions/calendar.ts'
import { type Timeline, timelineOf } from '../actions/timeline.ts'
import { calendarViews, dayNamed, spanOf } from '../rules/calendar.ts'
import { timelineWords as words } from '../words/timeline.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { Legend, ZoneLine } from './calendar-notes.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { timelineSettings } from './timeline-drawn.ts'
import { TimelineTable } from './timeline-table.tsx'
import {
  type WantedChoices,
  wantedChoices,
  WantedFields,
  type WantedInQuery,
  wantedInQuery,
} from '../../openings/pages/wanted.tsx'
import { bookingPaths } from '../../words/paths.ts'

type C = HonoContext<Env>

const TimelineQuery = z.object({
  view: z.enum(calendarViews).catch('week'),
  date: z.string().optional().catch(undefined).transform(dayNamed),
  after: z.string().max(500).optional().catch(undefined),
  ...wantedInQuery,
})
type Asked = z.output<typeof TimelineQuery>

const pageLimit = 25

/** Many instruments side by side, a page of them at a time. */
export const timelinePages = new Hono<Env>().get(
  bookingPaths.calendar,
  parsed('query', TimelineQuery),
  async (c) => {
    const { ctx } = c.var
    const asked = c.req.valid('query')
    const [choices, labs, shown] = await Promise.all([
      wantedChoices(ctx),
      labsToBookFor(ctx),
      shownFor(c, asked),
    ])
    return page(
      c,
      {
        title: words.title[ctx.lang],
        crumbs: [{ text: words.title }],
        bundle: 'calendar',
        description: words.lead[ctx.lang],
      },
      <>
        <PageHead title={words.title} lead={words.lead}>
          <ToOpenings wanted={asked} />
        </PageHead>
        <Filters asked={asked} choices={choices} />
        <SideBySide c={c} asked={asked} {...shown} />
        {ctx.actor.type === 'person' && <ConfirmDialog zone={defaultZone} labs={labs} />}
      </>,
    )
  },
)

async function shownFor({ var: { ctx } }: C, { view, date, after, ...wanted }: Asked) {
  const now = ctx.now()
  const today = now.toZonedDateTimeISO(defaultZone).toPlainDate()
  const span = spanOf({ view, date: date ?? today, zone: defaultZone })
  const asked = { ...wanted, after, period: span.period, limit: pageLimit }
  return { span, today, now, found: await timelineOf(ctx, asked) }
}

type Shown = Awaited<ReturnType<typeof shownFor>>

function ToOpenings({ wanted: { q, category, region, institution } }: { wanted: WantedInQuery }) {
  const t = useText()
  const known = Object.entries({ q, category, region, institution })
  const narrowing = Object.fromEntries(known.map(([name, value]) => [name, value ?? null]))
  return (
    <ButtonLink href={withQuery(bookingPaths.openings, narrowing)} icon="search">
      {t(words.findOpening)}
    </ButtonLink>
  )
}

function Filters({ asked, choices }: { asked: Asked; choices: WantedChoices }) {
  const t = useText()
  return (
    <form class="wanted" action={bookingPaths.calendar} aria-label={t(words.filters)}>
      <input type="hidden" name="view" value={asked.view} />
      {asked.date && <input type="hidden" name="date" value={asked.date.toString()} />}
      <WantedFields wanted={asked} choices={choices} />
      <Button>{t(words.show)}</Button>
    </form>
  )
}

function SideBySide({ c, asked, ...shown }: Shown & { c: C; asked: Asked }) {
  const t = useText()
  const lang = useLang()
  const here = withQuery(c.req.url, {})
  const { span, today, now, found } = shown
  if (found.items.length === 0) return <NothingFits />
  return (
    <hexi-times>
      <p class="calendar-said" role="status"></p>
      <CalendarBar span={span} here={here} today={today} />
      <ZoneLine zone={span.zone} now={now} ofMany />
      <p class="quiet">{t(words.count(formatNumber(found.total?.value ?? 0, lang)))}</p>
      {span.view !== 'month' && <Drawn c={c} asked={asked} {...shown} />}
      <div data-part="list">
        <TimelineTable span={span} rows={found.items} />
      </div>
      <Pager
        first={asked.after === undefined ? undefined : withQuery(here, { after: null })}
        next={found.next === null ? undefined : withQuery(here, { after: found.next })}
      />
    </hexi-times>
  )
}

function Drawn({ c, asked, span, now, found }: Shown & { c: C; asked: Asked }) {
  const t = useText()
  const lang = useLang()
  const rows: readonly Timeline[] = found.items
  const mayBook = c.var.ctx.actor.type === 'person'
  const settings = timelineSettings(rows, { asked, span, now, mayBook, lang, limit: pageLimit })
  return (
    <>
      <hexi-timeline
        class="calendar-drawn timeline-drawn"
        data-settings={JSON.stringify(settings)}
        role="group"
        aria-label={t(words.title)}
      >
        <p class="unseen" role="status"></p>
      </hexi-timeline>
      <Legend />
    </>
  )
}

function NothingFits() {
  const t = useText()
  return (
    <Empty title={words.none} text={words.noneHint} icon="calendar">
      <ButtonLink href={bookingPaths.calendar}>{t(words.all)}</ButtonLink>
    </Empty>
  )
}
