import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { chooseInstitution } from '../../institutions/actions/institutions.ts'
import { createLab, searchLabs } from '../actions/labs.ts'
import { NewLab } from '../../institutions/model.ts'
import type { LabRow } from '../queries.ts'
import { managesInstitution } from '../../roles/rules.ts'
import { labWords as words } from '../../institutions/words.ts'
import { LabNaming, labInputOf, labLabels } from './lab-form.tsx'
import { ListQuery, Onwards, pageLimit } from '../../accounts/pages/lists.tsx'
import { peopleLinks, peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.admin}/labs`

/** All labs, and adding one to an institution that one keeps. */
export const adminLabPages = new Hono<Env>()
  .get(here, parsed('query', ListQuery), async (c) => {
    signedIn(c.var.ctx)
    const { after } = c.req.valid('query')
    const { items, next } = await searchLabs(c.var.ctx, { after, limit: pageLimit })
    const crumbs = [{ text: peopleLinks.admin.text, href: peoplePaths.admin }, { text: words.labs }]
    return page(
      c,
      { title: words.labs[c.var.ctx.lang], crumbs },
      <>
        <PageHead title={words.labs} lead={words.labsLead}>
          <AddLab />
        </PageHead>
        {items.length > 0 ? <Labs rows={items} /> : <Empty title={words.none} icon="people" />}
        <Onwards here={c.req.url} next={next} />
      </>,
    )
  })
  .get(`${here}/new`, (c) => newPage(c, filledWith({ institution: c.req.query('institution') })))
  .post(`${here}/new`, (c) =>
    submitted(
      c,
      async (form) => {
        const given = { ...labInputOf(form), institution: form.value('institution') }
        const { id } = await createLab(c.var.ctx, parseOrRefuse(NewLab, given))
        return c.redirect(`${here}/${id}`, 303)
      },
      (form) => newPage(c, form),
    ),
  )

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  const actor = signedIn(ctx)
  const kept = (await chooseInstitution(ctx)).filter(({ id }) => managesInstitution(actor, id))
  const crumbs = [
    { text: peopleLinks.admin.text, href: peoplePaths.admin },
    { text: words.labs, href: here },
    { text: words.add },
  ]
  return page(
    c,
    { title: words.add[ctx.lang], crumbs, width: 'reading', status: form.status },
    <>
      <PageHead title={words.add} />
      <Form action={`${here}/new`} form={form} submit={words.add} labels={labLabels}>
        <FormField
          type="select"
          name="institution"
          label={words.institution}
          value={form.value('institution')}
          error={form.error('institution')}
          choices={kept.map(({ id, nameZh, nameEn }) => ({
            value: id,
            label: { zh: nameZh, en: nameEn },
          }))}
          required
        />
        <LabNaming form={form} />
      </Form>
    </>,
  )
}

function AddLab() {
  const t = useText()
  return (
    <ButtonLink href={`${here}/new`} icon="plus">
      {t(words.add)}
    </ButtonLink>
  )
}

const Labs = ({ rows }: { rows: readonly LabRow[] }) => (
  <Table caption={words.labs} captionUnseen columns={columns} rows={rows} keys />
)

const columns: Column<LabRow>[] = [
  {
    key: 'name',
    label: words.name,
    head: true,
    cell: ({ id, nameZh, nameEn }) => (
      <a href={`${here}/${id}`}>
        <Local text={{ zh: nameZh, en: nameEn }} />
      </a>
    ),
  },
  {
    key: 'institution',
    label: words.institution,
    cell: ({ institutionId, institutionZh, institutionEn }) => (
      <a href={peoplePaths.institution(institutionId)}>
        <Local text={{ zh: institutionZh, en: institutionEn }} />
      </a>
    ),
  },
  {
    key: 'leaders',
    label: words.leaders,
    cell: ({ leaders }) => leaders.map(({ name }) => name).join(' · '),
  },
]
