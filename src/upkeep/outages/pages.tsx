import { wallClockAt } from '../../core/time.ts'
import { zoneForStaff } from '../../instruments/actions.ts'
import { whenText } from '../../instruments/rules/when.ts'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import { list } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { DisplaceField, Hits } from '../displacement/pages.tsx'
import { keepingPart } from '../overview/pages/part.tsx'
import { upkeepPaths } from '../words/paths.ts'
import { changeOutage, endOutage, openOutage, outagesOf } from './actions.ts'
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

const path = '/instruments/:id/outages'
const at = '/instruments/:id/upkeep/outages'
const { labels } = outageForm
const written = {
  tag: 'upkeep',
  refuses: [409],
  next: (_: unknown, { instrumentId }: { instrumentId: string }) =>
    upkeepPaths.upkeep(instrumentId),
}

const outages = list({
  path,
  tag: written.tag,
  summary: 'Outages that go on or are to come; those that ended after `since` too',
  title: words.outages,
  empty: { title: words.none },
  item: OutageAnswer,
  filters: outageFilter,
  query: outagesOf,
  columns: {
    reason: { label: labels.reason, text: ({ reason }) => reason },
    state: { label: columnWords.state, state: ({ state }) => states[state] },
    kind: { label: labels.kind, text: ({ kind }) => outageKindNames[kind] },
    when: { label: words.when, period: (outage) => outage, zone: ({ zone }) => zone },
    isEstimate: { label: words.isEstimate, yesNo: ({ isEstimate }) => isEstimate },
    action: { label: columnWords.action, cell: (outage) => <Actions outage={outage} /> },
  },
})

const part = keepingPart({
  tab: 'upkeep',
  title: words.outages,
  view: (c, of) => outages.view(c, { of, cursor: 'outages' }),
  add: words.add,
  at,
  form: outageForm,
  opens: (zone) => outageForm.open({ kind: 'maintenance' }, zone),
  more: (form) => <DisplaceField form={form} />,
  refused: (form, { zone }) => <Hits form={form} zone={zone} />,
})

/** The outages of an instrument, on the page of its staff. */
export const outageSection = part.section

const opening = write({
  ...written,
  path,
  summary: 'Take an instrument out of service, now or later',
  description:
    'Bookings that are hit are cancelled and listed with other free times; with `onBookings: "refuse"` it is refused instead. A use that goes on ends when the outage begins.',
  form: { schema: NewOutage, read: readOutage },
  creates: true,
  result: OpenedAnswer,
  does: openOutage,
  zone: zoneForStaff,
  at,
  flash: (_, { displaced }) => words.opened(displaced.length),
  page: part.again,
})

const change = write({
  ...written,
  path: `${path}/:outage`,
  method: 'patch',
  summary: 'Give an outage other times or another reason',
  form: { schema: OutageChange, read: readEnd },
  result: OpenedAnswer,
  does: changeOutage,
  zone: zoneForStaff,
  at: `${at}/:outage`,
  flash: () => words.endChanged,
  page: part.listed,
})

const ending = write({
  ...written,
  path: `${path}/:outage/cancellation`,
  summary: 'Put an instrument back in service',
  description: 'An outage that goes on ends now, one that has not begun is cancelled.',
  result: OutageAnswer,
  does: (ctx, _, key) => endOutage(ctx, key),
  at: `${at}/:outage/end`,
  flash: (_, { state }) => (state === 'cancelled' ? words.cancelled : words.ended),
  page: part.listed,
})

/** When an instrument is out of service. */
export const { api: outageRoutes, pages: outagePages } = surfaces(outages, opening, change, ending)

const cancelling = { text: words.cancel, about: words.cancelAbout }

function Actions({ outage }: { outage: OutageRow }) {
  const { id, instrumentId, kind, state, end, zone } = outage
  const action = `${upkeepPaths.upkeep(instrumentId)}/outages/${id}`
  const of = [outageKindNames[kind], whenText(outage, zone)]
  return (
    <div class="kept-actions">
      {state === 'running' ? (
        <SmallForm action={`${action}/end`} text={words.endNow} of={of} about={words.endAbout} />
      ) : (
        <SmallForm {...cancelling} action={`${action}/end`} of={of} look="danger" />
      )}
      <SmallForm action={action} text={words.changeEnd}>
        <SmallField
          id={`end-${id}`}
          name="end"
          label={words.newEnd}
          type="datetime-local"
          value={wallClockAt(end, zone)}
          required
        />
      </SmallForm>
    </div>
  )
}
