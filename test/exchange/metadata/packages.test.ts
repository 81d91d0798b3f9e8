import { describe, expect, test } from 'vitest'
import { zipOf } from '../encoded.ts'
import { read } from './read.ts'

describe('a data package', () => {
  const resources = [
    {
      name: 'a',
      path: 'a.csv',
      format: 'csv',
      bytes: 100,
      schema: { fields: [{ name: 'site', type: 'string' }, { name: 'ph' }] },
    },
    { name: 'b', path: ['b1.csv', 'b2.csv'], mediatype: 'text/csv', bytes: 50 },
  ]

  test('of version 1 and of version 2 is a dataset', async () => {
    const common = {
      name: 'soil',
      title: 'Soils',
      description: 'Soils of <em>Dingxi</em>',
      keywords: ['soil'],
      version: '2.1',
      created: '2020-02-03T00:00:00Z',
      licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
      sources: [{ title: 'Survey', path: 'https://doi.org/10.5072/survey' }],
      resources,
    }
    const first = await read({
      profile: 'data-package',
      ...common,
      contributors: [
        { title: 'Zhao Liu', role: 'author' },
        { title: 'Wang Wu', role: 'maintainer' },
      ],
    })
    const second = await read({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      ...common,
      contributors: [
        { title: 'Zhao Liu', roles: ['creator'], organization: 'GAU' },
        { title: 'Wang Wu', roles: ['maintainer'] },
      ],
    })
    const expected = {
      'title.en': 'Soils',
      'summary.en': 'Soils of Dingxi',
      creators: [{ name: 'Zhao Liu' }],
      contributors: [{ contributorType: 'DataManager', name: 'Wang Wu' }],
      rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }],
      relatedIdentifiers: [{ relationType: 'IsDerivedFrom', relatedIdentifierType: 'DOI' }],
      filesCount: '3',
      totalSizeBytes: '150',
      formats: 'csv;text/csv',
      variables: 'site;ph',
      publicationYear: '2020',
      datasetVersion: '2.1',
    }
    expect(first.datasets).toMatchObject([expected])
    expect(second.datasets).toMatchObject([expected])
    expect(second.datasets[0]?.['creators']).toEqual([{ name: 'Zhao Liu', affiliations: ['GAU'] }])
  })
})

const crate = (version: string) => ({
  '@context': `https://w3id.org/ro/crate/${version}/context`,
  '@graph': [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': `https://w3id.org/ro/crate/${version}` },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: 'Pollen of Lake Qinghai',
      description: 'Counts.',
      datePublished: '2024-03-01',
      license: { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
      author: [{ '@id': 'https://orcid.org/0000-0002-1825-0097' }, { '@id': '#li' }],
      publisher: { '@id': 'https://ror.org/05d5mza29' },
      identifier: 'https://doi.org/10.5072/pollen',
      keywords: 'pollen, lake',
      temporalCoverage: '2001-05/2003-09',
      spatialCoverage: { '@id': '#lake' },
      hasPart: [{ '@id': 'data/' }, { '@id': 'readme.txt' }],
      mood: 'calm',
    },
    {
      '@id': 'https://orcid.org/0000-0002-1825-0097',
      '@type': 'Person',
      name: 'Qian Qi',
      affiliation: { '@id': 'https://ror.org/05d5mza29' },
    },
    { '@id': '#li', '@type': 'Person', familyName: 'Li', givenName: 'Si' },
    { '@id': 'https://ror.org/05d5mza29', '@type': 'Organization', name: 'QHU' },
    { '@id': '#lake', '@type': 'Place', name: '青海湖', geo: { '@id': '#geo' } },
    { '@id': '#geo', '@type': 'GeoCoordinates', latitude: '36.9', longitude: 100.2 },
    { '@id': 'data/', '@type': 'Dataset', hasPart: [{ '@id': 'data/a.csv' }, { '@id': './' }] },
    {
      '@id': 'data/a.csv',
      '@type': 'File',
      encodingFormat: ['text/csv'],
      contentSize: '12',
    },
    { '@id': 'readme.txt', '@type': 'File', encodingFormat: 'text/plain', contentSize: 30 },
  ],
})

describe('an RO-Crate', () => {
  const expected = {
    'title.en': 'Pollen of Lake Qinghai',
    'summary.en': 'Counts.',
    creators: [
      {
        name: 'Qian Qi',
        nameType: 'Personal',
        nameIdentifiers: ['https://orcid.org/0000-0002-1825-0097'],
        affiliations: ['QHU'],
        affiliationIdentifiers: ['https://ror.org/05d5mza29'],
      },
      { name: 'Li, Si', familyName: 'Li', givenName: 'Si', nameType: 'Personal' },
    ],
    publisher: 'QHU',
    publicationYear: '2024',
    identifiers: [{ scheme: 'doi', value: '10.5072/pollen' }],
    keywords: 'pollen;lake',
    rightsList: [{ rightsIdentifier: 'CC0-1.0' }],
    acquisitionStart: '2001-05',
    geoLocations: [{ place: '青海湖', pointLatitude: 36.9, pointLongitude: 100.2 }],
    filesCount: '2',
    totalSizeBytes: '42',
    formats: 'text/plain;text/csv',
  }

  test.each(['1.1', '1.2', '1.3'])(
    'of version %s is a dataset, by itself and in a ZIP',
    async (version) => {
      const alone = await read(crate(version))
      expect(alone.understood).toBe('RO-Crate, datasets: 1')
      expect(alone.datasets).toMatchObject([expected])
      expect(alone.leftOut).toEqual([
        '@graph.mood: No matching field; not imported: calm',
        expect.stringContaining('Files are not imported with the metadata (2'),
      ])
      const packed = zipOf({
        'crate/data/a.csv': 'a,b\n1,2\n',
        'crate/ro-crate-metadata.json': JSON.stringify(crate(version)),
      })
      expect((await read(packed)).datasets).toEqual(alone.datasets)
    },
  )

  test('without a root dataset is refused', async () => {
    await expect(read({ '@context': 'x', '@graph': [{ '@id': 'a' }] })).rejects.toThrow(
      'does not describe a root dataset',
    )
  })
})
