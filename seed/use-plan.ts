import type { Policy } from '../src/bookings/policies/model.ts'
import { earthInstruments } from './instruments/earth.ts'
import { lifeInstruments } from './instruments/life.ts'
import { materialsInstruments } from './instruments/materials.ts'
import { physicsInstruments } from './instruments/physics.ts'
import type { InstrumentRow } from './instruments/row.ts'
import { labs } from './labs.ts'
import { people } from './people.ts'
import { type Random, randomOf } from './random.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Gansu keeps Beijing's time, without summer time. */
const zoneMs = 8 * hourMs

/** Rules as facilities really have them, from open house to by appointment. */
export const policies = {
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
} as const satisfies Record<string, Policy>

type Style = keyof typeof policies

/** The rules of an instrument, the same every time: large facilities are booked by appointment. */
export const styleOf = ({ key, worth }: Pick<InstrumentRow, 'key' | 'worth'>): Style =>
  worth >= 2000 || key.startsWith('imp/')
    ? 'beamline'
    : randomOf(`booked/instrument/${key}`).pick(['bench', 'bench', 'core'] as const)

type User = { person: string; lab: string; isEnglish: boolean }

/** A use that its instrument, its rules, its person and the season allow. */
export type PlannedUse = {
  row: InstrumentRow
  style: Style
  user: User
  startMs: number
  endMs: number
  madeMs: number
  purpose: string
  random: Random
}

/** Sessions that never meet: hours of the day from which they begin, and how long they are at most. */
const shifts = {
  bench: [
    { from: 8.5, hours: [1, 2, 3, 4], chance: 1 },
    { from: 13.5, hours: [1, 2, 3, 4], chance: 1.1 },
    { from: 19, hours: [1, 1.5, 2], chance: 0.35 },
  ],
  beamline: [
    { from: 9, hours: [2, 3], chance: 1 },
    { from: 14, hours: [2, 4], chance: 0.9 },
    { from: 20, hours: [4, 8, 11], chance: 0.35 },
  ],
  core: [
    { from: 8.5, hours: [1, 2, 3], chance: 1 },
    { from: 13.5, hours: [1, 2, 3], chance: 1.1 },
  ],
} as const satisfies Record<Style, unknown>

/** How busy a month is, from January; the Spring Festival and the summer are quiet. */
const seasons = [0.7, 0.35, 0.95, 1.1, 1.2, 1.15, 0.8, 0.6, 1.05, 1, 1.25, 1.1] as const

/** Work in the field: from April to October. */
const outdoors = new Set([
  'nieer/ground-radar',
  'nieer/glacier-station',
  'lzu/drone',
  'lzu/photosynthesis',
  'gaas/phenotyping',
  'gea/magnetotelluric',
])

const fields = [
  { rows: physicsInstruments, people: ['su', 'fang', 'gu'] },
  { rows: earthInstruments, people: ['song', 'xu', 'gu', 'jiang', 'fang'] },
  { rows: lifeInstruments, people: ['ye', 'lu', 'he', 'qin', 'du', 'wen', 'bai'] },
  { rows: materialsInstruments, people: ['fang', 'tang', 'su', 'du', 'gu'] },
] as const

const daysBack = 365
const daysAhead = 21

/**
 * A year back and three weeks ahead of a day, given by the time of Gansu: every instrument that is open to others and
 * works. Nobody is in two places, and nobody books more than the rules give.
 */
export function plannedUses(today: number): PlannedUse[] {
  const told = toldUses(today)
  const asked = fields.flatMap(({ rows, people: theirs }) =>
    rows.filter(isUsed).flatMap((row) => askedFor(row, usersOf(row, theirs), today)),
  )
  const ledger = new Map<string, PlannedUse[]>()
  const given = asked
    .toSorted((one, other) => one.startMs - other.startMs || (one.row.key < other.row.key ? -1 : 1))
    .filter((use) => {
      const { person } = use.user
      const theirs = ledger.get(person) ?? []
      const ofStories = told.filter(({ user }) => user.person === person)
      if (!fits(use, [...theirs, ...ofStories])) return false
      ledger.set(person, [...theirs.slice(-60), use])
      return true
    })
  return [...told, ...given]
}

/** Stories that go on for weeks: who, where, what for, and on which days from today, at which hour and how long. */
export const useStories = [
  {
    key: 'nieer/sem',
    person: 'xu',
    purposes: [
      '民勤沙丘沙颗粒形貌，第一批',
      '民勤沙丘沙颗粒形貌，第二批',
      '民勤沙丘沙颗粒形貌，第三批',
    ],
    days: [-14, -7, 7],
    hour: 14,
    hours: 2,
  },
  {
    key: 'nieer/stable-isotopes',
    person: 'gu',
    purposes: ['黑河河水氢氧同位素，九月样品', '黑河河水氢氧同位素，十月样品', '复测超差样品'],
    days: [-21, -7, 7],
    hour: 9,
    hours: 3,
  },
  {
    key: 'hxu/pollen-microscope',
    person: 'bai',
    purposes: ['Fossil pollen from the spring core, 0–50 cm', 'The same core, 50–100 cm'],
    days: [-7, 7],
    hour: 10,
    hours: 2,
  },
] as const

