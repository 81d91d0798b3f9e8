import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { workbookOf } from '../../../src/ports/workbook.ts'
import { type ScanScene, scanScene } from './scene.ts'

let scene: ScanScene
beforeAll(async () => {
  scene = await scanScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const curator = () => scene.as('demo-curator')
const send = async (id: string, body: object, to = 'rack-scans') =>
  curator().post(`/api/v1/places/${id}/${to}`, body)
const json = async (answer: Response) => z.looseObject({}).parse(await answer.json())
const preview = async (id: string, text: string, more: object = {}) =>
  json(await send(id, { text, ...more }, 'rack-scans/preview'))

describe('a rack scanner’s file', () => {
  test('puts the tubes of a box as it says, and takes out what it has not', async () => {
    const box = await scene.box('B1')
    const elsewhere = await scene.box('B2')
    const [a, b, c] = await Promise.all(['S1', 'S2', 'S3'].map((code) => scene.tube(code)))
    await scene.put(box, a ?? '', 0)
    await scene.put(box, b ?? '', 1)
    await scene.put(elsewhere, c ?? '', 5)
    const text = 'A01,s2\nA02,S1\nA03,S3\nA04,NO READ\nA05,EMPTY'
    expect(await preview(box, text)).toMatchObject({
      changed: 3,
      unchanged: 0,
      unread: 1,
      refused: [],
      moves: [
        { code: 'S2', from: 'B1/A2', well: 'A1' },
        { code: 'S1', from: 'B1/A1', well: 'A2' },
        { code: 'S3', from: 'B2/A6', well: 'A3' },
      ],
    })
    expect(await scene.wells(box)).toBe('0=S1 1=S2')
    const done = await send(box, { text })
    expect(await json(done)).toMatchObject({ changed: 3, unchanged: 0, unread: 1 })
    expect(await scene.wells(box)).toBe('0=S2 1=S1 2=S3')
    expect(await scene.wells(elsewhere)).toBe('')
    expect(await json(await send(box, { text: 'A01,EMPTY\nA02,S1' }))).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
    expect(await scene.wells(box)).toBe('1=S1 2=S3')
  })

  test('is refused as a whole, each line with its reason', async () => {
    const box = await scene.box('B3')
    await scene.tube('R1')
    await scene.tube('R2', { state: 'shipped' })
    await scene.tube('R3', { institution_id: scene.otherInstitution })
    const kit = await scene.db
      .insertInto('sample_kit')
      .values({
        record_id: scene.record,
        code: 'K1',
        created_at: scene.services.now(),
        finished_at: scene.services.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await scene.tube('R4', { kit_id: kit.id })
    await scene.db
      .insertInto('placement')
      .values({
        place_id: box,
        holds_one: false,
        blocked_reason: 'cracked',
        well: 7,
        row_count: 8,
        column_count: 12,
      })
      .execute()
    const text = 'A1,R1\nA2,R2\nA3,R3\nA4,R4\nA5,R9\nA6,X1\nA7,X1\nA8,R1x\nI1,R1y\nA9,2.19E+26'
    const found = await preview(box, text)
    expect(found).toMatchObject({ changed: 1 })
    const refused = z.array(z.object({ well: z.string(), why: z.string() })).parse(found['refused'])
    expect(refused.map(({ well, why }) => `${well}: ${why}`)).toEqual([
      'A2: 记录为已发出；如已退回，请先登记退回',
      'A3: 这是其他单位的样本，请单独放置并联系对方',
      'A4: 它的采样套件 K1 已完成',
      'A5: 没有这个管码的样本；请核对，或先登记',
      'A6: 同一管码也出现在 A7',
      'A7: 同一管码也出现在 A6',
      'A8: 没有这个管码的样本；请核对，或先登记',
      'I1: 盒中没有这个孔位（8 行 12 列）',
      'A9: 表格软件把管码变成了科学计数，位数已丢失；请把该列设为文本后重新导出',
    ])
    const answer = await send(box, { text })
    expect(answer.status).toBe(409)
    expect(await scene.wells(box)).toBe('')
    expect((await send(box, { text: 'A8,R1' })).status).toBe(409)
  })

  test('is noticed where the rack lay the wrong way round, and is turned', async () => {
    const box = await scene.box('B4', 2, 3)
    for (const at of [0, 1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const id = await scene.tube(`T${at}`)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await scene.put(box, id, at)
    }
    const text = 'A1,EMPTY\nA2,EMPTY\nA3,EMPTY\nB1,T2\nB2,T1\nB3,T0'
    expect(await preview(box, text)).toMatchObject({ turn: 'half', changed: 3 })
    expect(await preview(box, text, { turn: 'half' })).toMatchObject({ changed: 0, unchanged: 3 })
  })

  test('of several racks is read for one box at a time', async () => {
    const box = await scene.box('RACK-2')
    await scene.tube('M1')
    const text = 'Rack ID,RACK-1\nA1,M0\nRack ID,RACK-2\nA1,M1'
    expect(await preview(box, text)).toMatchObject({
      rack: 'RACK-2',
      otherRacks: ['RACK-1'],
      changed: 1,
    })
    const strange = await scene.box('other')
    const answer = await send(strange, { text })
    expect(answer.status).toBe(422)
    expect(await preview(strange, text, { rack: 'rack-2' })).toMatchObject({ changed: 1 })
  })

  test('is not applied where something changed since it was looked at, and says what', async () => {
    const box = await scene.box('B5')
    const first = await scene.tube('C1')
    await scene.tube('C2')
    const text = 'A1,C1\nA2,C2'
    const { seen } = await preview(box, text)
    await scene.put(box, first, 5)
    const answer = await send(box, { text, seen })
    expect(answer.status).toBe(409)
    expect(JSON.stringify(await json(answer))).toContain('C1')
    expect(await scene.wells(box)).toBe('5=C1')
  })

  test('sent twice at once is applied once', async () => {
    const box = await scene.box('B6')
    await scene.tube('D1')
    const both = await Promise.all([1, 2].map(() => send(box, { text: 'A1,D1' })))
    const done = await Promise.all(both.map(json))
    expect(done.map(({ changed }) => String(changed)).toSorted()).toEqual(['0', '1'])
  })

  test('is for curators of the box alone', async () => {
    const box = await scene.box('B7')
    const statuses = await Promise.all(
      [undefined, 'demo-researcher'].map(
        async (who) =>
          (await scene.as(who).post(`/api/v1/places/${box}/rack-scans`, { text: 'A1,D1' })).status,
      ),
    )
    expect(statuses).toEqual([401, 404])
  })

  test('comes as a workbook too, and is shown to be mended', async () => {
    const box = await scene.box('B8')
    await scene.tube('W1')
    const bytes = await workbookOf([
      {
        name: 'Scan',
        header: ['Tube Position', 'Tube Barcode'],
        rows: [
          ['A01', 'W1'],
          ['A02', 'W2'],
        ],
      },
    ])
    const upload = async (name: string, body: BlobPart) => {
      const form = new FormData()
      form.set('file', new File([body], name))
      return curator().post(`/places/${box}/scan`, form)
    }
    const page = await upload('scan.xlsx', bytes)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('W2')
    expect(html).toContain('不能接受 1')
    for (const [name, body] of [
      ['scan.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
      ['scan.csv', 'nothing'],
      ['scan.csv', '\0'],
      ['scan.csv', ''],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect([name, (await upload(name, body)).status]).toEqual([name, 422])
  })
})
