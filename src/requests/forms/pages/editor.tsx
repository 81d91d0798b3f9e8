import { type Context as HonoContext, Hono } from 'hono'
import type { Typed } from '../../../core/form.ts'
import { signedIn } from '../../../core/permission.ts'
import type { Text } from '../../../core/text.ts'
import { FieldRows, openFields, readFields } from '../../../orders/forms/pages/editor.tsx'
import { fieldForm } from '../../../orders/forms/model.ts'
import { Button } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, namedUnder, previewedForm, sentForm } from '../../../web/forms.tsx'
import type { Item } from '../../../web/item.ts'
import { useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { isShownAgain } from '../../../web/shown-again.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { requestPaths } from '../../words/paths.ts'
import { changeForm, getDraft } from '../actions/forms.ts'
import { FormChange, formEdit } from '../model.ts'
import { moved } from '../rules.ts'
import { requestFormWords as words } from '../words.ts'

type C = HonoContext<Env>
const at = `${requestPaths.forms}/:id/edit`
const labels = { ...formEdit.labels, ...namedUnder('fields', fieldForm.labels) }
const edited = { ...formEdit, labels }

/** Where curators write what a draft asks: its fields, their order and conditions. */
export const formEditor = (answer: Item) =>
  surfaces(
    {
      pages: new Hono<Env>()
        .get(at, async (c) => {
          signedIn(c.var.ctx)
          const form = await getDraft(c.var.ctx, c.req.param('id') ?? '')
          return editPage(c, opened(formEdit.open(form), form.fields))
        })
        // A button of a row moves it, another adds rows; nothing is saved yet.
        .post(at, async (c, next) => {
          const act = isShownAgain(c) ? '' : (await sentForm(c)).value('act')
          const [asked, by, row] = /^(?:more|(up|down)\.(\d+))$/.exec(act) ?? []
          if (asked === undefined) return next()
          const { typed } = await sentForm(c)
          const read = readFields(typed)
          const fields = row === undefined ? read : moved(read, Number(row), by === 'up' ? -1 : 1)
          return editPage(c, previewedForm(c, opened(typed, fields)))
        }),
    },
    write({
      path: '/request-forms/:id',
      method: 'patch',
      tag: 'requests',
      summary: 'Change a draft',
      refuses: [409],
      form: {
        schema: FormChange,
        read: (typed) => ({ ...formEdit.read(typed), fields: readFields(typed) }),
      },
      versioned: true,
      answer,
      does: changeForm,
      at,
      flash: () => words.saved,
      next: ({ id }) => requestPaths.form(id),
      page: editPage,
    }),
  )

/** The form with these fields in the place of those that were typed. */
function opened(typed: Typed, fields: Parameters<typeof openFields>[0]): Filled {
  const kept = Object.entries(typed).filter(([name]) => /^(?:title\.|version$)/.test(name))
  return filledIn({ ...Object.fromEntries(kept), ...openFields(fields) })
}

async function editPage(c: C, form: Filled) {
  signedIn(c.var.ctx)
  const { id, title, version } = await getDraft(c.var.ctx, c.req.param('id') ?? '')
  const crumbs = [
    { text: words.forms, href: requestPaths.forms },
    { text: title, href: requestPaths.form(id) },
  ]
  const action = requestPaths.editForm(id)
  const read = Number(form.value('version')) || version
  return page(
    c,
    { title: words.edit, lead: title, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: edited, form, action, submit: editWords.save }} version={read}>
      {/* The first button of a form is the one that Enter presses. */}
      <button hidden />
      <FieldRows form={form} title={words.fields} lead={words.fieldsLead} tools={MoveButtons} />
      <p>
        <Button name="act" value="more" text={words.more} />
      </p>
    </EntityForm>,
  )
}

const MoveButtons = ({ place, label }: { place: number; label: Text }) => (
  <div class="acts">
    <Move value={`up.${place}`} text={words.up} label={words.upOf(label)} />
    <Move value={`down.${place}`} text={words.down} label={words.downOf(label)} />
  </div>
)

function Move({ value, text, label }: { value: string; text: Text; label: Text }) {
  const t = useText()
  return <Button dense name="act" value={value} text={text} label={t(label)} />
}
