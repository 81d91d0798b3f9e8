import { createHash, randomUUID } from 'node:crypto'
import type { Services } from '../../src/web/services.ts'
import type { TestHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

/** A dataset of the curator's institution with a draft of its first version. */
export async function draftDataset(house: TestHouse, title = '祁连山气象观测') {
  const input = { ...publishable.dataset, institution: house.own, title: { zh: title } }
  const dataset = await house.add('dataset', input, { publish: false })
  const begun = await house.as('demo-curator').post(`/api/v1/datasets/${dataset}/versions`, {})
  if (begun.status !== 201) throw new Error(await begun.text())
  const { id: version } = await house.db
    .selectFrom('dataset_version')
    .where('record_id', '=', dataset)
    .select('id')
    .executeTakeFirstOrThrow()
  return { dataset, version }
}

type Of = { dataset: string; version: string }

/** A file whose bytes are stored and verified, as an upload leaves it. */
export async function storeFile(
  { db, objects, now }: Pick<Services, 'db' | 'objects' | 'now'>,
  { dataset, version }: Of,
  { path, bytes }: { path: string; bytes: Uint8Array },
) {
  const key = `datasets/${randomUUID()}`
  const about = { contentType: 'application/octet-stream', sizeBytes: bytes.length }
  await objects.put(key, bytes, about)
  const { id } = await db
    .insertInto('dataset_object')
    .values({
      record_id: dataset,
      key,
      size_bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      verified_at: now(),
      checked_at: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('dataset_file')
    .values({
      version_id: version,
      object_id: id,
      path,
      content_type: 'text/csv',
      added_at: now(),
    })
    .execute()
  return { id, key }
}
