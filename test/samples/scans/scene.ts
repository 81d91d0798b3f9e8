import { sql } from 'kysely'
import { testHouse } from '../../support/house.ts'
import { publishable } from '../../support/publishable.ts'

/** A box of the own institution, and samples of a collection. */
export async function scanScene() {
  const house = await testHouse()
  const { db, own, other } = house
  const record = await house.add('collection', {
    ...publishable.collection,
    title: { zh: '血清', en: 'Sera' },
  })
  const box = async (code: string, rows = 8, columns = 12) => {
    const { id } = await db
      .insertInto('place')
      .values({
        institution_id: own,
        type: 'box',
        code,
        row_count: rows,
        column_count: columns,
        well_names: 'letters',
        created_at: house.services.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const tube = async (code: string, more: object = {}) => {
    const { id } = await db
      .insertInto('sample')
      .values({
        record_id: record,
        institution_id: own,
        code,
        family: 'animal',
        type: 'serum',
        created_at: house.services.now(),
        ...more,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const put = async (placeId: string, sampleId: string, well: number) => {
    await sql`
      insert into placement (place_id, sample_id, holds_one, row_count, column_count, well)
      select id, ${sampleId}, holds_one, row_count, column_count, ${well} from place where id = ${placeId}
    `.execute(db)
  }
  /** The wells of a box with the codes in them. */
  const wells = async (placeId: string) => {
    const rows = await db
      .selectFrom('placement')
      .innerJoin('sample', 'sample.id', 'placement.sample_id')
      .where('place_id', '=', placeId)
      .select(['well', 'code'])
      .orderBy('well')
      .execute()
    return rows.map(({ well, code }) => `${well}=${code}`).join(' ')
  }
  return { ...house, record, otherInstitution: other, box, tube, put, wells }
}

export type ScanScene = Awaited<ReturnType<typeof scanScene>>
