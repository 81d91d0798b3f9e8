import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
import { runImport } from '../../src/exchange/imports/actions/run.ts'
import { createJobs, systemContext } from '../../src/jobs.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { utf8 } from './encoded.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const Answer = z.looseObject({
  id: z.string(),
  state: z.string(),
  rows: z.object({
    total: z.int(),
    accepted: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
  }),
  problems: z.array(
    z.looseObject({ row: z.int(), field: z.string(), code: z.string(), detail: z.string() }),
  ),
  changed: z.array(z.looseObject({ typed: z.string(), value: z.string() })),
})

const formOf = (bytes: Uint8Array, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new File([Uint8Array.from(bytes)], '种质.csv'))
  return form
}

const curator = () => house.as('demo-curator')
const send = (text: string, fields: Record<string, string> = {}) =>
  curator().post('/api/v1/imports', formOf(utf8(text), { format: 'auto', ...fields }))
const runJob = (importId: string) => createJobs(house.services).run_import({ importId })
const read = async (id: string) =>
  Answer.parse(await (await curator().get(`/api/v1/imports/${id}`)).json())

/** Sends a file, lets the job run, and answers what became of it. */
async function imported(text: string, fields: Record<string, string> = {}) {
  const sent = await send(text, fields)
  expect(sent.status).toBe(202)
  const { id, state } = Answer.parse(await sent.json())
  expect(state).toBe('queued')
  await runJob(id)
  return read(id)
}

const countOf = async (accenumb: string) =>
  (
    await house.db
      .selectFrom('accession')
      .where('accenumb', 'like', accenumb)
      .select('accenumb')
      .execute()
  ).length

const rowsOf = (prefix: string, count: number) =>
  [
    'ACCENUMB,GENUS,SPECIES,ELEVATION',
    ...Array.from({ length: count }, (_, at) => `${prefix}${at + 1},Medicago,sativa,${at}`),
  ].join('\n')

const mappedFile = (number: string) => `Nr.,Gattung,GENUS\n${number},x,Zea\n`

const wiews = (code: string | null) =>
  house.db.updateTable('institution').set({ wiews: code }).where('id', '=', house.own).execute()

const start = async (prefix: string, count: number) => {
  const sent = await send(rowsOf(prefix, count))
  return Answer.parse(await sent.json()).id
}

const undo = (id: string) => curator().post(`/api/v1/imports/${id}/reversal`)

const recordOf = async (key: string) =>
  house.db
    .selectFrom('record')
    .where('source_key', '=', key)
    .select(['id', 'title_en'])
    .executeTakeFirst()

const relations = () => house.db.selectFrom('relation').select(['from_id', 'type']).execute()

/** A context whose database breaks at the n-th transaction, as a process that is killed. */
const killedAt = (transactions: number) => {
  const ctx = systemContext(house.services, 'run_import')
  let begun = 0
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name === 'startTransaction' && (begun += 1) > transactions) throw new Error('killed')
      const value: unknown = Reflect.get(target, name, receiver)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...ctx, db }
}

