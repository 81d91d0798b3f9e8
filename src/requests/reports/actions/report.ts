import { type Context, transact } from '../../../core/context.ts'
import { writing } from '../../../core/permission.ts'
import { giveCommandIn } from '../../requests/actions/command.ts'
import { getRequestRow } from '../../requests/actions/read.ts'
import { isApproved } from '../../requests/rules/state.ts'
import type { UseReport } from '../model.ts'
import { insertReport, reportsOfRequest, reportsOnRecord } from '../queries.ts'
import { linesOf, publicationOf } from '../rules.ts'

/** Reports on all that the request gave: results, publications, patents. */
export async function reportUse(
  ctx: Context,
  report: UseReport,
  { id }: { id: string },
): Promise<{ id: string }> {
  const { personId } = writing(ctx)
  const { publications, patents, varieties, results, contractNumber, contractFen } = report
  const row = {
    by_id: personId,
    at: ctx.now(),
    results,
    publications: JSON.stringify(linesOf(publications).map((line) => publicationOf(line))),
    patents: linesOf(patents),
    varieties: linesOf(varieties),
    contract_number: contractNumber ?? null,
    contract_fen: contractFen ?? null,
  }
  return transact(ctx, (trx) =>
    giveCommandIn(trx, ctx, {
      key: { id },
      wish: (_, { request }) => ({
        command: 'use_report',
        itemIds: request.items.filter(isApproved).map((item) => item.id),
      }),
      alongside: async (held) =>
        insertReport(
          trx,
          { ...row, request_id: held.row.id },
          held.request.items
            .filter(isApproved)
            .map((item) => ({ itemId: item.id, recordId: item.recordId })),
        ),
    }),
  )
}

/** The reports on a request, for whoever is a side of it. */
export async function searchReports(ctx: Context, { id }: { id: string }) {
  const row = await getRequestRow(ctx, id)
  return reportsOfRequest(ctx.db, row.id)
}

/** What came of the use of a record; everybody who may know of it. */
export async function impactOf(ctx: Context, recordId: string) {
  const reports = await reportsOnRecord(ctx.db, recordId)
  const all = reports.flatMap((report) => report.publications)
  return {
    reports: reports.length,
    publications: [...new Map(all.map((one) => [one.doi ?? one.text, one])).values()],
    patents: [...new Set(reports.flatMap(({ patents }) => patents))],
    varieties: [...new Set(reports.flatMap(({ varieties }) => varieties))],
  }
}
