import { Client } from 'pg'
import type { Signals } from '../core/ports.ts'

/** What the triggers of migration 0041 notify: a person's id. */
const channel = 'hexi_person'
const proofMs = 2_000
const againMs = 5_000
const deafAgainMs = 60_000

type Options = {
  connectionString: string
  onError?: (error: Error) => void
  /** How many may wait in this process, and for one person. */
  most?: number
  mostEach?: number
}

/**
 * One connection that listens for all who wait in this process, made when the first one does and anew when it breaks.
 * Behind a pooler of transactions nothing is heard: that is found out, and tried again now and then.
 */
export function openSignals({ most = 1000, mostEach = 8, ...options }: Options): Signals {
  const waiting = waitingRoom(most, mostEach)
  const ear = keepListening(options, waiting.wake)
  let isOver = false
  return {
    hear(personId, wake) {
      ear.start()
      return isOver ? undefined : waiting.enter(personId, wake)
    },
    isHearing: ear.isOpen,
    isOver: () => isOver,
    async end() {
      isOver = true
      waiting.wake()
      await ear.stop()
    },
  }
}

function waitingRoom(most: number, mostEach: number) {
  const waiting = new Map<string, Set<() => void>>()
  let count = 0
  return {
    enter(personId: string, wake: () => void) {
      const own = waiting.get(personId) ?? new Set()
      if (count >= most || own.size >= mostEach) return undefined
      waiting.set(personId, own.add(wake))
      count += 1
      return () => {
        if (!own.delete(wake)) return
        count -= 1
        if (own.size === 0) waiting.delete(personId)
      }
    },
    /** Who waits for this person, or all. */
    wake: (personId?: string) => {
      const found = personId === undefined ? waiting.values() : [waiting.get(personId) ?? []]
      for (const own of found) for (const wake of own) wake()
    },
  }
}

function keepListening(
  { connectionString, onError = () => {} }: Pick<Options, 'connectionString' | 'onError'>,
  wake: (personId?: string) => void,
) {
  let ear: Client | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: 'idle' | 'kept' | 'over' = 'idle'
  const tryAgain = (ms: number) => {
    ear = undefined
    clearTimeout(timer)
    if (state === 'kept') timer = setTimeout(() => void open(), ms).unref()
  }
  const open = async () => {
    try {
      const opened = await openEar(connectionString, wake)
      if (!opened) return tryAgain(deafAgainMs)
      if (state === 'over') return await opened.end()
      ear = opened.once('end', () => tryAgain(againMs))
      // What happened before anybody listened is found by looking once more.
      wake()
    } catch (error) {
      if (error instanceof Error) onError(error)
      tryAgain(againMs)
    }
  }
  return {
    start() {
      if (state !== 'idle') return
      state = 'kept'
      void open()
    },
    isOpen: () => ear !== undefined,
    async stop() {
      state = 'over'
      clearTimeout(timer)
      await ear?.end()
    },
  }
}

/** Undefined where what it notifies itself does not come back. */
async function openEar(
  connectionString: string,
  wake: (personId?: string) => void,
): Promise<Client | undefined> {
  const client = new Client({
    connectionString,
    application_name: 'hexi-listen',
    keepAlive: true,
    connectionTimeoutMillis: againMs,
  })
  // What breaks it also ends it.
  client.on('error', () => void client.end().catch(() => {}))
  await client.connect()
  const proof = crypto.randomUUID()
  const isHeard = new Promise<boolean>((resolve) => {
    setTimeout(resolve, proofMs, false).unref()
    client.on('notification', ({ payload }) => {
      if (payload === proof) resolve(true)
      else wake(payload)
    })
  })
  await client.query(`listen ${channel}`)
  await client.query('select pg_notify($1, $2)', [channel, proof])
  if (await isHeard) return client
  await client.end()
  return undefined
}
