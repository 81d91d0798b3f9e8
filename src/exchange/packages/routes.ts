import { Hono } from 'hono'
import { catalogWords } from '../../catalog/records/words.ts'
import { Problem } from '../../core/problem.ts'
import { archiveAnswer } from '../../datasets/downloads/routes.ts'
import { noteUse } from '../../datasets/usage/routes.ts'
import type { Env } from '../../web/env.ts'
import { describe } from '../described/actions.ts'
import type { RecordFormat } from '../landing/model.ts'
import { packedCrate, writtenAs } from './actions.ts'
import { slugOf } from './rules/facts.ts'

const ofDatasets = { kinds: ['dataset'], ofTombstones: false } as const
const zipExtension = '.ro-crate.zip'

/** Forms of a dataset that name its files, for who may know of them. */
export const packageFormats: readonly RecordFormat[] = [
  {
    name: 'RO-Crate',
    extension: '.ro-crate.json',
    type: 'application/ld+json',
    ...ofDatasets,
    write: writtenAs.crate,
  },
  {
    name: 'RO-Crate (ZIP)',
    extension: zipExtension,
    type: 'application/zip',
    ...ofDatasets,
    write: async (one, ctx) => (await packedCrate(ctx, one)).archive.stream(),
  },
  {
    name: 'Data Package',
    extension: '.datapackage.json',
    type: 'application/vnd.datapackage+json',
    ...ofDatasets,
    write: writtenAs.dataPackage,
  },
  {
    name: 'Croissant',
    extension: '.croissant.json',
    type: 'application/ld+json',
    ...ofDatasets,
    write: writtenAs.croissant,
  },
]

/** Put before the forms of all records: a packed crate is a download, with its name and length, and counted as one. */
export const packedCrateRoute = new Hono<Env>().get(
  '/records/:file{[0-9a-f-]+\\.ro-crate\\.zip}',
  async (c, next) => {
    const { ctx, services } = c.var
    const id = c.req.param('file').slice(0, -zipExtension.length)
    try {
      const one = await describe(ctx, id)
      if (one.kind !== 'dataset' || one.withdrawal) return next()
      if (!one.publishedAt) throw new Problem('not-found', catalogWords.noRecord)
      const { archive, hasFiles } = await packedCrate(ctx, one)
      if (hasFiles && c.req.method === 'GET')
        await noteUse(c, { recordId: one.id, target: 'archive', isRequest: true })
      return archiveAnswer(c, archive, `${slugOf(one)}${zipExtension}`)
    } catch (err) {
      if (!(err instanceof Problem))
        services.log.error({ err, record: id }, 'a record cannot be written')
      throw err
    }
  },
)