describe('a file that is sent', () => {
  test('is imported by a job: good rows go in, bad ones are named, in the reader’s language', async () => {
    const file = 'ACCENUMB,GENUS,海拔\nSENT1,Medicago,1920m\nSENT2,Medicago,高\nSENT1,Zea,3\n'
    const done = await imported(file)
    expect(done).toMatchObject({
      state: 'done',
      understood: 'UTF-8 编码，以逗号分隔，表头在第 1 行',
      rows: { total: 3, accepted: 1, unchanged: 0, rejected: 2 },
      problems: [
        { row: 3, field: 'elevation', code: 'not_a_number', detail: expect.stringContaining('高') },
        { row: 4, field: 'accenumb', code: 'duplicate_in_file' },
      ],
      changed: [{ row: 2, field: 'elevation', typed: '1920m', value: '1920' }],
    })
    const again = await imported(file)
    expect(again.rows).toEqual({ total: 3, accepted: 0, unchanged: 1, rejected: 2 })
  })

  test('comes back with its bad rows as they came and their reasons, to be mended and sent again', async () => {
    const { id } = await imported(
      'ACCENUMB,GENUS,海拔,REMARKS\nBACK1,Zea,高,"=a, ""b"""\nBACK2,Zea,5,ok\n0BACK3,Zea,7m,x,y\n',
    )
    const english = { cookie: 'hexi_lang=en' }
    const answer = await curator().get(`/api/v1/imports/${id}/rejected.csv`, english)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const marked = new TextDecoder('utf-8', { ignoreBOM: true })
    const returned = marked.decode(await answer.arrayBuffer())
    expect(returned.split('\r\n')).toEqual([
      '\ufeffReasons for return,ACCENUMB,GENUS,海拔,REMARKS',
      'elevation: “高” is not a number in m.,BACK1,Zea,高,"=a, ""b"""',
      expect.stringMatching(
        /^This row has more cells than the header\. No column for “y”.*,0BACK3,Zea,7m,x,y$/,
      ),
      '',
    ])
    const mended = returned.replace(',高,', ',1500,').replace(',x,y', ',x')
    const done = await imported(mended)
    expect(done).toMatchObject({
      rows: { total: 2, accepted: 2, unchanged: 0, rejected: 0 },
      problems: [],
    })
    const { remarks } = await house.db
      .selectFrom('accession')
      .where('accenumb', '=', 'BACK1')
      .select('remarks')
      .executeTakeFirstOrThrow()
    expect(remarks).toBe('=a, "b"')
  })

  test('is checked only, where that is asked: all is decided and nothing stored', async () => {
    const done = await imported(rowsOf('DRY', 3), { dryRun: 'true' })
    expect(done).toMatchObject({ state: 'done', dryRun: true, rows: { total: 3, accepted: 3 } })
    expect(await countOf('DRY%')).toBe(0)
    const refused = await curator().post(`/api/v1/imports/${done.id}/reversal`)
    expect(refused.status).toBe(409)
  })

  test('that cannot be read has failed, and says why', async () => {
    const done = await imported('X,Y\n1,2\n')
    expect(done).toMatchObject({ state: 'failed', rows: { total: 1, accepted: 0 } })
    expect(done['failure']).toContain('没有可对应的列')
    expect((await send('')).status).toBe(422)
    expect((await send('A\n', { kind: 'plant' })).status).toBe(422)
    expect((await send('A\n', { mapping: '{' })).status).toBe(422)
  })

  test('is kept as drafts where that is asked', async () => {
    await imported(rowsOf('DRAFT', 1), { publish: 'false' })
    const { visibility } = await house.db
      .selectFrom('record')
      .where('source_key', '=', 'DRAFT1')
      .select('visibility')
      .executeTakeFirstOrThrow()
    expect(visibility).toBe('draft')
  })

  test('has its columns mapped, which is remembered for the institution', async () => {
    const mapping = JSON.stringify({ 'Nr.': 'accenumb', Gattung: '' })
    expect((await imported(mappedFile('MAP1'), { mapping })).problems).toEqual([])
    expect((await imported(mappedFile('MAP2'))).rows.accepted).toBe(1)
    expect(await countOf('MAP%')).toBe(2)
  })

  test('may hold the same number at two institutes: these are two accessions', async () => {
    const file = 'INSTCODE,ACCENUMB,GENUS\nESP004,TWICE,Zea\nESP058,TWICE,Zea\nESP004,TWICE,Zea\n'
    const done = await imported(file)
    expect(done.rows).toEqual({ total: 3, accepted: 2, unchanged: 0, rejected: 1 })
    expect(done.problems).toMatchObject([{ row: 4, code: 'duplicate_in_file' }])
    expect((await imported(file)).rows).toMatchObject({ accepted: 0, unchanged: 2 })
  })

  test('may name its own institute or not: the accession is the same', async () => {
    await wiews('CHN999')
    expect((await imported('INSTCODE,ACCENUMB,GENUS\nCHN999,OWN1,Zea\n')).rows.accepted).toBe(1)
    const again = await imported('ACCENUMB,GENUS\nOWN1,Zea\n')
    expect(again.rows).toMatchObject({ accepted: 0, unchanged: 1 })
    await wiews(null)
  })

  test('is known again when its institution has got a code since', async () => {
    const file = 'INSTCODE,ACCENUMB,GENUS\nCHN998,LATER1,Zea\n'
    expect((await imported(file)).rows.accepted).toBe(1)
    await wiews('CHN998')
    expect((await imported(file)).rows).toMatchObject({ accepted: 0, unchanged: 1 })
    await wiews(null)
  })
})

