import type { Context as HonoContext } from 'hono'
import { adminLink } from '../../../core/navigation.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { labRoleNames } from '../../words/names.ts'
import { putLabMemberIn, removeLabMember, searchLabMembers } from '../actions/labs.ts'
import { LabMemberAnswer, labMemberForm, NewLabMember } from '../model.ts'
import { memberWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'labs'
const path = '/labs/:id/members'
const hrefOf = ({ id }: { id: string }) => `${adminLink.href}/labs/${id}`

const members = list({
  path,
  tag,
  summary: 'Who belongs to a lab; for its members and who keeps it',
  refuses: [401, 403],
  title: words.labMembers,
  empty: { title: words.noLabMembers },
  item: LabMemberAnswer,
  filters: noFilters,
  query: searchLabMembers,
  columns: {
    name: { label: words.name, text: ({ name }) => name },
    role: { label: words.role, text: ({ role }) => labRoleNames[role] },
    since: { label: words.since, moment: ({ since }) => since },
    action: {
      label: columnWords.action,
      cell: ({ id, labId, name }) => (
        <SmallForm
          action={`${hrefOf({ id: labId })}/members/${id}/end`}
          text={words.remove}
          of={[name]}
          look="danger"
          about={words.removeAbout}
        />
      ),
    },
  },
})

/** Who belongs to a lab: JSON, and a part of the lab's page, which `page` shows again with what was typed. */
export function labMembers(page: (c: C, typed: Filled) => Promise<Response>) {
  const addition = write({
    path,
    tag,
    summary: 'Add a person to a lab, or change their role in it',
    description: 'Names the person by `person` (id) or by `email`.',
    form: { schema: NewLabMember, read: labMemberForm.read },
    does: putLabMemberIn,
    at: `${adminLink.href}${path}`,
    flash: () => words.labMemberAdded,
    next: hrefOf,
    page,
  })
  const removal = write({
    path: `${path}/:person`,
    method: 'delete',
    tag,
    summary: 'Take a person out of a lab; oneself too',
    does: (ctx, _, named) => removeLabMember(ctx, named),
    at: `${adminLink.href}${path}/:person/end`,
    flash: () => words.removed,
    next: hrefOf,
  })
  return { ...surfaces(members, addition, removal), sections }
}

async function sections(c: C, id: string, typed?: Filled) {
  const form = typed ?? filledIn(labMemberForm.open({ role: 'member' }))
  return (
    <>
      <Section title={words.labMembers}>{await members.view(c, { of: { id } })}</Section>
      <Section title={words.addLabMember}>
        <EntityForm
          {...{ of: labMemberForm, form, look: 'plain', submit: words.addLabMember }}
          action={`${hrefOf({ id })}/members`}
        />
      </Section>
    </>
  )
}
