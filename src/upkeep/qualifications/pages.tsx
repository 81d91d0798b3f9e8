import type { Context as HonoContext } from 'hono'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { lastingInWords } from '../../core/wall-clock.ts'
import { Section } from '../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { list, noFilters } from '../../web/list.tsx'
import type { Column } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { keepingPart } from '../overview/pages/part.tsx'
import { upkeepWords } from '../words/common.ts'
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

const path = '/instruments/:id/qualifications'
const { labels } = grantForm
const listed = {
  tag: 'upkeep',
  refuses: [401],
  item: QualificationAnswer,
  filters: noFilters,
}
const written = {
  tag: 'upkeep',
  result: QualificationAnswer,
  next: (_: unknown, { instrumentId }: QualificationRow) =>
    upkeepPaths.qualifications(instrumentId),
}

const columns: Record<string, Column<QualificationRow>> = {
  kind: { label: labels.kind, text: ({ kind }) => qualificationNames[kind] },
  state: { label: columnWords.state, state: ({ state }) => states[state] },
  expires: {
    label: words.lasts,
    text: ({ expiresAt, zone }) => (expiresAt ? lastingInWords(expiresAt, zone) : words.forGood),
  },
}

const mine = list({
  ...listed,
  path: '/qualifications',
  summary: 'Your qualifications',
  title: words.mine,
  empty: { title: words.noneMine },
  query: myQualifications,
  columns: {
    instrument: {
      label: upkeepWords.instrument,
      text: ({ instrument }) => instrument.title,
      href: ({ instrument }) => paths.record(instrument.id),
    },
    ...columns,
  },
})

const qualifications = list({
  ...listed,
  path,
  summary: 'Qualifications at an instrument: all for its staff, your own otherwise',
  title: words.qualifications,
  empty: { title: words.noQualifications },
  query: qualificationsAt,
  columns: {
    person: { label: upkeepWords.person, text: ({ person }) => person.name },
    ...columns,
    note: { label: labels.note, text: ({ note }) => note },
    revoke: { label: columnWords.action, cell: (row) => <Revocation row={row} /> },
  },
})

const part = keepingPart({
  tab: 'qualifications',
  title: words.qualifications,
  view: (c, of) => qualifications.view(c, { of, cursor: 'qualifications' }),
  add: words.grant,
  at: path,
  form: grantForm,
  opens: () => grantForm.open({ kind: 'training' }),
})

/** Who may use an instrument, on the page of its staff. */
export const qualificationSection = part.section

const grant = write({
  ...written,
  path,
  summary: 'Grant a qualification, or move its end',
  form: { schema: NewQualification, read: grantForm.read },
  creates: true,
  does: grantQualification,
  flash: () => words.granted,
  page: part.again,
})

const revocation = write({
  ...written,
  path: `${path}/:qualification/revocation`,
  summary: 'Revoke a qualification',
  refuses: [409],
  form: revocationForm,
  does: revokeQualification,
  flash: () => words.revokedNow,
  page: part.listed,
})

/** What people may do at an instrument, and until when. */
export const { api: qualificationRoutes, pages: qualificationPages } = surfaces(
  mine,
  qualifications,
  grant,
  revocation,
)

/** What the viewer holds, at whatever instrument. */
export const ownSection = async (c: HonoContext<Env>) => (
  <Section title={words.mine}>{await mine.view(c, { cursor: 'mine' })}</Section>
)

const Revocation = ({ row: { id, instrumentId, person, kind } }: { row: QualificationRow }) => (
  <SmallForm
    action={`${upkeepPaths.qualifications(instrumentId)}/${id}/revocation`}
    text={words.revoke}
    of={[person.name, qualificationNames[kind]]}
    look="danger"
    about={words.revokeAbout}
  >
    <SmallField id={`reason-${id}`} name="reason" label={revocationForm.labels.reason} />
  </SmallForm>
)
