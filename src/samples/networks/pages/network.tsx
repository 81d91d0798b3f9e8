import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../../core/permission.ts'
import { institutionChoices, managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { allowManagerToRead } from '../../../people/roles/actions/roles.ts'
import { curatesAnything, managesInstitution } from '../../../people/roles/rules.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import {
  ContactSection,
  Description,
  fact,
  linesOf,
  webLink,
} from '../../directory/pages/facts.tsx'
import { Picker } from '../../directory/pages/picker.tsx'
import { coded } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import { networkTypeNames, topicNames } from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import {
  addMember,
  createNetwork,
  editNetwork,
  findMembers,
  getNetwork,
  type NetworkRow,
  removeMember,
} from '../actions.ts'
import { memberForm, networkEdit, networkForm } from '../model.ts'
import { memberKindNames, networkWords as words, statusNames } from '../words.ts'
import { members, network, networks, tag } from './surfaces.tsx'

type C = HonoContext<Env>
const here = samplePaths.networks
const hrefOf = ({ id }: { id: string }) => samplePaths.network(id)
const crumbs = [{ text: words.networks, href: here }]
const { labels } = networkForm

const addition = write({
  path: '/networks',
  tag,
  summary: 'Add a network that an institution keeps; by its curators and administrators',
  refuses: [404, 409],
  form: networkForm,
  creates: true,
  answer: network,
  does: createNetwork,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/networks/:id',
  method: 'patch',
  tag,
  summary: 'Change a network; by curators of the institution that keeps it',
  refuses: [409],
  form: networkEdit.edit,
  versioned: true,
  answer: network,
  does: editNetwork,
  at: `${here}/:id/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const addingMember = write({
  path: '/networks/:id/members',
  tag,
  summary: 'Make a biobank, collection or research resource a member of a network',
  refuses: [404, 409],
  form: memberForm,
  does: (ctx, input, { id }) => addMember(ctx, input, id),
  flash: () => directoryWords.added,
  next: hrefOf,
})

const removal = write({
  path: '/networks/:id/members/:member',
  method: 'delete',
  tag,
  summary: 'Take a member out of a network',
  does: (ctx, _, key) => removeMember(ctx, key),
  at: `${here}/:id/members/:member/removal`,
  flash: () => directoryWords.removed,
  next: hrefOf,
})

const own = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) =>
    newPage(c, filledIn(networkForm.open({ countries: 'CN', status: 'active' }))),
  )
  .get(`${here}/:id`, (c) => networkPage(c))
  .get(`${here}/:id/edit`, (c) => editPage(c))

/** Networks are public, their members as far as the reader may see them. */
export const { api: networkRoutes, pages: networkPages } = surfaces(
  networks,
  addition,
  network,
  edit,
  members,
  addingMember,
  removal,
  { pages: own },
)

async function listPage(c: C) {
  const { ctx } = c.var
  const choices = {
    institution: await institutionChoices(ctx),
    type: Object.entries(networkTypeNames).map(([value, label]) => ({ value, label })),
  }
  return page(
    c,
    {
      title: words.networks,
      lead: words.lead,
      actions: curatesAnything(ctx.actor) && (
        <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
      ),
    },
    await networks.view(c, { choices }),
  )
}

async function networkPage(c: C) {
  const { ctx } = c.var
  const row = await getNetwork(ctx, c.req.param('id') ?? '')
  const isKept = managesInstitution(ctx.actor, row.institutionId)
  return page(
    c,
    {
      title: row.name,
      lead: { zh: row.juristicPerson, en: row.juristicPerson },
      crumbs,
      actions: isKept && <ButtonLink href={`${hrefOf(row)}/edit`} icon="edit" text={words.edit} />,
    },
    <>
      <Description of={row} />
      <Section title={words.members}>{await members.view(c, { of: { id: row.id } })}</Section>
      {isKept && (await picker(c, row))}
      <Section title={words.about}>
        <FieldList fields={factsOf(row)} />
      </Section>
      <ContactSection of={row} />
    </>,
  )
}

async function picker(c: C, { id }: NetworkRow) {
  const sought = (c.req.query('find') ?? '').trim().slice(0, 200)
  const found = sought === '' ? [] : await findMembers(c.var.ctx, { network: id, words: sought })
  return (
    <Picker
      title={words.addMember}
      sought={sought}
      action={`${samplePaths.network(id)}/members`}
      found={found.map((one) => ({
        id: one.id,
        name: one.name,
        kind: memberKindNames[one.kind],
        fields: { kind: one.kind, member: one.id },
      }))}
    />
  )
}

const factsOf = (row: NetworkRow) => [
  ...fact(labels.juristicPerson, row.juristicPerson),
  ...fact(labels.acronym, row.acronym),
  ...fact(labels.miabisId, row.miabisId && <code>{row.miabisId}</code>),
  ...fact(labels.countries, row.countries),
  ...fact(labels.status, statusNames[row.status]),
  ...fact(labels.types, coded(networkTypeNames, row.types)),
  ...fact(labels.topics, coded(topicNames, row.topics)),
  ...fact(labels.otherMembers, linesOf(row.otherMembers)),
  ...fact(labels.url, webLink(row.url)),
]

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await managedInstitutionChoices(ctx) }
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm
      {...{ of: networkForm, form, action: `${here}/new`, submit: words.add, choices }}
    />,
  )
}

async function editPage(c: C, filled?: Filled) {
  const row = await getNetwork(c.var.ctx, c.req.param('id') ?? '')
  allowManagerToRead(c.var.ctx, row.institutionId)
  const form = filled ?? filledIn(networkEdit.open({ ...row, closed: row.closedAt !== null }))
  const fields = { form, action: `${hrefOf(row)}/edit`, submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      crumbs: [...crumbs, { text: row.name, href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={networkEdit} {...fields} version={row.version} />,
  )
}
