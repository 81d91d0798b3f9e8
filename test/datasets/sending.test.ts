import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused, type SentFile } from '../../src/datasets/sending/model.ts'
import { arrivals, slotsOf, tried } from '../../src/datasets/sending/rules/lanes.ts'
import {
  bytesPerSecond,
  type Pace,
  paceWith,
  secondsLeft,
} from '../../src/datasets/sending/rules/pace.ts'
import {
  groupsOf,
  mostFileBytes,
  mostFilesAtOnce,
  mostPartBytes,
  mostParts,
  partAt,
  partCountOf,
  partSizeFor,
  smallestPartBytes,
} from '../../src/datasets/sending/rules/parts.ts'
import {
  isOutdated,
  isPassing,
  mostTries,
  pauseAfter,
} from '../../src/datasets/sending/rules/retries.ts'
import {
  rowsToShow,
  sumOf,
  toSend,
  withFiles,
  without,
  withProgress,
} from '../../src/datasets/sending/rules/sheet.ts'

const mebibyte = 1024 * 1024

const waited = (chance: number) =>
  Array.from({ length: mostTries - 1 }, (_, at) => pauseAfter(at + 1, chance)).reduce(
    (sum, each) => sum + each,
  )

const file = (name: string, size = 10): SentFile => ({
  name,
  bytes: new Blob([new Uint8Array(size)]),
})

