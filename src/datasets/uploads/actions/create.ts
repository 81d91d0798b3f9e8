import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { asBuffer } from '../../../core/secrets.ts'
import { randomName } from '../../../files/uploads/actions.ts'
import { contentTypeOf } from '../../files/rules.ts'
import { partSizeFor } from '../../sending/rules/parts.ts'
import { getVersion, holdDraft, type VersionKey, type VersionRow } from '../../versions/actions.ts'
import { refuseOverQuota } from '../../storage/actions.ts'
import type { NewFile, NewUploads } from '../model.ts'
import { findUploads, insertUploads, namesUnderWay } from '../queries/uploads.ts'
import { daysToFinish } from '../rules.ts'
import { uploadWords as words } from '../words.ts'
import { type Started, started } from './start.ts'

/** Addresses of parts in the answer to a new upload. */
const firstAddresses = 100

/**
 * Announces files that will be sent into a draft: all of them or none. Each is a row with its key before a byte of it is
 * stored. Names under way already are refused, and named: their uploads are gone on with, or cancelled.
 */
export async function createUploads(
  ctx: Context,
  input: NewUploads,
  key: VersionKey,
): Promise<Partial<Started> & { items?: Started[] }> {
  allowWriting(ctx)
  await getVersion(ctx, key)
  const { name = '', sizeBytes = 0, sha256 } = input
  const files = input.files ?? [{ name, sizeBytes, ...(sha256 !== undefined && { sha256 }) }]
  refuseTwice(files)
  const rows = await transact(ctx, async (trx) => {
    const version = await holdDraft(trx, ctx, key)
    await refuseUnderWay(trx, version.id, files)
    const bytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
    await refuseOverQuota(trx, { recordId: version.recordId, bytes })
    const ids = await insertUploads(
      trx,
      files.map((file) => rowOf(ctx, version, file)),
    )
    await recordChange(trx, ctx, {
      action: 'upload.begin',
      entity: 'dataset_version',
      entityId: version.id,
      institutionId: version.institutionId,
      after: { names: files.slice(0, 20).map((file) => file.name), count: files.length, bytes },
    })
    const found = new Map((await findUploads(trx, version.id, ids)).map((row) => [row.id, row]))
    return ids.flatMap((id) => found.get(id) ?? [])
  })
  const items = await Promise.all(rows.map(async (row) => started(ctx, row, firstAddresses)))
  return input.files ? { items } : { ...items[0] }
}

function refuseTwice(files: readonly NewFile[]): void {
  const seen = new Set<string>()
  for (const [at, { name }] of files.entries()) {
    const key = name.normalize('NFC')
    if (seen.has(key)) throw invalidField(`files.${at}.name`, words.twice(name))
    seen.add(key)
  }
}

/** The version is held, so nobody else begins one of these names meanwhile. */
async function refuseUnderWay(trx: Trx, versionId: string, files: readonly NewFile[]) {
  const uploads = await namesUnderWay(
    trx,
    versionId,
    files.map(({ name }) => name),
  )
  if (uploads.length === 0) return
  const names = uploads.slice(0, 3).map(({ name }) => name)
  throw new Problem('conflict', words.underWay(names, uploads.length), {
    code: 'uploads_under_way',
    uploads,
  })
}

function rowOf(ctx: Context, version: VersionRow, { name, sizeBytes, sha256 }: NewFile) {
  return {
    version_id: version.id,
    record_id: version.recordId,
    path: name,
    size_bytes: sizeBytes,
    content_type: contentTypeOf(name),
    sha256: sha256 === undefined ? null : asBuffer(Buffer.from(sha256, 'hex')),
    key: `datasets/${version.recordId}/${randomName()}`,
    part_size_bytes: partSizeFor(sizeBytes),
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
    expires_at: ctx.now().add({ hours: 24 * daysToFinish }),
  }
}
