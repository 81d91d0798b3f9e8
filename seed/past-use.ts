import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { labs } from './labs.ts'
import { idOf } from './landscape.ts'
import { people } from './people.ts'
import { at, type Random, randomOf } from './random.ts'
import { type Ids, seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import type { RecordStory } from './story.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Gansu keeps Beijing's time, without summer time. */
const zoneMs = 8 * hourMs

/** Sessions that never meet: hours of the day from which they begin, and how long they are at most. */
const shifts = [
  { from: 8.5, hours: [1, 2, 3, 4], chance: 1 },
  { from: 13.5, hours: [1, 2, 3, 4, 5], chance: 1.1 },
  { from: 19, hours: [2, 4, 8, 12], chance: 0.35 },
] as const

/** How busy a month is, from January; the Spring Festival and the summer are quiet. */
const seasons = [0.7, 0.35, 0.95, 1.1, 1.2, 1.15, 0.8, 0.6, 1.05, 1, 1.25, 1.1] as const

const purposes = [
  '样品形貌观察',
  '成分与物相分析',
  '种子切片成像',
  '土壤元素测定',
  '蛋白质组测定',
  '材料性能对比测试',
  '学位论文数据补充',
  '委托检测',
] as const

type User = { person: string; lab: string; institution: string }
type Past = {
  id: string
  user: User
  startMs: number
  endMs: number
  fate: 'finished' | 'missed' | 'cancelled'
  random: Random
}

/**
 * A year in which instruments were used, up to yesterday: what reports count. Comes last of what is told of bookings:
 * where a story took the time already, this one leaves it.
 */
export async function seedPastUse(
  ctx: Context,
  {
    landscape,
    records,
    of = stories,
  }: { landscape: Ids; records: Ids; of?: readonly RecordStory[] },
): Promise<void> {
  await seedPart(ctx.db, { name: 'past-use', now: ctx.now }, async (trx) => {
    const today = Math.floor((ctx.now().epochMilliseconds + zoneMs) / dayMs) * dayMs - zoneMs
    for (const story of of.filter(isUsed))
      await tell(trx, { story, landscape, today, id: idOf(records, `record/${story.key}`) })
    return {}
  })
}

const isUsed = ({ kind, key, state, input }: RecordStory) =>
  kind === 'instrument' &&
  state === undefined &&
  input['access'] !== 'closed' &&
  randomOf(`used/${key}`).is(0.62)

type Telling = { story: RecordStory; landscape: Ids; today: number; id: string }

async function tell(trx: Trx, { story, landscape, today, id }: Telling): Promise<void> {
  const past = yearOf(story, today)
  if (past.length === 0) return
  const taken = await trx
    .insertInto('occupancy')
    .values(
      past.map((one) => ({
        instrument_id: id,
        id: one.id,
        kind: 'booking',
        starts_at: iso(one.startMs),
        ends_at: iso(one.endMs),
        taken: `[${iso(one.startMs)},${iso(one.endMs)})`,
        released_at: one.fate === 'finished' ? null : iso(one.startMs),
      })),
    )
    // Also what would overlap: the exclusion decides.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const free = new Set(taken.map((row) => row.id))
  const rows = past.filter((one) => free.has(one.id))
  if (rows.length === 0) return
  await trx
    .insertInto('booking')
    .values(rows.map((one) => bookingOf(one, { id, institution: story.institution, landscape })))
    .execute()
}

function yearOf(story: RecordStory, today: number): Past[] {
  const random = randomOf(`past/${story.key}`)
  const demand = random.between(0.08, 0.42)
  const users = usersOf(story.institution, random)
  return Array.from({ length: 365 }, (_, day) => today - (365 - day) * dayMs).flatMap((day) => {
    const date = new Date(day + zoneMs)
    const weekend = date.getUTCDay() % 6 === 0 ? 0.2 : 1
    const season = (seasons[date.getUTCMonth()] ?? 1) * weekend
    return shifts
      .filter(({ chance }) => random.is(demand * season * chance))
      .map(({ from, hours }): Past => {
        const startMs = day + from * hourMs + random.whole(0, 2) * 15 * minuteMs
        return {
          id: uuidOf(random),
          user: random.pick(users),
          startMs,
          endMs: startMs + random.pick(hours) * hourMs,
          fate: random.is(0.04) ? 'missed' : random.is(0.07) ? 'cancelled' : 'finished',
          random,
        }
      })
      .filter(({ endMs }) => endMs < today)
  })
}

/** Who comes: those of the house more often than others. */
function usersOf(institution: string, random: Random): User[] {
  const all = labs.flatMap(({ key, pi, members = [] }) =>
    [...(pi ? [pi] : []), ...members].map((person) => ({
      person,
      lab: key,
      institution: key.split('/')[0] ?? '',
    })),
  )
  const own = all.filter((user) => user.institution === institution)
  const others = Array.from({ length: 4 }, () => random.pick(all))
  return [...own, ...own, ...own, ...others]
}

type Owner = { id: string; institution: string; landscape: Ids }

function bookingOf(one: Past, { id, institution, landscape }: Owner) {
  const { user, startMs, endMs, fate, random } = one
  const asked = iso(startMs - random.whole(1, 9) * dayMs - random.whole(0, 300) * minuteMs)
  return {
    instrument_id: id,
    id: one.id,
    person_id: idOf(landscape, `person/${user.person}`),
    lab_id: idOf(landscape, `lab/${user.lab}`),
    starts_at: iso(startMs),
    ends_at: iso(endMs),
    purpose: at(purposes, random.whole(0, purposes.length - 1)),
    audience: audienceOf(user, institution, random),
    assisted: random.is(0.25),
    policy_version: 1,
    created_at: asked,
    confirmed_at: asked,
    ...ends[fate](startMs, endMs, random),
  }
}

function audienceOf({ person, institution }: User, owner: string, random: Random) {
  const belongs = people.find(({ key }) => key === person)?.belongs ?? []
  if (!belongs.some(([key]) => key === owner)) return 'member'
  return institution === owner && random.is(0.35) ? 'own_lab' : 'institution'
}

const never = {
  started_at: null,
  finished_at: null,
  missed_at: null,
  cancelled_at: null,
  cancelled_as: null,
  sample_count: null,
}

const ends = {
  finished: (startMs: number, endMs: number, random: Random) => ({
    ...never,
    started_at: iso(startMs + random.whole(-3, 14) * minuteMs),
    finished_at: iso(endMs + random.whole(-24, 12) * minuteMs),
    sample_count: random.is(0.7) ? random.whole(1, 24) : null,
  }),
  missed: (startMs: number) => ({ ...never, missed_at: iso(startMs + 30 * minuteMs) }),
  cancelled: (startMs: number, _endMs: number, random: Random) => ({
    ...never,
    cancelled_at: iso(startMs - random.whole(30, 3000) * minuteMs),
    cancelled_as: 'own',
  }),
}

const iso = (ms: number) => new Date(ms).toISOString()

/** A version 4 id that is the same every time. */
function uuidOf(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
