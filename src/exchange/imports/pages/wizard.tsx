import { type Context as HonoContext, Hono } from 'hono'
import { kinds } from '../../../catalog/records/model/record.ts'
import { kindNames } from '../../../catalog/records/words.ts'
import { signedIn } from '../../../core/permission.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, uploaded } from '../../../web/forms.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { searchImports } from '../actions/read.ts'
import { cancelImport, startImport } from '../actions/start.ts'
import { undoImport } from '../actions/undo.ts'
import { ImportAnswer, maxImportBytes } from '../model.ts'
import { importRoutes, newFileIn, oneImport, tag } from '../routes.ts'
import { importLinks, importPaths, stateNameOf, wizardWords as words } from '../words.ts'
import { changes, importPages as onePages } from './import.tsx'

type C = HonoContext<Env>

const imports = list({
  path: '/imports',
  tag,
  summary: 'Imports of the institutions that you manage, newest first',
  refuses: [401],
  title: importLinks.imports.text,
  empty: { title: words.none },
  item: ImportAnswer,
  filters: noFilters,
  query: searchImports,
  columns: {
    file: {
      label: words.file,
      text: ({ fileName }) => fileName || '—',
      href: ({ id }) => importPaths.one(id),
    },
    state: {
      label: words.state,
      state: stateNameOf,
    },
    accepted: { label: words.accepted, number: ({ rows }) => rows.accepted },
    unchanged: { label: words.unchanged, number: ({ rows }) => rows.unchanged },
    rejected: { label: words.rejected, number: ({ rows }) => rows.rejected },
    when: { label: words.when, moment: ({ createdAt }) => createdAt },
  },
})

const written = {
  tag,
  refuses: [409],
  answer: oneImport,
  next: ({ id }: { id: string }) => importPaths.one(id),
}

const cancellation = write({
  ...written,
  path: '/imports/:id/cancellation',
  summary: 'Stop an import; what is stored stays',
  does: (ctx, _, { id }) => cancelImport(ctx, id),
  flash: () => words.stopped,
})

const reversal = write({
  ...written,
  path: '/imports/:id/reversal',
  summary: 'Undo a whole import, while nothing depends on it',
  does: (ctx, _, { id }) => undoImport(ctx, id),
  flash: () => words.undone,
})

const own = new Hono<Env>()
  .get(importPaths.all, (c) => allPage(c))
  .get(importPaths.new, (c) => newPage(c, filledWith({ kind: 'accession', publish: 'true' })))
  .post(importPaths.all, (c) =>
    uploaded(c, {
      maxFileBytes: maxImportBytes,
      work: async (sent) => {
        const { ctx } = c.var
        const asked = await newFileIn(ctx, {
          ...sent,
          texts: { publish: ['false'], ...sent.texts, dryRun: ['true'] },
        })
        const { id } = await startImport(ctx, asked)
        setFlash(c, words.checking)
        return c.redirect(importPaths.one(id), 303)
      },
      showAgain: (form) => newPage(c, form),
    }),
  )

export const { api, pages } = surfaces(
  imports,
  { api: importRoutes },
  oneImport,
  changes,
  cancellation,
  reversal,
  { pages: own },
  { pages: onePages },
)

async function allPage(c: C) {
  signedIn(c.var.ctx)
  return page(
    c,
    {
      title: importLinks.imports.text,
      lead: words.lead,
      actions: <ButtonLink href={importPaths.new} look="primary" text={words.start} />,
    },
    await imports.view(c, {}),
  )
}

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const institutions = await managedInstitutionChoices(ctx)
  return page(
    c,
    {
      title: words.start,
      lead: words.startLead,
      crumbs: [{ text: importLinks.imports.text, href: importPaths.all }],
      width: 'reading',
      status: form.status,
    },
    <NewForm form={form} institutions={institutions} />,
  )
}

type NewProps = { form: Filled; institutions: readonly Choice[] }

const NewForm = ({ form, institutions }: NewProps) => (
  <Form action={importPaths.all} form={form} submit={words.check} labels={labels} withFile>
    <FormField
      type="file"
      name="file"
      label={words.file}
      hint={words.fileHint(maxImportBytes / 1_000_000)}
      accept=".csv,.tsv,.txt,.xlsx,.json,.jsonld,.xml,.zip"
      form={form}
      required
    />
    <FormField
      type="select"
      name="kind"
      label={words.kind}
      choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
      form={form}
      required
    />
    <FormField
      type="select"
      name="institution"
      label={words.institution}
      choices={institutions}
      form={form}
      required
    />
    <FormField
      type="checkbox"
      name="publish"
      label={words.publish}
      checked={form.value('publish') === 'true'}
    />
  </Form>
)

const labels = { file: words.file, kind: words.kind, institution: words.institution }
