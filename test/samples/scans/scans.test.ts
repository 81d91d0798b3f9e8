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

const formOf = (fields: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const Undecided = z.array(
  z.object({ well: z.string(), why: z.string(), ways: z.array(z.string()) }),
)
const undecided = async (id: string, text: string, more: object = {}) =>
  Undecided.parse((await preview(id, text, more))['undecided']).map(
    ({ well, why, ways }) => `${well}: ${why} (${ways.join('/')})`,
  )

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
      undecided: [],
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
    expect(await undecided(box, text)).toEqual([
      'A2: R2 登记为已发出。确认已退回？ (take/keep/aside)',
      'A3: R3 属于敦煌研究院，不能放入本单位的盒，请归还。 (keep/aside)',
      'A4: R4 属于已完成的采样套件 K1。仍要放入吗？ (take/keep/aside)',
      'A5: 没有编号为 R9 的样本。请核对标签；如为新样本，请先登记。 (keep/aside)',
      'A6: 同一管码也出现在 A7 (keep)',
      'A7: 同一管码也出现在 A6 (keep)',
      'A8: 没有编号为 R1x 的样本。请核对标签；如为新样本，请先登记。 (keep/aside)',
      'I1: 盒中没有此孔位（8 行 12 列） (keep)',
      'A9: 表格软件将管码转成了科学计数，位数已丢失；请将该列设为文本后重新导出 (keep)',
    ])
    const answer = await send(box, { text })
    expect(answer.status).toBe(409)
    expect(await scene.wells(box)).toBe('')
    expect((await send(box, { text: 'A8,R1' })).status).toBe(409)
  })

  test('asks as a scanned tube does before it is put where it is too warm', async () => {
    const box = await scene.box('WARM')
    await curator().put(`/api/v1/places/${box}/climate`, {
      class: 'own',
      celsiusFrom: -25,
      celsiusTo: -15,
    })
    await scene.tube('F1', { temperature: '-60to-85' })
    await scene.tube('F2', { temperature: '-18to-35' })
    const text = 'A1,F1\nA2,F2'
    const scanned = await send(box, { code: 'F1' }, 'scanned-tubes')
    const detail = 'F1 的保存温度与此处不符。仍要放在此处吗？'
    expect([scanned.status, await json(scanned)]).toMatchObject([409, { detail }])
    expect(await undecided(box, text)).toEqual([`A1: ${detail} (take/keep/aside)`])
    expect((await send(box, { text })).status).toBe(409)
    expect(await scene.wells(box)).toBe('')
    expect((await send(box, { text, decided: ['A1 keep'] })).status).toBe(200)
    expect(await scene.wells(box)).toBe('1=F2')
    expect((await send(box, { text, decided: ['A1 take'] })).status).toBe(200)
    expect(await scene.wells(box)).toBe('0=F1 1=F2')
  })

  test('is decided well by well: as scanned, as it was, or set aside', async () => {
    const box = await scene.box('MERGE')
    const elsewhere = await scene.box('MERGE-2')
    const ids = await Promise.all(['G1', 'G2', 'G3', 'G4', 'G5'].map((code) => scene.tube(code)))
    for (const [at, id] of ids.slice(0, 3).entries())
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await scene.put(box, id, at)
    await scene.put(elsewhere, ids[4] ?? '', 0)
    const text = 'A1,G4\nA2,G5\nA3,EMPTY\nA4,X-9'
    const decided = ['A2 aside', 'A3 keep', 'a4 aside']
    expect(await preview(box, text, { decided })).toMatchObject({
      undecided: [],
      moves: [
        { code: 'G4', from: null, well: 'A1' },
        { code: 'G1', from: 'A1', well: null },
        { code: 'G5', from: 'MERGE-2/A1', well: null },
        { code: 'G2', from: 'A2', well: null },
      ],
    })
    expect(await json(await send(box, { text, decided }))).toMatchObject({ changed: 4 })
    expect(await scene.wells(box)).toBe('0=G4 2=G3')
    expect(await scene.wells(elsewhere)).toBe('')
    expect((await send(box, {}, 'wells/undo')).status).toBe(200)
    expect(await scene.wells(box)).toBe('0=G1 1=G2 2=G3')
    expect(await scene.wells(elsewhere)).toBe('0=G5')
    const all = { text: 'A1,G4\nA2,G5\nA3,EMPTY', others: 'take' }
    expect(await json(await send(box, all))).toMatchObject({ changed: 5 })
    expect(await scene.wells(box)).toBe('0=G4 1=G5')
    const none = { text: 'A1,G1\nA2,EMPTY\nA9,Y-9', others: 'keep' }
    expect(await json(await send(box, none))).toMatchObject({ changed: 0 })
  })

  test('moves no withdrawn sample, and asks before a well that is kept for another', async () => {
    const box = await scene.box('KEPT')
    const [, lent] = await Promise.all([
      scene.tube('H1', { blocked_at: scene.services.now() }),
      scene.tube('H2', { state: 'out' }),
      scene.tube('H3'),
    ])
    await scene.put(box, lent, 1)
    await scene.db
      .updateTable('placement')
      .set({ is_kept: true })
      .where('place_id', '=', box)
      .execute()
    const text = 'A1,H1\nA2,H3'
    expect(await undecided(box, text)).toEqual([
      'A1: H1 的供体已撤回同意，只能放入待销毁区。 (keep)',
      expect.stringContaining('A2: 孔位 A2 为借出的 H2 保留'),
    ])
    expect((await send(box, { text, others: 'take' })).status).toBe(409)
    // Empty is as it should be while it is on loan.
    expect(await preview(box, 'A2,EMPTY')).toMatchObject({ changed: 0, undecided: [] })
    expect(await undecided(box, 'A2,H2')).toEqual([
      'A2: H2 登记为借出。确认已归还？ (take/keep/aside)',
    ])
    expect((await send(box, { text, decided: ['A1 keep', 'A2 take'] })).status).toBe(200)
    expect(await scene.wells(box)).toBe('1=H3')
  })

  test('leads to the form of a sample that nobody knows, and back to the box', async () => {
    const box = await scene.box('NEW')
    const form = new FormData()
    form.set('file', new File(['A1,NEW-1\nA2,EMPTY'], 'scan.csv'))
    const page = await (await curator().post(`/places/${box}/scan`, form)).text()
    expect(page).toContain(`/places/${box}/new-tube?code=NEW-1`)
    const scanned = await curator().post(
      `/places/${box}/scanned-tubes`,
      formOf({ code: 'NEW-1', well: 'A1' }),
    )
    expect(await scanned.text()).toContain(`/places/${box}/new-tube?code=NEW-1`)
    const choice = await curator().get(`/places/${box}/new-tube?code=NEW-1`)
    const at = `/places/${box}/collections/${scene.record}/new-tube`
    const own = choice.headers.get('location') ?? (await choice.text())
    expect(own).toContain(at)
    const opened = await curator().get(`${at}?code=NEW-1`)
    expect(await opened.text()).toContain('value="NEW-1"')
    await scene.db
      .insertInto('donor')
      .values({
        record_id: scene.record,
        code: 'D-1',
        sex: 'female',
        created_at: scene.services.now(),
      })
      .execute()
    const fields = { code: 'NEW-1', family: 'human', type: 'plasma', donor: 'D-1' }
    const made = await curator().post(at, formOf(fields))
    expect(made.status).toBe(303)
    expect(made.headers.get('location')).toBe(`/places/${box}/box?code=NEW-1`)
    expect(await (await curator().get(`/places/${box}/box?code=NEW-1`)).text()).toContain(
      'value="NEW-1"',
    )
    for (const who of [undefined, 'demo-researcher'])
      // oxlint-disable-next-line no-await-in-loop -- two
      expect((await scene.as(who).get(at)).status).not.toBe(200)
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
    expect(html).toContain('待决定 1')
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
