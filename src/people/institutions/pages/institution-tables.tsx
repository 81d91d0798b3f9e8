import type { Child } from 'hono/jsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { ActButton, type Filled, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import type { waitingInvitations } from '../../accounts/actions/invitations.ts'
import type { searchMembers, waitingMembers } from '../actions/memberships.ts'
import { roleNamesAsked } from '../../model/named.ts'
import { accountWords } from '../../accounts/words/account.ts'
import { institutionWords as words } from '../words.ts'
import { roleNames } from '../../words/names.ts'
import { LangField } from '../../accounts/pages/entry.tsx'

export const WaitingList = ({ rows }: { rows: readonly Waiting[] }) => (
  <Section title={words.waiting}>
    <Table caption={words.waiting} captionUnseen columns={waitingColumns} rows={rows} />
  </Section>
)

export const MemberList = ({ rows, children }: { rows: readonly Member[]; children?: Child }) => (
  <Section title={words.people}>
    <Table caption={words.people} captionUnseen columns={memberColumns} rows={rows} />
    {children}
  </Section>
)

export const InvitationList = ({ rows }: { rows: readonly Invitation[] }) => (
  <Section title={words.pendingInvitations}>
    <Table
      caption={words.pendingInvitations}
      captionUnseen
      columns={invitationColumns}
      rows={rows}
    />
  </Section>
)

export function InviteForm({ action, form }: { action: string; form: Filled }) {
  const labels = { email: words.email, role: words.role, lang: words.language }
  return (
    <Form action={action} form={form} submit={words.invite} labels={labels}>
      <p class="quiet">
        <Local text={words.inviteLead} />
      </p>
      <FormField
        type="email"
        name="email"
        label={words.email}
        value={form.value('email')}
        error={form.error('email')}
        required
      />
      <FormField
        type="select"
        name="role"
        label={words.role}
        value={form.value('role')}
        error={form.error('role')}
        choices={roleNamesAsked.map((role) => ({ value: role, label: roleNames[role] }))}
        required
      />
      <LangField form={form} label={words.language} />
    </Form>
  )
}

type Waiting = Awaited<ReturnType<typeof waitingMembers>>[number] & { here: string }

const waitingColumns: Column<Waiting>[] = [
  { key: 'name', label: words.name, head: true, cell: ({ name }) => name },
  { key: 'email', label: words.email, cell: ({ email }) => email },
  {
    key: 'asked',
    label: words.askedAt,
    nowrap: true,
    cell: ({ askedAt }) => <Day when={askedAt} />,
  },
  {
    key: 'decide',
    label: words.action,
    nowrap: true,
    cell: ({ id, here: base }) => (
      <span class="acts">
        <ActButton action={`${base}/${id}/approval`} text={words.accept} />
        <ActButton action={`${base}/${id}/end`} text={words.refuse} look="quiet" />
      </span>
    ),
  },
]

type Member = Awaited<ReturnType<typeof searchMembers>>['items'][number]

const memberColumns: Column<Member>[] = [
  { key: 'name', label: words.name, head: true, cell: ({ name }) => name },
  { key: 'email', label: words.email, cell: ({ email }) => email },
  { key: 'title', label: accountWords.title, cell: ({ title }) => title },
  {
    key: 'state',
    label: words.state,
    cell: ({ approvedAt }) =>
      approvedAt ? (
        <StateBadge tone="good" text={accountWords.member} />
      ) : (
        <StateBadge tone="caution" text={accountWords.waiting} />
      ),
  },
]

type Invitation = Awaited<ReturnType<typeof waitingInvitations>>[number]

const invitationColumns: Column<Invitation>[] = [
  { key: 'email', label: words.email, head: true, cell: ({ payload }) => payload.email },
  {
    key: 'role',
    label: words.role,
    cell: ({ payload }) => <Local text={roleNames[payload.role]} />,
  },
  {
    key: 'until',
    label: words.until,
    nowrap: true,
    cell: ({ expiresAt }) => <Day when={expiresAt} />,
  },
]
