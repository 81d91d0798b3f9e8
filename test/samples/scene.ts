import { sql } from 'kysely'
import { publishable } from '../support/publishable.ts'
import { requestScene } from '../requests/scene.ts'

type Donor = {
  sex?: string
  diagnoses?: readonly string[]
  uses?: readonly string[]
  diseases?: readonly string[]
}
type Sample = {
  donor?: string | null
  type?: string
  age?: number | null
  createdOn?: string
  amount?: number
  unit?: string
  thaws?: number
  conditions?: readonly string[]
  diagnoses?: readonly string[]
  parents?: readonly string[]
  isPooled?: boolean
  family?: string
}

const day = '2026-01-05'

const usual = {
  family: 'human',
  type: 'plasma',
  age: 52,
  createdOn: '2025-03',
  amount: 500,
  unit: 'microlitre',
  thaws: 0,
  conditions: [],
  diagnoses: [],
  isPooled: false,
} satisfies Sample

/** A collection of human samples that is asked for by a researcher of another institution. */
export async function sampleScene(...given: Parameters<typeof requestScene>) {
  const scene = await requestScene(...given)
  const { db } = scene.services
  const collection = await scene.add('collection', {
    ...publishable.collection,
    access: 'on_request',
    title: { zh: '血浆库', en: 'Plasma' },
  })
  let numbers = 0
  const code = (letter: string) => `${letter}-${(numbers += 1)}`
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => {
    const { rows } = await query.execute(db)
    return rows[0]?.id ?? ''
  }
  /** A donor who agreed to health research, where nothing else is said. */
  const donor = async ({ sex = 'female', diagnoses = ['E11.9'], ...agreed }: Donor = {}) => {
    const { uses = ['health'], diseases = [] } = agreed
    const id = await one(sql<{ id: string }>`
      insert into donor (record_id, code, sex, diagnoses, created_at)
      values (${collection}, ${code('D')}, ${sex}, ${[...diagnoses]}::text[], ${day}) returning id`)
    if (uses.length > 0)
      await sql`insert into donor_consent (donor_id, form, uses, diseases, given_on, created_at)
        values (${id}, 'ICF 2.1', ${[...uses]}::text[], ${[...diseases]}::text[], ${day}, ${day})`.execute(
        db,
      )
    return id
  }
  /** Plasma of somebody of 52, where nothing else is said. */
  const sample = async (donorId: string | null, more: Sample = {}) => {
    const { parents = [], ...own } = more
    const row = { ...usual, ...own }
    const id = await one(sql<{ id: string }>`
      insert into sample (record_id, institution_id, code, family, type, donor_id, is_pooled, age_years,
        created_on, amount, unit, freeze_thaws, use_conditions, diagnoses, created_at)
      values (${collection}, ${scene.own}, ${code('S')}, ${row.family}, ${row.type}, ${donorId},
        ${row.isPooled}, ${row.age}, ${row.createdOn}, ${row.amount}, ${row.unit}, ${row.thaws},
        ${[...row.conditions]}::text[], ${[...row.diagnoses]}::text[], ${day}) returning id`)
    for (const parent of parents)
      // oxlint-disable-next-line no-await-in-loop -- a few
      await sql`insert into sample_parent (sample_id, parent_id) values (${id}, ${parent})`.execute(
        db,
      )
    return id
  }
  const rowOf = async (id: string) => {
    const { rows } = await sql<{
      code: string
      state: string
      amount: number
      thaws: number
      isBlocked: boolean
    }>`select code, state, amount, freeze_thaws as thaws, blocked_at is not null as "isBlocked"
      from sample where id = ${id}`.execute(db)
    const [row] = rows
    if (!row) throw new Error('There is no such sample.')
    return row
  }
  /** Holds a sample for an item of a request, whoever would be allowed to. */
  const hold = async (itemId: string, sampleId: string) =>
    one(sql<{ id: string }>`
      insert into request_sample (item_id, sample_id, reserved_at)
      values (${itemId}, ${sampleId}, ${day}) returning id`)
  return { ...scene, db, collection, donor, sample, rowOf, hold }
}

export type SampleScene = Awaited<ReturnType<typeof sampleScene>>
