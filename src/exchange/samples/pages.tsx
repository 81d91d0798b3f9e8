import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../core/context.ts'
import { bothLanguages } from '../../core/text.ts'
import { staffedCollection } from '../../samples/actions.ts'
import { fileTypes, operation } from '../../web/api.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { Toast } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, sentForm, uploaded } from '../../web/forms.tsx'
import { documented, item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { fileIn, readForm } from '../../web/multipart.ts'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import {
  checkSamples,
  getSampleImport,
  importsOf,
  mapColumns,
  outcomeOf,
  problemsOf,
  refusedFile,
} from './actions/check.ts'
import { storeSamples, undoSamples } from './actions/store.ts'
import {
  maxSampleFileBytes,
  mostSampleRows,
  SampleImportAnswer,
  SampleImportDetail,
  type SampleImportState,
  SampleFile,
} from './model.ts'
import { columnKeys, sampleColumns, targetsOf } from './rules/columns.ts'
import { exportRoutes } from './routes.ts'
import { sampleImportPaths, sampleImportWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'samples'
const ofPath = '/collections/:id/sample-imports'
const path = '/sample-imports/:id'
const mostProblems = 200

const stateNames = {
  checked: { tone: 'note', text: words.checked },
  stored: { tone: 'good', text: words.stored },
  undone: { tone: 'calm', text: words.undone },
} as const

const stateOf = ({ state }: { state: SampleImportState }) => stateNames[state]

const imports = list({
  path: ofPath,
  tag,
  summary: 'Tables of samples that were imported into a collection; for its staff',
  refuses: [401, 403],
  title: words.imports,
  empty: { title: words.none },
  item: SampleImportAnswer,
  filters: noFilters,
  query: importsOf,
  columns: {
    file: {
      label: words.file,
      text: ({ fileName }) => fileName || '—',
      href: ({ id }) => sampleImportPaths.one(id),
    },
    state: { label: words.state, state: stateOf },
    created: { label: words.created, number: ({ created }) => created },
    changed: { label: words.changed, number: ({ changed }) => changed },
    unchanged: { label: words.unchanged, number: ({ unchanged }) => unchanged },
    refused: { label: words.refused, number: ({ refused }) => refused },
    when: { label: words.when, moment: ({ createdAt }) => createdAt },
  },
})

const detailOf = async (ctx: Context, key: { id: string }) => {
  const found = await outcomeOf(ctx, key)
  return { ...found, problems: problemsOf(found.rows, ctx.lang).slice(0, mostProblems) }
}

const oneImport = item({
  path,
  tag,
  summary: 'A table of samples, and what became of its rows, or would',
  schema: SampleImportDetail,
  read: detailOf,
})

const written = {
  tag,
  refuses: [409],
  answer: oneImport,
  next: ({ id }: { id: string }) => sampleImportPaths.one(id),
}

const storage = write({
  ...written,
  path: '/sample-imports/:id/storage',
  summary: 'Store the good rows of a table that was checked',
  does: (ctx, _, key) => storeSamples(ctx, key),
  flash: () => words.done,
})

const reversal = write({
  ...written,
  path: '/sample-imports/:id/reversal',
  summary: 'Undo a whole table, while nothing depends on it',
  does: (ctx, _, key) => undoSamples(ctx, key),
  flash: () => words.wasUndone,
})

const api = new Hono<Env>()
  .post(
    ofPath,
    operation({
      summary: 'Check a table of samples: XLSX, CSV, or MIABIS JSON; nothing is stored yet',
      tag,
      takesForm: SampleFile,
      answers: { 201: SampleImportDetail },
      refuses: [409],
    }),
    async (c) => {
      const { ctx } = c.var
      const form = await readForm(c, { maxFileBytes: maxSampleFileBytes })
      const key = await checkSamples(ctx, fileIn(form, words.chooseFile), { id: c.req.param('id') })
      c.header('location', `/api/v1${sampleImportPaths.one(key.id)}`)
      return c.json(documented(SampleImportDetail, await detailOf(ctx, key)), 201)
    },
  )
  .get(
    '/sample-imports/:id/refused.csv',
    operation({
      summary:
        'Its refused rows as they came, with a column of reasons: to be mended and sent again',
      tag,
      files: [fileTypes.csv],
      answers: {},
    }),
    async (c) => {
      const file = await refusedFile(c.var.ctx, { id: c.req.param('id') })
      c.header('content-type', `${fileTypes.csv}; charset=utf-8`)
      c.header('content-disposition', 'attachment; filename="refused.csv"')
      c.header('cache-control', 'private, no-store')
      return c.body(file)
    },
  )

const pages = new Hono<Env>()
  .get(ofPath, (c) => allPage(c, filledWith()))
  .post(ofPath, (c) =>
    uploaded(c, {
      maxFileBytes: maxSampleFileBytes,
      work: async (sent) => {
        const file = fileIn(sent, words.chooseFile)
        const { id } = await checkSamples(c.var.ctx, file, { id: c.req.param('id') })
        return c.redirect(sampleImportPaths.one(id), 303)
      },
      showAgain: (form) => allPage(c, form),
    }),
  )
  .get(path, (c) => importPage(c))
  .post(`${path}/columns`, async (c) => {
    const key = { id: c.req.param('id') }
    const form = await sentForm(c)
    const { header } = await getSampleImport(c.var.ctx, key)
    const mapping = header.map((name, at): [string, string] => [name, form.value(`columns.${at}`)])
    await mapColumns(c.var.ctx, Object.fromEntries(mapping), key)
    setFlash(c, words.checked)
    return c.redirect(sampleImportPaths.one(key.id), 303)
  })

/** Tables of samples: checked, stored, undone. */
export const { api: sampleImportRoutes, pages: sampleImportPages } = surfaces(
  imports,
  oneImport,
  storage,
  reversal,
  { api },
  { api: exportRoutes },
  { pages },
)

async function allPage(c: C, form: Filled) {
  const { id, title } = await staffedCollection(c.var.ctx, c.req.param('id') ?? '')
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      crumbs: [{ text: bothLanguages(title), href: paths.record(id) }],
      status: form.status,
    },
    <>
      <Form
        action={sampleImportPaths.of(id)}
        form={form}
        submit={words.check}
        labels={{ file: words.file }}
        withFile
      >
        <FormField
          type="file"
          name="file"
          label={words.file}
          hint={words.fileHint(maxSampleFileBytes / 1_000_000, mostSampleRows)}
          accept=".csv,.tsv,.txt,.xlsx,.json"
          form={form}
          required
        />
      </Form>
      <Files id={id} />
      <Section title={words.imports}>{await imports.view(c, { of: { id } })}</Section>
    </>,
  )
}

