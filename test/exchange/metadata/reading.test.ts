import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

const examples = new URL(
  '../../../../shared/data/datasets/datacite/kernel-4.7/example/',
  import.meta.url,
)
const absent = !existsSync(examples)
if (absent) console.warn(`SKIPPED: the examples of DataCite are not at ${examples.pathname}`)
const example = (name: string) => readFileSync(new URL(name, examples), 'utf8')

describe.skipIf(absent)('DataCite XML', () => {
  test('has every property of the full example in its field, and leaves nothing out', async () => {
    const { understood, datasets, leftOut } = await read(example('datacite-example-full-v4.xml'))
    expect(understood).toBe('DataCite metadata, datasets: 1')
    expect(leftOut).toEqual([])
    const dataset = datasets[0] ?? {}
    expect(dataset).toMatchObject({
      'title.en': 'Example Title',
      'summary.en': 'Example Abstract',
      identifiers: [{ scheme: 'doi', value: '10.82433/B09Z-4K37' }],
      publisher: 'Example Publisher',
      publisherIdentifier: 'https://ror.org/04z8jg394',
      publicationYear: '2024',
      resourceTypeGeneral: 'Dataset',
      resourceType: 'Example ResourceType',
      keywords: 'Example Subject',
      language: 'en',
      sizes: '1 MB;90 pages',
      formats: 'application/xml;text/plain',
      datasetVersion: '1',
    })
    expect(dataset['creators']).toEqual([
      {
        name: 'ExampleFamilyName, ExampleGivenName',
        nameType: 'Personal',
        familyName: 'ExampleFamilyName',
        givenName: 'ExampleGivenName',
        nameIdentifiers: ['https://orcid.org/0000-0001-5727-2427'],
        affiliations: ['ExampleAffiliation'],
        affiliationIdentifiers: ['https://ror.org/04wxnsj81'],
      },
      {
        name: 'ExampleOrganization',
        nameType: 'Organizational',
        nameIdentifiers: ['https://ror.org/04wxnsj81'],
        lang: 'en',
      },
    ])
    expect(dataset['contributors']).toHaveLength(22)
    expect(dataset['dates']).toHaveLength(12)
    expect(dataset['relatedIdentifiers']).toHaveLength(41)
    expect(dataset['descriptions']).toHaveLength(5)
    expect(dataset['alternativeTitles']).toEqual([
      { title: 'Example TranslatedTitle', titleType: 'TranslatedTitle', lang: 'fr' },
      { title: 'Example Subtitle', titleType: 'Subtitle', lang: 'en' },
      { title: 'Example AlternativeTitle', titleType: 'AlternativeTitle', lang: 'en' },
    ])
    expect(dataset['rightsList']).toMatchObject([{ rightsIdentifier: 'CC-BY-4.0' }])
    expect(dataset['geoLocations']).toEqual([
      {
        place: 'Vancouver, British Columbia, Canada',
        pointLongitude: -123.1207,
        pointLatitude: 49.2827,
        west: -123.27,
        east: -123.02,
        south: 49.195,
        north: 49.315,
        polygon: '-71.032 41.991, -69.622 42.893, -68.211 41.991, -69.622 41.090, -71.032 41.991',
      },
    ])
    expect(dataset['fundingReferences']).toEqual([
      {
        funderName: 'Example Funder',
        funderIdentifier: 'https://doi.org/10.13039/501100000780',
        funderIdentifierType: 'Crossref Funder ID',
        awardNumber: '12345',
        awardUri: 'https://example.com/example-award-uri',
        awardTitle: 'Example AwardTitle',
      },
    ])
    expect(dataset['relatedItems']).toMatchObject([
      { title: 'Example RelatedItem Title', volume: '1', number: '1', numberType: 'Other' },
    ])
  })

  test('is read from each of DataCite’s examples, with nothing left out', async () => {
    for (const name of readdirSync(examples)) {
      const { datasets, leftOut } = await read(example(name))
      expect([name, datasets.length, leftOut]).toEqual([name, 1, []])
    }
  })
})

