import type { Tone } from '../../../web/components/badges.tsx'
import type { DueState, RequestListItem } from '../model/request.ts'
import type { z } from 'zod'
import { lastDay } from './days.ts'
import { dueNames, pageWords as words } from '../words/pages.ts'

type Row = Pick<z.output<typeof RequestListItem>, 'turn' | 'dueAt' | 'waitingDays' | 'due'>

const dueTones: Record<DueState, Tone> = { late: 'danger', soon: 'caution', in_time: 'calm' }

/** For how long somebody has been waited for, in the colour of how urgent it is; nothing where nobody is. */
export const waitingColumn = {
  label: words.waiting,
  state: ({ turn, due, waitingDays }: Row) =>
    turn && { tone: dueTones[due], text: words.days(waitingDays, dueNames[due]) },
}

/** What is due at a midnight is due on the day before it. */
export const dueColumn = { label: words.due, day: ({ dueAt }: Row) => dueAt && lastDay(dueAt) }
