import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { getInstrumentAsStaff } from '../../instruments/actions.ts'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../web/forms.tsx'
import { parseOrRefuse } from '../../web/validate.ts'
import { changeOutage, endOutage, openOutage, outagesOf } from '../outages/actions/outages.ts'
import { planSection } from '../plans/pages.tsx'
import { problemsOf, resolveProblem } from '../problems/actions.ts'
import { NewOutage, OutageChange } from '../outages/model.ts'
import { Resolution } from '../problems/model.ts'
import { pageWords as words } from './words.ts'
import { momentIn } from './pages/fields.ts'
import { keepingPage } from './frame.tsx'
import { type Hit, hitIn, OutageSection } from '../outages/pages.tsx'
import { ProblemSection } from '../problems/pages.tsx'
import { upkeepPaths } from '../words/paths.ts'
type C = HonoContext<Env>
const path = '/instruments/:id/upkeep' as const
type Forms = { outage?: Filled; other?: Filled; hits?: readonly Hit[] }

/** Outages, problems and plans of one instrument, for its staff. */
export const upkeepPages = new Hono<Env>()
  .get(path, (c) => upkeepPage(c))
  .post(`${path}/outages`, (c) => {
    const refused: { hits?: readonly Hit[] } = {}
    return submitted(
      c,
      async (form) => {
        const { zone } = await getInstrumentAsStaff(c.var.ctx, c.req.param('id'))
        const input = parseOrRefuse(NewOutage, outageIn(form, zone))
        const { displaced } = await openOutage(c.var.ctx, c.req.param('id'), input).catch(
          (error: unknown) => {
            refused.hits = hitsOf(error)
            throw error
          },
        )
        return done(
          c,
          displaced.length > 0 ? words.openedDisplacing(displaced.length) : words.openedPlain,
        )
      },
      (outage) => upkeepPage(c, { outage, ...refused }),
    )
  })
  .post(`${path}/outages/:outage`, (c) =>
    acted(c, async (form, instrumentId) => {
      const { zone } = await getInstrumentAsStaff(c.var.ctx, instrumentId)
      const given = {
        end: momentIn(form.value('end'), zone),
        isEstimate: form.value('isEstimate') === 'true',
      }
      const key = { instrumentId, id: c.req.param('outage') }
      await changeOutage(c.var.ctx, key, parseOrRefuse(OutageChange, given))
      return words.endChanged
    }),
  )
  .post(`${path}/outages/:outage/end`, (c) =>
    acted(c, async (_form, instrumentId) => {
      const outage = await endOutage(c.var.ctx, { instrumentId, id: c.req.param('outage') })
      return outage.cancelledAt ? words.outageCancelled : words.ended
    }),
  )
  .post(`${path}/problems/:problem/resolution`, (c) =>
    acted(c, async (form, instrumentId) => {
      const given = {
        resolution: form.value('resolution'),
        keepOutage: form.value('keepOutage') === 'true',
      }
      const key = { instrumentId, id: c.req.param('problem') }
      await resolveProblem(c.var.ctx, key, parseOrRefuse(Resolution, given))
      return words.resolved
    }),
  )

async function upkeepPage(c: C, forms: Forms = {}) {
  const { ctx } = c.var
  const instrument = await getInstrumentAsStaff(ctx, c.req.param('id') ?? '')
  const [outages, { problems }] = await Promise.all([
    outagesOf(ctx, instrument.id),
    problemsOf(ctx, instrument.id),
  ])
  const { status } = forms.outage ?? forms.other ?? filledWith()
  const common = { base: upkeepPaths.upkeep(instrument.id), zone: instrument.zone, now: ctx.now() }
  return keepingPage(
    c,
    { instrument, at: 'upkeep', lead: words.upkeepLead, status },
    <>
      <ProblemSection {...common} problems={problems} form={forms.other} />
      <OutageSection {...common} outages={outages} form={forms.outage} hits={forms.hits ?? []} />
      {await planSection(c, instrument)}
    </>,
  )
}

type Act = (form: Filled, instrumentId: string) => Promise<Text>

/** One of the small forms: what it refuses stands at the head of the page. */
const acted = (c: C, act: Act) =>
  submitted(
    c,
    async (form) => done(c, await act(form, c.req.param('id') ?? '')),
    (other) => upkeepPage(c, { other }),
  )

function done(c: C, said: Text) {
  setFlash(c, said)
  return c.redirect(upkeepPaths.upkeep(c.req.param('id') ?? ''), 303)
}

const outageIn = (form: Filled, zone: string) => ({
  start: momentIn(form.value('start'), zone),
  end: momentIn(form.value('end'), zone),
  kind: form.value('kind'),
  reason: form.value('reason'),
  onBookings: form.value('displace') === 'true' ? 'displace' : 'refuse',
})

/** The bookings that stood in the way, to be shown beside the question. */
function hitsOf(error: unknown): readonly Hit[] {
  const bookings = error instanceof Problem ? error.facts['bookings'] : undefined
  return Array.isArray(bookings) ? bookings.flatMap((one) => hitIn(one) ?? []) : []
}
