import type { Clocks } from './moves.ts'

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
  'asking' | 'fine' | 'needsApproval' | 'refused' | 'instead' | 'unreachable',
  string
>

/** What the step that confirms a time says. */
export type ConfirmWords = VerdictWords &
  Record<'create' | 'move' | 'confirmCreate' | 'confirmMove' | 'booked' | 'moved' | 'order', string>
