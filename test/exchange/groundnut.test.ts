import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
import { systemContext } from '../../src/jobs.ts'
import { testHouse, type TestHouse } from '../support/house.ts'

const listShape = z.object({ items: z.array(z.object({ title: z.object({ en: z.string() }) })) })

const file = '../shared/data/germplasm/mcpd/groundnut/GN1000.csv'
const present = existsSync(file)
if (!present)
  console.warn(`SKIPPED: ${file} is absent; 1,000 real groundnut passports were not imported`)

describe.skipIf(!present)('1,000 real groundnut passports', () => {
  let house: TestHouse
  let report: Awaited<ReturnType<typeof importRecords>>
  const importFile = () =>
    importRecords(systemContext(house.services, 'import'), {
      kind: 'accession',
      bytes: readFileSync(file),
      institutionId: house.own,
      publish: true,
    })
  const found = async (q: string) => {
    const answer = await house.as().get(`/api/v1/records?q=${encodeURIComponent(q)}&limit=20`)
    const { items } = listShape.parse(await answer.json())
    return items.map(({ title }) => title.en)
  }

  beforeAll(async () => {
    house = await testHouse()
    report = await importFile()
  }, 120_000)
  afterAll(async () => house[Symbol.asyncDispose]())

  test('come in but for the one whose country is an institute, which is named by row and field', () => {
    expect(report.rows).toEqual({ total: 1000, accepted: 999, unchanged: 0, rejected: 1 })
    expect(report.problems).toMatchObject([{ field: 'origcty', code: 'unknown_code' }])
    expect(report.problems[0]?.detail.en).toContain('ICRISAT')
  })

  test('are found by number, however it is spaced or marked', async () => {
    for (const q of ['EC100277', 'EC 100277', 'ec-100277'])
      // oxlint-disable-next-line no-await-in-loop -- three questions, in order
      expect(await found(q)).toContain('Groundnut EC100277')
    for (const q of ['ICG-4709', 'ICG 4709', 'ICG4709'])
      // oxlint-disable-next-line no-await-in-loop -- three questions, in order
      expect(await found(q)).toContain('Groundnut EC100277')
  })

  test('are found by name and by place', async () => {
    expect(await found('Shulamith')).toContain('Groundnut EC100277')
    expect((await found('groundnut Israel')).length).toBeGreaterThan(0)
    expect(await found('Arachis duranensis')).toHaveLength(1)
    expect((await found('以色列')).length).toBeGreaterThan(0)
  })

  test('change nothing when they come again', { timeout: 120_000 }, async () => {
    const again = await importFile()
    expect(again.rows).toEqual({ total: 1000, accepted: 0, unchanged: 999, rejected: 1 })
  })
})
