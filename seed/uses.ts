import type { Insertable } from 'kysely'
import type { BookingTable } from '../db/schema.ts'
import type { Trx } from '../src/core/database.ts'
import { idOf } from './landscape.ts'
import { hashOf } from './random.ts'
import type { Ids } from './seeded.ts'
import { belongsTo, policies, type PlannedUse, uuidOf } from './use-plan.ts'

export type Told = { landscape: Ids; records: Ids }

type Uses = {
  told: Told
  uses: readonly PlannedUse[]
  /** How each went on. */
  rowOf: (use: PlannedUse) => Partial<Insertable<BookingTable>>
}

/** Writes bookings with the time that they take; where something else takes it already, that stays. */
export async function insertUses(trx: Trx, { told, uses, rowOf }: Uses): Promise<void> {
  for (const [key, theirs] of Map.groupBy(uses, ({ row }) => row.key)) {
    const instrument = idOf(told.records, `record/instrument/${key}`)
    const rows = theirs.map((use) => ({ use, id: uuidOf(use.random), more: rowOf(use) }))
    const taken = await trx
      .insertInto('occupancy')
      .values(
        rows.map(({ use, id, more }) => ({
          instrument_id: instrument,
          id,
          kind: 'booking',
          starts_at: iso(use.startMs),
          ends_at: iso(use.endMs),
          taken: `[${iso(use.startMs)},${iso(use.endMs + bufferMs(use))})`,
          released_at: more.missed_at || more.cancelled_at ? iso(use.startMs) : null,
        })),
      )
      // An outage may have been told before: the exclusion decides.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    const free = new Set(taken.map((row) => row.id))
    const booked = rows.filter(({ id }) => free.has(id))
    if (booked.length === 0) continue
    await trx
      .insertInto('booking')
      .values(
        booked.map(({ use, id, more }) => ({
          ...bookingOf(use, { id, instrument, told }),
          ...more,
        })),
      )
      .execute()
  }
}

const bufferMs = ({ style }: PlannedUse): number =>
  style === 'beamline' ? policies.beamline.bufferAfterMinutes * 60_000 : 0

type Row = { id: string; instrument: string; told: Told }

function bookingOf(use: PlannedUse, { id, instrument, told }: Row) {
  const { user, row, startMs, endMs, madeMs, purpose } = use
  const institution = row.key.split('/')[0] ?? ''
  return {
    instrument_id: instrument,
    id,
    person_id: idOf(told.landscape, `person/${user.person}`),
    lab_id: idOf(told.landscape, `lab/${user.lab}`),
    starts_at: iso(startMs),
    ends_at: iso(endMs),
    purpose,
    project: projectOf(user.lab),
    audience: belongsTo(user.person, institution) ? ('institution' as const) : ('member' as const),
    policy_version: 1,
    created_at: iso(madeMs),
    confirmed_at: iso(madeMs),
  }
}

/** A lab's project has its own number. */
const projectOf = (lab: string): string => `62301-${10 + (hashOf(lab) % 80)}`

export const iso = (ms: number): string => new Date(ms).toISOString()
