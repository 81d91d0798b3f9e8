import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import { isAdministrator, writing } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { validated } from '../../core/validated.ts'
import { getOf, type Resource, resource } from '../calls/actions.ts'
import type { Answer } from '../calls/model.ts'
import { writeReferences } from '../calls/queries.ts'
import { callWords } from '../calls/words.ts'
import { Items, type NewList } from './model.ts'
import { insertList, itemsOf, listSource, lockList, updateList } from './queries.ts'
import { listOf } from './rules.ts'

const summaries = resource({
  path: '/lists',
  id: 'listDbId',
  isSearched: true,
  source: listSource,
  show: (rows) => rows.map(listOf),
})

/** Lists of one’s own; a single one has its items. */
export const lists: Resource = { ...summaries, get: getList }

export async function getList(ctx: Context, id: string): Promise<Answer> {
  const row = await getOf(ctx, { source: listSource, id: 'listDbId' }, id)
  return { ...listOf(row), data: await itemsOf(ctx.db, row.id) }
}

/** Keeps a list for who sends it. */
export async function createList(ctx: Context, input: NewList): Promise<string> {
  const { personId } = writing(ctx)
  const at = ctx.now()
  return transact(ctx, async (trx) => {
    const id = await insertList(trx, {
      ...columnsOf(input),
      person_id: personId,
      items: input.data ?? [],
      created_at: at,
      updated_at: at,
    })
    await writeReferences(trx, { entity: 'list', id }, input.externalReferences ?? [])
    const after = { name: input.listName, type: input.listType }
    await recordChange(trx, ctx, { action: 'list.create', entity: 'list', entityId: id, after })
    return id
  })
}

/** Replaces what is said of a list, and its items where some are sent. */
export const replaceList = async (ctx: Context, id: string, input: NewList): Promise<void> =>
  changeList(ctx, id, (items) => ({ ...columnsOf(input), items: input.data ?? items }))

/** Adds what is not in a list yet. */
export const extendList = async (
  ctx: Context,
  id: string,
  added: readonly string[],
): Promise<void> =>
  changeList(ctx, id, (items) => ({ items: validated(Items, [...new Set([...items, ...added])]) }))

type Columns = Partial<ReturnType<typeof columnsOf>> & { items: string[] }

async function changeList(
  ctx: Context,
  id: string,
  change: (items: string[]) => Columns,
): Promise<void> {
  const { personId } = writing(ctx)
  await transact(ctx, async (trx) => {
    const list = isId(id) ? await lockList(trx, id) : undefined
    if (!list || (list.ownerId !== personId && !isAdministrator(ctx.actor)))
      throw new Problem('not-found', callWords.notFound('listDbId'))
    const { items, ...said } = change(list.items)
    await updateList(trx, id, { ...said, items, updated_at: ctx.now() })
    await recordChange(trx, ctx, {
      action: 'list.edit',
      entity: 'list',
      entityId: id,
      before: { size: list.items.length },
      after: { size: items.length, ...(said.name !== undefined && { name: said.name }) },
    })
  })
}

const columnsOf = (input: NewList) => ({
  name: input.listName,
  type: input.listType,
  description: input.listDescription || null,
  source: input.listSource || null,
})
