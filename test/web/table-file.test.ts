import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '../../src/web/env.ts'
import { tableFile } from '../../src/web/table-file.ts'

const lineOf = async (cell: string) => {
  const app = new Hono<Env>().get('/', (c) =>
    tableFile(c, 'csv', { name: 'table', header: ['a'], rows: [[cell]] }),
  )
  const [, line = ''] = (await (await app.request('/')).text()).split('\r\n')
  return line
}

test.each(['=1+1', '+1', '-A1', '@A1', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠A1'])(
  '%j is no formula to a spreadsheet that opens the CSV',
  async (cell) => {
    expect((await lineOf(cell)).replace(/^"/, '')).toMatch(/^'/)
  },
)

test.each(['-1', '-42.5'])('%j is a number, which stays as it is', async (cell) => {
  expect(await lineOf(cell)).toBe(cell)
})
