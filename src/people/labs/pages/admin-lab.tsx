import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { getLabMembers, putLabMemberIn, removeLabMember } from '../actions/lab-members.ts'
import { editLab, getLab } from '../actions/labs.ts'
import { LabChange } from '../../institutions/model.ts'
import { labRoles } from '../../model/named.ts'
import { NewLabMember } from '../../accounts/model/person.ts'
import type { LabRow } from '../queries.ts'
import { labWords as words } from '../../institutions/words.ts'
import { labRoleNames } from '../../words/names.ts'
import { labInputOf, labLabels, LabNaming } from './lab-form.tsx'
import { peopleLinks, peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const labs = `${peoplePaths.admin}/labs` as const
const path = `${labs}/:id` as const
const here = (c: C) => `${labs}/${c.req.param('id')}`
type Forms = { lab?: Filled; member?: Filled }

/** One lab: its name and its members, for its PI, its institution's curators and administrators. */
export const adminLabPage = new Hono<Env>()
  .get(path, (c) => labPage(c))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { ...labInputOf(form), closed: form.value('closed') === 'true' }
        const held = { id: c.req.param('id'), version: Number(form.value('version')) }
        await editLab(c.var.ctx, held, parseOrRefuse(LabChange, given))
        setFlash(c, words.saved)
        return c.redirect(here(c), 303)
      },
      (lab) => labPage(c, { lab }),
    ),
  )
  .post(`${path}/members`, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { email: form.value('email'), role: form.value('role') }
        await putLabMemberIn(c.var.ctx, c.req.param('id'), parseOrRefuse(NewLabMember, given))
        setFlash(c, words.memberAdded)
        return c.redirect(here(c), 303)
      },
      (member) => labPage(c, { member }),
    ),
  )
  .post(`${path}/members/:person/end`, async (c) => {
    await removeLabMember(c.var.ctx, c.req.param('id'), c.req.param('person'))
    setFlash(c, words.removed)
    return c.redirect(here(c), 303)
  })

async function labPage(c: C, { lab, member }: Forms = {}) {
  const { ctx } = c.var
  const row = await getLab(ctx, c.req.param('id') ?? '')
  const members = (await getLabMembers(ctx, row.id)).map((one) => ({ ...one, here: here(c) }))
  const name = { zh: row.nameZh, en: row.nameEn }
  const crumbs = [
    { text: peopleLinks.admin.text, href: peoplePaths.admin },
    { text: words.labs, href: labs },
    { text: name },
  ]
  const status = lab?.status ?? member?.status ?? 200
  return page(
    c,
    { title: inLang(name, ctx.lang), crumbs, width: 'reading', status },
    <>
      <PageHead title={name} lead={{ zh: row.institutionZh, en: row.institutionEn }} />
      <Section title={words.members}>
        {members.length > 0 ? (
          <Table caption={words.members} captionUnseen columns={columns} rows={members} />
        ) : (
          <p class="quiet">
            <Local text={words.noMembers} />
          </p>
        )}
      </Section>
      <Section title={words.addMember}>
        <MemberForm action={`${here(c)}/members`} form={member ?? filledWith({ role: 'member' })} />
      </Section>
      <Section title={words.name}>
        <LabForm action={here(c)} row={row} form={lab ?? filledOf(row)} />
      </Section>
    </>,
  )
}

const filledOf = (row: LabRow) =>
  filledWith({
    'name.zh': row.nameZh,
    'name.en': row.nameEn,
    'about.zh': row.aboutZh,
    'about.en': row.aboutEn,
    closed: row.closedAt ? 'true' : null,
  })

const LabForm = ({ action, row, form }: { action: string; row: LabRow; form: Filled }) => (
  <Form action={action} form={form} submit={words.save} labels={labLabels}>
    <input type="hidden" name="version" value={String(row.version)} />
    <LabNaming form={form} />
    <FormField
      type="checkbox"
      name="closed"
      label={words.closed}
      hint={words.closedHint}
      checked={form.value('closed') === 'true'}
    />
  </Form>
)

const MemberForm = ({ action, form }: { action: string; form: Filled }) => (
  <Form action={action} form={form} submit={words.addMember} look="plain" labels={labLabels}>
    <FormField
      type="email"
      name="email"
      label={words.email}
      hint={words.memberHint}
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
      choices={labRoles.map((role) => ({ value: role, label: labRoleNames[role] }))}
      required
    />
  </Form>
)

type Member = Awaited<ReturnType<typeof getLabMembers>>[number] & { here: string }

const columns: Column<Member>[] = [
  { key: 'name', label: words.members, head: true, cell: ({ name }) => name },
  { key: 'role', label: words.role, cell: ({ role }) => <Local text={labRoleNames[role]} /> },
  { key: 'since', label: words.since, nowrap: true, cell: ({ since }) => <Day when={since} /> },
  {
    key: 'end',
    label: words.action,
    cell: ({ id, here: base }) => (
      <ActButton action={`${base}/members/${id}/end`} text={words.remove} look="danger" />
    ),
  },
]
