import { Hono } from 'hono'
import { refuseUnlessWriting } from '../../catalog/records/actions/input.ts'
import type { Context } from '../../core/context.ts'
import { fileTypes, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented, item } from '../../web/item.ts'
import { fileIn, readForm, type SentForm } from '../../web/multipart.ts'
import { parseOrRefuse } from '../../web/validate.ts'
import { getImport, rejectedFile } from './actions/read.ts'
import { metadataFormats } from '../metadata/model.ts'
import { mappingIn, type NewFile, ownerOf, startImport } from './actions/start.ts'
import { ImportDetail, ImportForm, maxImportBytes, NewImport } from './model.ts'
import { importWords as words } from './words.ts'

export const tag = 'imports'

export const oneImport = item({
  path: '/imports/:id',
  tag,
  summary: 'An import, with its first problems',
  schema: ImportDetail,
  read: (ctx, { id }) => getImport(ctx, id),
})

/** Sending a file, and what comes back of it. */
export const importRoutes = new Hono<Env>()
  .post(
    '/imports',
    operation({
      summary: 'Import a file; it is worked on in the background',
      tag,
      takesForm: ImportForm,
      answers: { 202: ImportDetail },
    }),
    async (c) => {
      const { ctx } = c.var
      refuseUnlessWriting(ctx.actor)
      const form = await readForm(c, { maxFileBytes: maxImportBytes })
      const { id } = await startImport(ctx, await newFileIn(ctx, form))
      c.header('location', `/api/v1/imports/${id}`)
      return c.json(documented(ImportDetail, await getImport(ctx, id)), 202)
    },
  )
  .get(
    '/imports/:id/rejected.csv',
    operation({
      summary:
        'Its refused rows as they came, with a column of reasons: to be mended and sent again',
      tag,
      files: [fileTypes.csv],
      answers: {},
    }),
    async (c) => {
      const file = await rejectedFile(c.var.ctx, c.req.param('id'))
      c.header('content-type', `${fileTypes.csv}; charset=utf-8`)
      c.header('content-disposition', 'attachment; filename="rejected.csv"')
      c.header('cache-control', 'private, no-store')
      return c.body(file)
    },
  )

/** A file and what is said with it, as a program or a form sends them. */
export async function newFileIn(ctx: Context, form: SentForm): Promise<NewFile> {
  const texts = Object.fromEntries(Object.entries(form.texts).map(([name, [text]]) => [name, text]))
  const { format, institution, publish, dryRun, mapping, ...sent } = parseOrRefuse(NewImport, texts)
  const isOfDatasets = metadataFormats.some((one) => one === format)
  const kind = sent.kind ?? (isOfDatasets ? 'dataset' : 'accession')
  const file = fileIn(form, words.chooseFile)
  return {
    kind,
    institutionId: institution ?? (await usualInstitution(ctx, kind)),
    file: { name: file.name, sizeBytes: file.bytes.length, body: file.bytes },
    publish: publish === 'true',
    dryRun: dryRun === 'true',
    mapping: mappingIn(mapping),
  }
}

/** The first institution that one keeps; administrators mean the usual owner of such records. */
async function usualInstitution(ctx: Context, kind: NewFile['kind']): Promise<string> {
  const { actor } = ctx
  const [first] = actor.type === 'person' ? actor.curates.institutionIds : []
  return first ?? (await ownerOf(ctx, kind, undefined)).id
}
