import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../../src/core/context.ts'
import type { JobPayloads } from '../../../src/core/ports.ts'
import { describeMany } from '../../../src/exchange/described/actions.ts'
import { createJobs, systemContext } from '../../../src/jobs.ts'
import { addDataset, addVersion, publishVersion } from '../../datasets/scene.ts'
import { testNow } from '../../support/clock.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { publishable } from '../../support/publishable.ts'
import { harvester, textsAt } from './scene.ts'

/** Each write happens an hour after the one before: datestamps are seconds. */
let hours = 0
const now = () => testNow().add({ hours })

const named = (kind: keyof typeof publishable, title: string, more: object = {}) => ({
  ...publishable[kind],
  title: { zh: title },
  ...more,
})

let house: TestHouse
let oai: ReturnType<typeof harvester>
const ids: Record<string, string> = {}
beforeAll(async () => {
  house = await testHouse({ baseUrl: 'https://hexi.test', now })
  oai = harvester(house.app)
  ids['soil'] = (
    await addDataset(house, { input: { access: 'open', title: { zh: '土壤水分' } } })
  ).id
  ids['snow'] = (await addDataset(house, { input: { access: 'open', title: { zh: '积雪' } } })).id
  ids['oven'] = await house.add('instrument', named('instrument', '烘箱'))
  ids['bank'] = await house.add('collection', named('collection', '样本库'))
  ids['line'] = await house.add(
    'accession',
    named('accession', '苜蓿', { collection: ids['bank'] }),
  )
  ids['lone'] = await house.add('instrument', named('instrument', '天平'))
})
afterAll(async () => house[Symbol.asyncDispose]())

const curator = () => house.as('demo-curator')
const done = async (answer: Response | Promise<Response>) => {
  const given = await answer
  if (!given.ok) throw new Error(`${given.status} ${await given.text()}`)
  const text = await given.text()
  return text === '' ? {} : JSON.parse(text)
}

const kindOf: Record<string, string> = {
  soil: 'datasets',
  snow: 'datasets',
  oven: 'instruments',
  lone: 'instruments',
  bank: 'collections',
  line: 'accessions',
}
const pathOf = (name: string) => `/api/v1/${kindOf[name]}/${ids[name]}`

const edit = async (name: string, change: object) =>
  done(curator().patch(pathOf(name), change, { 'if-match': '*' }))

const relate = async (from: string, to: string, type: string) => {
  const { id } = await done(
    curator().post(`/api/v1/records/${ids[from]}/relations`, { to: ids[to], type }),
  )
  ids[`${from} ${type} ${to}`] = id
}

const rename = async (change: object) =>
  done(
    house.as('demo-admin').patch(`/api/v1/institutions/${house.own}`, change, { 'if-match': '*' }),
  )

const everything = ['soil', 'snow', 'oven', 'bank', 'line', 'lone']

/** What is written, in this order, and of which records something else is said afterwards. */
const writes: Record<string, { write: () => Promise<unknown>; changes: readonly string[] }> = {
  'a relation to an instrument': {
    write: () => relate('soil', 'oven', 'IsCollectedBy'),
    changes: ['soil', 'oven'],
  },
  'a relation to an accession': {
    write: () => relate('soil', 'line', 'IsDerivedFrom'),
    changes: ['soil', 'line'],
  },
  'a relation between datasets': {
    write: () => relate('snow', 'soil', 'IsNewVersionOf'),
    changes: ['soil', 'snow'],
  },
  'another title': {
    write: () => edit('oven', { title: { zh: '大烘箱' } }),
    changes: ['oven', 'soil'],
  },
  'an identifier': {
    write: () => edit('line', { identifiers: [{ scheme: 'doi', value: '10.5072/line' }] }),
    changes: ['line', 'soil'],
  },
  'another type of resource': {
    write: () => edit('snow', { resourceTypeGeneral: 'Image' }),
    changes: ['snow', 'soil'],
  },
  'a collection of another name': {
    write: () => edit('bank', { title: { zh: '陇原样本库' } }),
    changes: ['bank', 'line'],
  },
  'a field that nobody else names': {
    write: () => edit('oven', { function: '烘干样品，测定含水量。' }),
    changes: ['oven'],
  },
  'a new version of files': {
    write: async () =>
      publishVersion(
        house,
        await addVersion(house, ids['soil'] ?? '', { files: { 'b.csv': 'b\n' } }),
      ),
    changes: ['soil'],
  },
  'a version that is withdrawn': {
    write: () =>
      done(curator().post(`${pathOf('soil')}/versions/2/withdrawal`, { reason: '数据有误，作废' })),
    changes: ['soil'],
  },
  'another access': { write: () => edit('soil', { access: 'on_request' }), changes: ['soil'] },
  'an embargo': {
    write: () => edit('snow', { protected: true, protectedUntil: '2999-01-01' }),
    changes: ['snow'],
  },
  'an embargo that is lifted': {
    write: () => edit('snow', { protected: false, protectedUntil: null }),
    changes: ['snow'],
  },
  'a renamed author': {
    write: () => edit('soil', { creators: [{ name: '宋疏影', nameType: 'Personal' }] }),
    changes: ['soil'],
  },
  'a renamed funder': {
    write: () => edit('soil', { fundingReferences: [{ funderName: '甘肃省科技厅' }] }),
    changes: ['soil'],
  },
  'an institution of another name': {
    write: () => rename({ name: { zh: '甘肃省种质库', en: 'Gansu Germplasm Bank' } }),
    changes: everything,
  },
  'an institution with an identifier': {
    write: () => rename({ ror: 'https://ror.org/03yghzc09' }),
    changes: everything,
  },
  'a record that is for members only': {
    write: () => edit('snow', { audience: 'members' }),
    changes: ['soil'],
  },
  'a record that everybody may see again': {
    write: () => edit('snow', { audience: 'public' }),
    changes: ['snow', 'soil'],
  },
  'a collection that is for members only': {
    write: () => edit('bank', { audience: 'members' }),
    changes: ['line'],
  },
  'a relation that is taken away': {
    write: () => done(curator().delete(`/api/v1/relations/${ids['soil IsCollectedBy oven']}`)),
    changes: ['soil', 'oven'],
  },
  'a record that is withdrawn': {
    write: () => done(curator().post(`${pathOf('snow')}/withdrawal`, { reason: '读数有误，作废' })),
    changes: ['snow', 'soil'],
  },
}

