import { sql } from 'kysely'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { Temporal } from '../src/core/time.ts'
import { at, type Random, randomOf } from './random.ts'
import { seedPart } from './seeded.ts'

const hoursBetween = 6
const readings = 60
const hourMs = 3_600_000
/** Of a box that is well used, and of those that are nearly empty. */
const shares = [0.92, 0.8, 0.55, 0.2, 0.12, 0]

/** Freezers and a tank of every institution that has collections, with their samples in boxes. */
export async function seedStores(ctx: Context): Promise<void> {
  await seedPart(ctx.db, { name: 'stores', now: ctx.now }, async (trx) => {
    const collections = await trx
      .selectFrom('record')
      .leftJoin('collection', 'collection.record_id', 'record.id')
      .where('record.kind', '=', 'collection')
      .where('record.visibility', '=', 'published')
      .select([
        'record.id',
        'record.institution_id as institutionId',
        'collection.sample_source as source',
      ])
      .orderBy('record.id')
      .execute()
    const byInstitution = Map.groupBy(collections, ({ institutionId }) => institutionId)
    for (const [institutionId, own] of byInstitution) {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      const boxes = await addStore(trx, ctx, institutionId)
      // oxlint-disable-next-line no-await-in-loop -- the same
      const samples = await samplesOf(trx, ctx, { institutionId, collections: own })
      // oxlint-disable-next-line no-await-in-loop -- the same
      await fill(trx, { boxes, samples, random: randomOf(`stores/${institutionId}`) })
    }
    return {}
  })
}

type Box = { id: string; rows: number; columns: number }

/** A −80 °C freezer with two racks, and a tank of liquid nitrogen with one; answers their boxes. */
async function addStore(trx: Trx, ctx: Context, institution_id: string): Promise<Box[]> {
  const common = { institution_id, created_at: ctx.now() }
  const add = async (parent_id: string | null, type: string, code: string, more: object = {}) => {
    const place = { ...common, parent_id, type, code, ...more }
    const { id } = await trx
      .insertInto('place')
      .values(place)
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const room = await add(null, 'room', 'B1', { name_zh: '样本库', name_en: 'Biobank store' })
  const freezer = await add(room, 'freezer', 'F80-1', {
    name_zh: '超低温冰箱',
    name_en: '−80 °C freezer',
  })
  const tank = await add(room, 'tank', 'LN-1', {
    name_zh: '气相液氮罐',
    name_en: 'Vapour-phase tank',
  })
  await add(room, 'box', 'DESTROY', {
    awaits_destruction: true,
    name_zh: '待销毁',
    name_en: 'To be destroyed',
  })
  await keepCold(trx, ctx, { place_id: freezer, from: -86, to: -70, celsius: -79.5 })
  await keepCold(trx, ctx, { place_id: tank, from: -196, to: -150, celsius: -182 })
  const racks = [
    { code: 'A', id: await add(freezer, 'rack', 'A') },
    { code: 'B', id: await add(freezer, 'rack', 'B') },
    { code: 'C', id: await add(tank, 'rack', 'C') },
  ]
  return trx
    .insertInto('place')
    .values(
      racks.flatMap(({ id, code }) =>
        [1, 2, 3].map((number) => ({
          ...common,
          parent_id: id,
          type: 'box',
          code: `${code}${number}`,
          row_count: 9,
          column_count: 9,
          well_names: 'letters',
        })),
      ),
    )
    .returning(['id', sql<number>`row_count`.as('rows'), sql<number>`column_count`.as('columns')])
    .execute()
}

type Cold = { place_id: string; from: number; to: number; celsius: number }

async function keepCold(
  trx: Trx,
  ctx: Context,
  { place_id, from, to, celsius }: Cold,
): Promise<void> {
  await trx
    .insertInto('store_climate')
    .values({ place_id, class: 'own', celsius_from: from, celsius_to: to })
    .execute()
  const random = randomOf(`cold/${celsius}`)
  const end = ctx.now().epochMilliseconds
  const rows = Array.from({ length: readings }, (_, back) => ({
    place_id,
    at: Temporal.Instant.fromEpochMilliseconds(
      end - (end % hourMs) - (back + 1) * hoursBetween * hourMs,
    ),
    celsius: Math.round((celsius + random.bell()) * 10) / 10,
    entered_at: ctx.now(),
  }))
  await trx.insertInto('climate_reading').values(rows).execute()
}

type Collection = { id: string; source: string | null }
type Kept = { institutionId: string; collections: readonly Collection[] }

/** The samples that it has already, or a few of its first collection. */
async function samplesOf(trx: Trx, ctx: Context, { institutionId, collections }: Kept) {
  const found = await trx
    .selectFrom('sample')
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .where('sample.institution_id', '=', institutionId)
    .where('sample.state', '=', 'stored')
    .where('placement.id', 'is', null)
    .select('sample.id')
    .orderBy('sample.code')
    .limit(400)
    .execute()
  const [first] = collections
  if (found.length > 0 || !first) return found.map(({ id }) => id)
  const family = first.source === 'other' || first.source === null ? 'specimen' : first.source
  const isHuman = family === 'human'
  const row = { record_id: first.id, created_at: ctx.now() }
  const owners = Array.from(
    { length: 40 },
    (_, number) => `D${String(number + 1).padStart(4, '0')}`,
  )
  const ids = isHuman
    ? await trx
        .insertInto('donor')
        .values(
          owners.map((code, number) => ({ ...row, code, sex: number % 2 ? 'male' : 'female' })),
        )
        .returning('id')
        .execute()
    : []
  const codes = Array.from(
    { length: 160 },
    (_, number) => `S${String(number + 1).padStart(5, '0')}`,
  )
  const samples = await trx
    .insertInto('sample')
    .values(
      codes.map((code, number) => ({
        ...row,
        institution_id: institutionId,
        code,
        family,
        type: isHuman ? (number % 4 === 0 ? 'dna' : 'plasma') : 'other',
        temperature: '-60to-85',
        donor_id: isHuman ? at(ids, number % owners.length).id : null,
      })),
    )
    .returning('id')
    .execute()
  return samples.map(({ id }) => id)
}

type Filling = { boxes: readonly Box[]; samples: readonly string[]; random: Random }

/** Some boxes nearly full, some nearly empty, one well blocked. */
async function fill(trx: Trx, { boxes, samples, random }: Filling): Promise<void> {
  const left = [...samples]
  const rows = boxes.flatMap((box, number) => {
    const wells = box.rows * box.columns
    const share = shares[number % shares.length] ?? 0
    const taken = Array.from({ length: wells }, (_, well) => well)
      .filter((well) => well > 0 && random.is(share))
      .flatMap((well) => {
        const sample_id = left.shift()
        return sample_id === undefined ? [] : [{ sample_id, well }]
      })
    const blocked = number === 0 ? [{ blocked_reason: '孔底开裂', well: 0 }] : []
    return [...taken, ...blocked].map((one) => ({
      ...one,
      place_id: box.id,
      holds_one: false,
      row_count: box.rows,
      column_count: box.columns,
    }))
  })
  if (rows.length > 0) await trx.insertInto('placement').values(rows).execute()
}