describe('parts of a file', () => {
  const sizes = fc.oneof(
    fc.integer({ min: 0, max: 64 * mebibyte }),
    fc.integer({ min: 0, max: mostFileBytes }),
    fc.constantFrom(0, 1, smallestPartBytes, smallestPartBytes + 1, mostFileBytes),
  )

  test('cover it without gaps, and are as many and as large as S3 allows', () => {
    fc.assert(
      fc.property(sizes, (sizeBytes) => {
        const partSizeBytes = partSizeFor(sizeBytes)
        const parting = { sizeBytes, partSizeBytes }
        const count = partCountOf(parting)
        expect(partSizeBytes % mebibyte).toBe(0)
        expect(partSizeBytes).toBeLessThanOrEqual(mostPartBytes)
        expect(count).toBeLessThanOrEqual(mostParts)
        const numbers = Array.from({ length: Math.min(count, 50) }, (_, at) => at + 1)
        const parts = [...numbers, count].map((number) => partAt(parting, number))
        expect(parts[0]?.start).toBe(0)
        expect(parts.at(-1)?.end).toBe(sizeBytes)
        for (const number of numbers.slice(1))
          expect(partAt(parting, number).start).toBe(partAt(parting, number - 1).end)
        // Only an empty file has an empty part.
        for (const part of parts) expect(part.sizeBytes > 0 || sizeBytes === 0).toBe(true)
      }),
    )
  })

  test('of up to 8 MiB are one', () => {
    for (const sizeBytes of [0, 1, smallestPartBytes])
      expect(partCountOf({ sizeBytes, partSizeBytes: partSizeFor(sizeBytes) })).toBe(1)
    const sizeBytes = smallestPartBytes + 1
    expect(partCountOf({ sizeBytes, partSizeBytes: partSizeFor(sizeBytes) })).toBe(2)
  })

  test('files are announced once each: a large one alone, small ones together', () => {
    const anyFile = fc.record({
      sizeBytes: fc.constantFrom(0, 5, smallestPartBytes, smallestPartBytes + 1),
    })
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 1200, size: 'max' }), (files) => {
        const groups = groupsOf(files)
        expect(groups.flat().length).toBe(files.length)
        expect(new Set(groups.flat())).toEqual(new Set(files))
        for (const group of groups) {
          expect(group.length).toBeGreaterThan(0)
          expect(group.length).toBeLessThanOrEqual(mostFilesAtOnce)
          const isAlone = group.length === 1
          const isSmall = group.every(({ sizeBytes }) => sizeBytes <= smallestPartBytes)
          expect(isAlone || isSmall).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('pauses between tries', () => {
  test('grow, are spread over half of their length, and end after about three minutes', () => {
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), chances, (tries, chance) => {
        const pause = pauseAfter(tries, chance)
        expect(pause).toBeLessThanOrEqual(30_000)
        expect(pause).toBeGreaterThanOrEqual(250)
        expect(pauseAfter(tries + 1, chance)).toBeGreaterThanOrEqual(pause)
        expect(pause).toBeGreaterThanOrEqual(pauseAfter(tries, 0))
        expect(pause).toBeLessThanOrEqual(2 * pauseAfter(tries, 0))
      }),
    )
    expect([waited(0), waited(0.999)].map((ms) => Math.round(ms / 60_000))).toEqual([2, 4])
  })

  test.each([
    [undefined, true, false],
    [400, false, true],
    [401, false, false],
    [403, false, true],
    [404, false, false],
    [408, true, false],
    [409, false, false],
    [413, false, false],
    [429, true, false],
    [500, true, false],
    [501, false, false],
    [503, true, false],
    [507, false, false],
  ])('after %s: once more %s, at a fresh address %s', (status, passing, outdated) => {
    expect([isPassing(status), isOutdated(status)]).toEqual([passing, outdated])
  })
})

describe('speed and time left', () => {
  const steps = fc.array(
    fc.record({
      ms: fc.integer({ min: 0, max: 4000 }),
      bytes: fc.integer({ min: -mebibyte, max: 9 * mebibyte }),
    }),
    { maxLength: 300 },
  )

  test('are of the last 15 seconds, in few moments, and never below nothing', () => {
    fc.assert(
      fc.property(steps, (events) => {
        let [pace, atMs, sentBytes]: [Pace, number, number] = [[], 0, 0]
        for (const { ms, bytes } of events) {
          atMs += ms
          sentBytes = Math.max(0, sentBytes + bytes)
          pace = paceWith(pace, { atMs, sentBytes })
          expect(pace.at(-1)).toEqual({ atMs, sentBytes })
          expect(atMs - (pace[0]?.atMs ?? 0)).toBeLessThanOrEqual(15_000)
          expect(pace.length).toBeLessThanOrEqual(15_000 / 250 + 2)
          expect(bytesPerSecond(pace) ?? 0).toBeGreaterThanOrEqual(0)
          const left = secondsLeft(pace, 1000)
          expect(left === undefined || (Number.isInteger(left) && left > 0)).toBe(true)
        }
      }),
    )
  })

  test('are what they are where bytes flow evenly, however often somebody looks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 100_000 }),
        (everyMs, bytesPerMs) => {
          let pace: Pace = []
          for (let atMs = 0; atMs <= 20_000; atMs += everyMs)
            pace = paceWith(pace, { atMs, sentBytes: atMs * bytesPerMs })
          expect(bytesPerSecond(pace)).toBeCloseTo(1000 * bytesPerMs, 3)
          expect(secondsLeft(pace, 3500 * bytesPerMs)).toBe(4)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('are not known in the first second, and no time while nothing moves', () => {
    const first = paceWith([], { atMs: 0, sentBytes: 0 })
    expect(bytesPerSecond([])).toBeUndefined()
    expect(bytesPerSecond(paceWith(first, { atMs: 999, sentBytes: 5 }))).toBeUndefined()
    const still = paceWith(first, { atMs: 2000, sentBytes: 0 })
    expect([bytesPerSecond(still), secondsLeft(still, 5)]).toEqual([0, undefined])
  })
})

describe('places for what is under way', () => {
  test('are never more than there are, are taken in order, and are free again after a failure', async () => {
    const work = fc.array(fc.record({ turns: fc.nat({ max: 5 }), fails: fc.boolean() }))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), work, async (most, tasks) => {
        const slots = slotsOf(most)
        const begun: number[] = []
        let [underWay, highest] = [0, 0]
        const all = tasks.map(async ({ turns, fails }, at) =>
          slots(async () => {
            begun.push(at)
            underWay += 1
            highest = Math.max(highest, underWay)
            // oxlint-disable-next-line no-await-in-loop -- so many turns of the queue
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
            underWay -= 1
            if (fails) throw new Error('of this test')
          }),
        )
        const settled = await Promise.allSettled(all)
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(
          tasks.map(({ fails }) => fails),
        )
        expect(begun).toEqual(tasks.map((_, at) => at))
        expect(highest).toBeLessThanOrEqual(most)
      }),
    )
  })

  test('arrivals are noted once each, one call after the other', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }))
    await fc.assert(
      fc.asyncProperty(numbers, fc.infiniteStream(fc.boolean()), async (parts, waits) => {
        const noted: number[] = []
        let underWay = 0
        const noting = arrivals(async (some) => {
          underWay += 1
          expect(underWay).toBe(1)
          await Promise.resolve()
          noted.push(...some.map(({ number }) => number))
          underWay -= 1
        })
        for (const number of parts) {
          noting.add({ number })
          // oxlint-disable-next-line no-await-in-loop -- some come together
          if (waits.next().value) await Promise.resolve()
        }
        await noting.done()
        expect(noted).toEqual(parts)
      }),
    )
  })

  test('an arrival that cannot be noted is heard by whoever waits for all', async () => {
    const noting = arrivals(async () => Promise.reject(new Refused(409, text)))
    noting.add({ number: 1 })
    await expect(noting.done()).rejects.toMatchObject({ status: 409 })
  })

  const text = { zh: '不行', en: 'No' }
  const calls = (statuses: readonly (number | undefined | 'done')[]) => {
    const left = [...statuses]
    const pauses: number[] = []
    const door = {
      signal: new AbortController().signal,
      pause: async (ms: number) => void pauses.push(ms),
    }
    const work = async () => {
      const next = left.shift()
      if (next !== 'done') throw new Refused(next, text)
      return next
    }
    return { run: async () => tried(door, work), left, pauses }
  }

  test('what may pass is tried again, what is refused is not, and there is an end to it', async () => {
    const passes = calls([undefined, 503, 429, 'done'])
    await expect(passes.run()).resolves.toBe('done')
    expect(passes.pauses).toHaveLength(3)
    const refused = calls([403, 'done'])
    await expect(refused.run()).rejects.toMatchObject({ status: 403 })
    expect(refused.left).toEqual(['done'])
    const lost = calls([...Array.from({ length: mostTries }, () => undefined), 'done'])
    await expect(lost.run()).rejects.toMatchObject({ status: undefined })
    expect([lost.left, lost.pauses.length]).toEqual([['done'], mostTries - 1])
  })

  test('a run that is stopped tries nothing more', async () => {
    const stop = new AbortController()
    const work = async () => {
      stop.abort(new Error('stopped'))
      throw new Refused(undefined, text)
    }
    const door = { signal: stop.signal, pause: async () => {} }
    await expect(tried(door, work)).rejects.toThrow('stopped')
  })
})

