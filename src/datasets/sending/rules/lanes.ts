import { type Arrived, type Door, Refused } from '../model.ts'
import { isPassing, mostTries, pauseAfter } from './retries.ts'

/** Runs work when one of so many places is free, in order of asking. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>

export function slotsOf(most: number): Slots {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** Works until it is done, with longer and longer pauses where it may work a moment later. */
export async function tried<T>(
  { signal, pause }: Pick<Door, 'signal' | 'pause'>,
  work: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted()
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next try follows a failure
      return await work()
    } catch (error) {
      if (!(error instanceof Refused) || !isPassing(error.status) || tries >= mostTries) throw error
    }
    // oxlint-disable-next-line no-await-in-loop -- the same
    await pause(pauseAfter(tries, Math.random()))
  }
}

/** Notes what has arrived with the server while more is sent: one call at a time, with all that came meanwhile. */
export function arrivals(note: (parts: readonly Arrived[]) => Promise<unknown>) {
  let pending: Arrived[] = []
  let noting: Promise<void> | undefined
  const run = async () => {
    while (pending.length > 0) {
      const parts = pending
      pending = []
      // oxlint-disable-next-line no-await-in-loop -- one call after the other
      await note(parts)
    }
    noting = undefined
  }
  const begin = () => {
    noting ??= run()
    // Whoever waits for `done` hears of it.
    noting.catch(() => {})
  }
  return {
    add(part: Arrived) {
      pending.push(part)
      begin()
    },
    done: async () => noting,
  }
}
