import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { personIdOf, writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { fileNameOf } from '../../../files/pictures/rules.ts'
import { attachObjects } from '../../../files/uploads/actions.ts'
import { storeFiles } from '../../../orders/forms/actions.ts'
import { getRequest, getRequestRow } from '../../requests/actions/read.ts'
import type { Side } from '../../requests/model/events.ts'
import { mostFiles } from '../model.ts'
import { filesOfReport, insertFile, reportsOfRequest } from '../queries.ts'
import { reportWords as words } from '../words.ts'

type Key = { id: string; report: string }

export const mayAddFiles = (sides: readonly Side[]): boolean =>
  sides.includes('requester') || sides.includes('member')

/** Refuses whoever may not add a file to this report; asked before a byte of it is read. */
export async function refuseUnlessFiled(ctx: Context, { id, report }: Key): Promise<void> {
  writing(ctx)
  const { sides } = await getRequest(ctx, { id })
  await getReport(ctx, { id, report })
  if (!mayAddFiles(sides)) throw new Problem('forbidden', words.notYours)
}

/** A report of a request of which the caller is a side. */
async function getReport(ctx: Context, { id, report }: Key) {
  const row = await getRequestRow(ctx, id)
  const found = (await reportsOfRequest(ctx.db, ctx.actor, row.id)).find((one) => one.id === report)
  if (!found) throw new Problem('not-found', words.noReport)
  return { row, found }
}

/** Adds a file to a report that was given; whatever is refused leaves nothing behind. */
export async function addReportFile(
  ctx: Context,
  { id, report }: Key,
  file: { name: string; bytes: Uint8Array },
): Promise<{ id: string; name: string; sizeBytes: number }> {
  await refuseUnlessFiled(ctx, { id, report })
  const { row } = await getReport(ctx, { id, report })
  const name = fileNameOf(file.name)
  const sizeBytes = file.bytes.length
  const files = [{ ...file, field: null }]
  return storeFiles(ctx, { folder: 'use-reports', files }, ([stored]) =>
    transact(ctx, async (trx) => {
      const others = await filesOfReport(trx, report)
      if (others.length >= mostFiles) throw new Problem('conflict', words.tooManyFiles(mostFiles))
      if (!stored) throw new Problem('invalid', words.fileNeeded)
      await attachObjects(trx, [stored.key])
      const kept = { object_key: stored.key, file_name: name, size_bytes: sizeBytes }
      const by = { added_at: ctx.now(), added_by: personIdOf(ctx) }
      const made = { report_id: report, ...kept, ...by, sha256: stored.sha256 }
      const fileId = await insertFile(trx, made)
      await recordChange(trx, ctx, {
        action: 'request.report_file',
        entity: 'request',
        entityId: row.id,
        institutionId: row.institutionId,
        after: { number: row.number, file: name },
      })
      return { id: fileId, name, sizeBytes }
    }),
  )
}

/** A file of a report, for whoever is a side of its request. */
export async function getReportFile(ctx: Context, { id, report, file }: Key & { file: string }) {
  await getReport(ctx, { id, report })
  const found = (await filesOfReport(ctx.db, report)).find((one) => one.id === file)
  if (!isId(file) || !found) throw new Problem('not-found', words.noFile)
  return found
}
