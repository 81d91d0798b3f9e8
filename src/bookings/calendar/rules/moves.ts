import { type Shift, shifted } from '../../../core/wall-clock.ts'

/** The times of an event as clocks show them. */
export type Clocks = { start: string; end: string }

/** To the minute, and nothing but the times. */
export const clocksOf = ({ start, end }: Clocks): Clocks => ({
  start: start.slice(0, 16),
  end: end.slice(0, 16),
})

const arrows: Record<string, 1 | -1> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowLeft: -1,
}

/**
 * Where a key moves an event: up and down by the grid, left and right by a day; with Shift its end alone, and never
 * to its start. Undefined for every other key.
 */
export function movedByKey(
  { start, end }: Clocks,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { stepMinutes, isInUse }: { stepMinutes: number; isInUse: boolean },
): Clocks | undefined {
  const sign = arrows[key]
  if (sign === undefined) return undefined
  const isDay = key === 'ArrowLeft' || key === 'ArrowRight'
  const shift: Shift = isDay ? { days: sign } : { minutes: sign * stepMinutes }
  const moved = {
    start: shiftKey || isInUse ? start : shifted(start, shift),
    end: shifted(end, shift),
  }
  return moved.start < moved.end ? moved : { start, end }
}

type Movable = Clocks & { startEditable: boolean; extendedProps: { isMovable: boolean } }

/** Where an event stands after a key, from where it was moved to before; Escape takes it back. */
export function afterKey(
  { event, at }: { event: Movable; at: Clocks | undefined },
  press: { key: string; shiftKey: boolean },
  stepMinutes: number,
): { clocks: Clocks; isBack: boolean } | undefined {
  if (!event.extendedProps.isMovable) return undefined
  if (press.key === 'Escape') return at && { clocks: event, isBack: true }
  const clocks = movedByKey(at ?? event, press, { stepMinutes, isInUse: !event.startEditable })
  return clocks && { clocks, isBack: false }
}

/** Days and minutes that somebody dragged an edge by, as the calendar counts them. */
export type Dragged = { days: number; seconds: number }

export const movedByHand = (
  { start, end }: Clocks,
  { ofStart, ofEnd }: { ofStart?: Dragged; ofEnd?: Dragged },
): Clocks => ({
  start: ofStart ? shifted(start, inMinutes(ofStart)) : start,
  end: ofEnd ? shifted(end, inMinutes(ofEnd)) : end,
})

const inMinutes = ({ days, seconds }: Dragged): Shift => ({ days, minutes: seconds / 60 })

/** A time that somebody chose in a calendar, for a new booking or for one that is there. */
export type TimeChosen = {
  clocks: Clocks
  instrument: string
  /** Of the instrument, where the page shows several. */
  name?: string
  booking?: string
  giveUp?(): void
}

/** What a calendar tells the step that confirms it, and what that one tells the calendar. */
export const timeEvents = { chosen: 'hexi-time-chosen', taken: 'hexi-time-taken' } as const

export type VerdictWords = Record<
  | 'asking'
  | 'fine'
  | 'needsApproval'
  | 'refused'
  | 'elsewhere'
  | 'elsewhereToMove'
  | 'instead'
  | 'unreachable',
  string
>

/** What the step that confirms a time says. */
export type ConfirmWords = VerdictWords &
  Record<
    | 'create'
    | 'move'
    | 'confirmCreate'
    | 'confirmMove'
    | 'booked'
    | 'moved'
    | 'order'
    | 'details'
    | 'options',
    string
  >
