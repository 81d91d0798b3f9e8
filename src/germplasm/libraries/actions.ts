import { recordChange } from '../../audit/actions.ts'
import { countLibraries } from '../../catalog/search/actions.ts'
import { upsertTerm } from '../../catalog/vocabularies/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { allowAdministrator } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { bothLanguages, type LocalText } from '../../core/text.ts'
import { countedPaths } from '../taxa/actions.ts'
import { type Library, type LibraryChange, libraryForm, type NewLibrary } from './model.ts'
import {
  findLibrary,
  insertLibrary,
  type LibraryRow,
  listLibraries,
  lockLibrary,
  updateLibrary,
} from './queries.ts'
import { objectionsToLibrary } from './rules.ts'
import { libraryWords as words } from './words.ts'

/** A library by its code; closed ones answer too, for their records stay. */
export async function getLibrary(ctx: Context, code: string): Promise<LibraryRow> {
  const row = await findLibrary(ctx.db, code)
  if (!row) throw new Problem('not-found', words.noLibrary)
  return row
}

/** A library that is open; undefined for any other code. */
export async function findOpenLibrary(ctx: Context, code: string): Promise<LibraryRow | undefined> {
  const row = await findLibrary(ctx.db, code)
  return row?.closedAt ? undefined : row
}

/** Open libraries in their order. */
export const searchLibraries = ({ db }: Context, paging: Paging) => listLibraries(db, paging)

/** The same with how many records of each the caller may see. */
export async function countedLibraries(ctx: Context) {
  const { items } = await searchLibraries(ctx, { limit: 200 })
  const counts = await countLibraries(
    ctx,
    items.map(({ id }) => id),
  )
  return items.map((library, at) => ({ ...library, total: counts[at]?.total ?? noRecords }))
}

const noRecords = { value: 0, relation: 'eq' as const }

/** How many records of a library the caller may see each taxon has, with the way down to it from its family. */
export async function libraryTaxa(ctx: Context, code: string) {
  await getLibrary(ctx, code)
  return countedPaths(ctx, { library: [code], limit: 1 }, { shownRanks })
}

/** Orders and above say little of what one looks for. */
const shownRanks = ['family', 'genus', 'species'] as const

/** Makes one more library: records may then have its code. By administrators. */
export async function createLibrary(ctx: Context, input: NewLibrary): Promise<{ id: string }> {
  allowAdministrator(ctx)
  const { code, ...library } = libraryForm.whole(input)
  refuseUnfit(library)
  await unlessBroken('library_code_taken', words.codeTaken, () =>
    transact(ctx, async (trx) => {
      const entityId = await insertLibrary(trx, { code, ...columnsOf(library) })
      await writeTerm(trx, code, { ...library, closed: false })
      const audited = { entity: 'library', entityId, after: { code, ...library } } as const
      await recordChange(trx, ctx, { action: 'library.create', ...audited })
    }),
  )
  return { id: code }
}

/** Changes the named fields; absent ones stay. What is found by the library's name is then found by its new one. */
export async function editLibrary(
  ctx: Context,
  change: LibraryChange,
  { id: code, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const row = await lockLibrary(trx, code)
    if (!row) throw new Problem('not-found', words.noLibrary)
    if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
    const before = { ...row, closed: row.closedAt !== null }
    const after = { ...before, ...change }
    refuseUnfit(after)
    const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
    await updateLibrary(trx, code, { ...columnsOf(after), closed_at })
    await writeTerm(trx, code, after)
    if (isRenamed(before, after)) await ctx.jobs.add(trx, 'reindex_records', {}, { key: 'reindex' })
    const audited = { entity: 'library', entityId: row.rowId, before, after } as const
    await recordChange(trx, ctx, { action: 'library.edit', ...audited })
  })
}

function refuseUnfit(library: Whole<Library>): void {
  const issues = objectionsToLibrary(library)
  if (issues.length > 0) throw new Problem('invalid', words.unfit, { issues })
}

type Named = { name: LocalText }

const isRenamed = (before: Named, after: Named) =>
  before.name.zh !== after.name.zh || before.name.en !== after.name.en

const writeTerm = (trx: Trx, code: string, library: Whole<Library> & { closed: boolean }) =>
  upsertTerm(trx, {
    vocabulary: 'library',
    code,
    label: bothLanguages(library.name),
    parent: library.profile ?? library.kind,
    position: library.position,
    isOffered: !library.closed,
  })

const columnsOf = ({ name, about, kind, profile, highlights, position }: Whole<Library>) => ({
  kind,
  profile,
  highlights,
  position,
  name_zh: name.zh,
  name_en: name.en,
  about_zh: about.zh,
  about_en: about.en,
})
