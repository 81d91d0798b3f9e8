import type { TestHouse } from '../support/house.ts'

/** A booking as the tests tell it: moments in milliseconds, buffers in minutes. */
export type Told = {
  instrumentId: string
  startMs: number
  endMs: number
  state: 'confirmed' | 'finished' | 'in_use' | 'missed' | 'cancelled' | 'pending'
  startedMs?: number
  finishedMs?: number
  cancelledMs?: number
  audience?: 'own_lab' | 'institution' | 'member' | 'external'
  labId?: string
  before?: number
  after?: number
  samples?: number
  purpose?: string
  assisted?: boolean
  project?: string
}

const iso = (ms: number) => new Date(ms).toISOString()
const minute = 60_000

/** Writes past bookings as they are after all that happened to them; no rule is asked. */
export async function tellBookings(house: TestHouse, told: readonly Told[]): Promise<string[]> {
  const ids = told.map(() => crypto.randomUUID())
  const rows = told.map((one, at) => ({ ...one, id: ids[at] ?? '' }))
  if (rows.length === 0) return ids
  await house.db
    .insertInto('occupancy')
    .values(
      rows.map(({ id, instrumentId, startMs, endMs, state, before = 0, after = 0 }) => ({
        instrument_id: instrumentId,
        id,
        kind: 'booking',
        starts_at: iso(startMs),
        ends_at: iso(endMs),
        taken: `[${iso(startMs - before * minute)},${iso(endMs + after * minute)})`,
        // What overlaps in these tests was given back before.
        released_at: state === 'missed' || state === 'cancelled' ? iso(startMs) : null,
      })),
    )
    .execute()
  await house.db
    .insertInto('booking')
    .values(rows.map((row) => bookingOf(house, row)))
    .execute()
  return ids
}

function bookingOf(house: TestHouse, { id, ...one }: Told & { id: string }) {
  const at = iso(one.startMs - 86_400_000)
  return {
    instrument_id: one.instrumentId,
    id,
    person_id: house.people['demo-researcher'],
    lab_id: one.labId ?? null,
    starts_at: iso(one.startMs),
    ends_at: iso(one.endMs),
    purpose: one.purpose ?? '测试',
    project: one.project ?? null,
    audience: one.audience ?? 'institution',
    assisted: one.assisted ?? false,
    policy_version: 1,
    created_at: at,
    confirmed_at: one.state === 'pending' ? null : at,
    sample_count: one.samples ?? null,
    ...noMoments,
    ...momentsOf(one),
  }
}

const noMoments = {
  started_at: null,
  finished_at: null,
  missed_at: null,
  cancelled_at: null,
  cancelled_as: null,
}

function momentsOf(one: Told) {
  const started_at = iso(one.startedMs ?? one.startMs)
  if (one.state === 'in_use') return { started_at }
  if (one.state === 'finished') return { started_at, finished_at: iso(one.finishedMs ?? one.endMs) }
  if (one.state === 'missed') return { missed_at: iso(one.startMs + 30 * minute) }
  return one.state === 'cancelled'
    ? { cancelled_at: iso(one.cancelledMs ?? one.startMs - minute), cancelled_as: 'own' as const }
    : {}
}

export async function tellPolicy(
  house: TestHouse,
  {
    instrumentId,
    rules,
    at = '2020-01-01T00:00:00Z',
    version = 1,
  }: {
    instrumentId: string
    rules: object
    at?: string
    version?: number
  },
): Promise<void> {
  await house.db
    .insertInto('booking_policy')
    .values({ instrument_id: instrumentId, version, rules: JSON.stringify(rules), created_at: at })
    .execute()
}

export async function tellOutage(
  house: TestHouse,
  { instrumentId, startMs, endMs }: { instrumentId: string; startMs: number; endMs: number },
): Promise<void> {
  const id = crypto.randomUUID()
  await house.db
    .insertInto('occupancy')
    .values({
      instrument_id: instrumentId,
      id,
      kind: 'outage',
      starts_at: iso(startMs),
      ends_at: iso(endMs),
      taken: `[${iso(startMs)},${iso(endMs)})`,
    })
    .execute()
  await house.db
    .insertInto('outage')
    .values({
      instrument_id: instrumentId,
      id,
      kind: 'fault',
      reason: '漏液',
      planned: false,
      created_at: iso(startMs),
    })
    .execute()
}

export const instrumentInput = (house: TestHouse, title: string, more: object = {}) => ({
  institution: house.own,
  title: { zh: title },
  access: 'on_request',
  instrCategory: '010100',
  function: '成像。',
  ...more,
})

export const at = (text: string) => Date.parse(text)