describe('who may', () => {
  test('import: those who keep the institution; and nobody else knows of an import', async () => {
    const { id } = await imported(rowsOf('WHO', 1))
    const form = () => formOf(utf8(rowsOf('WHO', 1)))
    expect((await house.as().post('/api/v1/imports', form())).status).toBe(401)
    const outsider = house.as('demo-outsider')
    const foreign = formOf(utf8(rowsOf('WHO', 1)), { institution: house.own })
    expect((await outsider.post('/api/v1/imports', foreign)).status).toBe(403)
    for (const path of [id, `${id}/rejected.csv`])
      // oxlint-disable-next-line no-await-in-loop -- two questions
      expect((await outsider.get(`/api/v1/imports/${path}`)).status).toBe(404)
    expect((await house.as().get(`/api/v1/imports/${id}`)).status).toBe(401)
    expect((await outsider.post(`/api/v1/imports/${id}/reversal`)).status).toBe(404)
    const list = async (token: 'demo-curator' | 'demo-outsider') =>
      z
        .object({ items: z.array(z.looseObject({ id: z.string() })) })
        .parse(await (await house.as(token).get('/api/v1/imports?limit=200')).json())
        .items.map((one) => one.id)
    expect(await list('demo-curator')).toContain(id)
    expect(await list('demo-outsider')).toEqual([])
  })
})

describe('a long import', () => {
  test('that is killed goes on where it was, and ends the same', async () => {
    const id = await start('KILL', 450)
    await expect(runImport(killedAt(2), id)).rejects.toThrow('killed')
    expect(await read(id)).toMatchObject({ state: 'running', rows: { total: 450, accepted: 400 } })
    expect(await countOf('KILL%')).toBe(400)
    await runJob(id)
    expect(await read(id)).toMatchObject({ state: 'done', rows: { total: 450, accepted: 450 } })
    expect(await countOf('KILL%')).toBe(450)
  })

  test('that two processes run at once stores every row once', async () => {
    const id = await start('TWO', 420)
    await Promise.all([runJob(id), runJob(id)])
    await runJob(id)
    expect(await read(id)).toMatchObject({ state: 'done', rows: { accepted: 420, rejected: 0 } })
    expect(await countOf('TWO%')).toBe(420)
  })

  test('is stopped between two batches: what is stored stays, and can be undone', async () => {
    const id = await start('STOP', 250)
    const stop = () => curator().post(`/api/v1/imports/${id}/cancellation`)
    let stopping: Promise<Response> | Response | undefined
    const ctx = systemContext(house.services, 'run_import')
    const db = new Proxy(ctx.db, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver)
        if (name !== 'startTransaction' || typeof value !== 'function')
          return typeof value === 'function' ? value.bind(target) : value
        // Before the second batch begins, somebody stops it.
        return () => ({
          execute: async () => {
            if (stopping === undefined && (await countOf('STOP%')) > 0) stopping = stop()
            await stopping
            return target.startTransaction().execute()
          },
        })
      },
    })
    await runImport({ ...ctx, db }, id)
    expect((await stopping)?.status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'cancelled', rows: { accepted: 200 } })
    expect(await countOf('STOP%')).toBe(200)
    expect((await stop()).status).toBe(409)
    expect((await curator().post(`/api/v1/imports/${id}/reversal`)).status).toBe(200)
    expect(await countOf('STOP%')).toBe(0)
  })

  test('that waits is stopped at once', async () => {
    const id = await start('WAITS', 10)
    expect((await curator().post(`/api/v1/imports/${id}/cancellation`)).status).toBe(200)
    await runJob(id)
    expect(await read(id)).toMatchObject({ state: 'cancelled', rows: { accepted: 0 } })
    expect(await countOf('WAITS%')).toBe(0)
  })
})

