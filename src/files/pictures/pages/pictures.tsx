import { type Context as HonoContext, Hono } from 'hono'
import { refuseUnlessKept } from '../../../catalog/records/actions/keeping.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import { inLang } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { attempted, type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { readForm, type SentForm } from '../../../web/multipart.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { addPicture, refuseUnlessIllustratable } from '../actions/add.ts'
import { picturesOf } from '../actions/read.ts'
import { maxPictureBytes } from '../model.ts'
import { uploadIn } from '../routes/form.ts'
import { fileNameOf } from '../rules.ts'
import { galleryWords as words } from '../words.ts'
import { fieldLabels, type Licences, PictureFields } from './fields.tsx'
import { PictureList } from './list.tsx'

type C = HonoContext<Env>

/** Where curators keep a record's pictures: a list to order, and a form to add one. */
export const picturesPages = new Hono<Env>()
  .get('/records/:id/pictures', async (c) => picturesPage(c, c.req.param('id'), filledWith()))
  .post('/records/:id/pictures', async (c) => {
    const id = c.req.param('id')
    await refuseUnlessIllustratable(c.var.ctx, id)
    const form: SentForm = { texts: {}, files: {} }
    return attempted(c, {
      typed: form.texts,
      work: async () => {
        await readForm(c, { maxFileBytes: maxPictureBytes }, form)
        const upload = uploadIn(form)
        await addPicture(c.var.ctx, id, upload)
        setFlash(c, words.added(fileNameOf(upload.file.name)))
        return c.redirect(`${paths.pictures(id)}#main`, 303)
      },
      showAgain: async (filled) => picturesPage(c, id, filled),
    })
  })

async function picturesPage(c: C, id: string, form: Filled): Promise<Response> {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, id)
  refuseUnlessKept(ctx.actor, row)
  const [pictures, licences] = await Promise.all([
    picturesOf(ctx, id),
    currentTerms(ctx, 'licence'),
  ])
  const title = { zh: row.titleZh, en: row.titleEn }
  const heading = words.picturesOf(inLang(title, ctx.lang))
  return page(
    c,
    {
      title: inLang(heading, ctx.lang),
      crumbs: [{ text: title, href: paths.record(id) }, { text: words.pictures }],
      status: form.status,
    },
    <>
      <PageHead title={heading} lead={words.about} />
      <PictureList pictures={pictures} />
      <Section title={words.add} id="add">
        <div class="picture-upload">
          <UploadForm recordId={id} form={form} licences={licences} />
        </div>
      </Section>
    </>,
  )
}

type UploadProps = { recordId: string; form: Filled; licences: Licences }

function UploadForm({ recordId, form, licences }: UploadProps) {
  return (
    <Form
      // What is refused is shown at the form, below the list.
      action={`${paths.pictures(recordId)}#add`}
      form={form}
      submit={words.addIt}
      labels={fieldLabels}
      withFile
    >
      <FormField
        type="file"
        name="file"
        label={words.file}
        error={form.error('file')}
        accept="image/jpeg,image/png,image/webp,image/avif,image/tiff,image/gif"
        required
      />
      <PictureFields form={form} licences={licences} />
      <FormField
        type="checkbox"
        name="main"
        label={words.makeMain}
        hint={words.makeMainHint}
        checked={form.value('main') === 'true'}
      />
    </Form>
  )
}
