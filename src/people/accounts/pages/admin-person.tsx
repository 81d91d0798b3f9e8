import { type Context as HonoContext, Hono } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { FieldList } from '../../../web/components/field-list.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { chooseInstitution } from '../../institutions/actions/institutions.ts'
import { editPerson, getPerson } from '../actions/people.ts'
import { grantRole, revokeRole } from '../../roles/actions/roles.ts'
import { NewRole, PersonChange } from '../model/person.ts'
import type { PersonRow } from '../queries/people.ts'
import { adminPeopleWords as words } from '../../institutions/words.ts'
import { NameField } from './entry.tsx'
import { RoleForm, RoleList } from '../../roles/pages.tsx'
import { peopleLinks, peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const people = `${peoplePaths.admin}/people` as const
const path = `${people}/:id` as const
const here = (c: C) => `${people}/${c.req.param('id')}`
type Forms = { account?: Filled; role?: Filled }

/** One person for administrators: account, roles, and the way to what they changed. */
export const adminPersonPages = new Hono<Env>()
  .get(path, (c) => personPage(c))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const change = parseOrRefuse(PersonChange, {
          name: form.value('name'),
          isAdmin: form.value('isAdmin') === 'true',
          disabled: form.value('disabled') === 'true',
        })
        const held = { id: c.req.param('id'), version: Number(form.value('version')) }
        await editPerson(c.var.ctx, held, change)
        setFlash(c, words.saved)
        return c.redirect(here(c), 303)
      },
      (account) => personPage(c, { account }),
    ),
  )
  .post(`${path}/roles`, (c) =>
    submitted(
      c,
      async (form) => {
        const [institution, collection] = [form.value('institution'), form.value('collection')]
        const input = parseOrRefuse(NewRole, {
          role: form.value('role'),
          ...(institution && { institution }),
          ...(collection && { collection: collection.trim() }),
        })
        await grantRole(c.var.ctx, c.req.param('id'), input)
        setFlash(c, words.granted)
        return c.redirect(here(c), 303)
      },
      (role) => personPage(c, { role }),
    ),
  )
  .post(`${path}/roles/:role/end`, async (c) => {
    await revokeRole(c.var.ctx, c.req.param('id'), c.req.param('role'))
    setFlash(c, words.revoked)
    return c.redirect(here(c), 303)
  })

async function personPage(c: C, { account, role }: Forms = {}) {
  const { ctx } = c.var
  const person = await getPerson(ctx, c.req.param('id') ?? '')
  const institutions = await chooseInstitution(ctx)
  const crumbs = [
    { text: peopleLinks.admin.text, href: peoplePaths.admin },
    { text: words.people, href: people },
    { text: { zh: person.name, en: person.name } },
  ]
  const status = account?.status ?? role?.status ?? 200
  return page(
    c,
    { title: person.name, crumbs, width: 'reading', status },
    <>
      <PageHead title={{ zh: person.name, en: person.name }}>
        <ToHistory id={person.id} />
      </PageHead>
      <Facts person={person} />
      <Section title={words.account}>
        <AccountForm person={person} form={account ?? filledOf(person)} action={here(c)} />
      </Section>
      <Section title={words.roles}>
        <RoleList roles={person.roles} here={here(c)} />
      </Section>
      <Section title={words.grant}>
        <RoleForm
          form={role ?? filledWith({ role: 'curator' })}
          action={`${here(c)}/roles`}
          institutions={institutions}
        />
      </Section>
    </>,
  )
}

const filledOf = ({ name, isAdmin, disabledAt }: PersonRow) =>
  filledWith({
    name,
    isAdmin: isAdmin ? 'true' : null,
    disabled: disabledAt ? 'true' : null,
  })

function ToHistory({ id }: { id: string }) {
  const t = useText()
  return (
    <ButtonLink href={withQuery(`${peoplePaths.admin}/audit`, { actor: id })} icon="history">
      {t(words.history)}
    </ButtonLink>
  )
}

const Facts = ({ person }: { person: PersonRow }) => (
  <FieldList
    fields={[
      { label: words.email, value: person.email },
      {
        label: words.verified,
        value: person.emailVerifiedAt ? (
          <Day when={person.emailVerifiedAt} />
        ) : (
          <Local text={words.notVerified} />
        ),
      },
      { label: words.since, value: <Day when={person.createdAt} /> },
      { label: words.belonging, value: <Belonging person={person} /> },
    ]}
  />
)

const Belonging = ({ person: { memberships, labs } }: { person: PersonRow }) => (
  <ul>
    {memberships.map(({ id, name }) => (
      <li>
        <a href={peoplePaths.institution(id)}>
          <Local text={name} />
        </a>
      </li>
    ))}
    {labs.map(({ id, name }) => (
      <li>
        <a href={`${peoplePaths.admin}/labs/${id}`}>
          <Local text={name} />
        </a>
      </li>
    ))}
  </ul>
)

type AccountProps = { person: PersonRow; form: Filled; action: string }

const AccountForm = ({ person, form, action }: AccountProps) => (
  <Form action={action} form={form} submit={words.save} labels={{ name: words.name }}>
    <input type="hidden" name="version" value={String(person.version)} />
    <NameField form={form} />
    <FormField
      type="checkbox"
      name="isAdmin"
      label={words.makeAdmin}
      checked={form.value('isAdmin') === 'true'}
    />
    <FormField
      type="checkbox"
      name="disabled"
      label={words.disable}
      hint={words.disableHint}
      checked={form.value('disabled') === 'true'}
    />
  </Form>
)