/** What is waiting in the queue of what follows from these writes, done. */
async function work() {
  const { rows } = await sql<{ payload: JobPayloads['redescribe_records'] }>`
    delete from graphile_worker._private_jobs job
    using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'redescribe_records'
    returning job.payload
  `.execute(house.db)
  for (const { payload } of rows)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await createJobs(house.services).redescribe_records(payload)
}

/** What harvesters have of each record: its header, and what is said of it in every format. */
async function harvest() {
  const guest: Context = {
    ...systemContext(house.services, 'test'),
    actor: { type: 'anonymous' },
  }
  const all = everything.map((name) => ids[name] ?? '')
  const described = await describeMany(guest, all, { maxFiles: 100 })
  const found = new Map<string, { stamp: string; said: string }>()
  for (const name of everything) {
    const bodies = []
    for (const prefix of ['oai_dc', 'oai_datacite']) {
      const identifier = `oai:hexi.test:${ids[name]}`
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      bodies.push(
        await oai.body(`verb=GetRecord&metadataPrefix=${prefix}&identifier=${identifier}`),
      )
    }
    const [stamp = ''] = textsAt(bodies[0] ?? '', '//oai:datestamp')
    const one = described.get(ids[name] ?? '')
    const metadata = bodies.map((body) => /<metadata>[^]*<\/metadata>/.exec(body)?.[0])
    const dates = one?.dates.filter(({ type }) => type !== 'Updated')
    const said = { ...one, dates, updatedAt: null, rowVersion: null }
    found.set(name, {
      stamp,
      said: `${JSON.stringify(said)}${textsAt(bodies[0] ?? '', '//oai:header/@status').join()}${metadata.join()}`,
    })
  }
  return found
}

describe('what is said of a record changes with its datestamp, whatever was written:', () => {
  test.each(Object.keys(writes))('%s', async (name) => {
    const { write, changes } = writes[name] ?? { write: async () => {}, changes: [] }
    const before = await harvest()
    hours += 1
    await write()
    await work()
    const after = await harvest()
    const differing = everything.filter((one) => before.get(one)?.said !== after.get(one)?.said)
    expect(differing).toEqual(expect.arrayContaining([...changes]))
    const later = everything.filter(
      (one) => (after.get(one)?.stamp ?? '') > (before.get(one)?.stamp ?? ''),
    )
    expect(later).toEqual(expect.arrayContaining(differing))
    // Nobody is told of a change where there was none.
    expect(later.includes('lone')).toBe(differing.includes('lone'))
  })
})

test('whoever edits a record that others relate to has read its newest version still', async () => {
  const { headers } = await curator().get(pathOf('lone'))
  await relate('soil', 'lone', 'IsCollectedBy')
  await work()
  const answer = await curator().patch(
    pathOf('lone'),
    { title: { zh: '小天平' } },
    { 'if-match': headers.get('etag') ?? '' },
  )
  expect(answer.status).toBe(200)
})
