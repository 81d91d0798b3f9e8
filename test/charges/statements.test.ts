import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { issueMonthlyStatements } from '../../src/charges/jobs.ts'
import { houseContext } from '../support/people.ts'
import { type ChargeScene, chargeScene, ChargeShape, only } from './scene.ts'

const Head = z.looseObject({
  id: z.string().nullable(),
  totalFen: z.int(),
  paidFen: z.int().nullable(),
  dueFen: z.int().nullable(),
})
const List = z.object({ items: z.array(Head.extend({ month: z.string(), charges: z.int() })) })
const Month = z.looseObject({
  reach: z.string(),
  totalFen: z.int(),
  statements: z.array(
    Head.extend({
      tenders: z.array(z.looseObject({ amountFen: z.int() })),
      instruments: z.array(z.looseObject({ charges: z.array(ChargeShape) })),
    }),
  ),
})

const scenes: ChargeScene[] = []
const scene = () => only(scenes)

/** March: a use by the researcher, one by the PI, one that staff corrects. April: one more. */
beforeAll(async () => {
  const made = await chargeScene()
  scenes.push(made)
  await made.setRates({ rates: { institution: { hourFen: 10_000 } } })
  await made.use('03 01:00', '03 03:00')
  await made.use('04 01:00', '04 02:00', { as: 'demo-pi' })
  // The last hour of March in Lanzhou.
  await made.use('31 15:00', '31 16:00')
  await made.use('2026-04-02T01:00Z', '2026-04-02T02:30Z')
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const path = () => `/api/v1/labs/${scene().lab}/statements`
const list = async (as = 'demo-pi') =>
  List.parse(await (await scene().as(as).get(path())).json()).items
const month = async (which: string, as = 'demo-pi') =>
  Month.parse(await (await scene().as(as).get(`${path()}/${which}`)).json())
const issue = async (which: string, as = 'demo-steward') =>
  (await scene().as(as).post(path(), { month: which, institution: scene().own })).status
const chargesIn = (told: z.output<typeof Month>) =>
  told.statements.flatMap(({ instruments }) =>
    instruments.flatMap(({ charges }) => charges.map(({ cause, amountFen }) => [cause, amountFen])),
  )

describe('a lab', () => {
  test('reads what it owes by the months of the instrument’s own calendar', async () => {
    expect(await list()).toMatchObject([
      { month: '2026-04', id: null, totalFen: 25_000, charges: 2 },
      { month: '2026-03', id: null, totalFen: 30_000, charges: 2 },
    ])
  })

  test('shows its PI all, each member their own, staff their instruments’, and others nothing', async () => {
    expect(await month('2026-03')).toMatchObject({ reach: 'all', totalFen: 30_000 })
    expect(await month('2026-03', 'demo-researcher')).toMatchObject({
      reach: 'own',
      totalFen: 20_000,
      statements: [{ paidFen: null, dueFen: null }],
    })
    expect(await month('2026-03', 'demo-steward')).toMatchObject({
      reach: 'staff',
      totalFen: 30_000,
    })
    expect((await scene().as('demo-outsider').get(path())).status).toBe(403)
    expect((await scene().as().get(path())).status).toBe(401)
    expect((await scene().as('demo-pi').get(`${path()}/2026-13`)).status).toBe(422)
  })

  test('is listed for its members and for staff of whom it owes, and for nobody else', async () => {
    const listed = async (as: string) =>
      (await (await scene().as(as).get('/statements?month=2026-03')).text()).includes(
        path().slice(7),
      )
    expect(await Promise.all(['demo-pi', 'demo-researcher', 'demo-steward'].map(listed))).toEqual([
      true,
      true,
      true,
    ])
    expect(await listed('demo-outsider')).toBe(false)
    expect((await scene().as('demo-pi').get('/statements?month=x')).status).toBe(422)
  })

  test('has its statement issued once the month is over, by staff or by itself, and only once', async () => {
    expect(await issue('2026-04')).toBe(409)
    expect(await issue('2026-03', 'demo-pi')).toBe(403)
    const both = await Promise.all([issue('2026-03'), issue('2026-03')])
    expect(both.toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await issue('2026-03')).toBe(409)
    await issueMonthlyStatements(houseContext(scene().services))
    expect((await list()).filter(({ id }) => id !== null)).toMatchObject([
      { month: '2026-03', totalFen: 30_000, dueFen: 30_000 },
    ])
  })

  test('finds what is corrected afterwards in the next statement, and the issued one as it was', async () => {
    const [statement] = (await month('2026-03')).statements
    const charge = statement?.instruments[0]?.charges[0]
    const corrected = await scene()
      .as('demo-steward')
      .post(`/api/v1/charges/${charge?.id}/corrections`, { amountFen: -5000, reason: '漂移' })
    expect(corrected.status).toBe(201)
    expect(chargesIn(await month('2026-03'))).toEqual([
      ['use', 20_000],
      ['use', 10_000],
    ])
    expect(chargesIn(await month('2026-04'))).toEqual([
      ['use', 10_000],
      ['use', 15_000],
      ['correction', -5000],
    ])
    const lost = scene().db.deleteFrom('statement_line').execute()
    await expect(lost).rejects.toThrow('statement_line is never changed')
  })

  test('takes its statement along as CSV and XLSX that hold the same lines and no formulas', async () => {
    await scene().use('2026-04-03T01:00Z', '2026-04-03T01:30Z', { purpose: '=HYPERLINK("x")' })
    const csv = await scene().as('demo-pi').get(`${path()}/2026-04?format=csv`)
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="statement-2026-04-[\da-f]{8}\.csv"$/,
    )
    const bytes = new Uint8Array(await csv.arrayBuffer())
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text.trim().split('\r\n').at(-1)).toMatch(/^合计,+250,+$/)
    const xlsx = await scene().as('demo-pi').get(`${path()}/2026-04?format=xlsx`)
    const rows = await readSheet(Buffer.from(await xlsx.arrayBuffer()))
    const amount = rows[0]?.indexOf('金额（元）') ?? -1
    expect(rows.slice(1).map((row) => row[amount])).toEqual([100, 150, -50, 50, 250])
    expect(rows[4]).toContain('=HYPERLINK("x")')
  })
})
