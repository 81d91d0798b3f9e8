import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Trx } from '../../src/core/database.ts'
import { contentTypeOf } from '../../src/datasets/files/rules.ts'
import { publishable } from '../support/publishable.ts'
import type { TestHouse } from '../support/house.ts'

type House = Pick<TestHouse, 'as' | 'db' | 'own' | 'services'>
type Stores = Pick<House, 'db'> & { services: Pick<House['services'], 'objects' | 'now'> }

/** Files by name; texts are UTF-8. */
export type Contents = Readonly<Record<string, string | Uint8Array>>

type Wanted = {
  /** Fields of the record: access, embargo, grade, titles. */
  input?: object
  files?: Contents
  terms?: { zh?: string; en?: string } | undefined
  /** A draft dataset has a draft version; the others are published with the first version. */
  state?: 'draft' | 'published'
}

export type SceneDataset = { id: string; number: number; versionId: string }

/** A dataset of the house's own institution with its first version and files, added by the curator. */
export async function addDataset(
  house: House,
  { input = {}, files = { 'data/day.csv': 'day,value\n1,2\n' }, terms, state }: Wanted = {},
): Promise<SceneDataset> {
  const { id } = await made(house, '/api/v1/datasets', {
    ...publishable.dataset,
    institution: house.own,
    title: { zh: '祁连山气象观测', en: 'Weather of the Qilian mountains' },
    ...input,
  })
  const version = await addVersion(house, id, { files, terms })
  if (state !== 'draft') await made(house, `/api/v1/datasets/${id}/publication`, {})
  return version
}

/** The next version of a dataset as a draft, with these files added to those it has by the version before. */
export async function addVersion(
  house: House,
  dataset: string,
  { files = {}, terms }: Pick<Wanted, 'files' | 'terms'> = {},
): Promise<SceneDataset> {
  const sent = terms ? { terms } : {}
  const version = await made(house, `/api/v1/datasets/${dataset}/versions`, sent)
  const { number = 0 } = version
  await addFiles(house, version.id, files)
  return { id: dataset, number, versionId: version.id }
}

/** Publishes a draft version of a published dataset. */
export const publishVersion = async (house: House, { id, number }: SceneDataset) =>
  made(house, `/api/v1/datasets/${id}/versions/${number}/publication`, {})

/** Verified bytes in the bucket, and the files that they are in a draft version; replaces files of the same name. */
export async function addFiles(
  { db, services }: Stores,
  versionId: string,
  files: Contents,
): Promise<void> {
  const { record_id } = await db
    .selectFrom('dataset_version')
    .select('record_id')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  const stored = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const key = `datasets/${record_id}/${randomUUID()}`
      const about = { contentType: contentTypeOf(name), sizeBytes: bytes.length }
      await services.objects.put(key, bytes, about)
      return { name, key, bytes }
    }),
  )
  const at = services.now()
  await db.transaction().execute(async (trx) => {
    for (const { name, key, bytes } of stored) {
      const row = { record_id, key, size_bytes: bytes.length, verified_at: at, checked_at: at }
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await attach(
        trx,
        { ...row, sha256: createHash('sha256').update(bytes).digest() },
        { versionId, name, at },
      )
    }
  })
}

type ObjectRow = {
  record_id: string
  key: string
  size_bytes: number
  sha256: Buffer
  verified_at: ReturnType<House['services']['now']>
  checked_at: ReturnType<House['services']['now']>
}

async function attach(
  trx: Trx,
  object: ObjectRow,
  { versionId, name, at }: { versionId: string; name: string; at: ObjectRow['verified_at'] },
) {
  const { id } = await trx
    .insertInto('dataset_object')
    .values(object)
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .deleteFrom('dataset_file')
    .where('version_id', '=', versionId)
    .where('path_key', '=', name.normalize('NFC'))
    .execute()
  await trx
    .insertInto('dataset_file')
    .values({
      version_id: versionId,
      object_id: id,
      path: name,
      content_type: contentTypeOf(name),
      added_at: at,
    })
    .execute()
}

const Made = z.looseObject({ id: z.string(), number: z.int().optional() })

async function made({ as }: House, path: string, body: object) {
  const answer = await as('demo-curator').post(path, body)
  const text = await answer.text()
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`)
  return Made.parse(JSON.parse(text))
}
