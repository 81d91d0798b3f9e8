import { type Context as HonoContext, Hono } from 'hono'
import { allowAdministratorToRead, isAdministrator } from '../../core/permission.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { requestLinks, requestPaths } from '../words/paths.ts'
import { createRule, editRule, getRule, lawDay, searchRules } from './actions.ts'
import { PermitAnswer, permitFilter, permitForm } from './model.ts'
import { findingRoutes } from './routes.ts'
import {
  destinationNames,
  documentNames,
  effectStates,
  materialNames,
  permitWords as words,
  recipientNames,
} from './words.ts'

type C = HonoContext<Env>
const tag = 'permits'
const here = requestPaths.permits
const { labels } = permitForm
const crumbs = [requestLinks.permits]

const permits = list({
  path: here,
  tag,
  summary: 'What the law asks before material or data go to somebody else',
  title: words.permits,
  empty: { title: words.none, text: words.noneHint },
  item: PermitAnswer,
  filters: permitFilter,
  query: searchRules,
  columns: {
    material: { label: labels.material, text: ({ material }) => materialNames[material] },
    recipient: { label: labels.recipient, text: ({ recipient }) => recipientNames[recipient] },
    destination: {
      label: labels.destination,
      text: ({ destination }) => destinationNames[destination],
    },
    effect: { label: labels.effect, state: ({ effect }) => effectStates[effect] },
    sentence: { label: labels.sentence, text: ({ sentence }) => sentence },
    document: {
      label: labels.document,
      text: ({ document }) => document && documentNames[document],
    },
    clause: { label: labels.clause, text: ({ clause }) => clause },
    validFrom: { label: labels.validFrom, day: ({ validFrom }) => validFrom },
    validTo: { label: labels.validTo, day: ({ validTo }) => validTo },
    action: {
      label: columnWords.action,
      cell: ({ id, mayEdit }) =>
        mayEdit && (
          <a href={`${here}/${id}`}>
            <Local text={editWords.edit} />
          </a>
        ),
    },
  },
})

const permit = item({
  path: `${here}/:id`,
  tag,
  summary: 'Read a rule',
  schema: PermitAnswer,
  read: (ctx, { id }) => getRule(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a rule; by administrators',
  form: permitForm,
  creates: true,
  answer: permit,
  does: createRule,
  at: `${here}/new`,
  flash: () => words.added,
  next: () => here,
  page: newPage,
})

const edit = write({
  path: `${here}/:id`,
  method: 'patch',
  tag,
  summary: 'Change a rule; by administrators',
  form: permitForm.edit,
  versioned: true,
  answer: permit,
  does: editRule,
  flash: () => editWords.saved,
  next: () => here,
  page: editPage,
})

const own = new Hono<Env>()
  .get(here, async (c) =>
    page(
      c,
      {
        title: words.permits,
        lead: words.lead,
        actions: isAdministrator(c.var.ctx.actor) && (
          <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
        ),
      },
      <>
        <Local as="p" class="quiet" text={words.notAdvice} />
        {await permits.view(c, {})}
      </>,
    ),
  )
  .get(`${here}/new`, (c) =>
    newPage(
      c,
      filledIn(
        permitForm.open({
          recipient: 'anyone',
          destination: 'anywhere',
          validFrom: lawDay(c.var.ctx),
        }),
      ),
    ),
  )
  .get(`${here}/:id`, (c) => editPage(c))

const parts = [permits, addition, permit, edit, { api: findingRoutes, pages: own }]
/** What the law asks: for everybody to read, for administrators to keep. */
export const { api: permitRoutes, pages: permitPages } = surfaces(...parts)

function newPage(c: C, form: Filled) {
  allowAdministratorToRead(c.var.ctx)
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: permitForm, form, action: `${here}/new`, submit: words.add }} />,
  )
}

async function editPage(c: C, edited?: Filled) {
  allowAdministratorToRead(c.var.ctx)
  const row = await getRule(c.var.ctx, c.req.param('id') ?? '')
  const form = edited ?? filledIn(permitForm.open(row))
  const { id, version } = row
  const fields = { form, action: `${here}/${id}`, submit: editWords.save, version }
  return page(
    c,
    { title: words.edit, lead: words.editLead, crumbs, width: 'reading', status: form.status },
    <EntityForm of={permitForm} {...fields} />,
  )
}
