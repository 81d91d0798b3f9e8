import { sql } from 'kysely'
import type { Db } from '../../../src/core/database.ts'

/** One sample of a donor, as facts count them. */
export type SampleFacts = {
  type: string
  year: number | null
  age: number | null
  diagnoses: string[]
}
export type DonorFacts = { sex: string; diagnoses: string[]; samples: SampleFacts[] }

/** Puts donors and their samples into a collection. */
export async function addDonors(
  db: Db,
  recordId: string,
  donors: readonly DonorFacts[],
  family = 'human',
): Promise<void> {
  await sql`
    with given as (
      select gen_random_uuid() as id, donor, place
      from jsonb_array_elements(${JSON.stringify(donors)}::jsonb) with ordinality as given (donor, place)
    ), donors as (
      insert into donor (id, record_id, code, sex, diagnoses, created_at)
      select id, ${recordId}, id::text, donor ->> 'sex',
        array(select jsonb_array_elements_text(donor -> 'diagnoses')), now()
      from given
      where ${family} = 'human'
    )
    insert into sample
      (record_id, institution_id, code, family, type, created_on, donor_id, age_years, diagnoses, created_at)
    select ${recordId}, record.institution_id, given.id::text || '-' || number, ${family},
      sample ->> 'type', sample ->> 'year', case when ${family} = 'human' then given.id end,
      (sample ->> 'age')::int, array(select jsonb_array_elements_text(sample -> 'diagnoses')), now()
    from given
    join record on record.id = ${recordId},
      jsonb_array_elements(donor -> 'samples') with ordinality as samples (sample, number)
  `.execute(db)
}

/** So many donors of one kind, each with one sample. */
export const alike = (
  count: number,
  { sex = 'female', type = 'plasma', age = 45, year = 2020, diagnoses = [] as string[] } = {},
): DonorFacts[] =>
  Array.from({ length: count }, () => ({
    sex,
    diagnoses,
    samples: [{ type, age, year, diagnoses: [] }],
  }))
