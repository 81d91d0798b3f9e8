import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandIo } from '../../../src/core/command.ts'
import { exportRecords } from '../../../src/exchange/exports/actions.ts'
import { exportCommand } from '../../../src/exchange/exports/commands.ts'
import { ExportQuery } from '../../../src/exchange/exports/model.ts'
import { importRecords } from '../../../src/exchange/imports/actions/here.ts'
import { systemContext } from '../../../src/jobs.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

const folder = '../shared/data/germplasm/mcpd'
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: ${folder} is absent; no passports went out as they came in`)

type Cells = Record<string, string>
const rowsOf = (text: string | Buffer): Cells[] => parse(text, { columns: true, bom: true })

describe.skipIf(!present)('Passports go out as they came in', { timeout: 300_000 }, () => {
  let house: TestHouse
  const context = () => systemContext(house.services, 'export')
  const take = (file: string) =>
    importRecords(context(), {
      kind: 'accession',
      bytes: readFileSync(`${folder}/${file}`),
      institutionId: house.own,
      publish: true,
    })

  beforeAll(async () => {
    house = await testHouse()
  })
  afterAll(async () => house[Symbol.asyncDispose]())

  test('2,010 of Germinate, field by field and byte by byte', async () => {
    const file = 'germinate/example-germplasm-mcpd.DATA.csv'
    const { rows, changed: understood } = await take(file)
    expect(rows).toMatchObject({ total: 2010, accepted: 2010 })
    expect(understood).toEqual([])
    const { text, count } = await exported('mcpd')
    expect(count).toBe(2010)
    const out = new Map(rowsOf(text).map((cells) => [cells['ACCENUMB'], cells]))
    const changed = rowsOf(readFileSync(`${folder}/${file}`)).flatMap((cells) =>
      Object.entries(cells)
        .filter(([name]) => !name.startsWith('Entity'))
        .map(([name, cell]) => ({ name, cell, out: out.get(cells['ACCENUMB'])?.[name] }))
        .filter((one) => one.cell !== one.out),
    )
    expect(changed).toEqual([])
  })

  test('and those of maize, but for what was understood otherwise, which the report lists', async () => {
    const file = 'solanum/csvs/accessions.csv'
    const { rows, changed: understood } = await take(file)
    expect(rows).toMatchObject({ total: 6, accepted: 6 })
    // Decimal degrees in LATITUDE and LONGITUDE are in the columns of decimal degrees, and Y and N are codes.
    expect(new Set(understood.map(({ field }) => field))).toEqual(new Set(['mlsstat']))
    const out = new Map(
      rowsOf((await exported('mcpd', { query: 'taxon=Zea' })).text).map((cells) => [
        `${cells['INSTCODE']} ${cells['ACCENUMB']}`,
        cells,
      ]),
    )
    const changed = rowsOf(readFileSync(`${folder}/${file}`)).flatMap((cells, at) => {
      const moved = { DECLATITUDE: cells['LATITUDE'], DECLONGITUDE: cells['LONGITUDE'] }
      const expected = { ...cells, ...moved, LATITUDE: '', LONGITUDE: '' }
      const found = out.get(`${cells['INSTCODE']} ${cells['ACCENUMB']}`) ?? {}
      return Object.entries(expected)
        .filter(([name]) => name in found)
        .map(([name, cell = '']) => {
          const isHere = (one: (typeof understood)[number]) =>
            one.row === at + 2 && one.field === name.toLowerCase()
          return { name, cell: understood.find(isHere)?.value ?? cell, out: found[name] }
        })
        .filter((one) => one.cell !== one.out)
    })
    expect(out.size).toBe(6)
    expect(changed).toEqual([])
  })

  test('and their Darwin Core Archive comes in again, every row of it', async () => {
    const asked = ExportQuery.parse({ format: 'dwca', visibility: 'published' })
    const { bytes } = await exportRecords(context(), asked)
    const { rows, problems } = await importRecords(context(), {
      kind: 'accession',
      bytes: new Uint8Array(await new Response(bytes).arrayBuffer()),
      institutionId: house.own,
      publish: true,
    })
    expect(rows).toMatchObject({ total: 2016, rejected: 0 })
    const unknown = problems.map(({ code, field }) => [code, field])
    expect(unknown).toEqual([['unknown_column', 'basisOfRecord']])
    const { text } = await exported('mcpd', { query: 'q=CACTUAR-2001' })
    expect(rowsOf(text)).toMatchObject([
      { ACCENUMB: 'CACTUAR-2001', INSTCODE: 'GBR251', ACCENAME: 'JHI001', DUPLSITE: 'NLD037' },
    ])
  })

  test('and a file by the command line is the same file', async () => {
    const { text, lines } = await exported('mcpd', { query: 'q=CACTUAR-2001' })
    expect(rowsOf(text)).toHaveLength(1)
    expect(lines.at(-1)).toContain('1')
    await expect(exported('mcpd', { query: 'kind=spaceship' })).rejects.toThrow(/no search/)
  })

  /** What the command writes, and says. */
  async function exported(format: string, options: Record<string, string> = {}) {
    const lines: string[] = []
    let text = ''
    let count = 0
    const io: CommandIo = {
      say: ({ en }) => void lines.push(en),
      warn: ({ en }) => void lines.push(en),
      progress: (done) => {
        count = done
      },
      openFile: () => Promise.reject(new Error('nothing is read')),
      hasFile: () => Promise.resolve(false),
      writeFile: async (_path, bytes) => {
        text = await new Response(bytes).text()
      },
    }
    const given = { positionals: ['out.csv'], options: { format, ...options } }
    expect(await exportCommand.run(context(), given, io)).toBe('done')
    return { text, count, lines }
  }
})
