import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { workbookOf } from '../../../src/ports/workbook.ts'
import { publishable } from '../../support/publishable.ts'
import { type ScanScene, scanScene } from '../../samples/scans/scene.ts'

let scene: ScanScene
beforeAll(async () => {
  scene = await scanScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const curator = () => scene.as('demo-curator')
const Import = z.looseObject({
  id: z.string(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), detail: z.string() })),
})
const send = async (body: BlobPart, name = 'samples.csv', record = scene.record) => {
  const form = new FormData()
  form.set('file', new File([body], name))
  return curator().post(`/api/v1/collections/${record}/sample-imports`, form)
}
const check = async (body: BlobPart, name?: string, record?: string) => {
  const answer = await send(body, name, record)
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(`${answer.status} ${text}`)
  return Import.parse(JSON.parse(text))
}
const act = async (id: string, what: string) =>
  curator().post(`/api/v1/sample-imports/${id}/${what}`, {})
const sample = async (code: string) =>
  scene.db
    .selectFrom('sample')
    .leftJoin('donor', 'donor.id', 'sample.donor_id')
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .where('sample.code', '=', code)
    .select([
      'type',
      'amount',
      'donor.code as donor',
      'donor.sex',
      'well',
      'is_pooled',
      'sample.version',
    ])
    .executeTakeFirst()

const importCount = async () =>
  (await scene.db.selectFrom('sample_import').select('id').execute()).length

const renamed = (list: readonly { sampleId: string }[]) =>
  list.flatMap((one) => (one.sampleId === 'V1' ? [{ ...one, sampleId: 'W1' }] : []))
const at = (record: string) => `/api/v1/collections/${record}`

const header = '样本编号,样本类型,供体编号,性别,母样本编号,数量,单位,盒,孔位'

const events = async (code: string) =>
  (
    await scene.db
      .selectFrom('sample_event')
      .innerJoin('sample', 'sample.id', 'sample_event.sample_id')
      .where('sample.code', '=', code)
      .select(['kind', 'happened_on', 'age', 'age_unit'])
      .orderBy('sample_event.id')
      .execute()
  ).map(({ kind, happened_on: on, age, age_unit: unit }) =>
    [kind, on, age, unit].filter((part) => part !== null).join(' '),
  )

