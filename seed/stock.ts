import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { institutions } from './institutions.ts'
import { idOf } from './landscape.ts'
import { at, type Random, randomOf } from './random.ts'
import { type Ids, seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import type { RecordStory } from './story.ts'

type Told = { landscape: Ids; records: Ids; of?: readonly RecordStory[] }

const dayMs = 86_400_000
const drawerCount = 8

/** Where seed banks keep their seed, and a lot of each accession with some years of its ledger. */
export async function seedStock(
  ctx: Context,
  { landscape, records, of = stories }: Told,
): Promise<void> {
  await seedPart(ctx.db, { name: 'stock', now: ctx.now }, async (trx) => {
    const banked = of.filter(isBanked)
    for (const holder of new Set(banked.map(({ institution }) => institution))) {
      const own = banked.filter(({ institution }) => institution === holder)
      await addBank(trx, { ctx, landscape, records, holder, banked: own })
    }
    return {}
  })
}

/** Published, and kept as seed. */
const isBanked = ({ kind, state, input }: RecordStory) =>
  kind === 'accession' && state === undefined && String(input['plantMaterial']) === 'seed'

type Bank = {
  ctx: Context
  landscape: Ids
  records: Ids
  holder: string
  banked: readonly RecordStory[]
}

async function addBank(trx: Trx, { ctx, landscape, records, holder, banked }: Bank): Promise<void> {
  const institution_id = idOf(landscape, `institution/${holder}`)
  const curator = institutions.find(({ key }) => key === holder)?.curator
  const by = idOf(landscape, `person/${curator}`)
  const now = ctx.now().epochMilliseconds
  const drawers = await addPlaces(trx, { institution_id, by, at: iso(now - 900 * dayMs) })
  const told = banked.map((story) => lotOf(story, now))
  const rows = await trx
    .insertInto('lot')
    .values(
      told.map(({ key, lot }) => {
        const record_id = idOf(records, `record/${key}`)
        return { ...lot, institution_id, record_id, created_by: by }
      }),
    )
    .returning(['id', 'code'])
    .execute()
  const ids: Ids = Object.fromEntries(rows.map(({ id, code }) => [code, id]))
  const places = told.map(({ lot }, number) => ({
    lot_id: idOf(ids, lot.code),
    place_id: at(drawers, number),
    holds_one: false,
  }))
  await trx.insertInto('placement').values(places).execute()
  const entries = told.flatMap(({ lot, lines }) =>
    lines.map((line) => ({ ...line, lot_id: idOf(ids, lot.code), by })),
  )
  await trx.insertInto('lot_entry').values(entries).execute()
}

type Kept = { institution_id: string; by: string; at: string }

/** A building, a cold room, two cabinets, and drawers in each; answers the drawers. */
async function addPlaces(
  trx: Trx,
  { institution_id, by, at: created_at }: Kept,
): Promise<string[]> {
  const common = { institution_id, created_at, created_by: by }
  const add = async (
    within: readonly (string | null)[],
    type: string,
    codes: readonly string[],
  ) => {
    const places = within.flatMap((parent_id) =>
      codes.map((code) => ({ ...common, parent_id, type, code })),
    )
    const rows = await trx.insertInto('place').values(places).returning('id').execute()
    return rows.map(({ id }) => id)
  }
  const rooms = await add(await add([null], 'building', ['1']), 'room', ['203'])
  const numbers = Array.from({ length: drawerCount }, (_, number) => String(number + 1))
  return add(await add(rooms, 'cabinet', ['A', 'B']), 'drawer', numbers)
}

/** A lot as it was received, tested, sent out and counted; half of those whose seed was weighed are kept in grams. */
function lotOf({ key, input }: RecordStory, now: number) {
  const random = randomOf(`lot/${key}`)
  const weight = Number(input['thousandSeedMass'] ?? 0) || null
  const isWeighed = weight !== null && random.is(0.5)
  const partsOf = (seeds: number) => (isWeighed ? Math.max(1, Math.round(seeds * weight)) : seeds)
  const received = now - random.whole(500, 800) * dayMs
  return {
    key,
    lot: {
      code: `${String(input['accenumb']).replaceAll(' ', '-')}-1`,
      unit: isWeighed ? 'gram' : 'seed',
      thousand_seed_grams: weight,
      origin: 'received',
      critical_reserve: partsOf(random.is(0.05) ? 9000 : 1000),
      request_max: partsOf(200),
      created_at: iso(received),
    },
    lines: linesOf(random, partsOf).map(({ day, ...line }) => ({
      ...line,
      at: iso(received + day * dayMs),
    })),
  }
}

/** Its ledger; all that was taken was less than a lot begins with. */
function linesOf(random: Random, partsOf: (seeds: number) => number) {
  const received = partsOf(random.whole(20, 90) * 100)
  const tested = partsOf(400)
  const shipped = partsOf(random.whole(4, 30) * 50)
  const expected = received - tested - shipped
  const counted = expected - partsOf(random.whole(0, 40))
  const taken = { passes_reserve: true, counted: null, expected: null }
  return [
    { ...taken, kind: 'in', change: received, day: 0, reason: null, passes_reserve: false },
    {
      ...taken,
      kind: 'test_consumed',
      change: -tested,
      day: random.whole(20, 60),
      reason: '初始发芽检测，4 × 100 粒',
    },
    { ...taken, kind: 'ship', change: -shipped, day: random.whole(100, 300), reason: '共享利用' },
    {
      kind: 'adjust',
      change: counted - expected,
      day: random.whole(310, 450),
      reason: null,
      passes_reserve: false,
      counted,
      expected,
    },
  ]
}

const iso = (ms: number) => new Date(ms).toISOString()
