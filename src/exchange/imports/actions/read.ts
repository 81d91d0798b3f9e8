import type { Context } from '../../../core/context.ts'
import type { Page, Paging } from '../../../core/paging.ts'
import { allowReading, isAdministrator } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { inLang } from '../../../core/text.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'
import type { RowProblem } from '../../model.ts'
import { type ImportReport, mostProblems } from '../model.ts'
import {
  alikeIn,
  changesIn,
  countChanges,
  findImport,
  type ImportRow,
  listChanges,
  listImports,
  problemsIn,
  rejectedIn,
} from '../queries.ts'
import { csvOfRejected } from '../rules/returned.ts'
import { importWords as words } from '../words.ts'

/** Imports of the institutions that one keeps, newest first. */
export async function searchImports(ctx: Context, paging: Paging): Promise<Page<Presented>> {
  allowReading(ctx)
  const page = await listImports(ctx.db, keptInstitutions(ctx), paging)
  return { ...page, items: page.items.map((row) => presented(ctx, row)) }
}

/** Null for all. */
function keptInstitutions({ actor }: Context): readonly string[] | null {
  if (isAdministrator(actor)) return null
  return actor.type === 'person' ? actor.curates.institutionIds : []
}

/** One import with its first problems and changes. */
export async function getImport(ctx: Context, id: string) {
  const row = await findOwnImport(ctx, id)
  const [problems, changed, alike] = await Promise.all([
    problemsIn(ctx.db, id, mostProblems),
    changesIn(ctx.db, id, mostProblems),
    alikeIn(ctx.db, ctx.actor, id, mostProblems),
  ])
  const all = [...row.notes, ...problems].slice(0, mostProblems)
  return {
    ...presented(ctx, row),
    problems: all.map((one) => inReadersLang(ctx, one)),
    changed,
    alike,
  }
}

/** An import of an institution that one keeps; nobody else may know of it. */
export async function findOwnImport(ctx: Context, id: string): Promise<ImportRow> {
  allowReading(ctx)
  const row = isId(id) ? await findImport(ctx.db, id) : undefined
  if (!row || !managesInstitution(ctx.actor, row.institutionId))
    throw new Problem('not-found', words.noImport)
  return row
}

/** Every cell that was understood otherwise than it was typed, in the order of the file. */
export async function changesOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const found = await findOwnImport(ctx, id)
  return listChanges(ctx.db, found.id, paging)
}

type Presented = ReturnType<typeof presented>

const presented = (ctx: Context, { understood, failure, ...row }: ImportRow) => ({
  ...row,
  understood: understood && inLang(understood, ctx.lang),
  failure: failure && inLang(failure, ctx.lang),
})

const inReadersLang = (ctx: Context, { detail, ...problem }: RowProblem) => ({
  ...problem,
  detail: inLang(detail, ctx.lang),
})

/** Everything that is to be said about an import that has ended; refused where nothing of the file could be read. */
export async function reportOf(ctx: Context, id: string): Promise<ImportReport> {
  const row = await findOwnImport(ctx, id)
  if (row.failure) throw new Problem('invalid', row.failure)
  const [problems, changed, changedCount] = await Promise.all([
    problemsIn(ctx.db, id, mostInReport),
    changesIn(ctx.db, id, mostInReport),
    countChanges(ctx.db, id),
  ])
  const { rows, understood, notes } = row
  return { id, rows, understood, problems: [...notes, ...problems], changed, changedCount }
}

/** Nobody reads more of them on a terminal. */
const mostInReport = 10_000

/** The refused rows as a file to mend and send again: as they came, each with its reasons in the reader's language. */
export async function rejectedFile(ctx: Context, id: string): Promise<string> {
  const { header } = await findOwnImport(ctx, id)
  return csvOfRejected(header ?? [], await rejectedIn(ctx.db, id), ctx.lang)
}
