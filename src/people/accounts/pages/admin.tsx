import type { LocalText } from '../../../core/text.ts'
import { adminLink } from '../../../core/navigation.ts'
import { allowAdministratorToRead } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FieldList, Day } from '../../../web/components/values.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, submitted } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { Rows } from '../../../web/columns.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { columnWords, editWords } from '../../../web/words.ts'
import { putLabMemberIn } from '../../members/actions/labs.ts'
import { collectionChoices, institutionChoices, labChoices } from '../../pages/choices.ts'
import { FindLabs } from '../../pages/find-labs.tsx'
import { grantRole, revokeRole } from '../../roles/actions/roles.ts'
import { labRoleForm, roleForm } from '../../roles/model.ts'
import { roleNames } from '../../words/names.ts'
import { peoplePaths } from '../../words/paths.ts'
import { createPerson, editPerson, getPerson, searchPeople } from '../actions/people.ts'
import { NewPerson, PersonAnswer, personEdit, personFilter, personForm } from '../model/person.ts'
import type { PersonRow } from '../queries/people.ts'
import { passwordWords } from '../words/passwords.ts'
import { peopleWords as words } from '../words/people.ts'

type C = HonoContext<Env>
type Forms = { account?: Filled; role?: Filled; lab?: Filled }
const tag = 'people'
const here = `${adminLink.href}/people` as const
const { labels } = personForm
const hrefOf = ({ id }: { id: string }) => `${here}/${id}`
const crumbs = [adminLink, { text: words.people, href: here }]

const people = list({
  path: '/people',
  tag,
  summary: 'People, in order of name; for administrators',
  refuses: [401, 403],
  title: words.people,
  empty: { title: words.none, text: words.noneHint },
  item: PersonAnswer,
  filters: personFilter,
  query: searchPeople,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    email: { label: labels.email, text: ({ email }) => email },
    state: {
      label: columnWords.state,
      state: ({ disabledAt, isAdmin }) =>
        disabledAt
          ? { tone: 'danger', text: words.disabled }
          : isAdmin
            ? { tone: 'note', text: words.admin }
            : { tone: 'good', text: words.active },
    },
    since: { label: words.since, moment: ({ createdAt }) => createdAt },
  },
})

const person = item({
  path: '/people/:id',
  tag,
  summary: 'Read a person; for administrators',
  refuses: [401, 403],
  schema: PersonAnswer,
  read: (ctx, { id }) => getPerson(ctx, id),
})

const addition = write({
  path: '/people',
  tag,
  summary: 'Make an account; for administrators',
  refuses: [409],
  form: {
    schema: NewPerson,
    read: (typed) => ({
      ...personForm.read(typed),
      password: typed['password']?.[0] || undefined,
    }),
  },
  creates: true,
  answer: person,
  does: createPerson,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/people/:id',
  method: 'patch',
  tag,
  summary: 'Rename, disable, enable, make an administrator or not',
  refuses: [409],
  form: personEdit.edit,
  versioned: true,
  answer: person,
  does: editPerson,
  at: `${here}/:id`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: (c, account) => personPage(c, { account }),
})

/** `:person`, because a write's `id` is that of what it makes. */
const grant = write({
  path: '/people/:person/roles',
  tag,
  summary: 'Make a person a curator or steward of an institution or collection',
  refuses: [404, 409],
  form: roleForm,
  creates: true,
  does: (ctx, input, { person: id }) => grantRole(ctx, id, input),
  at: `${here}/:person/roles`,
  flash: () => words.granted,
  next: ({ person: id }) => hrefOf({ id }),
  page: (c, role) => personPage(c, { role }),
})

const revocation = write({
  path: '/people/:id/roles/:role',
  method: 'delete',
  tag,
  summary: 'Take a role back',
  does: (ctx, _, { id, role }) => revokeRole(ctx, id, role),
  at: `${here}/:id/roles/:role/end`,
  flash: () => words.revoked,
  next: hrefOf,
})

const { api, pages } = surfaces(people, addition, person, edit, grant, revocation)

/** Accounts and roles, for administrators. */
export const accountRoutes = api

/** Everybody with an account, making one, and each with their roles. */
export const adminPeoplePages = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) => newPage(c, filledIn(personForm.open({ lang: 'zh' }))))
  .get(`${here}/:id`, (c) => personPage(c))
  .post(`${here}/:id/labs`, (c) =>
    submitted(
      c,
      async ({ typed }) => {
        const { ctx } = c.var
        const { id, name } = await getPerson(ctx, c.req.param('id'))
        const { lab, role } = parseOrRefuse(labRoleForm.schema, labRoleForm.read(typed))
        await putLabMemberIn(ctx, { person: id, role }, { id: lab })
        setFlash(c, words.addedToLab(name))
        return c.redirect(hrefOf({ id }), 303)
      },
      (lab) => personPage(c, { lab }),
    ),
  )
  .route('/', pages)

async function listPage(c: C) {
  return page(
    c,
    {
      title: words.people,
      lead: words.peopleLead,
      actions: <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />,
      crumbs: [adminLink],
    },
    await people.view(c, {}),
  )
}