describe('an import', () => {
  test('is undone whole: what it made is gone, what it changed is as it was, and it may come again', async () => {
    await imported('ACCENUMB,GENUS,ELEVATION\nUNDO1,Zea,5\n')
    const second = 'ACCENUMB,GENUS,ELEVATION\nUNDO1,Avena,6\nUNDO2,Avena,7\n'
    const { id } = await imported(second)
    expect((await undo(id)).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'undone' })
    expect(await recordOf('UNDO2')).toBeUndefined()
    const { genus, elevation } = await house.db
      .selectFrom('accession')
      .where('accenumb', '=', 'UNDO1')
      .select(['genus', 'elevation'])
      .executeTakeFirstOrThrow()
    expect([genus, elevation]).toEqual(['Zea', 5])
    expect((await recordOf('UNDO1'))?.title_en).toBe('Zea UNDO1')
    expect((await imported(second)).rows.accepted).toBe(2)
    expect((await undo(id)).status).toBe(409)
  })

  test('is not undone where a record was changed since: all stay, and that one is named', async () => {
    const { id } = await imported('ACCENUMB,GENUS\nKEEP1,Zea\nKEEP2,Zea\n')
    const record = await recordOf('KEEP1')
    const address = `/api/v1/accessions/${record?.id}`
    const etag = (await curator().get(address)).headers.get('etag') ?? ''
    const changed = await curator().patch(address, { remarks: 'Seen' }, { 'if-match': etag })
    expect(changed.status).toBe(200)
    const refused = await undo(id)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      objections: [{ code: 'changed_since', detail: expect.stringContaining('KEEP1') }],
    })
    expect(await countOf('KEEP%')).toBe(2)
  })

  test('offers likely duplicates by number and name, and relates none by itself', async () => {
    await imported('ACCENUMB,GENUS,ACCENAME\nEC 100277,Arachis,Shulamith\n')
    const { id, alike } = await imported(
      'ACCENUMB,GENUS,OTHERNUMB,ACCENAME\nNEW1,Arachis,IND001:EC-100277,\nNEW2,Zea,,shulamith\n',
    )
    const known = await recordOf('EC 100277')
    const made = await Promise.all([recordOf('NEW1'), recordOf('NEW2')])
    expect(alike).toMatchObject([
      { row: 2, recordId: made[0]?.id, id: known?.id },
      { row: 3, recordId: made[1]?.id, id: known?.id },
    ])
    expect(await relations()).toEqual([])
    const form = new FormData()
    form.set('from', made[0]?.id ?? '')
    form.set('to', known?.id ?? '')
    expect((await curator().post(`/imports/${id}/links`, form)).status).toBe(303)
    expect(await relations()).toEqual([{ from_id: made[0]?.id, type: 'IsIdenticalTo' }])
    const refused = await undo(id)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ objections: [{ code: 'related' }] })
  })

  test('keeps what was typed beside what was understood', async () => {
    const report = await importRecords(systemContext(house.services, 'import'), {
      kind: 'accession',
      bytes: utf8('ACCENUMB,GENUS,ORIGCTY,ELEVATION\nTYPED1, Zea ,China,NA\n'),
      institutionId: house.own,
      publish: true,
    })
    expect(report.changed).toEqual([
      { row: 2, field: 'genus', typed: ' Zea ', value: 'Zea' },
      { row: 2, field: 'origcty', typed: 'China', value: 'CHN' },
      { row: 2, field: 'elevation', typed: 'NA', value: '' },
    ])
    const path = `/api/v1/imports/${report.id}/changes`
    const first = await (await curator().get(`${path}?limit=2`)).json()
    expect(first).toMatchObject({ items: report.changed.slice(0, 2), total: { value: 3 } })
    const next = await (await curator().get(`${path}?after=${first.next}`)).json()
    expect(next).toMatchObject({ items: report.changed.slice(2), next: null })
    const file = await (await curator().get(`${path}?format=csv`)).text()
    expect(file).toContain('2,origcty,China,CHN')
    expect((await house.as('demo-researcher').get(path)).status).toBe(404)
    expect((await house.as().get(path)).status).toBe(401)
    const page = await (await curator().get(`/imports/${report.id}`)).text()
    expect(page).toContain('China')
  })
})