describe('a table of samples', () => {
  test('is checked, stored, and undone', async () => {
    await scene.box('I1')
    const text = `${header}
P1,血浆,D-001,女,,500,µL,I1,A1
P1-1,plasma,,,P1,100,µL,I1,A2
P2,plasma,D-002,,,1,件,,
POOL,plasma,,,P1;P2,1,件,,
`
    const checked = await check(text)
    expect(checked).toMatchObject({ state: 'checked', created: 4, refused: 0 })
    expect(await sample('P1')).toBe(undefined)
    expect(await (await act(checked.id, 'storage')).json()).toMatchObject({
      state: 'stored',
      created: 4,
    })
    expect(await sample('P1')).toMatchObject({
      type: 'plasma',
      donor: 'D-001',
      sex: 'female',
      well: 0,
    })
    expect(await sample('P1-1')).toMatchObject({ donor: 'D-001', well: 1 })
    expect(await sample('POOL')).toMatchObject({ is_pooled: true, donor: null })
    expect((await act(checked.id, 'storage')).status).toBe(409)

    const again = await check(text.replace('P1,血浆,D-001,女,,500', 'P1,血浆,D-001,女,,450'))
    expect(again).toMatchObject({ created: 0, changed: 1, unchanged: 3 })
    expect((await act(again.id, 'storage')).status).toBe(200)
    expect(await sample('P1')).toMatchObject({ amount: 450 })
    expect((await act(checked.id, 'reversal')).status).toBe(409)
    expect((await act(again.id, 'reversal')).status).toBe(200)
    expect(await sample('P1')).toMatchObject({ amount: 500 })
  })

  test('is undone with the donors that it made', async () => {
    const { id } = await check(`${header}\nU1,plasma,D-U,male,,1,件,,`)
    await act(id, 'storage')
    expect(await sample('U1')).toMatchObject({ donor: 'D-U' })
    expect((await act(id, 'reversal')).status).toBe(200)
    expect(await sample('U1')).toBe(undefined)
    const donors = await scene.db
      .selectFrom('donor')
      .where('code', '=', 'D-U')
      .select('id')
      .execute()
    expect(donors).toEqual([])
  })

  test('comes back with its faults, row by row', async () => {
    await scene.tube('TAKEN', { institution_id: scene.own })
    const text = `${header}
F1,plasma,,,,1,件,,
F2,nonsense,D-1,,,1,件,,
F3,plasma,D-1,,NONE,1,件,,
F4,plasma,D-1,,,-1,件,,
F5,plasma,D-1,,,1,件,nowhere,A1
F6,plasma,D-1,,,1,件,,A1
F7,plasma,D-1,,,1,件,,
F7,plasma,D-1,,,1,件,,
,plasma,D-1,,,1,件,,
`
    const found = await check(text)
    expect(found).toMatchObject({ created: 1, refused: 8 })
    expect(found.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 供体编号',
      '3 样本类型',
      '4 母样本编号',
      '5 数量',
      '6 盒',
      '7 盒',
      '9 样本编号',
      '10 样本编号',
    ])
    const file = await curator().get(`/api/v1/sample-imports/${found.id}/refused.csv`)
    const returned = await file.text()
    expect(returned.trim().split('\r\n')).toHaveLength(9)
    const mended = returned.replace('F1,plasma,,', 'F1,plasma,D-1,')
    expect(await check(mended)).toMatchObject({ created: 2 })
  })

  test.each([
    ['a column called as names are', '样本编号,样本类型,供体编号,姓名\nN1,plasma,D-1,某', '姓名'],
    ['an e-mail in a note', '样本编号,样本类型,供体编号,备注\nN1,plasma,D-1,a@b.cn', '备注'],
    ['a telephone number', '样本编号,样本类型,供体编号,联系\nN1,plasma,D-1,13800138000', '联系'],
    ['a name as donor code', '样本编号,样本类型,供体编号\nN1,plasma,张伟', '供体编号'],
    ['a birth date column', 'code,type,donor,birth date\nN1,plasma,D-1,1980', 'birth date'],
  ])('is not kept at all where it has %s', async (_, text, column) => {
    const before = await importCount()
    const answer = await send(text)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(column)
    expect(await importCount()).toBe(before)
  })

  test('may be a workbook, and its columns mapped by hand', async () => {
    const bytes = await workbookOf([
      { name: 'A', header: ['样本编号', 'What', '供体编号'], rows: [['X1', 'serum', 'D-9']] },
    ])
    const { id, ...found } = await check(bytes, 'samples.xlsx')
    expect(found).toMatchObject({ created: 0, refused: 1 })
    const mapping = new URLSearchParams({
      'columns.0': 'code',
      'columns.1': 'type',
      'columns.2': 'donorCode',
    })
    const answer = await scene.app.request(`/sample-imports/${id}/columns`, {
      method: 'POST',
      body: mapping,
      headers: {
        authorization: 'Bearer demo-curator',
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    expect(answer.status).toBe(303)
    const page = await (await curator().get(`/sample-imports/${id}`)).text()
    expect(page).toContain('新建 1')
  })

  test('goes out as a table and as MIABIS JSON, without who withdrew, and comes in again unchanged', async () => {
    const { id } = await check(
      `${header}\nE1,plasma,D-E,女,,5,mg,,\nE2,serum,D-W,男,,1,件,,\nE1-1,DNA,,,E1,1,件,,`,
    )
    await act(id, 'storage')
    await scene.db
      .updateTable('sample')
      .set({ blocked_at: scene.services.now() })
      .where('code', '=', 'E2')
      .execute()
    await scene.db
      .updateTable('donor')
      .set({ withdrawn_at: scene.services.now() })
      .where('code', '=', 'D-W')
      .execute()
    const read = async (path: string, as: string | undefined = 'demo-curator') => {
      const answer = await scene.as(as).get(`/api/v1/collections/${scene.record}/${path}`)
      return { status: answer.status, text: await answer.text() }
    }
    const csv = (await read('samples-export')).text
    expect(csv).toContain('E1,')
    expect(csv).not.toContain('E2')
    expect(await check(csv)).toMatchObject({ created: 0, changed: 0, refused: 0 })
    const json = (await read('miabis')).text
    expect(json).not.toContain('E2')
    expect(json).not.toContain('D-W')
    expect(JSON.parse(json)).toMatchObject({
      miabis: { sample: '1.1' },
      collection: { name: 'Sera' },
    })
    expect(await check(json, 'miabis.json')).toMatchObject({ created: 0, changed: 0, refused: 0 })
    const open = await scene.app.request(`/api/v1/collections/${scene.record}/miabis`)
    const known = z.looseObject({}).parse(await open.json())
    expect(Object.keys(known)).toEqual(['miabis', 'biobank', 'collection'])
    expect((await read('samples-export', 'demo-researcher')).status).toBe(403)
    const book = await curator().get(
      `/api/v1/collections/${scene.record}/samples-export?format=xlsx`,
    )
    expect(await check(await book.arrayBuffer(), 'samples.xlsx')).toMatchObject({
      created: 0,
      changed: 0,
    })
  })

  test('brings what happened to the samples, in a table and in MIABIS JSON, once', async () => {
    const text = `${header},事件
V1,plasma,D-V,女,,5,mg,,,采集 2021-03-02；冷冻 45 岁；thaw；thaw
V2,plasma,D-V,,,5,mg,,,
V3,plasma,D-V,,,5,mg,,,arrived 2021`
    const { id, ...checked } = await check(text)
    expect(checked).toMatchObject({ created: 2, refused: 1 })
    await act(id, 'storage')
    const told = ['collection 2021-03-02', 'freeze 45 years', 'thaw', 'thaw']
    expect(await events('V1')).toEqual(told)
    const row = await scene.db
      .selectFrom('sample')
      .where('code', '=', 'V1')
      .select('freeze_thaws')
      .executeTakeFirst()
    expect(row).toEqual({ freeze_thaws: 2 })
    const file = async (path: string) =>
      (await curator().get(`/api/v1/collections/${scene.record}/${path}`)).text()
    expect(await check(await file('samples-export'))).toMatchObject({ changed: 0, refused: 0 })
    const json = await file('miabis')
    expect(await check(json, 'miabis.json')).toMatchObject({ changed: 0, refused: 0 })

    const {
      samples,
      events: all,
      sampleDonors,
    } = z
      .object({
        samples: z.array(z.looseObject({ sampleId: z.string() })),
        events: z.array(z.looseObject({ sampleId: z.string() })),
        sampleDonors: z.array(z.unknown()),
      })
      .parse(JSON.parse(json))
    const more = { sampleId: 'V2', eventType: 'processing', eventDateTime: '2022-05' }
    const other = JSON.stringify({
      sampleDonors,
      samples: [...renamed(samples), ...samples.filter(({ sampleId }) => sampleId === 'V2')],
      events: [...renamed(all), more],
    })
    const { id: second, ...found } = await check(other, 'miabis.json')
    expect(found).toMatchObject({ created: 1, changed: 1, refused: 0 })
    await act(second, 'storage')
    expect(await events('W1')).toEqual(told)
    expect(await events('V2')).toEqual(['processing 2022-05'])
    expect(await check(other, 'miabis.json')).toMatchObject({ created: 0, changed: 0 })

    expect((await act(second, 'reversal')).status).toBe(200)
    expect(await sample('W1')).toBe(undefined)
    expect(await events('V2')).toEqual([])
    expect(await events('V1')).toEqual(told)
    await scene.db
      .insertInto('sample_event')
      .columns(['sample_id', 'kind', 'at'])
      .expression(
        scene.db
          .selectFrom('sample')
          .where('code', '=', 'V2')
          .select(['id', sql.lit('use').as('kind'), 'created_at']),
      )
      .execute()
    const removal = scene.db.deleteFrom('sample_event').where('kind', '=', 'use').execute()
    await expect(removal).rejects.toThrow('never changed')
  })

  test('leaves the same trace of donors and sources as a form does', async () => {
    const trace = async (entity: string) =>
      scene.db
        .selectFrom('audit')
        .where('entity', '=', entity)
        .select(['action', 'actor_name', 'institution_id', 'after'])
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
    const animals = await scene.add('collection', {
      ...publishable.collection,
      title: { zh: '家畜', en: 'Livestock' },
      sampleSource: 'animal',
    })
    const ofPeople = '样本编号,样本类型,供体编号,性别\nT1,plasma,D-T1,女'
    const ofAnimals = '样本编号,样本类型,样本类别,来源编号\nT2,plasma,animal,S-T1'
    expect(await check(ofPeople, 'people.csv', animals)).toMatchObject({ refused: 1 })
    expect(await check(ofAnimals)).toMatchObject({ refused: 1 })
    await act((await check(ofPeople)).id, 'storage')
    await act((await check(ofAnimals, 'animals.csv', animals)).id, 'storage')
    const imported = [await trace('donor'), await trace('sample_source')]
    await curator().post(`${at(scene.record)}/donors`, { code: 'D-T2', sex: 'female' })
    await curator().post(`${at(animals)}/sources`, { code: 'S-T2', kind: 'animal' })
    const typed = [await trace('donor'), await trace('sample_source')]
    expect(JSON.stringify(imported).replaceAll('-T1', '-T2')).toBe(JSON.stringify(typed))
    expect(imported[0]).toMatchObject({
      action: 'donor.create',
      after: { code: 'D-T1', sex: 'female' },
    })
  })

  test('puts nothing into a box that is not as cold as it has to be', async () => {
    const box = await scene.box('I-WARM')
    await curator().put(`/api/v1/places/${box}/climate`, {
      class: 'own',
      celsiusFrom: 2,
      celsiusTo: 8,
    })
    const { problems } = await check(
      `${header},保存温度\nZ1,plasma,D-Z,女,,5,mg,I-WARM,A1,-60 °C to -85 °C\nZ2,plasma,D-Z,,,5,mg,I-WARM,A2,2 °C to 10 °C`,
    )
    expect(problems).toEqual([
      { row: 2, column: '保存温度', detail: '盒的温度与样本的保存温度不符' },
    ])
  })

  test('is for staff of the collection alone', async () => {
    const { id } = await check(`${header}\nS9,plasma,D-9,,,1,件,,`)
    const paths = [
      `/api/v1/sample-imports/${id}`,
      `/api/v1/sample-imports/${id}/refused.csv`,
      `/api/v1/collections/${scene.record}/sample-imports`,
    ]
    const statuses = await Promise.all(
      [undefined, 'demo-researcher'].flatMap((who) =>
        paths.map(async (path) => (await scene.as(who).get(path)).status),
      ),
    )
    expect(statuses).toEqual([401, 401, 401, 404, 404, 403])
  })
})
