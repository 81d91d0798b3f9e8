import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandIo } from '../../../src/core/command.ts'
import { importRecords } from '../../../src/exchange/actions.ts'
import { exportCommand } from '../../../src/exchange/exports/commands.ts'
import { isNothing } from '../../../src/exchange/rules/cells.ts'
import { systemContext } from '../../../src/jobs.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

const folder = '../shared/data/germplasm/mcpd'
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: ${folder} is absent; no passports went out as they came in`)

type Cells = Record<string, string>
const rowsOf = (text: string | Buffer): Cells[] => parse(text, { columns: true, bom: true })

describe.skipIf(!present)('Passports go out as they came in', () => {
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

  test('2,010 of Germinate, field by field', { timeout: 300_000 }, async () => {
    const file = 'germinate/example-germplasm-mcpd.DATA.csv'
    expect((await take(file)).rows).toMatchObject({ total: 2010, accepted: 2010 })
    const { text, count } = await exported('mcpd')
    expect(count).toBe(2010)
    const out = new Map(rowsOf(text).map((cells) => [cells['ACCENUMB'], cells]))
    const changed = rowsOf(readFileSync(`${folder}/${file}`)).flatMap((cells) =>
      Object.entries(cells)
        .filter(([name]) => !name.startsWith('Entity'))
        .filter(([name, cell]) => out.get(cells['ACCENUMB'])?.[name] !== cell.trim())
        // What says that nothing is known comes in as nothing.
        .filter(([, cell]) => !isNothing(cell))
        .map(([name, cell]) => ({ name, cell, out: out.get(cells['ACCENUMB'])?.[name] })),
    )
    expect(changed).toEqual([])
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
      readFile: () => Promise.reject(new Error('nothing is read')),
      writeFile: async (_path, bytes) => {
        text = await new Response(bytes).text()
      },
    }
    const given = { positionals: ['out.csv'], options: { format, ...options } }
    expect(await exportCommand.run(context(), given, io)).toBe('done')
    return { text, count, lines }
  }
})
