import { FormField } from '../../web/components/form-field.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { ActButton, type Filled, Form } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import type { chooseInstitution } from '../institutions/actions/institutions.ts'
import { grantedRoles } from '../model/named.ts'
import type { PersonRow } from '../accounts/queries/people.ts'
import { adminPeopleWords as words } from '../institutions/words.ts'
import { roleNames } from '../words/names.ts'
import { peoplePaths } from '../words/paths.ts'

type Role = PersonRow['roles'][number]

/** A person's roles, each of which may be taken back. */
export function RoleList({ roles, here }: { roles: readonly Role[]; here: string }) {
  if (roles.length === 0)
    return (
      <p class="quiet">
        <Local text={words.noRoles} />
      </p>
    )
  const columns: Column<Role>[] = [
    {
      key: 'role',
      label: words.role,
      head: true,
      cell: ({ role }) => <Local text={roleNames[role]} />,
    },
    {
      key: 'of',
      label: words.of,
      cell: ({ name, institutionId, collectionId }) => (
        <a
          href={
            institutionId
              ? peoplePaths.institution(institutionId)
              : paths.record(collectionId ?? '')
          }
        >
          <Local text={name} />
        </a>
      ),
    },
    {
      key: 'end',
      label: words.revoke,
      cell: ({ id }) => (
        <ActButton action={`${here}/roles/${id}/end`} text={words.revoke} look="danger" />
      ),
    },
  ]
  return <Table caption={words.roles} captionUnseen columns={columns} rows={roles} />
}

type FormProps = {
  form: Filled
  action: string
  institutions: Awaited<ReturnType<typeof chooseInstitution>>
}

/** A role of an institution, or of one collection. */
export const RoleForm = ({ form, action, institutions }: FormProps) => (
  <Form
    action={action}
    form={form}
    submit={words.grant}
    look="plain"
    labels={{ role: words.role, institution: words.institution, collection: words.collection }}
  >
    <FormField
      type="select"
      name="role"
      label={words.role}
      value={form.value('role')}
      error={form.error('role')}
      choices={grantedRoles.map((role) => ({ value: role, label: roleNames[role] }))}
      required
    />
    <FormField
      type="select"
      name="institution"
      label={words.institution}
      value={form.value('institution')}
      error={form.error('institution')}
      choices={institutions.map(({ id, nameZh, nameEn }) => ({
        value: id,
        label: { zh: nameZh, en: nameEn },
      }))}
    />
    <FormField
      name="collection"
      label={words.collection}
      value={form.value('collection')}
      error={form.error('collection')}
      maxLength={36}
    />
  </Form>
)
