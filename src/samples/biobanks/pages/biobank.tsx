import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../../core/permission.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { allowManagerToRead } from '../../../people/roles/actions/roles.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { ContactSection, Description, fact, webLink } from '../../directory/pages/facts.tsx'
import { coded } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import {
  bioprocessingNames,
  infrastructureNames,
  organisationNames,
  qualityNames,
} from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import { type BiobankRow, createBiobank, editBiobank, getBiobank } from '../actions.ts'
import { biobankEdit, biobankForm } from '../model.ts'
import { biobankWords as words } from '../words.ts'
import { directoryPage } from './directory.tsx'
import { biobank, biobanks, collections, tag } from './surfaces.ts'

type C = HonoContext<Env>
const here = samplePaths.biobanks
const hrefOf = ({ id }: { id: string }) => samplePaths.biobank(id)
const crumbs = [{ text: words.biobanks, href: here }]
const { labels } = biobankForm

const addition = write({
  path: '/biobanks',
  tag,
  summary: 'Add a biobank to an institution; by its curators and administrators',
  refuses: [404, 409],
  form: biobankForm,
  creates: true,
  answer: biobank,
  does: createBiobank,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/biobanks/:id',
  method: 'patch',
  tag,
  summary: 'Change a biobank; by curators of its institution and administrators',
  refuses: [409],
  form: biobankEdit.edit,
  versioned: true,
  answer: biobank,
  does: editBiobank,
  at: `${here}/:id/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const own = new Hono<Env>()
  .get(here, (c) => directoryPage(c))
  .get(`${here}/new`, (c) =>
    newPage(
      c,
      filledIn(biobankForm.open({ country: 'CN', institution: c.req.query('institution') })),
    ),
  )
  .get(`${here}/:id`, (c) => biobankPage(c))
  .get(`${here}/:id/edit`, (c) => editPage(c))

/** Biobanks are public, their collections as far as the reader may see them. */
export const { api: biobankRoutes, pages: biobankPages } = surfaces(
  biobanks,
  addition,
  biobank,
  edit,
  collections,
  { pages: own },
)

async function biobankPage(c: C) {
  const { ctx } = c.var
  const row = await getBiobank(ctx, c.req.param('id') ?? '')
  const isKept = managesInstitution(ctx.actor, row.institutionId)
  return page(
    c,
    {
      title: row.name,
      lead: row.institution.name,
      crumbs,
      actions: isKept && (
        <>
          <ButtonLink href={`${hrefOf(row)}/work`} icon="list" text={words.work} />
          <ButtonLink href={`${hrefOf(row)}/edit`} icon="edit" text={words.edit} />
        </>
      ),
    },
    <>
      <Description of={row} />
      <Section title={directoryWords.collections}>
        {await collections.view(c, { of: { id: row.id } })}
      </Section>
      <Section title={words.how}>
        <Local as="p" text={words.howText} />
      </Section>
      <Section title={words.what}>
        <FieldList fields={factsOf(row)} />
      </Section>
      <ContactSection of={row} />
    </>,
  )
}

const factsOf = (row: BiobankRow) => [
  ...fact(
    labels.institution,
    <a href={peoplePaths.institution(row.institution.id)}>
      <Local text={row.institution.name} />
    </a>,
  ),
  ...fact(labels.acronym, row.acronym),
  ...fact(labels.miabisId, row.miabisId && <code>{row.miabisId}</code>),
  ...fact(labels.country, row.country),
  ...fact(labels.url, webLink(row.url)),
  ...fact(labels.infrastructure, coded(infrastructureNames, row.infrastructure)),
  ...fact(labels.organisation, coded(organisationNames, row.organisation)),
  ...fact(labels.bioprocessing, coded(bioprocessingNames, row.bioprocessing)),
  ...fact(labels.qualityStandards, coded(qualityNames, row.qualityStandards)),
]

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await managedInstitutionChoices(ctx) }
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm
      {...{ of: biobankForm, form, action: `${here}/new`, submit: words.add, choices }}
    />,
  )
}

async function editPage(c: C, filled?: Filled) {
  const row = await getBiobank(c.var.ctx, c.req.param('id') ?? '')
  allowManagerToRead(c.var.ctx, row.institutionId)
  const form = filled ?? filledIn(biobankEdit.open({ ...row, closed: row.closedAt !== null }))
  const fields = { form, action: `${hrefOf(row)}/edit`, submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      crumbs: [...crumbs, { text: row.name, href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={biobankEdit} {...fields} version={row.version} />,
  )
}
