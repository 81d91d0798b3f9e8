import { type Context as HonoContext, Hono } from 'hono'
import type { Typed } from '../../../core/form.ts'
import { signedIn } from '../../../core/permission.ts'
import { type LocalText, bothLanguages } from '../../../core/text.ts'
import { keptCollections } from '../../../catalog/records/actions/read.ts'
import { AnswerFields } from '../../../orders/forms/pages/answers.tsx'
import { institutionChoices, managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { curatesAnything } from '../../../people/roles/rules.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import type { Choice } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { requestPaths } from '../../words/paths.ts'
import {
  allowFormKeepers,
  createForm,
  discardForm,
  type FormRow,
  getForm,
  nextForm,
  publishForm,
  searchForms,
} from '../actions/forms.ts'
import { formFilter, NewForm, newForm, RequestFormAnswer } from '../model.ts'
import { keepsForms } from '../rules.ts'
import { formStateNames, requestFormWords as words } from '../words.ts'
import { formEditor } from './editor.tsx'

type C = HonoContext<Env>
const tag = 'requests'
const here = '/request-forms'
const { labels } = newForm
const crumbs = [{ text: words.forms, href: requestPaths.forms }]
const hrefOf = ({ id }: { id: string }) => requestPaths.form(id)
/** A form is its institution's, or that of one of its collections. */
const ownerOf = ({ institution, collection }: FormRow): LocalText =>
  collection?.name ?? institution.name

const forms = list({
  path: here,
  tag,
  summary: 'Published request forms in all their versions, and drafts that you manage',
  title: words.forms,
  empty: { title: words.none, text: words.noneHint },
  item: RequestFormAnswer,
  filters: formFilter,
  query: searchForms,
  columns: {
    title: { label: labels.title, text: ({ title }) => title, href: hrefOf },
    institution: { label: labels.institution, text: ({ institution }) => institution.name },
    collection: { label: words.ofCollection, text: ({ collection }) => collection?.name ?? null },
    number: { label: words.number, number: ({ number }) => number },
    fields: { label: words.fieldCount, number: ({ fields }) => fields.length },
    publishedAt: { label: words.publishedAt, moment: ({ publishedAt }) => publishedAt },
    state: { label: columnWords.state, state: ({ state }) => formStateNames[state] },
  },
})

const reading = item({
  path: `${here}/:id`,
  tag,
  summary: 'Read a request form; a draft by who keeps it',
  schema: RequestFormAnswer,
  read: (ctx, { id }) => getForm(ctx, id),
})

const creation = write({
  path: here,
  tag,
  summary: 'Begin the next version of a provider’s form, as a draft',
  refuses: [404, 409],
  form: { schema: NewForm, read: (typed: Typed) => newForm.read(typed) },
  creates: true,
  answer: reading,
  does: createForm,
  at: requestPaths.newForm,
  next: ({ id }) => requestPaths.editForm(id),
  page: newFormPage,
})

const next = write({
  path: `${here}/:id/next`,
  tag,
  summary: 'Begin the next version with what this one asks',
  refuses: [409],
  creates: '/api/v1/request-forms',
  answer: reading,
  does: (ctx, _, { id }) => nextForm(ctx, id),
  at: `${requestPaths.forms}/:id/next`,
  next: (_, done) => requestPaths.editForm(done.id),
})

const publication = write({
  path: `${here}/:id/publication`,
  tag,
  summary: 'Publish a draft: requests answer it from then on, and it is not changed any more',
  refuses: [409],
  answer: reading,
  does: (ctx, _, { id }) => publishForm(ctx, id),
  at: `${requestPaths.forms}/:id/publication`,
  flash: () => words.published,
  next: hrefOf,
})

const removal = write({
  path: `${here}/:id`,
  method: 'delete',
  tag,
  summary: 'Delete a draft',
  refuses: [409],
  does: (ctx, _, { id }) => discardForm(ctx, id),
  at: `${requestPaths.forms}/:id/deletion`,
  flash: () => words.discarded,
  next: () => requestPaths.forms,
})

const own = new Hono<Env>()
  .get(requestPaths.forms, (c) => formsPage(c))
  .get(requestPaths.newForm, (c) => newFormPage(c, filledIn(newForm.open({}))))
  .get(`${requestPaths.forms}/:id`, (c) => formPage(c))

const parts = [forms, creation, reading, formEditor(reading), next, publication, removal]
/** Forms of providers: their versions, a preview of each, and the editor of drafts. */
export const { api: formRoutes, pages: formPages } = surfaces({ pages: own }, ...parts)

async function formsPage(c: C) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await institutionChoices(ctx) }
  const mayAdd = curatesAnything(ctx.actor)
  const add = <ButtonLink href={requestPaths.newForm} icon="plus" text={words.newForm} />
  return page(
    c,
    { title: words.forms, lead: words.lead, ...(mayAdd && { actions: add }) },
    await forms.view(c, { choices }),
  )
}

async function newFormPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  allowFormKeepers(ctx)
  const collections = await keptCollections(ctx)
  const choices = {
    institution: await managedInstitutionChoices(ctx),
    collection: collections.map(
      ({ id, titleZh, titleEn, institutionZh, institutionEn }): Choice => ({
        value: id,
        label: { zh: titleZh, en: titleEn },
        group: { zh: institutionZh, en: institutionEn },
      }),
    ),
  }
  const action = requestPaths.newForm
  return page(
    c,
    { title: words.newForm, lead: words.newLead, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: newForm, form, action, submit: words.make, choices }} />,
  )
}

async function formPage(c: C) {
  const { ctx } = c.var
  const form = await getForm(ctx, c.req.param('id') ?? '')
  return page(
    c,
    {
      title: form.title,
      lead: bothLanguages(ownerOf(form)),
      crumbs,
      width: 'reading',
      ...(keepsForms(ctx.actor, form) && { actions: <Acts form={form} /> }),
    },
    <>
      <p class="service-facts">
        <StateBadge {...formStateNames[form.state]} />
        <Local text={words.numbered(form.number)} />
      </p>
      <Section title={words.preview}>
        <Local as="p" class="quiet" text={words.previewLead} />
        {form.fields.length === 0 ? (
          <Local as="p" text={words.noFields} />
        ) : (
          <div class="stacked-form">
            <AnswerFields fields={form.fields} form={filledIn({})} />
          </div>
        )}
      </Section>
    </>,
  )
}

/** What its keeper does with a form next. */
function Acts({ form: { id, number, state, title } }: { form: FormRow }) {
  const at = requestPaths.form(id)
  if (state !== 'draft') return <ActButton action={`${at}/next`} text={words.next} />
  const of = [title, words.numbered(number)]
  return (
    <>
      <ButtonLink href={requestPaths.editForm(id)} text={words.edit} />
      <SmallForm
        action={`${at}/publication`}
        text={words.publish}
        of={of}
        look="primary"
        about={words.publishAbout}
      />
      <SmallForm
        action={`${at}/deletion`}
        text={words.discard}
        of={of}
        look="danger"
        about={words.discardAbout}
      />
    </>
  )
}
