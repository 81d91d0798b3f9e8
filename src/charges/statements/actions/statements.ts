import { allowReading, signedIn } from '../../../core/permission.ts'
import { isStaffOf, isStaffOfAny } from '../../../instruments/rules/standing.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Temporal } from '../../../core/time.ts'
import { getLab } from '../../../people/labs/actions/labs.ts'
import { belongsToLab, leadsLab } from '../../../people/roles/rules.ts'
import type { Reach } from '../model.ts'
import { type ChargeRow, chargesToldIn } from '../../charges/queries/read.ts'
import { type StatementSum, sumStatements, type TenderRow, tendersOf } from '../queries.ts'
import { groupedCharges, type StatementPart } from '../rules/grouped.ts'
import { statementWords as words } from '../words.ts'

export type { StatementSum, TenderRow } from '../queries.ts'

type Lab = Awaited<ReturnType<typeof getLab>>

/** Whether what one sees of a statement is all of it, so that its sums are what is owed. */
const seesWhole = (ctx: Context, reach: Reach, institutionId: string): boolean =>
  reach === 'all' || isStaffOf(ctx.actor, { institutionId, collectionId: null })

export type StatementList = {
  lab: Lab
  reach: Reach
  items: (Omit<StatementSum, 'paidFen'> & { paidFen: number | null })[]
}

/** A lab's statements and what is not told yet, latest month first, as far as the viewer may see them. */
export async function listStatements(ctx: Context, labId: string): Promise<StatementList> {
  const { lab, reach } = await labToRead(ctx, labId)
  const sums = await sumStatements(ctx.db, ctx.actor, { labId: lab.id })
  return {
    lab,
    reach,
    items: sums.map((sum) => ({
      ...sum,
      paidFen: seesWhole(ctx, reach, sum.institutionId) ? sum.paidFen : null,
    })),
  }
}

/** What labs owe in a month, as far as it concerns the viewer: their labs, and those that used their instruments. */
export async function statementsIn(ctx: Context, month: string): Promise<StatementSum[]> {
  allowReading(ctx)
  return sumStatements(ctx.db, ctx.actor, { month })
}

export type Statement = StatementPart<ChargeRow> & {
  issuedAt: Temporal.Instant | null
  tenders: TenderRow[]
  /** Null where only a part of it is shown. */
  paidFen: number | null
}
export type MonthOfLab = { lab: Lab; reach: Reach; statements: Statement[]; totalFen: number }

/** What a lab is told in a month: issued, or as it stands so far. */
export async function getMonth(ctx: Context, labId: string, month: string): Promise<MonthOfLab> {
  const { lab, reach } = await labToRead(ctx, labId)
  const rows = await chargesToldIn(ctx.db, ctx.actor, { labId: lab.id, month })
  const parts = groupedCharges(rows)
  const issued = parts.flatMap(({ statementId }) => statementId ?? [])
  const tenders = await tendersOf(ctx.db, issued)
  const statements = parts.map((part) => {
    const paid = tenders.filter(({ statementId }) => statementId === part.statementId)
    const isWhole = seesWhole(ctx, reach, part.institutionId)
    return {
      ...part,
      issuedAt: rows.find((row) => row.institutionId === part.institutionId)?.issuedAt ?? null,
      tenders: isWhole ? paid : [],
      paidFen: isWhole ? paid.reduce((sum, { amountFen }) => sum + amountFen, 0) : null,
    }
  })
  const totalFen = statements.reduce((sum, part) => sum + part.totalFen, 0)
  return { lab, reach, statements, totalFen }
}

async function labToRead(ctx: Context, labId: string): Promise<{ lab: Lab; reach: Reach }> {
  const { actor } = ctx
  if (actor.type !== 'system') signedIn(ctx)
  const lab = await getLab(ctx, labId)
  if (leadsLab(actor, lab)) return { lab, reach: 'all' }
  if (isStaffOfAny(actor)) return { lab, reach: 'staff' }
  if (belongsToLab(actor, lab)) return { lab, reach: 'own' }
  throw new Problem('forbidden', words.notForYou)
}
