import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import {
  type Filled,
  filledIn,
  filledWith,
  Form,
  previewedForm,
  Refused,
  submitted,
  uploaded,
} from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { fileIn } from '../../../web/multipart.ts'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { samplePaths } from '../../words/paths.ts'
import { applyScan, type Box, getBox, type Preview, previewScan, scanTextOf } from '../actions.ts'
import {
  agreedForm,
  mostScanBytes,
  ScanPreview,
  ScanResult,
  ScanText,
  scanForm,
  textForm,
} from '../model.ts'
import { wellName } from '../../../stock/places/rules.ts'
import { scanWords as words } from '../words.ts'
import { Changes } from './changes.tsx'

type C = HonoContext<Env>
const tag = 'samples'
const path = '/places/:id/scan'
const previewPath = `${path}/preview` as const

const application = write({
  path: '/places/:id/rack-scans',
  tag,
  summary: 'Put the tubes of a box as a rack scanner’s file says, all of them or none',
  refuses: [404, 409],
  form: agreedForm,
  result: ScanResult,
  does: applyScan,
  flash: (_, { changed }) => words.done(changed),
  next: ({ id }) => samplePaths.scan(id),
  page: (c, form) => scanPage(c, form),
})

const look = write({
  path: '/places/:id/rack-scans/preview',
  tag,
  summary: 'What a rack scanner’s file would change in a box; changes nothing',
  refuses: [404, 409],
  form: scanForm,
  result: ScanPreview,
  does: async (ctx, asked, key) => previewAnswer(await previewScan(ctx, asked, key), ctx.lang),
  next: ({ id }) => samplePaths.scan(id),
})

const own = new Hono<Env>()
  .get(path, (c) => scanPage(c, filledWith()))
  .post(path, (c) =>
    uploaded(c, {
      maxFileBytes: mostScanBytes,
      work: async (sent, form) => {
        const file = fileIn(sent, words.chooseFile)
        const text = await scanTextOf(file.bytes)
        if (text.trim() === '') throw invalidField('file', words.notRecognised)
        return scanPage(c, previewedForm(c, filledIn({ ...form.typed, text: [text] })))
      },
      showAgain: (form) => scanPage(c, form),
    }),
  )
  .post(previewPath, (c) =>
    submitted(
      c,
      async (form) => scanPage(c, previewedForm(c, form)),
      (form) => scanPage(c, form),
    ),
  )

/** A rack scanner's file: read, looked at, mended and applied, one box at a time. */
export const { api: scanRoutes, pages: scanPages } = surfaces(
  application,
  { api: look.api },
  { pages: own },
)

function previewAnswer({ box, plan, rack, otherRacks, seen }: Preview, lang: 'zh' | 'en') {
  return {
    changed: plan.moves.length,
    unchanged: plan.unchanged,
    unread: plan.unread.length,
    rack: rack ?? null,
    otherRacks,
    turn: plan.turn ?? null,
    seen,
    moves: plan.moves.map(({ code, from, well }) => ({
      code,
      from,
      well: well === null ? null : wellName(box.grid, well),
    })),
    undecided: plan.open.map(({ place, code, why, ways }) => ({
      well: place,
      code,
      why: why.map((one) => inLang(one, lang)).join(' '),
      ways: [...ways],
    })),
  }
}

async function scanPage(c: C, form: Filled) {
  const box = await getBox(c.var.ctx, c.req.param('id') ?? '')
  const { preview, form: shown } = await previewed(c, form)
  return page(
    c,
    {
      title: words.title,
      lead: { zh: box.path, en: box.path },
      crumbs: [
        stockCrumb,
        { text: { zh: box.path, en: box.path }, href: stockPaths.place(box.id) },
      ],
      status: shown.status,
    },
    <>
      {preview && <Refused form={shown} />}
      {preview && <Changes preview={preview} form={shown} />}
      {shown.value('text') && (
        <Section title={words.text} id="text">
          <EntityForm
            {...{
              of: textForm,
              form: shown,
              look: preview ? 'plain' : 'primary',
            }}
            action={`${samplePaths.scan(box.id)}/preview`}
            submit={words.lookAgain}
          />
        </Section>
      )}
      <Upload {...{ box, form: shown.value('text') ? filledWith() : shown }} />
    </>,
  )
}

/** What the text in a form would change; where it cannot be read, the form says why. */
async function previewed(c: C, form: Filled): Promise<{ preview?: Preview; form: Filled }> {
  if (!form.value('text')) return { form }
  try {
    const asked = parseOrRefuse(ScanText, scanForm.read(form.typed))
    return { preview: await previewScan(c.var.ctx, asked, { id: c.req.param('id') ?? '' }), form }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'not-found') throw error
    const { issues = [] } = error.facts
    return { form: refusedForm(form, error, issues) }
  }
}

const refusedForm = (form: Filled, { detail }: Problem, issues: Filled['issues']): Filled => ({
  ...form,
  issues,
  error: (at) => issues.find((issue) => issue.path === at)?.message,
  refusal: issues.length === 0 ? detail : undefined,
  status: 422,
})

const Upload = ({ box, form }: { box: Box; form: Filled }) => (
  <Section title={words.file} id="upload">
    <Local as="p" class="quiet" text={words.lead} />
    <Form
      action={samplePaths.scan(box.id)}
      form={form}
      submit={words.look}
      labels={{ file: words.file }}
      scope="upload"
      withFile
    >
      <FormField
        type="file"
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept=".csv,.tsv,.txt,.xlsx"
        form={form}
        scope="upload"
        required
      />
    </Form>
  </Section>
)
