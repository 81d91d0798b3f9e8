import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { ParentageTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import { most, type ParentRole } from './model.ts'

/** One who writes pedigrees at a time: a circle that two would close together is seen by the second. */
export async function lockPedigrees(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('pedigree'))`.execute(trx)
}

/** Whether `id` is among the ancestors of `of`, however far up, or is it. By `parentage_taken`. */
export async function isAncestor(db: Db, id: string, of: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive ancestor (id) as (
      select ${of}::uuid
      union
      select parentage.parent_id
      from ancestor
      join parentage on parentage.child_id = ancestor.id
      where parentage.parent_id is not null
    )
    select id from ancestor where id = ${id} limit 1
  `.execute(db)
  return rows.length > 0
}

export async function insertParentage(trx: Trx, row: Insertable<ParentageTable>): Promise<string> {
  const { id } = await trx
    .insertInto('parentage')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findParentage(db: Db, id: string) {
  return db
    .selectFrom('parentage')
    .where('id', '=', id)
    .select(['id', 'child_id as childId', 'parent_id as parentId', 'parent_name as name', 'role'])
    .executeTakeFirst()
}

export async function deleteParentage(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('parentage').where('id', '=', id).execute()
}

type ParentageRow = {
  id: string
  childId: string
  parentId: string | null
  name: string | null
  role: ParentRole
  depth: number
  titleZh: string | null
  titleEn: string | null
}

/** Parentages above a record, the nearest first, by way of records that the viewer may see. By `parentage_taken`. */
export const ancestry = (db: Db, actor: Actor, id: string) =>
  walk(db, actor, id, {
    next: sql`parentage.child_id`,
    other: sql`parentage.parent_id`,
  })

/** The same below it. By `parentage_progeny`. */
export const descent = (db: Db, actor: Actor, id: string) =>
  walk(db, actor, id, {
    next: sql`parentage.parent_id`,
    other: sql`parentage.child_id`,
  })

type Way = { next: RawBuilder<unknown>; other: RawBuilder<unknown> }

/** A relative that is not for the viewer to see is left out with all beyond it. One row more than are shown. */
async function walk(db: Db, actor: Actor, id: string, { next, other }: Way) {
  const { rows } = await sql<ParentageRow>`
    with recursive step (id, reached, depth) as (
      select parentage.id, record.id, 1
      from parentage
      left join record on record.id = ${other}
      where ${next} = ${id}
        and (${other} is null or ${listedFor(actor)})
      union
      select parentage.id, record.id, step.depth + 1
      from step
      join parentage on ${next} = step.reached
      left join record on record.id = ${other}
      where step.depth < ${sql.lit(most.generations)}
        and (${other} is null or ${listedFor(actor)})
    ),
    found as (select id, reached, depth from step limit ${sql.lit(most.parentages + 1)})
    select parentage.id, parentage.child_id as "childId", parentage.parent_id as "parentId",
      parentage.parent_name as name, parentage.role, found.depth,
      record.title_zh as "titleZh", record.title_en as "titleEn"
    from found
    join parentage on parentage.id = found.id
    left join record on record.id = found.reached
    order by found.depth, parentage.role, parentage.id
  `.execute(db)
  return rows
}
