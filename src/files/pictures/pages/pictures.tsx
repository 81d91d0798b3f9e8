import { type Context as HonoContext, Hono } from 'hono'
import { refuseUnlessWritten } from '../../../catalog/records/actions/input.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import { inLang, type LocalText } from '../../../core/text.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { uploaded, type Filled, filledWith, Form, ActButton } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { addPicture, refuseUnlessIllustratable } from '../actions/change.ts'
import { derivePreview } from '../actions/derive.ts'
import { picturesOf } from '../actions/read.ts'
import { maxPictureBytes, type PictureShown } from '../model.ts'
import { uploadIn } from '../routes.ts'
import { fileNameOf, galleryOf, nameOf } from '../rules.ts'
import { galleryWords as words } from '../words.ts'
import { fieldLabels, type Licences, PictureFields } from './picture.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Picture, Gallery } from '../../../web/components/pictures.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { formatBytes } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'

type C = HonoContext<Env>

/** Where curators keep a record's pictures: a list to order, and a form to add one. */
export const picturesPages = new Hono<Env>()
  .get('/records/:id/pictures', async (c) => picturesPage(c, c.req.param('id'), filledWith()))
  .post('/records/:id/pictures', async (c) => {
    const id = c.req.param('id')
    await refuseUnlessIllustratable(c.var.ctx, id)
    return uploaded(c, {
      maxFileBytes: maxPictureBytes,
      work: async (sent) => {
        const upload = uploadIn(sent)
        const added = await addPicture(c.var.ctx, id, upload)
        await derivePreview(c.var.ctx, added.id)
        setFlash(c, words.added(fileNameOf(upload.file.name)))
        return c.redirect(`${paths.pictures(id)}#main`, 303)
      },
      showAgain: async (form) => picturesPage(c, id, form),
    })
  })

async function picturesPage(c: C, id: string, form: Filled): Promise<Response> {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, id)
  refuseUnlessWritten(ctx.actor, row)
  const [pictures, licences] = await Promise.all([
    picturesOf(ctx, id),
    currentTerms(ctx, 'licence'),
  ])
  const title = { zh: row.titleZh, en: row.titleEn }
  const heading = words.picturesOf(inLang(title, ctx.lang))
  return page(
    c,
    {
      title: heading,
      crumb: words.pictures,
      lead: words.about,
      crumbs: [{ text: title, href: paths.record(id) }],
      status: form.status,
    },
    <>
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
        form={form}
        accept="image/jpeg,image/png,image/webp,image/avif,image/tiff,image/gif"
        required
      />
      <PictureFields form={form} licences={licences} />
      <FormField
        type="checkbox"
        name="main"
        label={words.makeMain}
        hint={words.makeMainHint}
        form={form}
      />
    </Form>
  )
}

/** The pictures of a record in their order, each with what may be done with it. */
function PictureList({ pictures }: { pictures: readonly PictureShown[] }) {
  if (pictures.length === 0) return <Empty icon="image" title={words.none} text={words.noneHint} />
  return (
    <ol class="picture-list">
      {pictures.map((picture) => (
        <Entry picture={picture} isLast={picture.position === pictures.length - 1} />
      ))}
    </ol>
  )
}

function Entry({ picture, isLast }: { picture: PictureShown; isLast: boolean }) {
  return (
    <li class="picture-entry">
      <Picture image={{ ...picture, alt: nameOf(picture) }} sizes="10rem" largest="small" />
      <div class="picture-about">
        <Local as="p" class="picture-name" text={nameOf(picture)} />
        <Facts picture={picture} />
        <Acts picture={picture} isLast={isLast} />
      </div>
    </li>
  )
}

function Facts({ picture }: { picture: PictureShown }) {
  const lang = useLang()
  const { width, height, credit, licence, original, state, levels } = picture
  const facts = [
    `${width} × ${height}`,
    original && formatBytes(original.sizeBytes, lang),
    credit,
    licence,
  ]
  return (
    <>
      <p class="quiet">{facts.filter(Boolean).join(' · ')}</p>
      {levels && <Local as="p" class="quiet" text={words.stretched(levels)} />}
      {(picture.main || state !== 'ready') && (
        <p class="picture-states">
          {picture.main && <StateBadge tone="good" text={words.main} />}
          {state === 'deriving' && <StateBadge tone="note" text={words.deriving} />}
          {state === 'failed' && <StateBadge tone="caution" text={words.failed} />}
        </p>
      )}
    </>
  )
}

function Acts({ picture, isLast }: { picture: PictureShown; isLast: boolean }) {
  const t = useText()
  const { id, position, main } = picture
  const here = `${paths.pictures(picture.recordId)}/${id}`
  const named = (act: LocalText) => `${t(act)}: ${t(nameOf(picture))}`
  const move = (text: typeof words.up, to: number) => (
    <ActButton
      action={`${here}/position`}
      text={text}
      label={named(text)}
      fields={{ position: String(to) }}
    />
  )
  return (
    <div class="picture-acts">
      <ButtonLink dense icon="edit" href={here} label={named(words.edit)} text={words.edit} />
      {position > 0 && move(words.up, position - 1)}
      {!isLast && move(words.down, position + 1)}
      {!main && (
        <ActButton action={`${here}/main`} text={words.makeMain} label={named(words.makeMain)} />
      )}
      <ButtonLink
        dense
        look="quiet"
        href={`/api/v1/images/${id}/original`}
        download
        text={words.original}
      />
      <ButtonLink
        dense
        look="quiet"
        icon="trash"
        href={`${here}/removal`}
        label={named(words.remove)}
        text={words.remove}
      />
    </div>
  )
}

/** A record's pictures; nothing where there are none. */
export const recordGallery: RecordSection = async (c, { id, titleZh, titleEn }) => {
  const pictures = await picturesOf(c.var.ctx, id)
  return pictures.length > 0 ? (
    <Gallery images={galleryOf({ zh: titleZh, en: titleEn }, pictures)} />
  ) : null
}
