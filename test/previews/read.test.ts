import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { workbookOf } from '../../src/ports/workbook.ts'
import { sourceOf } from '../../src/ports/previews/source.ts'
import { readPreview } from '../../src/ports/previews/read.node.ts'
import * as made from './files.ts'
import { read } from './files.ts'

const typesIn = (answer: Awaited<ReturnType<typeof read>>) =>
  'facts' in answer && answer.facts.kind === 'table'
    ? answer.facts.sheets[0]?.columns.map(({ name, type }) => `${name}: ${type}`)
    : answer

test('a table of text is summed up by columns, and what identifies stays text', async () => {
  const answer = await read('day.csv', made.table)
  expect(typesIn(answer)).toEqual([
    'code: identifier',
    '站点: text',
    'value: number',
    'day: date',
    'ok: boolean',
    'lat: number',
    'lon: number',
  ])
  expect(answer).toMatchObject({
    facts: {
      encoding: 'utf-8',
      delimiter: ',',
      hasHeader: true,
      isWhole: true,
      sheets: [
        {
          rows: 3,
          columns: [
            { min: null, distinct: 3 },
            {
              top: [
                { value: '民勤', count: 2 },
                { value: '敦煌', count: 1 },
              ],
            },
            { missing: 1, min: '-2.25', max: '1.5' },
            { min: '2024-01-01', max: '2024-01-03' },
            {},
            {},
            {},
          ],
          first: [['001', '民勤', '1.5', '2024-01-01', 'true', '38.6', '103.1'], {}, {}],
        },
      ],
    },
    variables: ['code', '站点', 'value', 'day', 'ok', 'lat', 'lon'],
    extent: { west: 94.7, south: 38.6, east: 103.2, north: 40.1 },
  })
})

test('digits that are more than a number keeps stay as they are', async () => {
  const answer = await read('a.csv', made.utf8('id\n620102199001011234\n620102199001015678\n'))
  expect(typesIn(answer)).toEqual(['id: identifier'])
})

describe('text in', () => {
  const text = '站点;值\r\n民勤绿洲;1\r\n敦煌;2\r\n'
  const wide = (isBig: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return new Uint8Array(isBig ? bytes.swap16() : bytes)
  }
  // 站点;值 and so on, as GB18030 has it.
  const gb18030 = Uint8Array.from(
    Buffer.from('d5beb5e33bd6b50d0ac3f1c7dac2ccd6de3b310d0ab6d8bbcd3b320d0a', 'hex'),
  )
  test.each([
    ['utf-8', made.utf8(`\ufeff${text}`)],
    ['utf-16le', wide(false)],
    ['utf-16be', wide(true)],
    ['gb18030', gb18030],
  ])('%s reads as it is meant', async (encoding, bytes) => {
    const answer = await read('a.csv', bytes)
    expect(answer).toMatchObject({ facts: { encoding, delimiter: ';' } })
    expect(typesIn(answer)).toEqual(['站点: text', '值: integer'])
  })

  test('no encoding is not guessed', async () => {
    expect(await read('a.csv', Uint8Array.of(0x61, 0xff, 0xfe, 0x0a, 0x81))).toMatchObject({
      refused: 'encoding',
    })
  })
})

test('a table without a header has its columns numbered; one quotation mark too few is text', async () => {
  expect(typesIn(await read('a.csv', made.utf8('1,2\n3,4\n')))).toEqual([
    '1: integer',
    '2: integer',
  ])
  expect(typesIn(await read('a.csv', made.utf8('name,n\n"so,1\nother,2\n')))).toEqual([
    'name: text',
    'n: integer',
  ])
})

test('sheets of a workbook are read each', async () => {
  const bytes = await workbookOf([
    {
      name: '站点',
      header: ['code', 'n'],
      rows: [
        ['001', 1],
        ['002', 2],
      ],
    },
    { name: 'other', header: ['x'], rows: [] },
  ])
  const answer = await read('a.xlsx', bytes)
  expect(typesIn(answer)).toEqual(['code: identifier', 'n: integer'])
  expect(answer).toMatchObject({
    facts: { sheets: [{ name: '站点', rows: 2 }, { name: 'other' }] },
  })
})

test('Parquet has its schema, how many rows there are, and the first of them', async () => {
  const answer = await read('a.parquet', made.parquet())
  expect(typesIn(answer)).toEqual(['code: identifier', 'value: number', 'long: identifier'])
  expect(answer).toMatchObject({
    facts: {
      sheets: [
        { rows: 5_000, rowsRead: 1_000, columns: [{ stored: 'UTF8 · BYTE_ARRAY' }, {}, {}] },
      ],
    },
  })
})

