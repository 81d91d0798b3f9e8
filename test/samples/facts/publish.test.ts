import { array, assert, constantFrom, integer, property, string, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownCounts, shownOf, stepsDown } from '../../../src/samples/facts/rules/publish.ts'
import { type Bounds, everyCell, foundOut } from './possible.ts'

const smallest = 5
/** People in each of the parts into which three questions cut everybody. */
const parts = 7
/** How an outsider reads an answer about so many people. */
type Reading = (people: number, question: string) => { from: number; to: number }

const asPublished: Reading = (people, question) => ({
  from: shownOf(people, { smallestCell: smallest, steps: stepsDown('secret', question) }) ?? 0,
  to: Infinity,
})
const onlySuppressed: Reading = (people) =>
  people < smallest ? { from: 0, to: smallest - 1 } : { from: people, to: people }
const onlyRounded: Reading = (people) => {
  const from = Math.floor(people / smallest) * smallest
  return { from, to: from + smallest - 1 }
}

const populations = array(integer({ min: 0, max: 2 * smallest + 1 }), {
  minLength: parts,
  maxLength: parts,
})
/** Any sets: one within another, what both have, what either has, the rest. */
const questions = uniqueArray(integer({ min: 1, max: 2 ** parts - 1 }), {
  minLength: 1,
  maxLength: 3,
})

const partsOf = (set: number) =>
  Array.from({ length: parts }, (_, part) => part).filter((part) => (set >> part) & 1)
const sumOf = (people: readonly number[], own: readonly number[]) =>
  own.reduce((sum, part) => sum + (people[part] ?? 0), 0)

const answersTo = (read: Reading, people: readonly number[], sets: readonly number[]): Bounds[] =>
  sets.map((set) => {
    const own = partsOf(set)
    return { parts: own, ...read(sumOf(people, own), String(set)) }
  })

/** Throws where a cell is found out. */
const withstand = (read: Reading, numRuns: number) =>
  assert(
    property(populations, questions, (people, sets) => {
      const found = foundOut(people, answersTo(read, people, sets), {
        cells: everyCell(parts),
        smallest,
      })
      expect(found).toEqual([])
    }),
    { numRuns, seed: 20_261_130, endOnFailure: true },
  )

describe('up to three questions about any groups', () => {
  test('leave open of every small group whether there is anybody in it', () => {
    expect(() => withstand(asPublished, 20_000)).not.toThrow()
  }, 120_000)

  test('would find somebody if small counts were only left out', () => {
    expect(() => withstand(onlySuppressed, 2000)).toThrow(/Property failed/)
  })

  test('would find somebody if counts were only rounded down', () => {
    // One woman and nine men are five at least; ten people are ten: there is a woman.
    const people = [1, 9, 0, 0, 0, 0, 0]
    const found = foundOut(people, answersTo(onlyRounded, people, [0b10, 0b11]), {
      cells: [[0]],
      smallest,
    })
    expect(found).toEqual([[0]])
  })
})

test('a whole table with its total finds nobody, where rounding alone tells every cell', () => {
  const people = Array.from({ length: 5 }, () => smallest - 1)
  const all = people.map((_, part) => part)
  const cells = all.map((part) => [part])
  const read = (reading: Reading) =>
    [all, ...cells].map((own) => ({ parts: own, ...reading(sumOf(people, own), own.join()) }))
  expect(foundOut(people, read(onlyRounded), { cells, smallest })).toEqual(cells)
  expect(foundOut(people, read(asPublished), { cells, smallest })).toEqual([])
})

describe('a shown count', () => {
  const secrets = Array.from({ length: 3000 }, (_, at) => `secret ${at}`)
  const shownFor = (people: number) =>
    new Set(
      secrets.map((secret) => shownOf(people, { smallestCell: 10, steps: stepsDown(secret, 'q') })),
    )

  test('is a multiple of the smallest cell, and never more than there are', () => {
    const always = property(
      integer({ min: 0, max: 5000 }),
      constantFrom(5, 10, 25),
      string(),
      (donors, smallestCell, question) => {
        const asking = { smallestCell, secret: 'secret', question }
        const shown = shownCounts({ donors, samples: donors * 3 }, asking)
        if (shown === null) return true
        return (
          shown.donors % smallestCell === 0 &&
          shown.donors >= smallestCell &&
          shown.donors <= donors &&
          shown.samples >= shown.donors &&
          shown.samples <= donors * 3
        )
      },
    )
    expect(() => assert(always, { numRuns: 5000 })).not.toThrow()
  })

  test('may come from any number that is not smaller: no answer says “at most”', () => {
    expect(shownFor(9)).toEqual(new Set([null]))
    expect(shownFor(19)).toEqual(new Set([null, 10]))
    expect(shownFor(29)).toEqual(new Set([null, 10, 20]))
    expect(shownFor(39)).toEqual(new Set([null, 10, 20, 30]))
  })

  test('goes a step down once in eight questions, and the same one each time', () => {
    const steps = secrets.map((secret) => stepsDown(secret, 'the same'))
    expect(steps).toEqual(secrets.map((secret) => stepsDown(secret, 'the same')))
    const lower = steps.filter((step) => step > 0).length / steps.length
    expect(lower).toBeGreaterThan(0.1)
    expect(lower).toBeLessThan(0.15)
  })
})