function toldUses(today: number): PlannedUse[] {
  const weekday = new Date(today + zoneMs).getUTCDay()
  // On the Wednesday or Thursday of their weeks, whatever day today is.
  const toWednesday = 3 - (weekday === 0 ? 7 : weekday)
  return useStories.flatMap(({ key, person, purposes, days, hour, hours }) => {
    const row = fields.flatMap(({ rows }) => rows).find((one) => one.key === key)
    const [user] = row ? usersOf(row, [person]) : []
    if (!row || !user) throw new Error(`The demo has no ${key} or ${person}.`)
    return days.map((day, index): PlannedUse => {
      const startMs = today + (day + toWednesday) * dayMs + hour * hourMs
      return {
        row,
        user,
        startMs,
        style: styleOf(row),
        endMs: startMs + hours * hourMs,
        madeMs: Math.min(startMs, today) - 3 * dayMs + 10 * hourMs,
        purpose: purposes[index] ?? row.use.zh,
        random: randomOf(`told/${key}/${day}`),
      }
    })
  })
}

const isUsed = ({ key, state, access, status }: InstrumentRow) =>
  state === undefined && access !== 'closed' && status !== '6' && randomOf(`used/${key}`).is(0.9)

function askedFor(row: InstrumentRow, users: readonly User[], today: number): PlannedUse[] {
  if (users.length === 0) return []
  const random = randomOf(`plan/${row.key}`)
  const demand = random.between(0.12, 0.5)
  const style = styleOf(row)
  return Array.from({ length: daysBack + daysAhead }, (_, day) => day - daysBack).flatMap((day) => {
    // Today has what its people do now; what is planned begins tomorrow.
    const dayStart = today + (day < 0 ? day : day + 1) * dayMs
    return shifts[style]
      .filter(({ chance }) => random.is(demand * chance * busyness(row, style, dayStart)))
      .map(({ from, hours }): PlannedUse => {
        const user = random.pick(users)
        const step = policies[style].granularityMinutes * minuteMs
        const startMs = dayStart + from * hourMs + random.whole(0, 1) * step
        const madeMs =
          day < 0
            ? startMs - random.whole(1, 9) * dayMs - random.whole(30, 300) * minuteMs
            : today - random.whole(1, 6) * dayMs + random.whole(9, 16) * hourMs
        const purpose = purposeOf(row, user, random)
        const endMs = startMs + random.pick<number>(hours) * hourMs
        return { row, style, user, startMs, endMs, madeMs, purpose, random }
      })
  })
}

function busyness({ key }: InstrumentRow, style: Style, dayStart: number): number {
  const date = new Date(dayStart + zoneMs)
  const [month, weekday] = [date.getUTCMonth(), date.getUTCDay()]
  if (outdoors.has(key) && (month < 3 || month > 9)) return 0
  const closedDays = { bench: [0], beamline: [], core: [0, 6] } satisfies Record<Style, number[]>
  if (closedDays[style].some((day) => day === weekday)) return 0
  return (seasons[month] ?? 1) * (weekday % 6 === 0 ? 0.2 : 1)
}

function purposeOf({ use, variables }: InstrumentRow, { isEnglish }: User, random: Random): string {
  if (isEnglish) return use.en.charAt(0).toUpperCase() + use.en.slice(1)
  const measured = (variables ?? []).map((name) => `${name}测定`)
  return random.pick([use.zh, ...measured, `${use.zh}（重复测定）`])
}

/** People of the field, those of the house oftener; each pays by a lab of theirs, of the house where they have one. */
function usersOf({ key, audience }: InstrumentRow, theirs: readonly string[]): User[] {
  const institution = key.split('/')[0] ?? ''
  const finders =
    audience === 'institution' ? theirs.filter((one) => belongsTo(one, institution)) : theirs
  return finders.flatMap((person) => {
    const inLabs = labs.filter(({ pi, members = [] }) => pi === person || members.includes(person))
    const lab = inLabs.find((one) => one.institution === institution) ?? inLabs[0]
    if (!lab) return []
    const isEnglish = people.find((one) => one.key === person)?.lang === 'en'
    const user = { person, lab: lab.key, isEnglish }
    return belongsTo(person, institution) ? [user, user, user] : [user]
  })
}

export const belongsTo = (person: string, institution: string): boolean =>
  people.some(({ key, belongs }) => key === person && belongs.some(([one]) => one === institution))

/** Half an hour to change rooms, two uses a day, and what the rules let one person book. */
function fits(use: PlannedUse, theirs: readonly PlannedUse[]): boolean {
  const isFree = theirs.every(
    ({ startMs, endMs }) =>
      use.startMs >= endMs + 30 * minuteMs || use.endMs + 30 * minuteMs <= startMs,
  )
  const sameDay = theirs.filter(({ startMs }) => dayStartOf(startMs) === dayStartOf(use.startMs))
  const here = theirs.filter(({ row }) => row.key === use.row.key)
  const within = (days: number) =>
    here.filter(({ startMs }) => startMs > use.startMs - days * dayMs)
  const minutesOfWeek = [...within(7), use].reduce(
    (sum, { startMs, endMs }) => sum + (endMs - startMs) / minuteMs,
    0,
  )
  return isFree && sameDay.length < 2 && minutesOfWeek <= 1200 && within(daysAhead + 1).length < 4
}

/** A version 4 id that is the same every time. */
export function uuidOf(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Midnight in Gansu. */
export const dayStartOf = (atMs: number): number =>
  Math.floor((atMs + zoneMs) / dayMs) * dayMs - zoneMs
