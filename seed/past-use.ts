import type { Context } from '../src/core/context.ts'
import { labs } from './labs.ts'
import { seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import type { RecordStory } from './story.ts'
import { dayStartOf, plannedUses, type PlannedUse } from './use-plan.ts'
import { insertUses, iso, type Told } from './uses.ts'

const minuteMs = 60_000

/**
 * A year in which instruments were used, up to yesterday: what reports count. Comes last of what is told of bookings:
 * where a story took the time already, this one leaves it.
 */
export async function seedPastUse(
  ctx: Context,
  { of = stories, ...told }: Told & { of?: readonly RecordStory[] },
): Promise<void> {
  await seedPart(ctx.db, { name: 'past-use', now: ctx.now }, async (trx) => {
    const today = dayStartOf(ctx.now().epochMilliseconds)
    const keys = new Set(of.map(({ key }) => key))
    const past = plannedUses(today).filter(
      ({ endMs, row }) => endMs < today && keys.has(`instrument/${row.key}`),
    )
    await insertUses(trx, { told, uses: past, rowOf: endOf })
    return {}
  })
}

function endOf(use: PlannedUse) {
  const { startMs, random } = use
  const about = { assisted: random.is(0.25), ...ownLab(use) }
  if (random.is(0.04)) return { ...never, ...about, missed_at: iso(startMs + 30 * minuteMs) }
  if (random.is(0.07))
    return {
      ...never,
      ...about,
      cancelled_at: iso(startMs - random.whole(30, 1400) * minuteMs),
      cancelled_as: 'own',
    }
  return { ...never, ...about, ...finished(use) }
}

/** Some labs of the house have the instrument as their own. */
function ownLab({ row, user, random }: PlannedUse) {
  const isOfHouse = labs.some(
    ({ key, institution }) => key === user.lab && institution === row.key.split('/')[0],
  )
  return isOfHouse && random.is(0.35) ? { audience: 'own_lab' } : {}
}

/** Every row of one statement has the same columns. */
const never = {
  started_at: null,
  finished_at: null,
  missed_at: null,
  cancelled_at: null,
  cancelled_as: null,
  sample_count: null,
}

const finished = ({ startMs, endMs, random }: PlannedUse) => ({
  started_at: iso(startMs + random.whole(-3, 14) * minuteMs),
  finished_at: iso(endMs + random.whole(-24, 12) * minuteMs),
  sample_count: random.is(0.7) ? random.whole(1, 24) : null,
})
