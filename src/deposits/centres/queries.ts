import type { Insertable } from 'kysely'
import type { DepositCentreTable } from '../../../db/schema.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { Holiday, Part } from './model.ts'

const centreRows = (db: Db) =>
  db
    .selectFrom('deposit_centre')
    .innerJoin('institution', 'institution.id', 'deposit_centre.institution_id')
    .select([
      'deposit_centre.institution_id as id',
      named('institution'),
      'deposit_centre.code',
      'deposit_centre.check_days as checkDays',
    ])

export const listCentres = async (db: Db, paging: Paging) =>
  pageBy(
    db,
    {
      rows: centreRows(db),
      by: { code: 'deposit_centre.code', id: 'deposit_centre.institution_id' },
    },
    paging,
  )

export const findCentreRow = async (db: Db, id: string) =>
  centreRows(db).where('deposit_centre.institution_id', '=', id).executeTakeFirst()

export async function insertCentre(trx: Trx, row: Insertable<DepositCentreTable>): Promise<void> {
  await trx.insertInto('deposit_centre').values(row).execute()
}

const partRows = (db: Db) =>
  db
    .selectFrom('deposit_part')
    .select([
      'deposit_part.code',
      local('deposit_part.name'),
      'deposit_part.needed',
      'deposit_part.position',
    ])

export const listParts = async (db: Db, paging: Paging) =>
  pageBy(
    db,
    {
      rows: partRows(db),
      by: { position: 'deposit_part.position', code: 'deposit_part.code' },
    },
    paging,
  )

export async function upsertPart(trx: Trx, { code, name, needed, position }: Part): Promise<void> {
  const said = { name_zh: name.zh ?? '', name_en: name.en ?? '', needed, position }
  await trx
    .insertInto('deposit_part')
    .values({ code, ...said })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(said))
    .execute()
}

export const listHolidays = async (db: Db, paging: Paging) =>
  pageBy(
    db,
    {
      rows: db
        .selectFrom('deposit_holiday')
        .select(['deposit_holiday.day', 'deposit_holiday.name', 'deposit_holiday.works']),
      by: { day: 'deposit_holiday.day' },
      direction: 'desc',
    },
    paging,
  )

/** Entered days from one day on. */
export const holidaysFrom = async (db: Db, day: string) =>
  db
    .selectFrom('deposit_holiday')
    .where('day', '>=', day)
    .select(['day', 'works'])
    .orderBy('day')
    .execute()

/** All holidays of a year are announced at once: they are entered once this one is. */
const nationalDay = (year: number): string => `${year}-10-01`

/** Which of these years have their holidays entered. */
export async function yearsEntered(db: Db, years: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('deposit_holiday')
    .where('day', 'in', years.map(nationalDay))
    .select('day')
    .execute()
  return years.filter((year) => rows.some(({ day }) => day === nationalDay(year)))
}

export async function upsertHolidays(
  trx: Trx,
  days: readonly string[],
  { name, works }: Pick<Holiday, 'name' | 'works'>,
): Promise<void> {
  await trx
    .insertInto('deposit_holiday')
    .values(days.map((day) => ({ day, name, works })))
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ name, works }))
    .execute()
}

export async function deleteHoliday(trx: Trx, day: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('deposit_holiday')
    .where('day', '=', day)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Checks that centres have begun, held until the transaction ends. */
export const holdRunningChecks = async (trx: Trx) =>
  trx
    .selectFrom('deposit_item')
    .innerJoin('deposit_project', 'deposit_project.id', 'deposit_item.project_id')
    .innerJoin('deposit_centre', 'deposit_centre.institution_id', 'deposit_project.centre_id')
    .where('deposit_item.state', '=', 'centre_check')
    .select([
      'deposit_item.id',
      'deposit_item.passed_at as passedAt',
      'deposit_item.check_until as checkUntil',
      'deposit_centre.check_days as checkDays',
    ])
    .orderBy('deposit_item.passed_at')
    .orderBy('deposit_item.id')
    .forUpdate('deposit_item')
    .execute()

/** Another last day of a check, of which its centre is reminded anew. */
export async function moveCheck(trx: Trx, id: string, until: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('deposit_item')
    .set({ check_until: until, overrun_told_at: null })
    .where('id', '=', id)
    .execute()
}
