import type { Text } from '../../core/text.ts'
import type { Unit } from '../model.ts'
import { inWords } from '../rules.ts'
import type { EntryKind } from './model.ts'
import { entryWords as words } from './words.ts'

/** By how much an entry changes the balance and what is held back, in smallest parts. */
export type Effect = { change: number; held: number }

type Entered = Exclude<EntryKind, 'adjust'>

/** In which direction each kind goes; a stock-take may go either way. */
const directions: Readonly<Record<Entered, Effect>> = {
  in: { change: 1, held: 0 },
  return: { change: 1, held: 0 },
  out: { change: -1, held: 0 },
  test_consumed: { change: -1, held: 0 },
  regenerate: { change: -1, held: 0 },
  discard: { change: -1, held: 0 },
  ship: { change: -1, held: 0 },
  reserve: { change: 0, held: 1 },
  release: { change: 0, held: -1 },
}

/** What an entry of so many parts does; a shipment of what was held back takes it from both. */
export function effectOf(kind: Entered, parts: number, ofReservation: boolean): Effect {
  const { change, held } = directions[kind]
  return {
    change: change * parts,
    held: (kind === 'ship' && ofReservation ? -1 : held) * parts,
  }
}

/** A lot in smallest parts. */
export type LotFacts = {
  unit: Unit
  balance: number
  reserved: number
  criticalReserve: number
  frozenAt: unknown
  origin: string
  isOpenHarvest: boolean
}

export type EntryFacts = Effect & {
  kind: EntryKind
  reason: string | null
  passesReserve: boolean
  /** How much of its reservation is still held back; null where it names none, undefined where there is no such. */
  open: number | null | undefined
  /** Whether it comes from or goes to another lot. */
  isMove: boolean
  /** Whether the law lets it be discarded only with an approval, and the number of that. */
  isProtected: boolean
  approval: string | null
}

export type Objection = { code: string; detail: Text }

/** Every reason against an entry; none when it may be written. */
export const objectionsToEntry = (lot: LotFacts, entry: EntryFacts): Objection[] => [
  ...objectionsOfState(lot, entry),
  ...objectionsOfReason(entry),
  ...objectionsOfLaw(entry),
  ...objectionsOfReservation(lot, entry),
  ...objectionsOfQuantity(lot, entry),
]

function objectionsOfState(lot: LotFacts, { kind, isMove }: EntryFacts): Objection[] {
  if (lot.frozenAt) return [{ code: 'lot_is_frozen', detail: words.isFrozen }]
  if (lot.isOpenHarvest && (kind !== 'in' || isMove))
    return [{ code: 'harvest_open', detail: words.harvestOpen }]
  if (lot.origin === 'harvested' && !lot.isOpenHarvest && kind === 'in' && !isMove)
    return [{ code: 'harvest_closed', detail: words.harvestClosed }]
  return []
}

/** Also where the critical reserve is not reached: who asks to pass it says why. */
function objectionsOfReason({ kind, passesReserve, reason }: EntryFacts): Objection[] {
  const isNeeded = kind === 'reserve' || passesReserve
  return isNeeded && reason === null ? [{ code: 'reason_needed', detail: words.reasonNeeded }] : []
}

const objectionsOfLaw = ({ kind, isProtected, approval }: EntryFacts): Objection[] =>
  kind === 'discard' && isProtected && approval === null
    ? [{ code: 'protected_stock', detail: words.protectedStock }]
    : []

function objectionsOfReservation(lot: LotFacts, { kind, held, open }: EntryFacts): Objection[] {
  if (kind === 'reserve') return []
  if (open === undefined) return [{ code: 'no_reservation', detail: words.noReservation }]
  if (kind !== 'release' && kind !== 'ship')
    return open === null ? [] : [{ code: 'not_of_reservation', detail: words.notOfReservation }]
  if (open === null)
    return kind === 'release'
      ? [{ code: 'reservation_needed', detail: words.reservationNeeded }]
      : []
  return -held > open
    ? [{ code: 'reserved_less', detail: words.reservedLess(inWords(lot.unit, open)) }]
    : []
}

/** What can be picked is the balance without what is held back; of that the critical reserve stays. */
function objectionsOfQuantity(lot: LotFacts, entry: EntryFacts): Objection[] {
  const left = lot.balance - lot.reserved
  const after = left + entry.change - entry.held
  if (entry.kind === 'adjust')
    return after < 0
      ? [
          {
            code: 'counted_below_reserved',
            detail: words.countedBelowReserved(inWords(lot.unit, lot.reserved)),
          },
        ]
      : []
  if (after >= left) return []
  if (after < 0) return [{ code: 'not_enough', detail: words.notEnough(inWords(lot.unit, left)) }]
  if (entry.passesReserve || after >= lot.criticalReserve) return []
  const free = Math.max(0, left - lot.criticalReserve)
  return [{ code: 'lot_reserve_kept', detail: words.touchesReserve(inWords(lot.unit, free)) }]
}

/** One lot’s part of a pick. */
export type Part = { id: string; parts: number }

/**
 * Takes what is asked from lots in their order, each down to its critical reserve and no further; undefined where they
 * have less.
 */
export function pickFrom(
  lots: readonly { id: string; free: number }[],
  asked: number,
): Part[] | undefined {
  let open = asked
  const picked: Part[] = []
  for (const { id, free } of lots) {
    const parts = Math.min(open, Math.max(0, free))
    if (parts > 0) picked.push({ id, parts })
    open -= parts
  }
  return open === 0 ? picked : undefined
}