describe('DataCite JSON', () => {
  const attributes = {
    doi: '10.5072/hexi.one',
    prefix: '10.5072',
    creators: [
      {
        name: '宋疏影',
        nameType: 'Personal',
        nameIdentifiers: [{ nameIdentifier: '0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' }],
        affiliation: ['西北生态环境资源研究院'],
      },
    ],
    titles: [
      { title: '祁连山冰川边界', lang: 'zh' },
      { title: 'Glacier outlines', titleType: 'TranslatedTitle', lang: 'en' },
    ],
    publisher: { name: '西北院', publisherIdentifier: 'https://ror.org/03yrm5c26' },
    publicationYear: 2026,
    types: { resourceTypeGeneral: 'Dataset', resourceType: '矢量', ris: 'DATA' },
    subjects: [
      { subject: '170.45', subjectScheme: 'GB/T 13745-2009', classificationCode: '170.45' },
      { subject: '冰川' },
    ],
    geoLocations: [
      {
        geoLocationPolygon: [
          { polygonPoint: { pointLongitude: 96, pointLatitude: 38 } },
          { polygonPoint: { pointLongitude: 97, pointLatitude: 38 } },
        ],
      },
    ],
    identifiers: [{ identifier: '31253.11.nieer.1', identifierType: 'CSTR' }],
    descriptions: [{ description: '<p>六期&nbsp;影像</p>', descriptionType: 'Abstract' }],
    viewCount: 7,
    horoscope: 'Leo',
  }
  const expected = {
    'title.zh': '祁连山冰川边界',
    'title.en': 'Glacier outlines',
    'summary.zh': '六期 影像',
    identifiers: [
      { scheme: 'doi', value: '10.5072/hexi.one' },
      { scheme: 'cstr', value: '31253.11.nieer.1' },
    ],
    publisher: '西北院',
    subjects: '170.45',
    keywords: '冰川',
    creators: [
      {
        name: '宋疏影',
        nameType: 'Personal',
        nameIdentifiers: ['https://orcid.org/0000-0002-1825-0097'],
        affiliations: ['西北生态环境资源研究院'],
      },
    ],
    geoLocations: [{ polygon: '96 38, 97 38' }],
  }

  test('is read as its schema has it, and as its service answers one or many', async () => {
    const one = await read(attributes)
    expect(one.datasets).toMatchObject([expected])
    expect(one.leftOut).toEqual(['horoscope: No matching field; not imported: Leo'])
    const answered = await read({ data: { id: 'x', type: 'dois', attributes } })
    expect(answered.datasets).toEqual(one.datasets)
    const many = await read({ data: [{ attributes }, { attributes }], meta: { total: 2 } })
    expect(many.datasets).toHaveLength(2)
    expect((await read([attributes, attributes])).datasets).toHaveLength(2)
  })
})

const record = (metadata: string) =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01</responseDate><request verb="GetRecord">x</request><GetRecord><record><header><identifier>oai:x:1</identifier><datestamp>2026</datestamp></header>${metadata}</record></GetRecord></OAI-PMH>`

describe('OAI-PMH', () => {
  const dc = `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title xml:lang="zh">土壤水分</dc:title><dc:title xml:lang="en">Soil moisture</dc:title>
    <dc:creator>李四</dc:creator><dc:subject>soil</dc:subject><dc:description>Ten stations.</dc:description>
    <dc:publisher>LZU</dc:publisher><dc:date>2019-05-01</dc:date><dc:type>Dataset</dc:type>
    <dc:identifier>https://doi.org/10.5072/soil</dc:identifier><dc:identifier>LZU-77</dc:identifier>
    <dc:relation>https://doi.org/10.1000/paper</dc:relation><dc:relation>Li 2018, in Acta</dc:relation>
    <dc:rights>https://creativecommons.org/licenses/by-nc/4.0/</dc:rights><dc:coverage>会宁</dc:coverage></oai_dc:dc>`

  test('of oai_dc is a dataset', async () => {
    const { understood, datasets, leftOut } = await read(record(`<metadata>${dc}</metadata>`))
    expect(understood).toBe('OAI-PMH record, datasets: 1')
    expect(leftOut).toEqual([])
    expect(datasets).toMatchObject([
      {
        'title.zh': '土壤水分',
        'title.en': 'Soil moisture',
        'summary.en': 'Ten stations.',
        creators: [{ name: '李四' }],
        publicationYear: '2019',
        identifiers: [{ scheme: 'doi', value: '10.5072/soil' }],
        alternateIdentifiers: [{ alternateIdentifier: 'LZU-77', alternateIdentifierType: 'Other' }],
        relatedIdentifiers: [{ relatedIdentifierType: 'DOI' }],
        paperReferences: 'Li 2018, in Acta',
        rightsList: [{ rightsIdentifier: 'CC-BY-NC-4.0' }],
        geoLocations: [{ place: '会宁' }],
      },
    ])
  })

  test.skipIf(absent)('of oai_datacite is what its resource says', async () => {
    const resource = example('datacite-example-dataset-v4.xml').replace(/<\?xml[^>]*\?>/, '')
    const wrapped = record(
      `<metadata><oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><schemaVersion>4</schemaVersion><payload>${resource}</payload></oai_datacite></metadata>`,
    )
    const { understood, datasets, leftOut } = await read(wrapped)
    expect(understood).toBe('OAI-PMH record, datasets: 1')
    expect(datasets).toEqual((await read(resource)).datasets)
    expect(leftOut).toEqual([])
  })

  test('that is deleted, an error, or no metadata of a dataset is refused in words', async () => {
    const deleted = record('').replace('<header>', '<header status="deleted">')
    await expect(read(deleted)).rejects.toThrow('OAI-PMH record was deleted by its source')
    await expect(
      read('<OAI-PMH><error code="idDoesNotExist">No such id</error></OAI-PMH>'),
    ).rejects.toThrow('idDoesNotExist')
    await expect(read('<html><body/></html>')).rejects.toThrow('No dataset metadata')
  })
})

