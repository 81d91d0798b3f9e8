import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { eventForm } from '../../src/samples/events/model.ts'
import type { sampleEdit } from '../../src/samples/samples/model.ts'
import { only } from '../charges/scene.ts'
import { type BoxScene, boxScene } from './boxes-scene.ts'

const curator = 'demo-curator'

type Setting = {
  scene: BoxScene
  /** In A1 of the box; its donor withdrew after it was put there. */
  blocked: string
  /** In A2, of another donor. */
  free: string
  box: string
  otherBox: string
  doomed: string
}
const settings: Setting[] = []
const setting = () => only(settings)

const Made = z.looseObject({ id: z.string() })

beforeAll(async () => {
  const scene = await boxScene()
  const [box, otherBox] = [await scene.box({ code: 'BOX' }), await scene.box({ code: 'OTHER' })]
  const doomed = await scene.box({ code: 'DOOMED', awaitsDestruction: true })
  const [blocked = ''] = await scene.samples(['B-1'], { type: 'plasma' })
  const donor = await scene.db
    .insertInto('donor')
    .values({
      record_id: scene.collection,
      code: 'D-2',
      sex: 'male',
      created_at: scene.services.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const [free = ''] = await scene.samples(['F-1'], { type: 'plasma', donor_id: donor.id })
  const wells = [
    { well: 'A1', code: 'B-1' },
    { well: 'A2', code: 'F-1' },
  ]
  await scene.put(box, { wells })
  const { donor_id: leaving } = await scene.db
    .selectFrom('sample')
    .where('id', '=', blocked)
    .select('donor_id')
    .executeTakeFirstOrThrow()
  await scene.as(curator).post(`/api/v1/donors/${leaving}/withdrawal`, {})
  settings.push({ scene, blocked, free, box, otherBox, doomed })
})
afterAll(async () => {
  await settings.pop()?.scene[Symbol.asyncDispose]()
})

/** All of a sample, and where it stands. */
async function standing({ scene, blocked }: Setting) {
  const { rows } = await sql`
    select to_jsonb(sample) as sample,
      (select jsonb_agg(jsonb_build_object('place', place_id, 'well', well, 'kept', is_kept))
       from placement where sample_id = sample.id) as places,
      (select count(*)::int from sample_parent where parent_id = sample.id) as children
    from sample where id = ${blocked}`.execute(scene.db)
  return rows[0]
}

const values: Readonly<Record<keyof typeof sampleEdit.fields, unknown>> = {
  code: 'B-1X',
  type: 'serum',
  amount: 7,
  unit: 'microlitre',
  temperature: 'RT',
  createdOn: '2020-01-01',
  kit: 'K-1',
  ageYears: 50,
  diagnoses: 'E11',
  useConditions: ['commercial_use'],
  sprec: 'PL1-SST-B-A-N-A-A',
  anatomicalOntology: 'UBERON',
  anatomicalVersion: '1',
  anatomicalCode: 'C50',
  anatomicalName: 'breast',
  anatomicalNote: 'left',
  note: 'seen',
}

type Door = readonly [string, (setting: Setting) => Promise<Response>]

const post =
  (path: (setting: Setting) => string, body: object) =>
  async (given: Setting): Promise<Response> =>
    given.scene.as(curator).post(`/api/v1${path(given)}`, body)

const form =
  (path: (setting: Setting) => string, body: Record<string, string>) =>
  async (given: Setting): Promise<Response> =>
    given.scene.app.request(path(given), {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: {
        authorization: `Bearer ${curator}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    })

const put = (body: object) => async (given: Setting) =>
  given.scene.as(curator).put(`/api/v1/places/${given.box}/wells`, body)

const edits: Door[] = Object.entries(values).map(([field, value]) => [
  `a change of ${field}`,
  async ({ scene, blocked }) =>
    scene.as(curator).patch(`/api/v1/samples/${blocked}`, { [field]: value }, { 'if-match': '*' }),
])

const events: Door[] = Object.keys(eventForm.fields.kind.names)
  .filter((kind) => kind !== 'destroy')
  .map((kind) => [
    `the event ${kind}`,
    post(({ blocked }) => `/samples/${blocked}/events`, {
      kind,
      ...(kind === 'use' && { amount: 1 }),
    }),
  ])

const yes = ['elsewhere', 'gone', 'finished_kit', 'temperature', 'awaiting_destruction']

const doors: Door[] = [
  ...edits,
  ...events,
  [
    'the form of its details',
    form(({ blocked }) => `/samples/${blocked}/edit`, {
      code: 'B-1',
      type: 'serum',
      amount: '9',
      unit: 'piece',
      version: '2',
    }),
  ],
  ['aliquots', post(({ blocked }) => `/samples/${blocked}/aliquots`, { count: 1, amount: 0.5 })],
  [
    'a derivative',
    post(({ blocked }) => `/samples/${blocked}/derivatives`, {
      code: 'B-2',
      type: 'dna',
      amount: 1,
      unit: 'piece',
    }),
  ],
  [
    'a pool',
    post(({ scene }) => `/collections/${scene.collection}/pools`, {
      code: 'POOL',
      codes: 'B-1 F-1',
      taken: 0.1,
    }),
  ],
  [
    'a scan into another box',
    post(({ otherBox }) => `/places/${otherBox}/scanned-tubes`, { code: 'B-1', confirmed: yes }),
  ],
  [
    'a scan into another well',
    post(({ box }) => `/places/${box}/scanned-tubes`, { code: 'B-1', well: 'B1', confirmed: yes }),
  ],
  [
    'a form of a scanner',
    form(({ otherBox }) => `/places/${otherBox}/scanned-tubes`, { code: 'B-1' }),
  ],
  ['a swap', put({ wells: [{ well: 'A1', code: 'F-1' }], displaced: 'swap', confirmed: yes })],
  [
    'being displaced',
    put({ wells: [{ well: 'A1', code: 'F-1' }], displaced: 'unknown', confirmed: yes }),
  ],
  ['emptying its well', put({ wells: [{ well: 'A1', code: null }] })],
  [
    'a change of several wells',
    put({
      wells: [
        { well: 'A1', code: null },
        { well: 'C1', code: 'B-1' },
      ],
      confirmed: yes,
    }),
  ],
  ['being taken out', post(({ box }) => `/places/${box}/takings`, { code: 'B-1' })],
  [
    'being lent with its place kept',
    post(({ box }) => `/places/${box}/takings`, { code: 'B-1', keepsPlace: true }),
  ],
  ['taking back the step that put it there', post(({ box }) => `/places/${box}/wells/undo`, {})],
  [
    'a rack scanner’s file of another box',
    post(({ otherBox }) => `/places/${otherBox}/rack-scans`, { text: 'A1,B-1\nA2,' }),
  ],
  [
    'a rack scanner’s file that has it elsewhere',
    post(({ box }) => `/places/${box}/rack-scans`, { text: 'B1,B-1\nA2,F-1' }),
  ],
  [
    'a rack scanner’s file that misses it',
    post(({ box }) => `/places/${box}/rack-scans`, { text: 'A1,\nA2,F-1' }),
  ],
]

describe('a sample whose donor withdrew is not changed by', () => {
  test('anything: it stands where it was put before', async () => {
    expect(await standing(setting())).toMatchObject({
      sample: { state: 'stored', blocked_at: expect.any(String) },
      places: [{ place: setting().box, well: 0 }],
    })
  })

  test.each(doors)('%s', async (_, door) => {
    const before = await standing(setting())
    const answer = await door(setting())
    expect([409, 422]).toContain(answer.status)
    expect(await answer.text()).toMatch(/退出|撤回|withdr|停用/)
    expect(await standing(setting())).toEqual(before)
  })

  test('a table that is imported', async () => {
    const { scene, otherBox } = setting()
    const before = await standing(setting())
    const body = new FormData()
    const header = '样本编号,样本类型,供体编号,数量,单位,盒,孔位'
    body.set('file', new File([`${header}\nB-1,serum,D-2,9,件,OTHER,A1`], 's.csv'))
    const sent = await scene
      .as(curator)
      .post(`/api/v1/collections/${scene.collection}/sample-imports`, body)
    const { id } = Made.parse(await sent.json())
    const stored = await scene.as(curator).post(`/api/v1/sample-imports/${id}/storage`, {})
    expect([stored.status, await stored.json()]).toMatchObject([200, { changed: 0, refused: 1 }])
    expect(await standing(setting())).toEqual(before)
    expect(await scene.wells(otherBox)).toEqual([])
  })

  const statements: readonly string[] = [
    'amount = 7',
    "unit = 'cell'",
    'freeze_thaws = 3',
    "state = 'used_up'",
    "state = 'out'",
    "state = 'shipped'",
    "type = 'serum'",
    "donor_id = (select id from donor where code = 'D-2')",
  ]
  test.each(statements)('the statement set %s', async (change) => {
    const { scene, blocked } = setting()
    const changed = sql`update sample set ${sql.raw(change)} where id = ${blocked}`
    await expect(changed.execute(scene.db)).rejects.toMatchObject({
      constraint: 'sample_is_blocked',
    })
  })

  test('any door that its own page offers: none but its destruction', async () => {
    const { scene, blocked } = setting()
    const page = await (await scene.as(curator).get(`/samples/${blocked}`)).text()
    expect(page).not.toContain(`/samples/${blocked}/edit`)
    expect(page).not.toContain(`action="/samples/${blocked}/aliquots"`)
  })
})

test('it goes where samples await destruction, from any box to another of these, and is destroyed', async () => {
  const { scene, blocked, box, doomed } = setting()
  const scanned = await scene
    .as(curator)
    .post(`/api/v1/places/${doomed}/scanned-tubes`, { code: 'B-1', well: 'A1', confirmed: yes })
  expect(scanned.status).toBe(200)
  expect(await scene.wells(box)).toEqual(['A2 F-1'])
  expect(await scene.wells(doomed)).toEqual(['A1 B-1'])
  const file = { text: 'A1,\nA2,B-1' }
  const moved = await scene.as(curator).post(`/api/v1/places/${doomed}/rack-scans`, file)
  expect(moved.status).toBe(200)
  expect(await scene.wells(doomed)).toEqual(['A2 B-1'])
  const destroyed = await scene
    .as(curator)
    .post(`/api/v1/samples/${blocked}/events`, { kind: 'destroy', note: '按规定销毁' })
  expect(destroyed.status).toBeLessThan(300)
  expect(await scene.wells(doomed)).toEqual([])
  expect(await standing(setting())).toMatchObject({ sample: { state: 'destroyed' }, places: null })
})
