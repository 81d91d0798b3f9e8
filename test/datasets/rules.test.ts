import { expect, test } from 'vitest'
import { datasetFacts } from '../../src/datasets/rules.ts'

test('a dataset is found by its other titles and identifiers', () => {
  const facts = datasetFacts({
    alternativeTitles: [{ title: 'Laohugou No. 12 Glacier', titleType: 'TranslatedTitle' }],
    alternateIdentifiers: [
      { alternateIdentifier: 'NCDC-2018-001', alternateIdentifierType: 'local' },
    ],
  })
  expect(facts.names).toEqual(['Laohugou No. 12 Glacier'])
  expect(facts.numbers).toEqual(['NCDC-2018-001'])
})

test('its year is that of publication, or else the last of acquisition', () => {
  expect(datasetFacts({ publicationYear: 2021, acquisitionEnd: '2018-12-31' }).year).toBe(2021)
  expect(datasetFacts({ acquisitionEnd: '2018-12-31 00:00:00' }).year).toBe(2018)
  expect(datasetFacts({}).year).toBeNull()
})

test('its bounds are those given, or those around all places named', () => {
  const geoLocations = [
    { place: '老虎沟', pointLongitude: 96.5, pointLatitude: 39.5 },
    { west: 98, east: 101, south: 37, north: 39 },
    { place: 'nowhere', pointLongitude: 204.6, pointLatitude: 39.5 },
  ]
  expect(datasetFacts({ geoLocations }).extent).toEqual({
    west: 96.5,
    east: 101,
    south: 37,
    north: 39.5,
  })
  const given = { lonWest: 92, lonEast: 104, latSouth: 36, latNorth: 42 }
  expect(datasetFacts({ ...given, geoLocations }).extent).toEqual({
    west: 92,
    east: 104,
    south: 36,
    north: 42,
  })
  expect(datasetFacts({}).extent).toBeNull()
})
