import { type Insertable, sql } from 'kysely'
import type { PlaceTable } from '../db/schema.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { Temporal } from '../src/core/time.ts'
import { type Random, randomOf } from './random.ts'
import { seedPart } from './seeded.ts'

const hoursBetween = 6
const readings = 60
const hourMs = 3_600_000
/** Of boxes that are well used, and of those that are nearly empty. */
const shares = [0.9, 0.15, 0.5, 0.1, 0.05, 0, 0.2, 0.05]

/** Freezers and a tank of every institution that has samples, which stand there in boxes. */
export async function seedStores(ctx: Context): Promise<void> {
  await seedPart(ctx.db, { name: 'stores', now: ctx.now }, async (trx) => {
    const holders = await trx
      .selectFrom('sample')
      .select('institution_id as id')
      .distinct()
      .orderBy('institution_id')
      .execute()
    for (const { id } of holders) {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      const boxes = await addStore(trx, ctx, id)
      // oxlint-disable-next-line no-await-in-loop -- the same
      const samples = await samplesOf(trx, id)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await fill(trx, { boxes, samples, random: randomOf(`stores/${boxes.length}`) })
    }
    return {}
  })
}

type Box = { id: string; rows: number; columns: number }

const named = (name_zh: string, name_en: string) => ({ name_zh, name_en })

/** A −80 °C freezer with two racks, and a tank of liquid nitrogen with one; answers their boxes. */
async function addStore(trx: Trx, ctx: Context, institution_id: string): Promise<Box[]> {
  const common = { institution_id, created_at: ctx.now() }
  const add = async (parent_id: string | null, type: string, code: string, more: object = {}) => {
    const place = { ...common, parent_id, type, code, ...more }
    const added = trx.insertInto('place').values(place).returning('id')
    return (await added.executeTakeFirstOrThrow()).id
  }
  const room = await add(null, 'room', 'B1', named('样本库', 'Biobank store'))
  const freezer = await add(room, 'freezer', 'F80-1', named('超低温冰箱', '−80 °C freezer'))
  const tank = await add(room, 'tank', 'LN-1', named('气相液氮罐', 'Vapour-phase tank'))
  const waiting = { awaits_destruction: true, ...named('待销毁', 'To be destroyed') }
  await add(room, 'box', 'DESTROY', waiting)
  await keepCold(trx, ctx, { place_id: freezer, from: -86, to: -70, celsius: -79.5 })
  await keepCold(trx, ctx, { place_id: tank, from: -196, to: -150, celsius: -182 })
  const racks = [
    { code: 'A', parent_id: await add(freezer, 'rack', 'A') },
    { code: 'B', parent_id: await add(freezer, 'rack', 'B') },
    { code: 'C', parent_id: await add(tank, 'rack', 'C') },
  ]
  return addBoxes(
    trx,
    racks.flatMap(({ code, parent_id }) =>
      [1, 2, 3].map((number) => ({ ...common, parent_id, code: `${code}${number}` })),
    ),
  )
}

type NewBox = Pick<Insertable<PlaceTable>, 'institution_id' | 'created_at' | 'parent_id' | 'code'>

/** Of 9 × 9 wells. */
const addBoxes = async (trx: Trx, boxes: readonly NewBox[]): Promise<Box[]> =>
  trx
    .insertInto('place')
    .values(
      boxes.map((box) => ({
        ...box,
        type: 'box',
        row_count: 9,
        column_count: 9,
        well_names: 'letters',
      })),
    )
    .returning(['id', sql<number>`row_count`.as('rows'), sql<number>`column_count`.as('columns')])
    .execute()

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

/** What of an institution's samples is in store and nowhere yet. */
async function samplesOf(trx: Trx, institutionId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('sample')
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .where('sample.institution_id', '=', institutionId)
    .where('sample.state', '=', 'stored')
    .where('sample.blocked_at', 'is', null)
    .where('placement.id', 'is', null)
    .select('sample.id')
    .orderBy('sample.code')
    .limit(400)
    .execute()
  return rows.map(({ id }) => id)
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
