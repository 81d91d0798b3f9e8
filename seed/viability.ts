import { sql } from 'kysely'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { dayAt, defaultZone, Temporal } from '../src/core/time.ts'
import { createProtocolIn } from '../src/germplasm/protocols/actions.ts'
import type { NewProtocol } from '../src/germplasm/protocols/model.ts'
import { planLots } from '../src/germplasm/viability/actions/plan.ts'
import { randomOf } from './random.ts'
import { seedPart } from './seeded.ts'

const common = {
  treatment: { zh: null, en: null },
  replicates: 4,
  seedsPerReplicate: 100,
  categories: ['normal', 'abnormal', 'hard', 'dead', 'empty'],
  hardIsViable: true,
} satisfies Partial<NewProtocol>

const [legumes, grasses]: [NewProtocol, NewProtocol] = [
  {
    ...common,
    code: 'GB/T 2930.4-豆科',
    name: { zh: '豆科牧草发芽试验', en: 'Forage legumes' },
    speciesGroup: '苜蓿属、草木樨属、红豆草属 Medicago, Melilotus, Onobrychis',
    substrate: '纸上 TP',
    temperature: '20',
    treatment: { zh: '预先冷冻；硬实可擦破种皮', en: 'Prechill; scarify where hard' },
    firstCountDay: 4,
    lastDay: 10,
  },
  {
    ...common,
    code: 'GB/T 2930.4-禾本科',
    name: { zh: '禾本科牧草发芽试验', en: 'Forage grasses' },
    speciesGroup: '披碱草属、燕麦属 Elymus, Avena',
    substrate: '纸上 TP',
    temperature: '20–30',
    firstCountDay: 5,
    lastDay: 14,
  },
]

/** Protocols, the first test of most lots, one that goes on in each bank, and a month of its cold room. */
export async function seedViability(ctx: Context): Promise<void> {
  await seedPart(ctx.db, { name: 'viability', now: ctx.now }, async (trx) => {
    const { id } = await createProtocolIn(trx, ctx, legumes)
    await createProtocolIn(trx, ctx, grasses)
    const lots = await testedLots(trx)
    await addFirstTests(trx, lots, id)
    for (const bank of Map.groupBy(lots, ({ institutionId }) => institutionId).values())
      await addRunning(trx, ctx, { bank, protocolId: id })
    await addClimate(trx, ctx)
    await planLots(
      trx,
      lots.map((lot) => lot.id),
    )
    return {}
  })
}

/** Lots with the line by which seed was taken for their first test. */
const testedLots = async (trx: Trx) =>
  trx
    .selectFrom('lot')
    .innerJoin('lot_entry', 'lot_entry.lot_id', 'lot.id')
    .where('lot_entry.kind', '=', 'test_consumed')
    .select([
      'lot.id',
      'lot.code',
      'lot.unit',
      'lot.balance',
      'lot.institution_id as institutionId',
      'lot_entry.id as entryId',
      'lot_entry.at',
      'lot_entry.by',
    ])
    .orderBy('lot.code')
    .execute()

type TestedLot = Awaited<ReturnType<typeof testedLots>>[number]

const sownSeeds = 400

const planned = (protocol_id: string) => ({
  protocol_id,
  planned_seeds: sownSeeds,
  categories: common.categories,
  hard_is_viable: true,
  last_day: legumes.lastDay,
  seeds: sownSeeds,
})

/** One in ten was forgotten: it is overdue. */
async function addFirstTests(trx: Trx, lots: readonly TestedLot[], protocolId: string) {
  const rows = lots.flatMap(({ id, code, entryId, at, by }) => {
    const random = randomOf(`viability/${code}`)
    if (random.is(0.1)) return []
    const ended = at.add({ hours: 24 * legumes.lastDay })
    return [
      {
        lot_id: id,
        number: 1,
        ...planned(protocolId),
        started_on: dayAt(at, defaultZone),
        lot_entry_id: entryId,
        finished_on: dayAt(ended, defaultZone),
        percent: random.whole(340, 396) / 4,
        is_conclusive: true,
        ended_at: ended,
        ended_by: by,
        created_at: at,
        created_by: by,
      },
    ]
  })
  await trx.insertInto('viability_test').values(rows).execute()
}

type Running = { bank: readonly TestedLot[]; protocolId: string }

/** Sown six days ago, counted twice. */
async function addRunning(trx: Trx, ctx: Context, { bank, protocolId }: Running): Promise<void> {
  const lot = bank.find(({ unit, balance }) => unit === 'seed' && balance > sownSeeds)
  if (!lot) return
  const at = ctx.now().subtract({ hours: 6 * 24 })
  const { id: entry } = await trx
    .insertInto('lot_entry')
    .values({
      lot_id: lot.id,
      kind: 'test_consumed',
      change: -sownSeeds,
      passes_reserve: true,
      reason: `${legumes.code}, 4 × 100`,
      at,
      by: lot.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: test_id } = await trx
    .insertInto('viability_test')
    .values({
      lot_id: lot.id,
      number: 2,
      ...planned(protocolId),
      started_on: dayAt(at, defaultZone),
      lot_entry_id: entry,
      created_at: at,
      created_by: lot.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const dishes = [1, 2, 3, 4].map((number) => ({ test_id, number, seeds: 100 }))
  await trx.insertInto('test_replicate').values(dishes).execute()
  const random = randomOf(`dishes/${lot.code}`)
  const counts = dishes.flatMap(({ number }) =>
    [4, 5].map((day) => ({
      test_id,
      replicate: number,
      day,
      normal: day === 4 ? random.whole(52, 66) : random.whole(8, 15),
      abnormal: random.whole(0, 2),
      hard: 0,
      dead: 0,
      empty: 0,
      counted_at: at.add({ hours: day * 24 }),
      counted_by: lot.by,
    })),
  )
  await trx.insertInto('test_count').values(counts).execute()
}

const readings = 120
const hoursBetween = 6
/** The evening on which the power was off. */
const warmAt = [40, 41, 42]

/** Cold rooms are kept for the long term, and were but for one evening. */
async function addClimate(trx: Trx, ctx: Context): Promise<void> {
  const rooms = await trx
    .selectFrom('place')
    .where('type', '=', 'room')
    .select(['id', 'institution_id as institutionId'])
    .orderBy(sql.ref('place.id'))
    .execute()
  for (const [number, { id: place_id }] of rooms.entries()) {
    await trx
      .insertInto('store_climate')
      .values({
        place_id,
        class: 'long_term',
        celsius_from: -21,
        celsius_to: -15,
        humidity_from: 12,
        humidity_to: 18,
      })
      .execute()
    const random = randomOf(`climate/${number}`)
    const start = ctx.now().subtract({ hours: readings * hoursBetween })
    const rows = Array.from({ length: readings }, (_, at) => ({
      place_id,
      at: hourOf(start.add({ hours: at * hoursBetween })),
      celsius: rounded((warmAt.includes(at) ? -12.5 : -18.2) + random.bell() * 0.7),
      humidity: rounded(15 + random.bell()),
      entered_at: ctx.now(),
    }))
    await trx.insertInto('climate_reading').values(rows).execute()
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10
const hourOf = (at: Temporal.Instant) =>
  Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds - (at.epochMilliseconds % 3_600_000))
