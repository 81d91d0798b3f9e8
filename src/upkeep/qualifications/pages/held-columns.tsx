import { qualificationNames } from '../../../bookings/verdict/words.ts'
import type { Temporal } from '../../../core/time.ts'
import { Day } from '../../../web/components/moment.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import type { Column } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'
import type { QualificationRow } from '../actions/qualifications.ts'
import { qualificationState } from '../rules.ts'
import { qualificationStateNames } from '../words.ts'
import { trainingWords as words } from '../../trainings/words.ts'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'

const tones = { valid: 'good', expiring: 'caution', expired: 'danger', revoked: 'calm' } as const

/** What is held, in which state, until when. */
export const heldColumns = (now: Temporal.Instant): Column<QualificationRow>[] => [
  {
    key: 'kind',
    label: words.kind,
    cell: ({ kind }) => <Local text={qualificationNames[kind]} />,
  },
  {
    key: 'state',
    label: words.state,
    nowrap: true,
    cell: (row) => {
      const state = qualificationState(row, now)
      return <StateBadge tone={tones[state]} text={qualificationStateNames[state]} />
    },
  },
  {
    key: 'lasts',
    label: words.lasts,
    nowrap: true,
    cell: ({ expiresAt, zone }) =>
      expiresAt ? <Day when={expiresAt} zone={zone} /> : <Local text={words.forGood} />,
  },
]

export const personColumn: Column<QualificationRow> = {
  key: 'person',
  label: words.person,
  head: true,
  cell: ({ personName }) => personName,
}
export const noteColumn: Column<QualificationRow> = {
  key: 'note',
  label: words.note,
  cell: ({ note }) => note,
}
export const revokeColumn = (base: string): Column<QualificationRow> => ({
  key: 'revoke',
  label: words.action,
  cell: ({ id }) => (
    <SmallForm action={`${base}/${id}/revocation`} text={words.revoke} look="danger">
      <SmallField id={`reason-${id}`} name="reason" label={words.revokeReason} />
    </SmallForm>
  ),
})