describe('the sheet of files that are sent', () => {
  const names = fc.array(fc.constantFrom('é.csv', 'e\u0301.csv', '가', '\u1100\u1161', 'a', 'b/a'))

  test('has one row for each name, however it is composed', () => {
    fc.assert(
      fc.property(names, names, (some, removed) => {
        const all = withFiles(
          new Map(),
          some.map((name) => file(name)),
        )
        const keys = new Set(some.map((name) => name.normalize('NFC')))
        expect(new Set(all.keys())).toEqual(keys)
        const done = some.reduce(
          (sheet, name) =>
            withProgress(sheet, {
              name: name.normalize('NFD'),
              state: 'attached',
              sentBytes: 99,
            }),
          all,
        )
        expect(sumOf(done)).toEqual({
          files: keys.size,
          attached: keys.size,
          failed: 0,
          sizeBytes: 10 * keys.size,
          sentBytes: 10 * keys.size,
        })
        expect(toSend(done)).toEqual([])
        const left = removed.reduce((sheet, name) => without(sheet, name), all)
        for (const name of removed) expect(left.has(name.normalize('NFC'))).toBe(false)
      }),
    )
  })

  test('one that is on its way stays as it is when it is chosen again; one that failed begins anew', () => {
    const sending = withProgress(withFiles(new Map(), [file('a')]), {
      name: 'a',
      state: 'sending',
      sentBytes: 4,
    })
    expect(withFiles(sending, [file('a', 20)]).get('a')).toMatchObject({
      state: 'sending',
      sizeBytes: 10,
    })
    const failed = withProgress(sending, { name: 'a', state: 'failed', sentBytes: 4 })
    expect(withFiles(failed, [file('a', 20)]).get('a')).toMatchObject({
      state: 'waiting',
      sizeBytes: 20,
      sentBytes: 0,
    })
  })

  test('shows what failed first, and says how many more there are', () => {
    const states = ['attached', 'waiting', 'checking', 'sending', 'failed'] as const
    const sheet = states.reduce(
      (all, state) =>
        state === 'waiting' ? all : withProgress(all, { name: state, state, sentBytes: 0 }),
      withFiles(
        new Map(),
        states.map((name) => file(name)),
      ),
    )
    const { rows, more } = rowsToShow(sheet, 4)
    expect([rows.map(({ state }) => state), more]).toEqual([
      ['failed', 'sending', 'checking', 'waiting'],
      1,
    ])
  })
})
