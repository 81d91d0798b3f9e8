import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { bookingPaths } from '../../bookings/words/paths.ts'
import { langTag } from '../../core/text.ts'
import { spanText, wallClockOf } from '../../core/wall-clock.ts'
import {
  getInstrumentAsStaff,
  type InstrumentRow,
  zoneForStaff,
} from '../../instruments/actions.ts'
import { FormField } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { Local, useLang } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { keepingPage } from '../overview/pages/frame.tsx'
import { pageWords } from '../overview/words.ts'
import { upkeepPaths } from '../words/paths.ts'
import { changeOutage, endOutage, openOutage, outagesOf } from './actions/outages.ts'
import {
  NewOutage,
  OpenedAnswer,
  OutageAnswer,
  OutageChange,
  outageFilter,
  outageForm,
  readEnd,
  readOutage,
} from './model.ts'
import type { OutageRow } from './queries.ts'
import { outageKindNames, outageStateNames as states, outageWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'upkeep'
const path = '/instruments/:id/outages'
const at = '/instruments/:id/upkeep/outages'
const { labels } = outageForm
const next = (_: unknown, { instrumentId }: { instrumentId: string }) =>
  upkeepPaths.upkeep(instrumentId)

const outages = list({
  path,
  tag,
  summary: 'Outages that go on or are to come; those that ended after `since` too',
  title: words.outages,
  empty: { title: words.none },
  item: OutageAnswer,
  filters: outageFilter,
  query: outagesOf,
  columns: {
    reason: { label: labels.reason, text: ({ reason }) => reason },
    state: { label: words.state, state: ({ state }) => states[state] },
    kind: { label: labels.kind, text: ({ kind }) => outageKindNames[kind] },
    when: { label: words.when, period: (outage) => outage, zone: ({ zone }) => zone },
    isEstimate: { label: words.isEstimate, yesNo: ({ isEstimate }) => isEstimate },
    action: { label: words.action, page: (outage) => <Actions outage={outage} /> },
  },
})

const opening = write({
  path,
  tag,
  summary: 'Take an instrument out of service, now or later',
  description:
    'Bookings that are hit are cancelled and listed with other free times; with `onBookings: "refuse"` it is refused instead. A use that goes on ends when the outage begins.',
  refuses: [409],
  form: { schema: NewOutage, read: readOutage },
  creates: true,
  result: OpenedAnswer,
  does: openOutage,
  zone: zoneForStaff,
  at,
  flash: (_, { displaced }) =>
    displaced.length > 0 ? words.openedDisplacing(displaced.length) : words.opened,
  next,
  page: newOutagePage,
})

const change = write({
  path: `${path}/:outage`,
  method: 'patch',
  tag,
  summary: 'Give an outage other times or another reason',
  refuses: [409],
  form: { schema: OutageChange, read: readEnd },
  result: OpenedAnswer,
  does: changeOutage,
  zone: zoneForStaff,
  at: `${at}/:outage`,
  flash: () => words.endChanged,
  next,
})

const ending = write({
  path: `${path}/:outage/cancellation`,
  tag,
  summary: 'Put an instrument back in service',
  description: 'An outage that goes on ends now, one that has not begun is cancelled.',
  refuses: [409],
  result: OutageAnswer,
  does: (ctx, _, key) => endOutage(ctx, key),
  at: `${at}/:outage/end`,
  flash: (_, { state }) => (state === 'cancelled' ? words.cancelled : words.ended),
  next,
})

/** When an instrument is out of service. */
export const { api: outageRoutes, pages: outagePages } = surfaces(outages, opening, change, ending)

/** The outages of an instrument, on the page of its staff. */
export const outageSection = async (c: C, instrument: InstrumentRow) => (
  <Section title={words.outages}>
    {await outages.view(c, { of: { id: instrument.id }, cursor: 'outages', unfiltered: true })}
    <details class="fold">
      <summary>
        <Local text={words.add} />
      </summary>
      <OutageForm
        instrument={instrument}
        form={filledIn(outageForm.open({ kind: 'maintenance' }, instrument.zone))}
      />
    </details>
  </Section>
)

async function newOutagePage(c: C, form: Filled) {
  const instrument = await getInstrumentAsStaff(c.var.ctx, c.req.param('id') ?? '')
  return keepingPage(
    c,
    { instrument, at: 'upkeep', lead: pageWords.upkeepLead, status: form.status },
    <Section title={words.add}>
      <Hits bookings={form.facts['bookings']} zone={instrument.zone} />
      <OutageForm instrument={instrument} form={form} />
    </Section>,
  )
}

const OutageForm = ({ instrument, form }: { instrument: InstrumentRow; form: Filled }) => (
  <EntityForm
    of={outageForm}
    form={form}
    action={`${upkeepPaths.upkeep(instrument.id)}/outages`}
    submit={words.add}
  >
    <FormField
      type="checkbox"
      name="displace"
      label={words.displace}
      hint={words.displaceHint}
      checked={form.value('displace') === 'true'}
    />
  </EntityForm>
)

function Actions({ outage }: { outage: OutageRow }) {
  const { id, instrumentId, state, end, zone } = outage
  const action = `${upkeepPaths.upkeep(instrumentId)}/outages/${id}`
  return (
    <>
      <ActButton
        action={`${action}/end`}
        text={state === 'running' ? words.endNow : words.cancel}
      />
      <SmallForm action={action} text={words.changeEnd}>
        <SmallField
          id={`end-${id}`}
          name="end"
          label={words.newEnd}
          type="datetime-local"
          value={wallClockOf(end.epochMilliseconds, zone)}
          required
        />
      </SmallForm>
    </>
  )
}

const HitBookings = z
  .array(
    z.object({
      id: z.string(),
      start: z.string(),
      end: z.string(),
      person: z.object({ name: z.string() }),
    }),
  )
  .catch([])

/** The bookings that stood in the way. */
function Hits({ bookings, zone }: { bookings: unknown; zone: string }) {
  const hits = HitBookings.parse(bookings)
  const locale = langTag(useLang())
  if (hits.length === 0) return <></>
  return (
    <section>
      <h3>
        <Local text={words.wouldHit} />
      </h3>
      <ul>
        {hits.map(({ id, start, end, person }) => (
          <li>
            <a href={bookingPaths.booking(id)}>
              {spanText({ start: Date.parse(start), end: Date.parse(end) }, { zone, locale })}
            </a>{' '}
            {person.name}
          </li>
        ))}
      </ul>
    </section>
  )
}
