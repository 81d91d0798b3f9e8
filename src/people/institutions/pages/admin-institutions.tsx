import { allowAdministratorToRead } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { inLang, type LocalText } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { PageHead } from '../../../web/components/page-head.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { createInstitution, editInstitution, getInstitution } from '../actions/institutions.ts'
import { InstitutionChange, NewInstitution } from '../model.ts'
import type { InstitutionRow } from '../queries/institutions.ts'
import { institutionWords as words } from '../words.ts'
import { inputOf, InstitutionFields, institutionLabels, valuesOf } from './institution-form.tsx'
import { peopleLinks, peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.admin}/institutions`

/** Adding and editing institutions; the list is the public one. */
export const adminInstitutionPages = new Hono<Env>()
  .get(here, (c) => {
    allowAdministratorToRead(c.var.ctx)
    return c.redirect(peoplePaths.institutions, 303)
  })
  .get(`${here}/new`, (c) => {
    allowAdministratorToRead(c.var.ctx)
    return newPage(
      c,
      filledWith({ kind: 'institute', timezone: 'Asia/Shanghai', approvesMembers: 'true' }),
    )
  })
  .post(`${here}/new`, (c) =>
    submitted(
      c,
      async (form) => {
        const { id } = await createInstitution(
          c.var.ctx,
          parseOrRefuse(NewInstitution, inputOf(form)),
        )
        setFlash(c, words.added)
        return c.redirect(peoplePaths.institution(id), 303)
      },
      (form) => newPage(c, form),
    ),
  )
  .get(`${here}/:id`, async (c) => {
    allowAdministratorToRead(c.var.ctx)
    const row = await getInstitution(c.var.ctx, c.req.param('id'))
    return editPage(c, row, filledWith(valuesOf(row)))
  })
  .post(`${here}/:id`, (c) =>
    submitted(
      c,
      async (form) => {
        const id = c.req.param('id')
        const change = { ...inputOf(form), closed: form.value('closed') === 'true' }
        const version = Number(form.value('version'))
        await editInstitution(c.var.ctx, { id, version }, parseOrRefuse(InstitutionChange, change))
        setFlash(c, words.saved)
        return c.redirect(peoplePaths.institution(id), 303)
      },
      async (form) => editPage(c, await getInstitution(c.var.ctx, c.req.param('id')), form),
    ),
  )

const newPage = (c: C, form: Filled) =>
  formPage(c, { title: words.add, action: `${here}/new`, form })

/** After a refusal for being stale the newest version goes along: saving again is then meant. */
function editPage(c: C, row: InstitutionRow, form: Filled) {
  const title = { zh: row.nameZh, en: row.nameEn }
  return formPage(c, {
    title,
    action: `${here}/${row.id}`,
    form,
    version: row.version,
    isOld: true,
  })
}

type Shown = { title: LocalText; action: string; form: Filled; version?: number; isOld?: boolean }

function formPage(c: C, { title, action, form, version, isOld }: Shown) {
  const { lang } = c.var.ctx
  const crumbs = [
    { text: peopleLinks.admin.text, href: peoplePaths.admin },
    { text: words.institutions, href: peoplePaths.institutions },
    { text: title },
  ]
  return page(
    c,
    { title: inLang(title, lang), crumbs, width: 'reading', status: form.status },
    <>
      <PageHead title={title} />
      <Form action={action} form={form} submit={words.save} labels={institutionLabels}>
        {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
        <InstitutionFields form={form} isOld={isOld === true} />
      </Form>
    </>,
  )
}
