import pMap from 'p-map'
import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { storedZip } from '../../ports/stored-zip.ts'
import { getTakeable } from '../access/actions.ts'
import { getFile } from '../files/actions.ts'
import type { VersionKey, VersionRow } from '../versions/actions.ts'
import type { Selection } from './model.ts'
import { type Chosen, type ChosenFile, nextFiles } from './queries.ts'
import { downloadWords as words } from './words.ts'

/** A file whose bytes the actor may take now; one that is damaged is refused. */
export async function getContent(ctx: Context, { id, ...key }: VersionKey & { id: string }) {
  const version = await getTakeable(ctx, key)
  const file = await getFile(ctx, { ...key, id })
  if (file.damagedAt) throw damagedFile()
  return { version, file }
}

/** Said too where a file's object is not there any more, or has another size. */
export const damagedFile = () => new Problem('conflict', words.isDamaged, { code: 'damaged' })

/** The files of a selection by name, read as they are asked for. */
export async function* chosenFiles(
  ctx: Pick<Context, 'db'>,
  version: Pick<VersionRow, 'id' | 'onlyFiles'>,
  selection: Selection,
): AsyncGenerator<ChosenFile, void, void> {
  const chosen = chosenIn(version, selection)
  for (let after = ''; ;) {
    // oxlint-disable-next-line no-await-in-loop -- the next begin where these end
    const files = await nextFiles(ctx.db, chosen, { after, limit: stepFiles })
    yield* files
    const last = files.at(-1)
    if (!last || files.length < stepFiles) return
    after = last.nameKey
  }
}

const stepFiles = 5000

function chosenIn(
  { id, onlyFiles }: Pick<VersionRow, 'id' | 'onlyFiles'>,
  { files, folder }: Selection,
): Chosen {
  const asked = files?.split(',').filter(isId)
  const ids =
    onlyFiles === null
      ? asked
      : onlyFiles.filter((one) => asked?.some((file) => file.toLowerCase() === one) ?? true)
  return { versionId: id, folder, ...(ids && { ids }) }
}

/**
 * An archive of a version or a selection of it. Every object is looked at first, so that it is refused at once where one
 * is damaged, gone or of another size.
 */
export async function archiveOf(ctx: Context, version: VersionRow, selection: Selection) {
  const at = version.publishedAt ?? version.createdAt
  return storedZip(await entriesOf(ctx, version, selection), new Date(at.epochMilliseconds))
}

/** The same as entries of an archive that holds more than files. */
export async function entriesOf(ctx: Context, version: VersionRow, selection: Selection) {
  const files: ChosenFile[] = []
  for await (const file of chosenFiles(ctx, version, selection)) files.push(file)
  if (files.length === 0) throw new Problem('not-found', words.nothing)
  await refuseDamaged(ctx, files)
  const { objects } = ctx
  return files.map(({ name, sizeBytes, key }) => ({
    name,
    sizeBytes,
    read: async () => (await objects.find(key))?.body ?? wentAway(key),
    readInto: async (into: Uint8Array) => (await objects.readInto(key, into)) ?? wentAway(key),
  }))
}

function wentAway(key: string): never {
  throw new Error(`The object ${key} went away while its archive was read`)
}

/** How many objects are looked at at once. */
const looksAtOnce = 32

async function refuseDamaged(ctx: Context, files: readonly ChosenFile[]): Promise<void> {
  const looked = await pMap(files, async (file) => isSound(ctx, file), { concurrency: looksAtOnce })
  const damaged = files.filter((_, at) => looked[at] !== true).map(({ name }) => name)
  if (damaged.length > 0)
    throw new Problem('conflict', words.damaged(damaged.slice(0, 5), damaged.length), {
      code: 'damaged',
      files: damaged.slice(0, 100),
    })
}

async function isSound({ objects }: Context, { key, sizeBytes, damagedAt }: ChosenFile) {
  if (damagedAt) return false
  return (await objects.findSize(key)) === sizeBytes
}