describe('NCDC JSON', () => {
  const dataset = {
    title_cn: '黑河流域<b>径流</b>数据集',
    title_en: 'Runoff of the Heihe',
    ds_abstract:
      '<p>逐日径流&nbsp;<a href="javascript:alert(1)">1990—2020</a></p><script>alert(1)</script><p>共 3 站</p>',
    ds_source: '水文站',
    ds_acq_start_time: '1990-01-01 00:00:00',
    ds_acq_end_time: '2020-12-31 00:00:00',
    ds_acq_place: '张掖',
    ds_acq_lon_east: 101.5,
    ds_acq_lon_west: 98.2,
    ds_acq_lat_south: 37.7,
    ds_acq_lat_north: 42.7,
    ds_share_type: 'apply-access',
    protected: 1,
    protected_to: '2027-01-01 00:00:00',
    ds_total_size: '1.5 GB',
    ds_files_count: 12,
    ds_format: 'CSV，NetCDF',
    ds_ref_way:
      '张三,李四.黑河流域径流数据集.国家冰川冻土沙漠科学数据中心(www.ncdc.ac.cn),2021. doi:10.12072/x',
    subject_codes: ['170.4510'],
    doi_value: '10.12072/ncdc.x.1',
    cstr: 'CSTR:11738.11.ncdc.x.1',
    version: 'V1.0',
    i18n: 0,
    created: '2021-03-04T05:06:07',
    ds_topic: ['水文', '径流'],
    mood: 'happy',
  }

  test('is read into its fields, without HTML, and says what it left out', async () => {
    const { understood, datasets, leftOut } = await read({ code: 0, data: { list: [dataset] } })
    expect(understood).toBe('NCDC JSON, datasets: 1')
    expect(datasets).toMatchObject([
      {
        'title.zh': '黑河流域径流数据集',
        'title.en': 'Runoff of the Heihe',
        'summary.zh': '逐日径流 1990—2020\n\n共 3 站',
        acquisitionStart: '1990-01-01',
        protectedUntil: '2027-01-01',
        shareType: 'apply-access',
        access: 'on_request',
        protected: '1',
        totalSizeBytes: '1500000000',
        formats: 'CSV;NetCDF',
        creators: [{ name: '张三' }, { name: '李四' }],
        publicationYear: '2021',
        identifiers: [
          { scheme: 'doi', value: '10.12072/ncdc.x.1' },
          { scheme: 'cstr', value: '11738.11.ncdc.x.1' },
        ],
        subjects: '170.4510',
        keywords: '水文;径流',
        datasetVersion: 'V1.0',
      },
    ])
    expect(leftOut).toEqual([
      'mood: No matching field; not imported: happy',
      expect.stringContaining('Files are not imported with the metadata (12'),
    ])
    expect((await read(dataset)).datasets).toEqual(datasets)
  })
})