function newPage(c: C, form: Filled) {
  allowAdministratorToRead(c.var.ctx)
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <>
      <EntityForm of={personForm} form={form} action={`${here}/new`} submit={words.add}>
        <FormField
          type="password"
          name="password"
          label={words.password}
          hint={{
            zh: words.passwordHint.zh + passwordWords.hint.zh,
            en: `${words.passwordHint.en} ${passwordWords.hint.en}`,
          }}
          form={form}
          autocomplete="new-password"
        />
      </EntityForm>
    </>,
  )
}

async function personPage(c: C, { account, role, lab }: Forms = {}) {
  const { ctx } = c.var
  const row = await getPerson(ctx, c.req.param('id') ?? c.req.param('person') ?? '')
  const { id, version, disabledAt } = row
  const name = { zh: row.name, en: row.name }
  const edited = account ?? filledIn(personEdit.open({ ...row, disabled: disabledAt !== null }))
  const status = (account ?? role ?? lab)?.status ?? 200
  const sought = c.req.query('labs')
  return page(
    c,
    {
      title: name,
      actions: <HistoryLink id={id} />,
      crumbs,
      width: 'reading',
      status,
    },
    <>
      <Facts person={row} />
      <Section title={words.account}>
        <EntityForm
          {...{ of: personEdit, form: edited, submit: editWords.save, version }}
          action={hrefOf(row)}
        />
      </Section>
      <Roles person={row} />
      <Grants
        {...{ person: row, role, lab, sought }}
        choices={await grantChoices(ctx, { sought, chosen: [lab?.value('lab')] })}
      />
    </>,
  )
}

const grantChoices = async (ctx: Context, labs: Parameters<typeof labChoices>[1]) => ({
  institution: await institutionChoices(ctx),
  collection: await collectionChoices(ctx),
  lab: await labChoices(ctx, labs),
})

type GrantsProps = {
  person: PersonRow
  role: Filled | undefined
  lab: Filled | undefined
  sought: string | undefined
  choices: Awaited<ReturnType<typeof grantChoices>>
}

/** What this person may be made: each picked from a list. */
const Grants = (props: GrantsProps) => (
  <>
    <Section title={words.grant} id="grant">
      <Local as="p" class="quiet" text={words.grantLead} />
      <EntityForm
        {...{ of: roleForm, submit: words.grant, look: 'plain' }}
        form={props.role ?? filledIn(roleForm.open({ role: 'curator' }))}
        choices={props.choices}
        action={`${hrefOf(props.person)}/roles`}
      />
    </Section>
    <LabGrant {...props} />
  </>
)

const LabGrant = ({ person: row, lab, sought, choices: { lab: found } }: GrantsProps) => (
  <Section title={words.addToLab} id="lab">
    <FindLabs action={hrefOf(row)} sought={sought} hasMore={found.hasMore} />
    <EntityForm
      {...{ of: labRoleForm, submit: words.addToLab, look: 'plain', scope: 'lab' }}
      form={lab ?? filledIn(labRoleForm.open({ role: 'member' }))}
      choices={{ lab: found.labs }}
      action={`${hrefOf(row)}/labs`}
    />
  </Section>
)

const HistoryLink = ({ id }: { id: string }) => (
  <ButtonLink
    href={withQuery(`${adminLink.href}/audit`, { actor: id })}
    icon="history"
    text={words.history}
  />
)

function Facts({ person: row }: { person: PersonRow }) {
  const verified = row.emailVerifiedAt
  const belonging = [
    ...row.memberships.map(({ institution: { id, name } }) => ({
      name,
      href: peoplePaths.institution(id),
    })),
    ...row.labs.map(({ lab: { id, name } }) => ({ name, href: `${adminLink.href}/labs/${id}` })),
  ]
  return (
    <FieldList
      fields={[
        { label: labels.email, value: row.email },
        {
          label: words.verified,
          value: verified ? <Day when={verified} /> : <Local text={words.notVerified} />,
        },
        { label: words.since, value: <Day when={row.createdAt} /> },
        {
          label: words.belonging,
          value: (
            <ul>
              {belonging.map(({ name, href }) => (
                <li>
                  <Local as="a" href={href} text={name} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

const namesOf = (one: { name: LocalText } | null) => (one ? [one.name] : [])

/** Each may be taken back. */
const Roles = ({ person: row }: { person: PersonRow }) => (
  <Section title={words.roles}>
    <Rows
      {...{ title: words.roles, none: words.noRoles, rows: row.roles }}
      columns={{
        role: { label: roleForm.labels.role, text: ({ role }) => roleNames[role] },
        of: {
          label: words.of,
          text: ({ institution, collection }) => (institution ?? collection)?.name ?? null,
          href: ({ institution, collection }) =>
            institution
              ? peoplePaths.institution(institution.id)
              : paths.record(collection?.id ?? ''),
        },
        end: {
          label: words.revoke,
          cell: ({ id, role, institution, collection }) => (
            <SmallForm
              action={`${hrefOf(row)}/roles/${id}/end`}
              text={words.revoke}
              of={[row.name, roleNames[role], ...namesOf(institution ?? collection)]}
              look="danger"
              about={words.revokeAbout}
            />
          ),
        },
      }}
    />
  </Section>
)
