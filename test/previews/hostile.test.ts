import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import * as made from './files.ts'

/** As files are read in earnest: in a child process, which asks for ranges. */
const readApart = async (
  name: string,
  bytes: Uint8Array,
  limits: Parameters<typeof childPreviews>[0] = {},
) =>
  childPreviews(limits).read({ name, sizeBytes: bytes.length }, async ({ first, last }) =>
    bytes.slice(first, last + 1),
  )

describe('what is hostile', () => {
  const whole: Record<string, Uint8Array | Promise<Uint8Array>> = {
    'a.parquet': made.parquet(100),
    'a.nc': made.netcdf(),
    'a.h5': made.hdf5(),
    'a.tif': made.geotiff(),
    'a.tar': made.tar([{ name: 'a', bytes: new Uint8Array(5_000) }]),
    'a.zip': made.zip([{ name: 'a', bytes: made.table }]),
    'a.json': made.utf8('{"a":[1,2,3]}'),
    'a.pdf': made.pdf(),
  }

  test.each(Object.keys(whole))(
    '%s, cut anywhere, is shown in part or said to be damaged',
    async (name) => {
      const bytes = await (whole[name] ?? new Uint8Array())
      for (const share of [0.02, 0.3, 0.6, 0.95]) {
        const answer = await readApart(name, bytes.slice(0, Math.ceil(bytes.length * share)))
        expect(
          'facts' in answer || ['damaged', 'unknown_format', 'stopped'].includes(answer.refused),
        ).toBe(true)
      }
    },
  )

  test('NUL in text, JSON of a thousand levels, and gigabytes behind gzip are survived', async () => {
    expect(
      await readApart('a.csv', made.utf8('name,value\nfirst,1\nsecond,2\nthird,\0\n')),
    ).toMatchObject({ refused: 'encoding' })
    const deep = made.utf8('['.repeat(5_000) + ']'.repeat(5_000))
    expect(await readApart('a.json', deep)).toMatchObject({ facts: { kind: 'tree' } })
    const bomb = new Uint8Array(gzipSync(new Uint8Array(100_000_000)))
    expect(await readApart('a.csv.gz', bomb)).toMatchObject({ refused: 'too_large' })
  })

  test('a workbook that unpacks to gigabytes, or spans billions of cells, is refused before', async () => {
    const sheet = made.utf8(
      '<row r="1"><c r="A1"/></row><row r="2"><c r="XFD2"/></row>'.repeat(400),
    )
    const bomb = await made.zip([{ name: 'xl/worksheets/sheet1.xml', bytes: sheet }])
    expect(await readApart('a.xlsx', bomb)).toMatchObject({ refused: 'too_large' })
  })

  test('offsets that lead in circles end', async () => {
    const tiff = Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0)
    expect(await readApart('a.tif', tiff)).toEqual({ refused: 'damaged' })
    const header = made.tar([{ name: 'a', bytes: new Uint8Array() }]).slice(0, 512)
    expect(await readApart('a.tar', header)).toMatchObject({ facts: { count: 1 } })
  })
})

test('a child that takes too long, or too much memory, is ended, and what it was asked for is answered', async () => {
  expect(await readApart('a.csv', made.table, { patienceMs: 1 })).toEqual({ refused: 'too_slow' })
  const wide = made.utf8('1,2,3,4\n'.repeat(900_000))
  expect(await readApart('a.csv', wide, { mostMemoryBytes: 50_000_000 })).toEqual({
    refused: 'stopped',
  })
  expect(await readApart('a.csv', made.table)).toHaveProperty('facts')
})

test('a store that does not answer is no fault of the file', async () => {
  const asked = childPreviews().read({ name: 'a.csv', sizeBytes: 10 }, async () => {
    throw new Error('the store is away')
  })
  await expect(asked).rejects.toThrow('away')
})

test('a PDF that is locked, damaged, without a page, huge or endless is named, and none is waited for', async () => {
  expect(await readApart('a.pdf', made.lockedPdf())).toMatchObject({
    facts: { pages: null, isEncrypted: true, drawn: 0 },
  })
  expect(await readApart('a.pdf', made.utf8('%PDF-1.7\nnothing\n%%EOF'))).toEqual({
    refused: 'damaged',
  })
  expect(await readApart('a.pdf', made.pdf({ pages: 0 }))).toMatchObject({
    facts: { pages: 0, drawn: 0 },
  })
  for (const size of [
    [14_400, 14_400],
    [1, 14_400],
    [0, 0],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one process at a time
    expect(await readApart('a.pdf', made.pdf({ pages: 1, size }))).toMatchObject({
      facts: { pages: 1, drawn: 1 },
    })
  // Whichever of its bounds it meets first.
  const endless = await readApart('a.pdf', made.endlessPdf(), { patienceMs: 8_000 })
  expect(['too_slow', 'stopped']).toContain('refused' in endless && endless.refused)
})
