import { sql } from 'kysely'
import type { Db } from '../core/database.ts'

const names = ['institution.id', 'institution.name_zh as zh', 'institution.name_en as en'] as const

/** The open institution of that id, WIEWS code or name, in either language. */
export async function findInstitutionNamed(db: Db, name: string) {
  return db
    .selectFrom('institution')
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`${name.trim().toLowerCase()} in (id::text, lower(wiews), lower(name_zh), lower(name_en))`,
    )
    .select(names)
    .executeTakeFirst()
}

/** The institution that has most records of the kind already; the oldest where none has any. */
export async function findUsualOwner(db: Db, kind: string) {
  return db
    .selectFrom('institution')
    .where('closed_at', 'is', null)
    .select(names)
    .orderBy(
      (eb) =>
        eb
          .selectFrom('record')
          .whereRef('record.institution_id', '=', 'institution.id')
          .where('record.kind', '=', kind)
          .select(eb.fn.countAll().as('count')),
      'desc',
    )
    .orderBy('institution.id')
    .executeTakeFirst()
}
