import { type RawBuilder, sql } from 'kysely'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { Owned } from './rules.ts'

type Owner = { institutionId: string; labId: string | null }

/** Bytes of verified files of some records and of uploads that are under way; by `dataset_object_sizes`. */
const usedBy = (records: RawBuilder<unknown>) => sql<number>`(
  (
    select coalesce(sum(dataset_object.size_bytes), 0)
    from record owned
    join dataset_object on dataset_object.record_id = owned.id
    where owned.kind = 'dataset' and ${records}
  ) + (
    select coalesce(sum(dataset_upload.size_bytes), 0)
    from record owned
    join dataset_upload on dataset_upload.record_id = owned.id
    where owned.kind = 'dataset' and dataset_upload.ended_at is null and ${records}
  )
)::bigint`

const usedByInstitution = usedBy(sql`owned.institution_id = institution.id`)
const usedByLab = usedBy(sql`owned.depositing_lab_id = lab.id`)

const limitOf = (owner: RawBuilder<unknown>) => sql<number | null>`(
  select storage_quota.max_bytes from storage_quota where ${owner}
)`
const limitOfInstitution = limitOf(
  sql`storage_quota.institution_id = institution.id and storage_quota.lab_id is null`,
)
const limitOfLab = limitOf(
  sql`storage_quota.institution_id = lab.institution_id and storage_quota.lab_id = lab.id`,
)

export const findInstitutionUse = async (db: Db, institutionId: string) =>
  db
    .selectFrom('institution')
    .where('institution.id', '=', institutionId)
    .select([
      'institution.id',
      local('institution.name'),
      usedByInstitution.as('usedBytes'),
      limitOfInstitution.as('limitBytes'),
    ])
    .executeTakeFirstOrThrow()

export const findLabUse = async (db: Db, labId: string) =>
  db
    .selectFrom('lab')
    .where('lab.id', '=', labId)
    .select(['lab.id', local('lab.name'), usedByLab.as('usedBytes'), limitOfLab.as('limitBytes')])
    .executeTakeFirstOrThrow()

/** Open labs of an institution in order of name, and what each uses. */
export const listLabUse = async (
  db: Db,
  { institutionId, ...paging }: Paging & { institutionId: string },
) => {
  const sortName = sql<string>`coalesce(lab.name_zh, lab.name_en)`
  const rows = db
    .selectFrom('lab')
    .where('lab.institution_id', '=', institutionId)
    .where('lab.closed_at', 'is', null)
    .select([
      'lab.id',
      named('lab'),
      sortName.as('sortName'),
      usedByLab.as('usedBytes'),
      limitOfLab.as('limitBytes'),
    ])
  return pageBy(db, { rows, by: { sortName, id: 'lab.id' } }, paging)
}

/** Whose storage a record takes. */
export const findOwner = async (db: Db, recordId: string): Promise<Owner | undefined> =>
  db
    .selectFrom('record')
    .where('id', '=', recordId)
    .select(['institution_id as institutionId', 'depositing_lab_id as labId'])
    .executeTakeFirst()

/** What the owners of a record use, and their limits: the lab first. */
export async function listOwners(db: Db, { institutionId, labId }: Owner): Promise<Owned[]> {
  const institution = await findInstitutionUse(db, institutionId)
  const lab = labId === null ? undefined : await findLabUse(db, labId)
  return [...(lab ? [{ ...lab, of: 'lab' as const }] : []), { ...institution, of: 'institution' }]
}

/** Holds the limits of owners, so that of two uploads at once the second counts the first. Answers how many there are. */
export async function lockLimits(trx: Trx, { institutionId, labId }: Owner): Promise<number> {
  const rows = await trx
    .selectFrom('storage_quota')
    .where('institution_id', '=', institutionId)
    .where((eb) => eb.or([eb('lab_id', 'is', null), eb('lab_id', '=', labId)]))
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length
}

type Limit = Owner & { maxBytes: number | null; at: Temporal.Instant; by: string | null }

/** Writes a limit instead of the one there was; null takes it away. */
export async function writeLimit(
  trx: Trx,
  { institutionId, labId, maxBytes, at, by }: Limit,
): Promise<void> {
  if (maxBytes === null) {
    await trx
      .deleteFrom('storage_quota')
      .where('institution_id', '=', institutionId)
      .where(sql<boolean>`lab_id is not distinct from ${labId}::uuid`)
      .execute()
    return
  }
  const changed = { max_bytes: maxBytes, changed_at: at, changed_by: by }
  await trx
    .insertInto('storage_quota')
    .values({ institution_id: institutionId, lab_id: labId, ...changed })
    .onConflict((conflict) => conflict.constraint('storage_quota_one').doUpdateSet(changed))
    .execute()
}
