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

type ForGenera = NewProtocol & { genera: readonly string[] }

const forages: readonly ForGenera[] = [
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
    genera: ['Medicago', 'Melilotus', 'Onobrychis', 'Trifolium', 'Caragana', 'Astragalus'],
  },
  {
    ...common,
    code: 'GB/T 2930.4-禾本科',
    name: { zh: '禾本科牧草发芽试验', en: 'Forage grasses' },
    speciesGroup: '披碱草属、雀麦属 Elymus, Bromus',
    substrate: '纸上 TP',
    temperature: '20–30',
    firstCountDay: 5,
    lastDay: 14,
    genera: ['Elymus', 'Leymus', 'Bromus', 'Festuca', 'Lolium'],
  },
]
const crops: NewProtocol = {
  ...common,
  code: 'GB/T 3543.4',
  name: { zh: '农作物发芽试验', en: 'Field crops and vegetables' },
  speciesGroup: '农作物 Crops',
  substrate: '纸间 BP',
  temperature: '20',
  firstCountDay: 4,
  lastDay: 10,
}

/** Protocols, the first test of most lots, one that goes on in each bank, and a month of its cold room. */
export async function seedViability(ctx: Context): Promise<void> {
  await seedPart(ctx.db, { name: 'viability', now: ctx.now }, async (trx) => {
    const lots = withProtocols(await testedLots(trx), await addProtocols(trx, ctx))
    await addFirstTests(trx, lots)
    for (const bank of Map.groupBy(lots, ({ institutionId }) => institutionId).values())
      await addRunning(trx, ctx, bank)
    await addClimate(trx, ctx)
    await planLots(
      trx,
      lots.map((lot) => lot.id),
    )
    return {}
  })
}

type Protocol = NewProtocol & { id: string; genera: readonly string[] }

async function addProtocols(trx: Trx, ctx: Context): Promise<Protocol[]> {
  const added: Protocol[] = []
  for (const { genera, ...protocol } of [...forages, { ...crops, genera: [] }]) {
    const { id } = await createProtocolIn(trx, ctx, protocol)
    added.push({ ...protocol, id, genera })
  }
  return added
}

/** Forages by their genus; what is no forage is a crop, whose protocol is the last. */
const withProtocols = (lots: Awaited<ReturnType<typeof testedLots>>, all: readonly Protocol[]) =>
  lots.flatMap((lot) => {
    const [genus = ''] = (lot.taxon ?? '').split(' ')
    const protocol = all.find(({ genera }) => genera.includes(genus)) ?? all.at(-1)
    return protocol ? [{ ...lot, protocol }] : []
  })

/** Lots with the line by which seed was taken for their first test. */
const testedLots = async (trx: Trx) =>
  trx
    .selectFrom('lot')
    .innerJoin('lot_entry', 'lot_entry.lot_id', 'lot.id')
    .innerJoin('record', 'record.id', 'lot.record_id')
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
      'record.taxon',
    ])
    .orderBy('lot.code')
    .execute()

type TestedLot = ReturnType<typeof withProtocols>[number]

const sownSeeds = 400

const planned = ({ id, lastDay }: Protocol) => ({
  protocol_id: id,
  planned_seeds: sownSeeds,
  categories: common.categories,
  hard_is_viable: true,
  last_day: lastDay,
  seeds: sownSeeds,
})

/** One in ten was forgotten: it is overdue. */
async function addFirstTests(trx: Trx, lots: readonly TestedLot[]) {
  const rows = lots.flatMap(({ id, code, entryId, at, by, protocol }) => {
    const random = randomOf(`viability/${code}`)
    if (random.is(0.1)) return []
    const ended = at.add({ hours: 24 * protocol.lastDay })
    return [
      {
        lot_id: id,
        number: 1,
        ...planned(protocol),
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

/** Sown six days ago, counted twice. */
async function addRunning(trx: Trx, ctx: Context, bank: readonly TestedLot[]): Promise<void> {
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
      reason: `${lot.protocol.code}, 4 × 100`,
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
      ...planned(lot.protocol),
      started_on: dayAt(at, defaultZone),
      lot_entry_id: entry,
      created_at: at,
      created_by: lot.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addCounts(trx, { test_id, lot, at })
}

type Counted = { test_id: string; lot: TestedLot; at: Temporal.Instant }

async function addCounts(trx: Trx, { test_id, lot, at }: Counted): Promise<void> {
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