const Files = ({ id }: { id: string }) => (
  <Section title={words.files}>
    <div class="form-actions">
      {(['csv', 'xlsx'] as const).map((format) => (
        <ButtonLink
          href={`${sampleImportPaths.file(id, 'samples-export')}?format=${format}`}
          text={{ zh: format.toUpperCase(), en: format.toUpperCase() }}
          download
        />
      ))}
      <ButtonLink
        href={sampleImportPaths.file(id, 'miabis')}
        text={{ zh: 'MIABIS JSON', en: 'MIABIS JSON' }}
        download
      />
    </div>
  </Section>
)

type Outcome = Awaited<ReturnType<typeof outcomeOf>>

async function importPage(c: C) {
  const { ctx } = c.var
  const found = await outcomeOf(ctx, { id: c.req.param('id') ?? '' })
  const name = found.fileName || '—'
  return page(
    c,
    {
      title: { zh: name, en: name },
      lead: stateNames[found.state].text,
      crumbs: [{ text: words.title, href: sampleImportPaths.of(found.recordId) }],
    },
    <>
      {found.failure && <Toast tone="danger" text={found.failure} />}
      <Local as="p" class="strong" text={words.counts(found)} />
      <Acts found={found} />
      {found.rows.length > 0 && <Problems found={found} lang={ctx.lang} />}
      {found.state === 'checked' && <ColumnsForm found={found} />}
    </>,
  )
}

function Acts({ found: { id, state, created, changed, fileName } }: { found: Outcome }) {
  const here = sampleImportPaths.one(id)
  if (state === 'stored')
    return (
      <SmallForm
        action={`${here}/reversal`}
        text={words.undo}
        of={[fileName || '—']}
        about={words.undoAbout}
        look="danger"
      />
    )
  const count = created + changed
  return state === 'checked' && count > 0 ? (
    <ActButton action={`${here}/storage`} text={words.store(count)} look="primary" />
  ) : (
    <></>
  )
}

const Problems = ({ found: { id, rows }, lang }: { found: Outcome; lang: 'zh' | 'en' }) => (
  <Section
    title={words.problems}
    more={{ text: words.download, href: sampleImportPaths.refused(id) }}
  >
    <Table
      caption={words.problems}
      columns={[
        { label: words.row, number: ({ row }) => row },
        { label: words.column, text: ({ column }) => column || null },
        { label: words.reason, text: ({ detail }) => detail },
      ]}
      rows={problemsOf(rows, lang).slice(0, mostProblems)}
      dense
    />
  </Section>
)

const choices = [
  { value: '', label: words.leaveOut },
  ...columnKeys.map((key) => ({ value: key, label: sampleColumns[key].label })),
]

function ColumnsForm({ found: { id, header, mapping } }: { found: Outcome }) {
  const targets = targetsOf(header, mapping)
  const chosen = targets.map((key, at): [string, string] => [`columns.${at}`, key ?? ''])
  const form = filledWith(Object.fromEntries(chosen))
  return (
    <Section title={words.columns}>
      <Local as="p" class="quiet" text={words.columnsAbout} />
      <Form
        action={`${sampleImportPaths.one(id)}/columns`}
        form={form}
        submit={words.checkAgain}
        look="plain"
      >
        <div class="form-grid">
          {header.map((name, at) => (
            <FormField
              type="select"
              name={`columns.${at}`}
              label={{ zh: name || `${at + 1}`, en: name || `${at + 1}` }}
              choices={choices}
              form={form}
              required
            />
          ))}
        </div>
      </Form>
    </Section>
  )
}
