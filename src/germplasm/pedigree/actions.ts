import { recordChange } from '../../audit/actions.ts'
import { holdRecord } from '../../catalog/records/actions/edit.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { most, type NewParent, type Pedigree } from './model.ts'
import {
  ancestry,
  deleteParentage,
  descent,
  findParentage,
  insertParentage,
  isAncestor,
  lockPedigrees,
} from './queries.ts'
import { pedigreeWords as words } from './words.ts'

/** Parents and progeny of an accession, a few generations each way, as far as the caller may know of them. */
export async function pedigreeOf(ctx: Context, id: string): Promise<Pedigree> {
  const { row } = await getRecord(ctx, id, 'accession')
  if (row.withdrawnAt) return { ancestors: [], progeny: [], isWhole: true }
  const [above, below] = await Promise.all([
    ancestry(ctx.db, ctx.actor, id),
    descent(ctx.db, ctx.actor, id),
  ])
  return {
    ancestors: above.slice(0, most.parentages).map(({ parentId, titleZh, titleEn, ...one }) => ({
      ...one,
      parent: parentId === null ? null : { id: parentId, title: { zh: titleZh, en: titleEn } },
    })),
    progeny: below
      .slice(0, most.parentages)
      .flatMap(({ id: parentage, parentId, childId, role, depth, titleZh, titleEn }) => {
        const child = { id: childId, title: { zh: titleZh, en: titleEn } }
        return parentId === null ? [] : [{ id: parentage, parentId, role, child, depth }]
      }),
    isWhole: Math.max(above.length, below.length) <= most.parentages,
  }
}

/** Says who a parent of an accession is. By its curators; a circle is refused. */
export async function addParent(
  ctx: Context,
  { role, record, name }: NewParent,
  { id: childId }: { id: string },
): Promise<Parentage> {
  await getRecord(ctx, childId, 'accession')
  const parent = record === undefined ? undefined : await parentOf(ctx, record)
  return unlessTaken(() =>
    transact(ctx, async (trx) => {
      // Before any row, so that nobody waits for a lock that a waiting one holds.
      await lockPedigrees(trx)
      const child = await holdRecord(trx, ctx, { id: childId })
      if (parent && (await isAncestor(trx, childId, parent.id)))
        throw invalidField('record', childId === parent.id ? words.itself : words.circle)
      const made = { child_id: childId, role, created_at: ctx.now() }
      const who = { parent_id: parent?.id ?? null, parent_name: name ?? null }
      const id = await insertParentage(trx, { ...made, ...who })
      await recordChange(trx, ctx, {
        action: 'pedigree.add',
        entity: 'record',
        entityId: childId,
        institutionId: child.institutionId,
        after: { role, parent: parent?.title ?? name },
      })
      return { id, childId }
    }),
  )
}

type Parentage = { id: string; childId: string }

async function parentOf(ctx: Context, id: string) {
  try {
    const { row } = await getRecord(ctx, id, 'accession')
    return { id: row.id, title: { zh: row.titleZh, en: row.titleEn } }
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found')
      throw invalidField('record', words.noRecord)
    throw error
  }
}

/** Held until the end of the transaction; to be taken before any row. */
export { lockPedigrees as holdPedigrees } from './queries.ts'

/**
 * Adds that an accession was derived from another, once pedigrees are held, for who may change it. What is an ancestor
 * already stays as it is; a circle is refused.
 */
export async function addDescentIn(
  trx: Trx,
  ctx: Context,
  { childId, parentId }: { childId: string; parentId: string },
): Promise<void> {
  if (await isAncestor(trx, childId, parentId))
    throw invalidField('derived', childId === parentId ? words.itself : words.circle)
  if (await isAncestor(trx, parentId, childId)) return
  const child = await holdRecord(trx, ctx, { id: childId })
  const made = { child_id: childId, parent_id: parentId, created_at: ctx.now() }
  await insertParentage(trx, { ...made, role: 'population' })
  await recordChange(trx, ctx, {
    action: 'pedigree.add',
    entity: 'record',
    entityId: childId,
    institutionId: child.institutionId,
    after: { role: 'population', parent: parentId },
  })
}

/** Takes a parent back. By the curators of its child. */
export async function removeParent(ctx: Context, id: string): Promise<Parentage> {
  const parentage = isId(id) ? await findParentage(ctx.db, id) : undefined
  if (!parentage) throw new Problem('not-found', words.noParent)
  const { childId, role, parentId, name } = parentage
  await transact(ctx, async (trx) => {
    const child = await holdRecord(trx, ctx, { id: childId })
    await deleteParentage(trx, id)
    await recordChange(trx, ctx, {
      action: 'pedigree.remove',
      entity: 'record',
      entityId: childId,
      institutionId: child.institutionId,
      before: { role, parent: name ?? parentId },
    })
  })
  return { id, childId }
}

const unlessTaken = <T>(write: () => Promise<T>): Promise<T> =>
  unlessBroken('parentage_taken', words.roleTaken, () =>
    unlessBroken('parentage_role_taken', words.roleTaken, write),
  )
