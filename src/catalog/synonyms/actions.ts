import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { allowAnyCurator } from '../../people/roles/actions/roles.ts'
import {
  keysOf,
  type NewSynonyms,
  type SynonymChange,
  type SynonymFilter,
  synonymForm,
  wordsIn,
} from './model.ts'
import {
  findSynonyms,
  insertSynonyms,
  listSynonyms,
  lockSynonyms,
  type SynonymRow,
  updateSynonyms,
} from './queries.ts'
import { synonymWords as words } from './words.ts'

export async function getSynonyms(ctx: Context, id: string): Promise<SynonymRow> {
  const row = isId(id) ? await findSynonyms(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noGroup)
  return row
}

/** Groups in the order of their first words. */
export const searchSynonyms = ({ db }: Context, asked: Paging & SynonymFilter) =>
  listSynonyms(db, asked)

/** Words that search takes for the same from now on. By curators and administrators. */
export async function createSynonyms(ctx: Context, input: NewSynonyms): Promise<{ id: string }> {
  allowAnyCurator(ctx)
  const group = synonymForm.whole(input)
  return transact(ctx, async (trx) => {
    const id = await insertSynonyms(trx, { ...columnsOf(group), created_at: ctx.now() })
    const audited = { entity: 'synonym_group', entityId: id, after: group } as const
    await recordChange(trx, ctx, { action: 'synonym_group.create', ...audited })
    return { id }
  })
}

/** Changes the named fields; absent ones stay. */
export async function editSynonyms(
  ctx: Context,
  change: SynonymChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAnyCurator(ctx)
  await transact(ctx, async (trx) => {
    const row = isId(id) ? await lockSynonyms(trx, id) : undefined
    if (!row) throw new Problem('not-found', words.noGroup)
    if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
    const before = { words: row.words, narrower: row.narrower, closed: row.closed }
    const after = { ...before, ...change }
    const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
    await updateSynonyms(trx, id, { ...columnsOf(after), closed_at })
    const audited = { entity: 'synonym_group', entityId: id, before, after } as const
    await recordChange(trx, ctx, { action: 'synonym_group.edit', ...audited })
  })
}

function columnsOf({ words: same, narrower }: { words: string; narrower: string | null }) {
  const list = wordsIn(same)
  return { words: list, narrower: wordsIn(narrower ?? ''), keys: keysOf(list) }
}
