import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../core/text.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { stockCrumb } from '../../stock/pages/crumbs.ts'
import { stockPaths } from '../../stock/words/paths.ts'
import { Toast } from '../../web/components/messages.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import {
  ActButton,
  type Filled,
  filledIn,
  filledWith,
  Form,
  previewedForm,
  Refused,
  submitted,
  uploaded,
} from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { fileIn } from '../../web/multipart.ts'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { parseOrRefuse } from '../../web/validate.ts'
import { write } from '../../web/write.tsx'
import { samplePaths } from '../words/paths.ts'
import { applyScan, type Box, getBox, type Preview, previewScan, scanTextOf } from './actions.ts'
import { agreedForm, mostScanBytes, ScanPreview, ScanResult, ScanText, scanForm } from './model.ts'
import type { Move, Refusal } from './rules/plan.ts'
import { wellName } from './rules/tokens.ts'
import { scanWords as words, turnNames } from './words.ts'

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
      well: well === null ? null : wellName(well, box.grid),
    })),
    refused: plan.refused.map(({ place, code, why }) => ({
      well: place,
      code,
      why: inLang(why, lang),
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
              of: scanForm,
              form: shown,
              look: preview?.plan.refused.length ? 'primary' : 'plain',
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

type ChangesProps = { preview: Preview; form: Filled }

function Changes({ preview, form }: ChangesProps) {
  const { box, plan, otherRacks } = preview
  const { moves, unchanged, unread, refused, turn } = plan
  const counts = {
    changed: moves.length,
    unchanged,
    unread: unread.length,
    refused: refused.length,
  }
  return (
    <Section title={words.changes} id="changes">
      <Local as="p" class="strong" text={words.counts(counts)} />
      {turn && <Turned {...{ box, form, turn }} />}
      {otherRacks.length > 0 && (
        <Toast tone="note" text={words.otherRacks(otherRacks.join(', '))} />
      )}
      {unread.length > 0 && <Toast tone="caution" text={words.unread(unread.join(', '))} />}
      {refused.length > 0 && (
        <>
          <Toast tone="caution" text={words.mendFirst} />
          <Table
            caption={words.refusals}
            captionShown
            columns={refusalColumns}
            rows={refused}
            dense
          />
        </>
      )}
      {moves.length > 0 && (
        <Table caption={words.changes} columns={moveColumns(box)} rows={moves} dense />
      )}
      {moves.length === 0 && refused.length === 0 && <Local as="p" text={words.nothing} />}
      {moves.length > 0 && refused.length === 0 && <Agreement {...{ preview, form }} />}
    </Section>
  )
}

const Agreement = ({ preview: { box, plan, seen }, form }: ChangesProps) => (
  <ActButton
    action={`/places/${box.id}/rack-scans`}
    text={words.apply(plan.moves.length)}
    look="primary"
    fields={{ ...carried(form), seen }}
  />
)

const carried = (form: Filled, also: Record<string, string> = {}) => ({
  text: form.value('text'),
  rack: form.value('rack'),
  turn: form.value('turn'),
  ...also,
})

type TurnedProps = { box: Box; form: Filled; turn: keyof typeof turnNames }

const Turned = ({ box, form, turn }: TurnedProps) => (
  <>
    <Toast tone="caution" text={words.looksTurned(turnNames[turn])} />
    <ActButton
      action={`${samplePaths.scan(box.id)}/preview`}
      text={words.turnIt}
      fields={carried(form, { turn })}
    />
  </>
)

const refusalColumns: readonly Column<Refusal>[] = [
  { label: words.well, text: ({ place }) => place },
  { label: words.code, text: ({ code }) => code || null },
  { label: words.why, text: ({ why }) => why },
]

const moveColumns = (box: Box): readonly Column<Move>[] => [
  { label: words.code, text: ({ code }) => code },
  { label: words.from, text: ({ from }) => from ?? words.nowhere },
  {
    label: words.to,
    text: ({ well }) => (well === null ? words.nowhere : wellName(well, box.grid)),
  },
]