describe('arrays', () => {
  test.each([1, 2] as const)('of NetCDF 3, version %s', async (version) => {
    expect(await read('a.nc', made.netcdf(version))).toMatchObject({
      facts: {
        format: 'netcdf',
        dimensions: [
          { name: 'lat', length: 4 },
          { name: 'lon', length: 6 },
        ],
        variables: [
          { name: 'lat' },
          { name: 'lon' },
          { name: 'rain', type: 'double', units: 'mm' },
        ],
        attributes: [{ name: 'title', value: 'Rain' }],
        pictured: 'rain',
      },
      variables: ['lat', 'lon', 'rain'],
      extent: { west: 98, south: 36, east: 103, north: 39 },
      picture: { width: 6, height: 4 },
    })
  })

  test.each([
    ['netcdf4', true],
    ['hdf5', false],
  ])('of %s', async (format, isNetcdf) => {
    const answer = await read('a.h5', await made.hdf5({ isNetcdf }))
    expect(answer).toMatchObject({
      facts: {
        format,
        attributes: [{ name: 'title', value: '祁连山气温' }],
        pictured: 'temperature',
        variables: [
          { name: 'inner/deep', type: 'i4' },
          { name: 'lat' },
          { name: 'lon' },
          {
            name: 'temperature',
            units: 'K',
            longName: 'air temperature',
            dimensions: [
              { name: isNetcdf ? 'lat' : null, length: 20 },
              { name: isNetcdf ? 'lon' : null, length: 30 },
            ],
          },
        ],
      },
      extent: { west: 98, south: 36 },
      picture: { width: 30, height: 20 },
    })
  })
})

test('a scene says where it lies, in degrees or in UTM', async () => {
  expect(await read('a.tif', made.geotiff())).toMatchObject({
    facts: { width: 60, height: 40, bands: 1, sample: 'float32', crs: 'EPSG:4326' },
    extent: { west: 100, south: 36, east: 106, north: 40 },
    picture: { width: 60, height: 40 },
  })
  const utm = await read('a.tif', made.geotiff({ isUtm: true }))
  expect(utm).toMatchObject({ facts: { crs: 'EPSG:32648' } })
  const { west = 0, north = 0 } = ('extent' in utm && utm.extent) || {}
  // 500 000 m east is the meridian of zone 48; 4 000 000 m north lies at 36.1447°.
  expect(west).toBeCloseTo(105, 6)
  expect(north).toBeCloseTo(36.144_719, 4)
})

test('archives list what is in them, packed ones too', async () => {
  const files = [
    { name: 'data/day.csv', bytes: made.table },
    { name: 'readme.txt', bytes: made.utf8('hello') },
  ]
  const listed = {
    entries: [
      { name: 'data/day.csv', sizeBytes: made.table.length },
      { name: 'readme.txt', sizeBytes: 5 },
    ],
    count: 2,
    totalBytes: made.table.length + 5,
  }
  expect(await read('a.tar', made.tar(files))).toMatchObject({ facts: listed })
  expect(await read('a.tar.gz', made.tarGz(files))).toMatchObject({ facts: listed })
  expect(await read('a.zip', await made.zip(files))).toMatchObject({ facts: listed })
  expect(typesIn(await read('a.csv.gz', new Uint8Array(gzipSync(made.table))))).toHaveLength(7)
})

test('JSON is a tree, and text is text', async () => {
  expect(await read('a.json', made.utf8('{"a":[1,{"b":null}]}'))).toMatchObject({
    facts: {
      kind: 'tree',
      root: {
        holds: { as: 'object', count: 1 },
        children: [{ name: 'a', holds: { as: 'list', count: 2 }, children: [{ value: '1' }, {}] }],
      },
    },
  })
  expect(await read('a.md', made.utf8('# <b>hello</b>'))).toMatchObject({
    facts: { kind: 'text', format: 'markdown', text: '# <b>hello</b>' },
  })
  expect(await read('a.xyz', made.utf8('hello'))).toMatchObject({ refused: 'unknown_format' })
  expect(await read('a.csv', new Uint8Array())).toMatchObject({ refused: 'empty' })
})

test('of a PDF, the first pages are drawn one below the other, with their text', async () => {
  const answer = await read('a.pdf', made.pdf())
  expect(answer).toMatchObject({
    facts: {
      pages: 7,
      version: '1.7',
      isEncrypted: false,
      drawn: 3,
      text: 'Glacier 1\n\nGlacier 2\n\nGlacier 3',
    },
    picture: { width: 900, height: 3 * 1_274 + 24 },
  })
  const png = 'picture' in answer ? answer.picture?.png : undefined
  const means = (await sharp(png).stats()).channels.map(({ mean }) => Math.round(mean * 10))
  // Red words on white.
  const [red = 0, green = 0, blue = 0] = means
  expect([red > green, green]).toEqual([true, blue])
  expect(await read('a.pdf', made.pdf({ pages: 1 }))).toMatchObject({
    facts: { pages: 1, drawn: 1 },
  })
  expect(await read('a.pdf', made.pdf({ pages: 10_000 }))).toMatchObject({
    facts: { pages: 10_000, drawn: 3 },
  })
})

test('of a gigabyte, a few megabytes come over', async () => {
  const sizeBytes = 1_000_000_000
  const line = made.utf8(`${'1,2,3'.padEnd(63, '0')}\n`)
  let asked = 0
  const sparse = (first: number, length: number) => {
    asked += length
    return Uint8Array.from({ length }, (_, at) => line[(first + at) % line.length] ?? 0)
  }
  const answer = await readPreview(sourceOf({ name: 'a.csv', sizeBytes }, sparse))
  expect(answer).toMatchObject({ facts: { isWhole: false, sheets: [{ rows: null }] } })
  expect(asked).toBeLessThan(9_000_000)
})
