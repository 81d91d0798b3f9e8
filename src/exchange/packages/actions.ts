import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import type { ColumnType } from '../../core/preview.ts'
import { getTakeable } from '../../datasets/access/actions.ts'
import { entriesOf } from '../../datasets/downloads/actions.ts'
import { type StoredEntry, storedZip } from '../../ports/stored-zip.ts'
import { tablesOf } from '../../previews/actions.ts'
import type { Column, Columns, Described, Packaged } from './model.ts'
import { croissantOf } from './rules/croissant.ts'
import { dataPackageOf, isDataPackage } from './rules/data-package.ts'
import { packedName } from './rules/facts.ts'
import { previewOf } from './rules/preview.ts'
import { roCrateOf } from './rules/ro-crate.ts'
import { packageWords as words } from './words.ts'

/** A dataset in the formats that name its files, each as this viewer may have it. */
export const writtenAs = {
  crate: async (one: Described, ctx: Context) =>
    jsonOf(roCrateOf(await packagedOf(ctx, one), 'on the web')),
  dataPackage: async (one: Described, ctx: Context) => {
    if (!isDataPackage(one)) throw new Problem('conflict', words.noFiles)
    return jsonOf(dataPackageOf(await packagedOf(ctx, one)))
  },
  croissant: async (one: Described, ctx: Context) =>
    jsonOf(croissantOf(await packagedOf(ctx, one))),
} as const

const jsonOf = (value: object) => `${JSON.stringify(value, null, 2)}\n`

/** What more than this is, is taken as an archive of its own: a crate is to be looked at. */
const mostPackedBytes = 1024 ** 3

/**
 * A crate as a ZIP: its metadata, a page for people, and the files themselves where the viewer may take all of them now
 * and they are not too many or too large; else their addresses. Refused where a file is damaged, rather than come short.
 */
export async function packedCrate(ctx: Context, one: Described) {
  const files = await packedFiles(ctx, one)
  const placing = files ? 'packed' : 'on the web'
  const crate = roCrateOf(await packagedOf(ctx, one), placing, { isFolder: true })
  const entries = [
    textEntry('ro-crate-metadata.json', jsonOf(crate)),
    textEntry('ro-crate-preview.html', previewOf(one, placing)),
    ...(files ?? []),
  ]
  const at = one.release?.publishedAt ?? one.updatedAt
  return { archive: storedZip(entries, new Date(at.epochMilliseconds)), hasFiles: Boolean(files) }
}

function textEntry(name: string, text: string): StoredEntry {
  const bytes = new TextEncoder().encode(text)
  return { name, sizeBytes: bytes.length, read: async () => new Blob([bytes]).stream() }
}

async function packedFiles(ctx: Context, one: Described): Promise<StoredEntry[] | undefined> {
  const { release, files, hasMoreFiles, id } = one
  if (!release?.files || files.length === 0 || hasMoreFiles) return undefined
  if (release.files.sizeBytes > mostPackedBytes) return undefined
  const version = await takeable(ctx, { dataset: id, number: String(release.number) })
  if (!version) return undefined
  const entries = await entriesOf(ctx, version, {})
  return entries.map((entry) => ({ ...entry, name: packedName(entry) }))
}

/** The version, where the gate lets the viewer take it; whoever it asks for something first gets addresses. */
async function takeable(ctx: Context, key: { dataset: string; number: string }) {
  try {
    return await getTakeable(ctx, key)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

const packagedOf = async (ctx: Context, one: Described): Promise<Packaged> => ({
  one,
  columns: await columnsOf(ctx, one),
})

const noColumns: Columns = new Map()

/** Columns of those files that are described, as their previews know them. */
async function columnsOf(ctx: Context, { id, release, files }: Described): Promise<Columns> {
  if (!release || files.length === 0) return noColumns
  const tables = await tablesOf(ctx, { dataset: id, number: String(release.number) }, files.length)
  return new Map(
    [...tables].map(([file, columns]) => [
      file,
      columns
        .filter(({ name }) => name !== '')
        .map(({ name, type }): Column => ({ name, type: types[type], description: null })),
    ]),
  )
}

const types: Readonly<Record<ColumnType, Column['type']>> = {
  empty: 'any',
  identifier: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  text: 'string',
}
