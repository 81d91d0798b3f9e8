import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
const ids: string[] = []
const Done = z.object({ id: z.string(), changed: z.int(), unchanged: z.int() })

const curator = () => house.as('demo-curator')
const read = async (id = '') => (await curator().get(`/api/v1/records/${id}`)).json()
const bulk = async (change: object, records = ids) =>
  curator().post('/api/v1/bulk-edits', { records, change })

beforeAll(async () => {
  house = await testHouse()
  for (const library of ['forage', 'grain', 'forage']) {
    const number = `NR ${ids.length}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    ids.push(await house.add('accession', { title: { en: number }, accenumb: number, library }))
  }
}, 120_000)
afterAll(async () => house[Symbol.asyncDispose]())

test('what would happen is shown first, record by record, and nothing happens', async () => {
  const change = { library: 'forage' }
  const answer = await curator().post('/api/v1/bulk-edits/checks', { records: ids, change })
  expect(await answer.json()).toMatchObject({
    records: [
      { id: ids[0], before: {}, after: {}, refused: null },
      { before: { library: 'grain' }, after: { library: 'forage' }, refused: null },
      { after: {} },
    ],
  })
  expect(await read(ids[1])).toMatchObject({ library: 'grain' })
})

test('a change of several is made at once, and undone where nobody changed it since', async () => {
  const answer = await bulk({ library: 'fruit', origcty: 'CHN' })
  const { id, ...done } = Done.parse(await answer.json())
  expect(done).toEqual({ changed: 3, unchanged: 0 })
  expect(await read(ids[2])).toMatchObject({ library: 'fruit', origcty: 'CHN' })
  await curator().patch(`/api/v1/accessions/${ids[2]}`, { library: 'crop' }, { 'if-match': '*' })

  const undo = async (token: string) =>
    house.as(token).post(`/api/v1/bulk-edits/${id}/reversal`, {})
  expect((await undo('demo-outsider')).status).toBe(403)
  expect(await (await undo('demo-curator')).json()).toEqual({ restored: 2, kept: 1 })
  expect(await read(ids[1])).toMatchObject({ library: 'grain', origcty: null })
  expect(await read(ids[2])).toMatchObject({ library: 'crop', origcty: 'CHN' })
  expect((await undo('demo-curator')).status).toBe(409)
})

test('a record that cannot be changed so is named, and the others are changed', async () => {
  const draft = await house.add('accession', { title: { en: 'Draft' } }, { publish: false })
  const dataset = await house.add('dataset', { title: { en: 'Data' } }, { publish: false })
  const answer = await bulk({ accenumb: null }, [draft, dataset, ids[0] ?? ''])
  expect(await answer.json()).toMatchObject({
    changed: 0,
    unchanged: 1,
    // One needs it since it is published, the other is no accession.
    refused: [{ id: ids[0] }, { id: dataset }].toSorted((a, b) =>
      (a.id ?? '') < (b.id ?? '') ? -1 : 1,
    ),
  })
  expect((await bulk({ origcty: 'XXX' })).status).toBe(201)
  expect((await bulk({}, [])).status).toBe(422)
})

test('nobody changes what they do not keep', async () => {
  const answer = await house
    .as('demo-outsider')
    .post('/api/v1/bulk-edits', { records: ids, change: { library: 'grain' } })
  expect(await answer.json()).toMatchObject({ changed: 0, refused: [{}, {}, {}] })
  expect((await house.as().post('/api/v1/bulk-edits', { records: ids, change: {} })).status).toBe(
    401,
  )
})

test('people tick records, choose a field, look and confirm', async () => {
  const desk = await (await curator().get('/desk')).text()
  expect(desk).toContain(`value="${ids[0]}"`)
  const query = new URLSearchParams(ids.map((id) => ['record', id]))
  const fields = await (await curator().get(`/desk/bulk?${query.toString()}`)).text()
  expect(fields).toContain('<option value="origcty"')
  const form = (more: Record<string, string>) => {
    const body = new FormData()
    for (const id of ids) body.append('record', id)
    for (const [name, value] of Object.entries({ field: 'access', access: 'closed', ...more }))
      body.append(name, value)
    return curator().post('/desk/bulk', body)
  }
  const preview = await (await form({})).text()
  expect(preview).toContain('修改 3 条记录')
  expect((await form({ step: 'confirm' })).status).toBe(303)
  expect(await read(ids[0])).toMatchObject({ access: 'closed' })
  expect(await (await curator().get('/desk/bulk-edits')).text()).toContain('access')
})

test('changes of one record at the same time are all kept, and each is undone to what was before it', async () => {
  const id = await house.add('accession', { title: { en: 'Race' }, accenumb: 'NR R' })
  const changes = [
    { collsite: '民勤' },
    { origcty: 'CHN' },
    { elevation: 1367 },
    { genus: 'Medicago' },
    { species: 'sativa' },
    { donorname: 'A' },
  ]
  const answers = await Promise.all(changes.map((change) => bulk(change, [id])))
  expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 201))
  expect(await read(id)).toMatchObject(Object.assign({}, ...changes))

  const edits = await Promise.all(['a', 'b', 'c'].map((remarks) => bulk({ remarks }, [id])))
  const made = await Promise.all(edits.map(async (edit) => Done.parse(await edit.json()).id))
  for (const edit of made.toSorted().toReversed())
    // oxlint-disable-next-line no-await-in-loop -- the last one first
    expect(await (await curator().post(`/api/v1/bulk-edits/${edit}/reversal`, {})).json()).toEqual({
      restored: 1,
      kept: 0,
    })
  expect(await read(id)).toMatchObject({ remarks: null })
})
