import { getRecord } from '../../catalog/records/actions/read.ts'
import type { Context } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { defaultZone } from '../../core/time.ts'
import { manifestOf } from '../../datasets/versions/actions.ts'
import { findCentre } from '../centres/actions.ts'
import type { ItemRow } from '../plans/actions.ts'
import { sidesOf } from '../plans/rules.ts'
import { Said } from './model.ts'
import { findManifestOf, findReceipt, findReceiptOf, insertReceipt, nextSerial } from './queries.ts'
import { receiptWords as words } from './words.ts'

type Received = { item: ItemRow; recordId: string; version: { id: string; number: number } }

/** Issues the receipt of a deposit, of its files as they are now. Its number follows the last one of the centre and year. */
export async function issueReceipt(
  trx: Trx,
  ctx: Context,
  { item, recordId, version }: Received,
): Promise<{ number: string }> {
  const inside = { ...ctx, db: trx }
  const centre = await findCentre(inside, item.centreId)
  const { row } = await getRecord(inside, recordId, 'dataset')
  const manifest = await manifestOf(trx, version.id)
  const { year } = ctx.now().toZonedDateTimeISO(defaultZone)
  const serial = await nextSerial(trx, item.centreId, year)
  const number = `${centre?.code ?? ''}-${year}-${String(serial).padStart(4, '0')}`
  await insertReceipt(trx, {
    number,
    centre_id: item.centreId,
    year,
    serial,
    item_id: item.id,
    issued_at: ctx.now(),
    issued_by: personIdOf(ctx),
    said: JSON.stringify(saidOf(item, { row, version })),
    grade: item.grade,
    file_count: manifest.fileCount,
    size_bytes: manifest.sizeBytes,
    manifest: manifest.text,
    manifest_sha256: manifest.sha256,
  })
  return { number }
}

type Named = { row: { id: string; titleZh: string | null; titleEn: string | null } }

const saidOf = (item: ItemRow, { row, version }: Named & Pick<Received, 'version'>): Said => ({
  centre: item.centre.name,
  institution: item.institution.name,
  project: item.project.title,
  awardNumber: item.project.awardNumber,
  funder: item.funder,
  leader: item.leader,
  title: { zh: row.titleZh, en: row.titleEn },
  dataKind: item.dataKind,
  sharing: item.sharing,
  embargoUntil: item.embargoUntil,
  recordId: row.id,
  versionNumber: version.number,
})

/** A receipt as anybody may see it; of core data no details, but to who had to do with it. */
export async function getReceipt(ctx: Context, number: string) {
  const row = await findReceipt(ctx.db, ctx.actor, number.slice(0, 40))
  if (!row) throw new Problem('not-found', words.none)
  const { centre, recordId: _, ...said } = Said.parse(row.said)
  const isParty = sidesOf(ctx.actor, row).length > 0
  const { fileCount, sizeBytes, manifestSha256, recordId, itemId } = row
  const isShown = row.grade !== 'core' || isParty
  return {
    number: row.number,
    issuedAt: row.issuedAt,
    centre,
    grade: row.grade,
    isParty,
    itemId,
    details: isShown ? { ...said, fileCount, sizeBytes, manifestSha256, recordId } : null,
  }
}
export type Receipt = Awaited<ReturnType<typeof getReceipt>>

/** The version that a deposit’s receipt is of; undefined where there is no receipt yet. */
export async function receivedVersion({ db }: Context, itemId: string) {
  const row = await findReceiptOf(db, itemId)
  if (!row) return undefined
  const { said, fileCount, sizeBytes } = row
  return { versionNumber: Said.parse(said).versionNumber, fileCount, sizeBytes }
}

/** The list of files that a receipt is of: for who had to do with it, whatever may be read of the dataset now. */
export async function getManifest(ctx: Context, number: string): Promise<string> {
  const row = await findManifestOf(ctx.db, ctx.actor, number.slice(0, 40))
  if (!row) throw new Problem('not-found', words.none)
  if (sidesOf(ctx.actor, row).length === 0) throw new Problem('forbidden', words.forParties)
  return row.manifest
}
