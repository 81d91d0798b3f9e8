import { expect, test } from 'vitest'
import { placeOf } from '../../src/catalog/records/rules/place.ts'
import type { FieldValues } from '../../src/core/fields.ts'
import { instrumentFacts } from '../../src/instruments/rules/facts.ts'

test('an instrument is found by its model and by each of its numbers', () => {
  const facts = instrumentFacts({
    instrVersion: 'MAT 253 Plus',
    innerId: '2014-0093',
    serialNumber: 'SN 8842',
    assetNumber: '20140093S',
    beginDate: '2014-09-01',
  })
  expect(facts.names).toEqual(['MAT 253 Plus'])
  expect(facts.numbers).toEqual(['2014-0093', 'SN 8842', '20140093S'])
  expect(facts.year).toBe(2014)
})

test('an instrument stands in the smallest region named', () => {
  const { region } = instrumentFacts({ province: '62', city: '6201', county: '620102' })
  expect(region).toBe('620102')
  expect(instrumentFacts({ province: '62', city: '6201' }).region).toBe('6201')
  expect(instrumentFacts({}).region).toBeNull()
})

test('an instrument is on the map only when both coordinates are on the globe', () => {
  expect(instrumentFacts({ lng: 103.86, lat: 36.05 }).extent?.east).toBe(103.86)
  expect(instrumentFacts({ lng: 36.05, lat: 103.86 }).extent).toBeNull()
  expect(instrumentFacts({ lng: 103.86 }).extent).toBeNull()
})

const placed = (region: string | null, values: FieldValues = {}) =>
  placeOf({ kind: 'instrument', profile: null, region, values })

test('an instrument without coordinates is at the seat of its prefecture, about', () => {
  const seat = { west: 100.45, south: 38.93, east: 100.45, north: 38.93 }
  expect(placed('6207')).toEqual({ extent: seat, withinM: 50_000 })
  expect(placed('620725', { lng: 103.86 }).extent).toEqual(seat)
  expect(placed('6207', { lng: 100.5, lat: 39 })).toMatchObject({
    extent: { west: 100.5 },
    withinM: null,
  })
  for (const region of ['62', '1101', null]) expect(placed(region).extent).toBeNull()
})
