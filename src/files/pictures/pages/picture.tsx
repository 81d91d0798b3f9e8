import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { refuseUnlessWritten } from '../../../catalog/records/actions/input.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import { Problem } from '../../../core/problem.ts'
import { type Text } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Picture } from '../../../web/components/pictures.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, sentForm, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { partWords } from '../../../web/words.ts'
import { changePicture, removePicture } from '../actions/change.ts'
import { getShownPicture } from '../actions/read.ts'
import { maxPicturesOfRecord, PictureChange, type PictureShown } from '../model.ts'
import { galleryWords as words, pictureWords } from '../words.ts'
import { nameOf } from '../rules.ts'
import { FormField, FormPair } from '../../../web/components/form-field.tsx'

type C = HonoContext<Env, '/records/:id/pictures/:image'>

const Move = z.object({
  position: z.coerce
    .number()
    .int()
    .min(0)
    .max(maxPicturesOfRecord - 1),
})

/** One picture of a record: what is said of it, its place, and its end. */
export const picturePages = new Hono<Env>()
  .get('/records/:id/pictures/:image', async (c) => {
    const { picture } = await keptPicture(c)
    const { caption, credit, licence } = picture
    const values = { 'caption.zh': caption.zh, 'caption.en': caption.en, credit, licence }
    return editPage(c, filledWith(values))
  })
  .post('/records/:id/pictures/:image', async (c) =>
    submitted(
      c,
      async (form) => {
        const change = parseOrRefuse(PictureChange, changeIn(form))
        return after(c, words.saved, async (id) => changePicture(c.var.ctx, id, change))
      },
      async (form) => editPage(c, form),
    ),
  )
  .post('/records/:id/pictures/:image/position', async (c) => {
    const { position } = parseOrRefuse(Move, { position: (await sentForm(c)).value('position') })
    return after(c, undefined, async (id) => changePicture(c.var.ctx, id, { position }))
  })
  .post('/records/:id/pictures/:image/main', async (c) =>
    after(c, undefined, async (id) => changePicture(c.var.ctx, id, { main: true })),
  )
  .get('/records/:id/pictures/:image/removal', async (c) => removalPage(c))
  .post('/records/:id/pictures/:image/removal', async (c) =>
    after(c, words.removed, async (id) => removePicture(c.var.ctx, id)),
  )

/** Does it to the picture of the address, and goes back to its list. */
async function after(c: C, said: Text | undefined, act: (id: string) => Promise<unknown>) {
  const { picture } = await keptPicture(c)
  await act(picture.id)
  if (said) setFlash(c, said)
  return c.redirect(paths.pictures(picture.recordId), 303)
}

/** The picture of the address, for who keeps its record. */
async function keptPicture(c: C) {
  const { row } = await getRecord(c.var.ctx, c.req.param('id'))
  refuseUnlessWritten(c.var.ctx.actor, row)
  const picture = await getShownPicture(c.var.ctx, c.req.param('image'))
  if (picture.recordId !== row.id) throw new Problem('not-found', pictureWords.noPicture)
  return { row, picture }
}

const changeIn = (form: Filled) => ({
  caption: { zh: form.value('caption.zh'), en: form.value('caption.en') },
  credit: form.value('credit'),
  licence: form.value('licence'),
})

async function editPage(c: C, form: Filled): Promise<Response> {
  const licences = await currentTerms(c.var.ctx, 'licence')
  return picturePage(c, { heading: words.editOf, status: form.status }, (action) => (
    <Form action={action} form={form} submit={words.save} labels={fieldLabels}>
      <PictureFields form={form} licences={licences} />
    </Form>
  ))
}

async function removalPage(c: C): Promise<Response> {
  const head = { heading: words.removeOf, lead: words.removeAbout, status: 200 as const }
  return picturePage(c, head, (action) => (
    <form method="post" action={`${action}/removal`}>
      <div class="form-actions">
        <Button look="danger" text={words.remove} />
        <ButtonLink
          look="quiet"
          href={action.slice(0, action.lastIndexOf('/'))}
          text={partWords.cancel}
        />
      </div>
    </form>
  ))
}

type Head = { heading: (number: number) => Text; lead?: Text; status: Filled['status'] }

async function picturePage(c: C, { heading, lead, status }: Head, body: (action: string) => Child) {
  const { row, picture } = await keptPicture(c)
  const title = heading(picture.position + 1)
  const pictures = paths.pictures(row.id)
  return page(
    c,
    {
      title: title,
      ...(lead && { lead }),
      crumbs: [
        { text: { zh: row.titleZh, en: row.titleEn }, href: paths.record(row.id) },
        { text: words.pictures, href: pictures },
      ],
      width: 'reading',
      status,
    },
    <>
      <LargePicture picture={picture} />
      {body(`${pictures}/${picture.id}`)}
    </>,
  )
}

const LargePicture = ({ picture }: { picture: PictureShown }) => (
  <div class="picture-large">
    <Picture
      image={{ ...picture, alt: nameOf(picture) }}
      sizes="(min-width: 46rem) 44rem, 100vw"
      eager
    />
  </div>
)

export type Licences = Awaited<ReturnType<typeof currentTerms>>

/** What is said of a picture, new or not. */
export function PictureFields({ form, licences }: { form: Filled; licences: Licences }) {
  return (
    <>
      <FormPair
        name="caption"
        label={words.caption}
        hint={words.captionHint}
        form={form}
        maxLength={500}
      />
      <FormField
        name="credit"
        label={words.credit}
        hint={words.creditHint}
        form={form}
        maxLength={200}
      />
      <FormField
        type="select"
        name="licence"
        label={words.licence}
        form={form}
        choices={licences.map(({ code, label }) => ({
          value: code,
          label: { zh: `${code} ${label.zh}`, en: `${code} ${label.en}` },
        }))}
      />
    </>
  )
}

/** What the fields are called in the summary of what is wrong. */
export const fieldLabels = {
  file: words.file,
  'caption.zh': words.caption,
  'caption.en': words.caption,
  credit: words.credit,
  licence: words.licence,
}
