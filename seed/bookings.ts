import type { Policy } from '../src/bookings/policies/model.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { idOf } from './landscape.ts'
import { labs } from './labs.ts'
import { people } from './people.ts'
import { type Random, randomOf } from './random.ts'
import { type Ids, seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import type { RecordStory } from './story.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Gansu keeps Beijing's time, without summer time. */
const zoneMs = 8 * hourMs

/** Rules as facilities really have them, from open house to by appointment. */
export const policies: Record<'bench' | 'beamline' | 'core', Policy> = {
  bench: {
    hours: [{ days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '22:00' }],
    granularityMinutes: 30,
    minMinutes: 30,
    maxMinutes: 480,
    horizonDays: 60,
    cancelDeadlineMinutes: 1440,
    quotas: [{ of: 'person', measure: 'minutes', max: 1200, per: 'week' }],
    noShowMinutes: 30,
    lateCancelFeeFen: 5000,
    noShowFeeFen: 10_000,
    billBy: 'max',
    billRoundMinutes: 15,
  },
  beamline: {
    granularityMinutes: 60,
    minMinutes: 60,
    maxMinutes: 1440,
    leadMinutes: 1440,
    horizonDays: 120,
    bufferAfterMinutes: 30,
    cancelDeadlineMinutes: 2160,
    approval: { longerThanMinutes: 480, audiences: ['member', 'external'] },
    needsProject: true,
    noShowMinutes: 60,
    billBy: 'reserved',
  },
  core: {
    hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '20:00' }],
    granularityMinutes: 15,
    minMinutes: 30,
    maxMinutes: 240,
    leadMinutes: 120,
    horizonDays: 30,
    cancelDeadlineMinutes: 1440,
    maxFutureCount: 4,
    peak: {
      windows: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      maxMinutes: 180,
    },
    approval: { always: true },
    noShowMinutes: 30,
    billBy: 'union',
    billRoundMinutes: 15,
  },
}

const purposes = [
  '叶片切片成像',
  '岩芯元素扫描',
  '冰芯同位素测定',
  '种子活力快速检测',
  '蛋白质结构测定',
  'Grain size of aeolian sand',
  'Trace metals in lake sediment',
] as const

type User = { person: string; lab: string }
type Coming = { startMs: number; endMs: number; user: User; purpose: string; isPending: boolean }

/**
 * The rules of the instruments, and who comes in the next three weeks: so that calendars have something in them, the
 * steward something to decide, and the researcher something to move.
 */
export async function seedBookings(
  ctx: Context,
  { landscape, records }: { landscape: Ids; records: Ids },
): Promise<void> {
  await seedPart(ctx.db, { name: 'bookings', now: ctx.now }, async (trx) => {
    const today = Math.floor((ctx.now().epochMilliseconds + zoneMs) / dayMs) * dayMs - zoneMs
    for (const story of stories.filter(isGiven)) {
      const random = randomOf(`booked/${story.key}`)
      const instrument = idOf(records, `record/${story.key}`)
      const policy = random.pick(['bench', 'bench', 'beamline', 'core'] as const)
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await giveRules(trx, { ctx, instrument, rules: policies[policy] })
      const coming = comingTo(story, { today, random, waits: policy === 'core' })
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await write(trx, { ctx, instrument, institution: story.institution, coming, landscape })
    }
    return {}
  })
}

const isGiven = ({ kind, state, input }: RecordStory) =>
  kind === 'instrument' && state === undefined && input['access'] !== 'closed'

type Giving = { ctx: Context; instrument: string; rules: Policy }

async function giveRules(trx: Trx, { ctx, instrument, rules }: Giving): Promise<void> {
  await trx
    .insertInto('booking_policy')
    .values({
      instrument_id: instrument,
      version: 1,
      rules: JSON.stringify(rules),
      created_at: ctx.now().subtract({ hours: 24 * 400 }),
    })
    .execute()
}

type Days = { today: number; random: Random; waits: boolean }

/** A session in the morning and one in the afternoon, on some of the working days to come. */
function comingTo({ institution }: RecordStory, { today, random, waits }: Days): Coming[] {
  const users = usersOf(institution)
  const demand = random.between(0.15, 0.6)
  return Array.from({ length: 21 }, (_, day) => today + (day + 1) * dayMs).flatMap((day) => {
    const weekday = new Date(day + zoneMs).getUTCDay()
    if (weekday % 6 === 0) return []
    return (
      [9, 14]
        .filter(() => random.is(demand))
        .map((hour): Coming => {
          const startMs = day + (hour + random.whole(0, 1)) * hourMs
          return {
            startMs,
            endMs: startMs + random.whole(1, 3) * hourMs,
            user: random.pick(users),
            purpose: random.pick(purposes),
            isPending: waits && random.is(0.6),
          }
        })
        // Few names stand for many people: nobody of them is at twenty instruments at once.
        .filter(() => random.is(0.3))
    )
  })
}

function usersOf(institution: string): User[] {
  const all = labs.flatMap(({ key, pi, members = [] }) =>
    [...(pi ? [pi] : []), ...members].map((person) => ({ person, lab: key })),
  )
  const own = all.filter(({ lab }) => lab.startsWith(`${institution}/`))
  return own.length > 0 ? [...own, ...own, ...all] : all
}

type Writing = {
  ctx: Context
  institution: string
  instrument: string
  coming: readonly Coming[]
  landscape: Ids
}

async function write(trx: Trx, writing: Writing): Promise<void> {
  const rows = writing.coming.map((one) => ({ ...one, id: crypto.randomUUID() }))
  if (rows.length === 0) return
  const taken = await trx
    .insertInto('occupancy')
    .values(
      rows.map(({ id, startMs, endMs }) => ({
        instrument_id: writing.instrument,
        id,
        kind: 'booking',
        starts_at: iso(startMs),
        ends_at: iso(endMs),
        taken: `[${iso(startMs)},${iso(endMs)})`,
      })),
    )
    // An outage may have been told before: the exclusion decides.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const free = rows.filter(({ id }) => taken.some((row) => row.id === id))
  if (free.length === 0) return
  await trx
    .insertInto('booking')
    .values(free.map((one) => bookingOf(one, writing)))
    .execute()
}

function bookingOf(
  { id, startMs, endMs, user, purpose, isPending }: Coming & { id: string },
  { ctx, institution, instrument, landscape }: Writing,
) {
  const made = ctx.now().subtract({ hours: 30 })
  return {
    instrument_id: instrument,
    id,
    person_id: idOf(landscape, `person/${user.person}`),
    lab_id: idOf(landscape, `lab/${user.lab}`),
    starts_at: iso(startMs),
    ends_at: iso(endMs),
    purpose,
    project: '62301-27',
    audience: belongsTo(user.person, institution) ? 'institution' : 'member',
    policy_version: 1,
    created_at: made,
    confirmed_at: isPending ? null : made,
  }
}

const belongsTo = (person: string, institution: string) =>
  people.some(({ key, belongs }) => key === person && belongs.some(([one]) => one === institution))

const iso = (ms: number) => new Date(ms).toISOString()
