import { z } from 'zod'
import { InstantAnswer } from '../core/time.ts'

/** `waiting` for its time or for another try · `running` · `dead`: given up after its last try. */
export const jobStates = ['dead', 'waiting', 'running'] as const
export type JobState = (typeof jobStates)[number]

export const JobAnswer = z
  .object({
    id: z.string(),
    task: z.string(),
    state: z.enum(jobStates),
    payload: z.unknown().describe('Input of the job.'),
    attempts: z.int(),
    maxAttempts: z.int(),
    runAt: InstantAnswer.describe('When it is, or was, to start.'),
    createdAt: InstantAnswer,
    lockedAt: InstantAnswer.nullable().describe('Since when it runs.'),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Job', description: 'A background job in the queue.' })
export type JobAnswer = z.infer<typeof JobAnswer>

/** An id of the queue's own: a whole number, written in digits. */
export const JobId = z.string().regex(/^[1-9]\d{0,17}$/)
