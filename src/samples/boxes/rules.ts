import type { Text } from '../../core/text.ts'
import type { SampleState } from '../model.ts'
import { type Confirmable, type Displacement, type Obstacle, obstacles } from './model.ts'
import { boxWords as words } from './words/refusals.ts'

/** A sample that is to be put somewhere. */
export type Tube = {
  id: string
  code: string
  institutionId: string
  institution: Text
  /** Whether the actor is staff of its collection. */
  isKept: boolean
  state: SampleState
  temperature: string | null
  /** Its donor withdrew. */
  isBlocked: boolean
  /** The kit it belongs to, where that is finished. */
  finishedKit: string | null
  at: { placeId: string; path: string; well: string | null } | null
}

/** Where it is to go. */
export type Target = {
  placeId: string
  path: string
  institutionId: string
  blockedPath: string | null
  awaitsDestruction: boolean
  /** What it is kept at; null where nobody said. */
  celsius: { from: number; to: number } | null
}

/** The well in it; null in a container without wells. */
export type Well = {
  name: string
  blocked: string | null
  /** What is in there, unless it is moved in the same step. */
  occupant: {
    code: string | null
    isOnLoan: boolean
    isMovable: boolean
    /** Its donor withdrew. */
    isWithdrawn: boolean
  } | null
}

export type Objection = { code: Obstacle; detail: Text }

/** Every reason why a tube does not go there; `[]` means that it does. */
export function objectionsToPutting(tube: Tube, to: Target, well: Well | null): Objection[] {
  return [
    ...objectionsToTube(tube, to),
    ...objectionsToWell(tube, well),
    ...(to.blockedPath === null
      ? []
      : [because('place_blocked', words.placeBlocked(to.blockedPath))]),
  ]
}

type Rule = {
  code: Obstacle
  holds: (tube: Tube, to: Target) => boolean
  says: (tube: Tube, to: Target) => Text
}

/** Whoever is none of ours, or no more: nothing else is said of it. */
const ends: readonly Rule[] = [
  {
    code: 'other_institution',
    holds: (tube, to) => tube.institutionId !== to.institutionId,
    says: ({ code, institution }) => words.otherInstitution(code, institution),
  },
  {
    code: 'other_collection',
    holds: ({ isKept }) => !isKept,
    says: ({ code }) => words.otherCollection(code),
  },
  {
    code: 'destroyed',
    holds: ({ state }) => state === 'destroyed',
    says: ({ code }) => words.destroyed(code),
  },
  {
    code: 'used_up',
    holds: ({ state }) => state === 'used_up',
    says: ({ code }) => words.usedUp(code),
  },
]

/** All of these are said together. */
const doubts: readonly Rule[] = [
  {
    code: 'withdrawn',
    holds: ({ isBlocked }, { awaitsDestruction }) => isBlocked && !awaitsDestruction,
    says: ({ code }) => words.withdrawn(code),
  },
  {
    code: 'awaiting_destruction',
    holds: ({ isBlocked }, { awaitsDestruction }) => !isBlocked && awaitsDestruction,
    says: ({ code }) => words.awaitingDestruction(code),
  },
  {
    code: 'gone',
    holds: ({ state }) => state === 'shipped' || state === 'out',
    says: ({ code, state }) => (state === 'out' ? words.onLoan(code) : words.shipped(code)),
  },
  {
    code: 'finished_kit',
    holds: ({ finishedKit }) => finishedKit !== null,
    says: ({ code, finishedKit }) => words.finishedKit(code, finishedKit ?? ''),
  },
  {
    code: 'elsewhere',
    holds: ({ at, state }, { placeId }) =>
      at !== null && at.placeId !== placeId && state === 'stored',
    says: ({ code, at }) => words.elsewhere(code, at ?? { path: '', well: null }),
  },
  {
    code: 'temperature',
    holds: ({ temperature }, { celsius }) => !fits(temperature, celsius),
    says: ({ code }) => words.wrongTemperature(code),
  },
]

function objectionsToTube(tube: Tube, to: Target): Objection[] {
  const end = ends.find(({ holds }) => holds(tube, to))
  const rules = end ? [end] : doubts.filter(({ holds }) => holds(tube, to))
  return rules.map(({ code, says }) => because(code, says(tube, to)))
}

function objectionsToWell({ code, at }: Tube, well: Well | null): Objection[] {
  if (well === null) return []
  if (well.blocked !== null)
    return [because('well_blocked', words.wellBlocked(well.name, well.blocked))]
  const { occupant } = well
  if (!occupant || occupant.code === code) return []
  if (occupant.code === null || !occupant.isMovable)
    return [because('well_occupied', saysOccupied(well.name, occupant))]
  const nowhere = at === null ? words.takenNoSwap : words.taken
  const says = occupant.isOnLoan ? words.keptFor : nowhere
  return [because(at === null ? 'taken_no_swap' : 'taken', says(well.name, occupant.code))]
}

const saysOccupied = (well: string, { code, isWithdrawn }: NonNullable<Well['occupant']>) =>
  code !== null && isWithdrawn ? words.heldByWithdrawn(well, code) : words.occupied(well, code)

const because = (code: Obstacle, detail: Text): Objection => ({ code, detail })

/** °C that MIABIS-SAMPLE-03 stands for; what is not here fits everywhere. */
const ranges: Readonly<Record<string, { from: number; to: number }>> = {
  RT: { from: 11, to: 40 },
  '2to10': { from: 2, to: 10 },
  '-18to-35': { from: -35, to: -15 },
  '-60to-85': { from: -90, to: -60 },
  'below-135': { from: -200, to: -135 },
  'LN-vapour': { from: -200, to: -135 },
  'LN-liquid': { from: -200, to: -180 },
}

/** Whether a place is as cold as a sample is kept: what both allow is not empty. */
export function fits(temperature: string | null, celsius: Target['celsius']): boolean {
  const range = temperature === null ? undefined : ranges[temperature]
  return !range || !celsius || (celsius.from <= range.to && celsius.to >= range.from)
}

type Answers = { confirmed: readonly Confirmable[]; displaced: Displacement | undefined }

/** Those to which nobody said yes yet. */
export const stillOpen = (
  objections: readonly Objection[],
  { confirmed, displaced }: Answers,
): Objection[] =>
  objections.filter(({ code }) => {
    if (obstacles[code] === 'refused') return true
    if (obstacles[code] === 'confirm') return !confirmed.some((one) => one === code)
    return displaced === undefined || (code === 'taken_no_swap' && displaced === 'swap')
  })
