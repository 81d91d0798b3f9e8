import type { Context as HonoContext } from 'hono'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { dayAt } from '../../core/time.ts'
import { getInstrumentAsStaff, type InstrumentRow } from '../../instruments/actions.ts'
import type { Column } from '../../web/list-view.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { keepingPage } from '../overview/pages/frame.tsx'
import { pageWords } from '../overview/words.ts'
import { upkeepPaths } from '../words/paths.ts'
import {
  grantQualification,
  myQualifications,
  qualificationsAt,
  revokeQualification,
} from './actions.ts'
import { grantForm, NewQualification, QualificationAnswer, revocationForm } from './model.ts'
import type { QualificationRow } from './queries.ts'
import { qualificationStateNames as states, qualificationWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'upkeep'
const path = '/instruments/:id/qualifications'
const { labels } = grantForm
const next = (_: unknown, { instrumentId }: QualificationRow) =>
  upkeepPaths.qualifications(instrumentId)

const columns: Record<string, Column<QualificationRow>> = {
  kind: { label: labels.kind, text: ({ kind }) => qualificationNames[kind] },
  state: { label: words.state, state: ({ state }) => states[state] },
  expires: {
    label: words.lasts,
    day: ({ expiresAt, zone }) => expiresAt && dayAt(expiresAt, zone),
  },
  lasts: { label: words.forGood, yesNo: ({ expiresAt }) => expiresAt === null },
}

const mine = list({
  path: '/qualifications',
  tag,
  summary: 'Your qualifications',
  refuses: [401],
  title: words.mine,
  empty: { title: words.noneMine },
  item: QualificationAnswer,
  filters: noFilters,
  query: myQualifications,
  columns: {
    instrument: {
      label: words.instrument,
      text: ({ instrument }) => instrument.title,
      href: ({ instrument }) => paths.record(instrument.id),
    },
    ...columns,
  },
})

const qualifications = list({
  path,
  tag,
  summary: 'Qualifications at an instrument: all for its staff, your own otherwise',
  refuses: [401],
  title: words.qualifications,
  empty: { title: words.noQualifications },
  item: QualificationAnswer,
  filters: noFilters,
  query: qualificationsAt,
  columns: {
    person: { label: words.person, text: ({ person }) => person.name },
    ...columns,
    note: { label: labels.note, text: ({ note }) => note },
    revoke: { label: words.action, page: (row) => <Revocation row={row} /> },
  },
})

const grant = write({
  path,
  tag,
  summary: 'Grant a qualification, or move its end',
  form: { schema: NewQualification, read: grantForm.read },
  creates: true,
  result: QualificationAnswer,
  does: grantQualification,
  flash: () => words.granted,
  next,
  page: newGrantPage,
})

const revocation = write({
  path: `${path}/:qualification/revocation`,
  tag,
  summary: 'Revoke a qualification',
  refuses: [409],
  form: revocationForm,
  result: QualificationAnswer,
  does: revokeQualification,
  flash: () => words.revokedNow,
  next,
})

/** What people may do at an instrument, and until when. */
export const { api: qualificationRoutes, pages: qualificationPages } = surfaces(
  mine,
  qualifications,
  grant,
  revocation,
)

/** What the viewer holds, at whatever instrument. */
export const ownSection = async (c: C) => (
  <Section title={words.mine}>{await mine.view(c, { cursor: 'mine' })}</Section>
)

/** Who may use an instrument, on the page of its staff. */
export const qualificationSection = async (c: C, { id }: InstrumentRow) => (
  <Section title={words.qualifications}>
    {await qualifications.view(c, { of: { id }, cursor: 'qualifications' })}
    <details class="fold">
      <summary>
        <Local text={words.grant} />
      </summary>
      <GrantForm id={id} form={filledIn(grantForm.open({ kind: 'training' }))} />
    </details>
  </Section>
)

async function newGrantPage(c: C, form: Filled) {
  const instrument = await getInstrumentAsStaff(c.var.ctx, c.req.param('id') ?? '')
  return keepingPage(
    c,
    { instrument, at: 'qualifications', lead: pageWords.qualificationsLead, status: form.status },
    <Section title={words.grant}>
      <GrantForm id={instrument.id} form={form} />
    </Section>,
  )
}

const GrantForm = ({ id, form }: { id: string; form: Filled }) => (
  <EntityForm
    of={grantForm}
    form={form}
    action={upkeepPaths.qualifications(id)}
    submit={words.grant}
  />
)

const Revocation = ({ row: { id, instrumentId } }: { row: QualificationRow }) => (
  <SmallForm
    action={`${upkeepPaths.qualifications(instrumentId)}/${id}/revocation`}
    text={words.revoke}
    look="danger"
  >
    <SmallField id={`reason-${id}`} name="reason" label={revocationForm.labels.reason} />
  </SmallForm>
)
