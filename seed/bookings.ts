import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { idOf } from './landscape.ts'
import { type Ids, seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import type { RecordStory } from './story.ts'
import {
  dayStartOf,
  plannedUses,
  policies,
  type PlannedUse,
  styleOf,
  useStories,
} from './use-plan.ts'
import { insertUses, type Told } from './uses.ts'

/**
 * The rules of the instruments, and who comes in the next three weeks: so that calendars have something in them, the
 * steward something to decide, and the researcher something to move.
 */
export async function seedBookings(ctx: Context, told: Told): Promise<void> {
  await seedPart(ctx.db, { name: 'bookings', now: ctx.now }, async (trx): Promise<Ids> => {
    for (const story of stories.filter(isGiven)) await giveRules(trx, ctx, { story, ...told })
    const today = dayStartOf(ctx.now().epochMilliseconds)
    const coming = plannedUses(today).filter(({ startMs }) => startMs > today)
    await insertUses(trx, { told, uses: coming.filter(isThin), rowOf: stateOf })
    return {}
  })
}

const isGiven = ({ kind, state, input }: RecordStory) =>
  kind === 'instrument' && state === undefined && input['access'] !== 'closed'

/** Free times are left on every day to come; stories go on. */
const isThin = ({ random, purpose }: PlannedUse) => random.is(0.6) || storied.has(purpose)

const storied = new Set<string>(useStories.flatMap(({ purposes }) => purposes))

/** Some wait for approval where all bookings need it. */
const stateOf = ({ style, random, madeMs }: PlannedUse) => ({
  confirmed_at: style === 'core' && random.is(0.6) ? null : new Date(madeMs).toISOString(),
})

type Giving = Told & { story: RecordStory }

async function giveRules(trx: Trx, ctx: Context, { story, records }: Giving): Promise<void> {
  await trx
    .insertInto('booking_policy')
    .values({
      instrument_id: idOf(records, `record/${story.key}`),
      version: 1,
      rules: JSON.stringify(policies[styleOf(ruledBy(story))]),
      created_at: ctx.now().subtract({ hours: 24 * 400 }),
    })
    .execute()
}

const ruledBy = ({ key, input }: RecordStory) => ({
  key: key.replace('instrument/', ''),
  worth: Number(input['worth']),
})
