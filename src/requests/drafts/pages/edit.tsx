import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { ButtonLink } from '../../../web/components/button.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { Fields } from '../../../web/fields.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, Form, namedUnder, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { requestItem } from '../../requests/routes.ts'
import { pageWords } from '../../requests/words/pages.ts'
import { requestPaths } from '../../words/paths.ts'
import { criteriaChoices, criteriaOpened } from '../../samples/pages/criteria.tsx'
import { copyRequest, discardDraft, editRequest, getEditable, openItems } from '../actions.ts'
import { type About, aboutForm, amendedForm, amountForm, EditedItem } from '../model.ts'
import { draftWords as words } from '../words.ts'
import {
  aboutChoices,
  AboutFields,
  amountIn,
  ItemFields,
  draftLabels,
  samplesIn,
} from './parts.tsx'

type C = HonoContext<Env>
type Request = Awaited<ReturnType<typeof getEditable>>['request']
const path = '/requests/:id/edit'

const copy = write({
  path: '/requests/:id/copy',
  tag: 'requests',
  summary: 'A new draft of what a request asks for, as far as it can be asked for still',
  refuses: [404, 409],
  creates: '/api/v1/requests',
  answer: requestItem,
  does: (ctx, _, { id }) => copyRequest(ctx, { id }),
  flash: (_, { left }) => (left > 0 ? words.copiedInPart(left) : words.copied),
  next: ({ id }) => requestPaths.one(id),
})

const { api, pages } = surfaces(copy)
export const draftRoutes = api

/** Changing what a request asks for, while it is a draft, and as an amendment afterwards. */
export const editPages = new Hono<Env>()
  .get(path, (c) => editPage(c))
  .post(path, (c) =>
    submitted(
      c,
      (form) => save(c, form),
      (form) => editPage(c, form),
    ),
  )
  .post('/requests/:id/discard', async (c) => {
    await discardDraft(c.var.ctx, { id: c.req.param('id') })
    setFlash(c, words.discarded)
    return c.redirect(requestPaths.requests, 303)
  })
  .route('/', pages)

async function save(c: C, form: Filled) {
  const id = c.req.param('id') ?? ''
  const places = Object.keys(form.typed).flatMap(
    (name) => /^items\.(\d{1,4})\.id$/.exec(name)?.[1] ?? [],
  )
  const { items } = parseOrRefuse(z.object({ items: z.array(EditedItem) }), {
    items: places.map((place) => ({
      id: form.value(`items.${place}.id`),
      removed: form.value(`items.${place}.removed`) === 'true',
      ...amountIn(form, Number(place)),
      samples: samplesIn(form, Number(place)),
    })),
  })
  const about = aboutIn(form)
  const version = Number(form.value('version'))
  const { editing } = await editRequest(c.var.ctx, { items, about }, { id, version })
  setFlash(c, editing === 'amendment' ? words.amended : words.saved)
  return c.redirect(requestPaths.one(id), 303)
}

/** What it is for: whole of a draft, without lab and supervisor of an amendment. */
function aboutIn(form: Filled): About | undefined {
  const asked = form.value('asksAbout')
  if (asked === 'true') return parseOrRefuse(aboutForm.schema, aboutForm.read(form.typed))
  return asked === 'amended'
    ? parseOrRefuse(amendedForm.schema, amendedForm.read(form.typed))
    : undefined
}

async function editPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const { request, editing } = await getEditable(ctx, c.req.param('id') ?? '')
  const filled = form ?? filledIn(openedWith(request))
  return page(
    c,
    {
      title: words.editOf(request.number),
      lead: editing === 'amendment' ? words.amendLead : undefined,
      crumbs: [
        { text: pageWords.requests, href: requestPaths.requests },
        { text: { zh: request.number, en: request.number }, href: requestPaths.one(request.id) },
      ],
      width: 'reading',
      status: filled.status,
    },
    <>
      {await editForm(c, { request, editing, filled })}
      {request.state === 'draft' && (
        <div class="section">
          <SmallForm
            action={`${requestPaths.one(request.id)}/discard`}
            text={words.discard}
            of={[request.number]}
            look="danger"
            about={words.discardAbout}
          />
        </div>
      )}
    </>,
  )
}

type Editing = Awaited<ReturnType<typeof getEditable>> & { filled: Filled }

async function editForm(c: C, { request, editing, filled }: Editing) {
  const items = openItems(request.items)
  const samples = await criteriaChoices(c.var.ctx)
  return (
    <Form
      action={requestPaths.edit(request.id)}
      form={filled}
      submit={editing === 'amendment' ? words.amend : words.save}
      labels={draftLabels}
    >
      <input
        type="hidden"
        name="version"
        value={filled.value('version') || String(request.version)}
      />
      <Section title={words.items}>
        {items.map(({ id, record, delivery, unit }, place) => (
          <ItemFields
            form={filled}
            place={place}
            item={{ id, title: record.title, delivery }}
            mayRemove={items.length > 1}
            samples={unit === 'sample' ? samples : undefined}
          />
        ))}
      </Section>
      <input type="hidden" name="asksAbout" value={editing === 'draft' ? 'true' : 'amended'} />
      {editing === 'draft' ? (
        <AboutFields form={filled} choices={await aboutChoices(c.var.ctx)} />
      ) : (
        <Section title={words.about}>
          <Fields of={amendedForm} form={filled} choices={await aboutChoices(c.var.ctx)} />
          <ButtonLink href={requestPaths.answers(request.id)} text={words.amendAnswers} />
        </Section>
      )}
    </Form>
  )
}

/** How the form opens with what is asked for now. */
const openedWith = ({ items, purpose, lab, supervisor }: Request) => ({
  ...aboutForm.open({ ...purpose, lab, supervisor: supervisor?.id }),
  ...Object.assign(
    {},
    ...openItems(items).map((item, place) => ({
      ...namedUnder(`items.${place}`, amountForm.open(item)),
      ...criteriaOpened(item.target, `items.${place}.samples`),
    })),
  ),
})
