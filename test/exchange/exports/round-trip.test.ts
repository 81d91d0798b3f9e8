import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandIo } from '../../../src/core/command.ts'
import { exportRecords } from '../../../src/exchange/exports/actions.ts'
import { exportCommand } from '../../../src/exchange/exports/commands.ts'
import { ExportQuery } from '../../../src/exchange/exports/model.ts'
import { mcpdColumns } from '../../../src/exchange/exports/rules/passports.ts'
import { importRecords } from '../../../src/exchange/imports/actions/here.ts'
import { knownNames, targetsOf } from '../../../src/exchange/mapping/rules.ts'
import type { CellChange, RowProblem } from '../../../src/exchange/model.ts'
import { heldFile, readFile } from '../../../src/exchange/reading/actions.ts'
import type { TableRow } from '../../../src/exchange/reading/model.ts'
import { allOf } from '../../../src/exchange/reading/rules/chunks.ts'
import { systemContext } from '../../../src/jobs.ts'
import { fieldsOf } from '../../../src/kinds.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

const folder = '../shared/data/germplasm/mcpd'
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: ${folder} is absent; no passports went out as they came in`)

type Cells = Record<string, string>
const rowsOf = (text: string | Buffer): Cells[] => parse(text, { columns: true, bom: true })

const isOfRow = ({ code }: RowProblem) => code !== 'unknown_column'
const keyOf = (cells: Cells) => `${cells['INSTCODE'] ?? ''} ${cells['ACCENUMB'] ?? ''}`
const pick = (cells: Cells, names: readonly string[]): Cells =>
  Object.fromEntries(names.map((name) => [name, cells[name] ?? '']))

/** What a row says in the columns of MCPD: its cells, or what the report says that they were understood as. */
function saidIn(header: readonly string[], row: TableRow, changed: readonly CellChange[]): Cells {
  const ofRow = changed.filter((one) => one.row === row.number)
  const said = targetsOf(header, fieldsOf('accession', 'plant')).flatMap((target, at) => {
    const typed = row.cells[at] ?? ''
    if (target?.type === 'taxon') return takenApart(typed)
    return target?.type === 'field' ? understoodAs(target.field.key, typed, ofRow) : []
  })
  const names = Map.groupBy(
    said.filter(([key]) => isOfMcpd(key)),
    ([key]) => key.toUpperCase(),
  )
  return Object.fromEntries([...names].map(([name, all]) => [name, listOf(all)]))
}

/** Several columns of one list are one list. */
const listOf = (all: [string, string][]) =>
  [...new Set(all.map(([, text]) => text))].filter(Boolean).join(';')

/** The field of a cell and its text; degrees in LATITUDE are said to be in the field of decimal ones. */
function understoodAs(
  key: string,
  typed: string,
  ofRow: readonly CellChange[],
): [string, string][] {
  const change = ofRow.find((one) => one.typed === typed && one.field.endsWith(key))
  if (!change) return [[key, typed]]
  const here: [string, string][] = change.field === key ? [] : [[key, '']]
  return [...here, [change.field, change.value]]
}

const isOfMcpd = (key: string) => mcpdColumns.some(({ heading }) => heading === key.toUpperCase())

function takenApart(name: string): [string, string][] {
  const [genus = '', species = '', ...rest] = name.split(' ')
  return [
    ['genus', genus],
    ['species', species],
    ['subtaxa', rest.join(' ')],
  ]
}

const files: readonly [file: string, rows: number][] = [
  ['solanum/excels/accessions_2019_09_04.xlsx', 38],
  ['solanum/jsons/accessions.json', 4],
  ['solanum/jsons/passports.json', 98],
  ['groundnut/GN1000.csv', 999],
]
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
    expect(new Set(understood.map(({ field }) => field))).toEqual(
      new Set(['declatitude', 'declongitude', 'mlsstat']),
    )
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

  test.each(files)(
    'and every good row of %s, but for what its report lists',
    async (file, count) => {
      const { problems, changed } = await take(file)
      const out = new Map(
        rowsOf((await exported('mcpd')).text).map((cells) => [keyOf(cells), cells]),
      )
      const { table } = await readFile(
        heldFile(readFileSync(`${folder}/${file}`)),
        knownNames('accession'),
      )
      const refused = new Set(problems.filter(isOfRow).map(({ row }) => row))
      const rows = (await allOf(table.rows())).filter(({ number }) => !refused.has(number))
      const compared = rows.map((row) => {
        const said = saidIn(table.header, row, changed)
        return { said, out: pick(out.get(keyOf(said)) ?? {}, Object.keys(said)) }
      })
      expect(compared.map((one) => one.out)).toEqual(compared.map(({ said }) => said))
      expect(compared).toHaveLength(count)
    },
  )

  test('and their Darwin Core Archive comes in again, and changes none of them', async () => {
    const asked = ExportQuery.parse({ format: 'dwca', visibility: 'published' })
    const { bytes } = await exportRecords(context(), asked)
    const { rows, problems } = await importRecords(context(), {
      kind: 'accession',
      bytes: new Uint8Array(await new Response(bytes).arrayBuffer()),
      institutionId: house.own,
      publish: true,
    })
    expect(rows).toEqual({ total: 3155, accepted: 0, unchanged: 3155, rejected: 0 })
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
    await expect(exported('mcpd', { query: 'kind=spaceship' })).rejects.toThrow(
      /Invalid search criteria/,
    )
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
