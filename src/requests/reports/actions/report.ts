import { getRecord } from '../../../catalog/records/actions/read.ts'
import { writesRecord } from '../../../catalog/records/rules/record.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { writing } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { addDescentIn, holdPedigrees } from '../../../germplasm/pedigree/actions.ts'
import { giveCommandIn } from '../../requests/actions/command.ts'
import { getRequestRow } from '../../requests/actions/read.ts'
import { isApproved, type Item } from '../../requests/rules/state.ts'
import type { UseReport } from '../model.ts'
import {
  derivedFrom,
  hasGermplasm,
  insertDerived,
  insertReport,
  reportsOfRequest,
  reportsOnRecord,
} from '../queries.ts'
import { derivedOf, linesOf, publicationOf } from '../rules.ts'
import { reportWords as words } from '../words.ts'

/** Reports on all that the request gave: results, publications, patents, and accessions that came of it. */
export async function reportUse(
  ctx: Context,
  report: UseReport,
  { id }: { id: string },
): Promise<{ id: string }> {
  const { personId } = writing(ctx)
  const row = { ...rowOf(report), by_id: personId, at: ctx.now() }
  const lines = linesOf(report.derived)
  return transact(ctx, async (trx) => {
    // Before any row, so that nobody waits for a lock that a waiting one holds.
    if (lines.length > 0) await holdPedigrees(trx)
    return giveCommandIn(trx, ctx, {
      key: { id },
      wish: (_, { request }) => ({
        command: 'use_report',
        itemIds: request.items.filter(isApproved).map((item) => item.id),
      }),
      alongside: async (held) => {
        const items = held.request.items.filter(isApproved)
        const reportId = await insertReport(
          trx,
          { ...row, request_id: held.row.id },
          items.map((item) => ({ itemId: item.id, recordId: item.recordId })),
        )
        for (const line of lines)
          // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
          await addDerived(trx, ctx, { reportId, items, line })
      },
    })
  })
}

const rowOf = (report: UseReport) => ({
  results: report.results,
  publications: JSON.stringify(linesOf(report.publications).map((line) => publicationOf(line))),
  patents: linesOf(report.patents),
  varieties: linesOf(report.varieties),
  contract_number: report.contractNumber ?? null,
  contract_fen: report.contractFen ?? null,
})

type Derived = { reportId: string; items: readonly Item[]; line: string }

/** Notes an accession that came of an item; in its pedigree where the reporter may change it. */
async function addDerived(trx: Trx, ctx: Context, { reportId, items, line }: Derived) {
  const named = derivedOf(line)
  const inside = { ...ctx, db: trx }
  const child = named && (await accessionNamed(inside, named.record))
  if (!child) throw invalidField('derived', words.noDerived(line))
  const parentId = await parentAmong(trx, items, named.parent)
  if (parentId === undefined) throw invalidField('derived', words.whichParent(line))
  if (parentId === child.id || writesRecord(ctx.actor, child))
    await addDescentIn(trx, ctx, { childId: child.id, parentId })
  const row = { report_id: reportId, record_id: child.id, parent_id: parentId }
  await insertDerived(trx, [row])
}

async function accessionNamed(ctx: Context, id: string) {
  try {
    const { row } = await getRecord(ctx, id, 'accession')
    return row.withdrawnAt ? undefined : row
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return undefined
    throw error
  }
}

/** The accession of the request that is named, or its only one. */
async function parentAmong(trx: Trx, items: readonly Item[], named: string | undefined) {
  const ids = [...new Set(items.map(({ recordId }) => recordId))]
  const accessions: string[] = []
  for (const id of ids)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (await hasGermplasm(trx, [id])) accessions.push(id)
  if (named !== undefined) return accessions.find((id) => id === named)
  return accessions.length === 1 ? accessions[0] : undefined
}

/** The reports on a request, for whoever is a side of it. */
export async function searchReports(ctx: Context, { id }: { id: string }) {
  const row = await getRequestRow(ctx, id)
  return reportsOfRequest(ctx.db, ctx.actor, row.id)
}

/** What came of the use of a record; everybody who may know of it. */
export async function impactOf(ctx: Context, recordId: string) {
  const [reports, derived] = await Promise.all([
    reportsOnRecord(ctx.db, recordId),
    derivedFrom(ctx.db, ctx.actor, recordId),
  ])
  const all = reports.flatMap((report) => report.publications)
  const contracts = reports.flatMap(({ contractNumber, contractFen }) =>
    contractNumber === null ? [] : [{ number: contractNumber, fen: contractFen }],
  )
  const each = [...new Map(contracts.map((one) => [one.number, one])).values()]
  return {
    reports: reports.length,
    publications: [...new Map(all.map((one) => [one.doi ?? one.text, one])).values()],
    patents: [...new Set(reports.flatMap(({ patents }) => patents))],
    varieties: [...new Set(reports.flatMap(({ varieties }) => varieties))],
    contracts: each.length,
    contractFen: each.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    derived,
  }
}
