import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { Temporal } from '../../src/core/time.ts'
import { auditOf } from '../support/people.ts'
import { testHouse } from '../support/house.ts'
import { addDataset, addVersion, publishVersion } from './scene.ts'

/** Half past eight in the morning in Lanzhou. */
const morning = Temporal.Instant.from('2026-11-25T00:30:00Z')

async function houseAt() {
  const clock = { now: morning }
  const house = await testHouse({ now: () => clock.now })
  return Object.assign(house, { clock })
}
type House = Awaited<ReturnType<typeof houseAt>>

const terms = { zh: '仅供科研使用。', en: 'For research only.' }

describe('terms', () => {
  test('are accepted once, and then every door is open', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'registered' }, terms })
    const doors = await doorsTo(house, d.id)
    const me = house.as('demo-outsider')
    for (const door of doors) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await me.get(door)
      // oxlint-disable-next-line no-await-in-loop
      expect([door, answer.status, await answer.json()]).toMatchObject([
        door,
        403,
        { code: 'terms' },
      ])
    }
    expect(await codesFor(house, d.id)).toMatchObject({
      nobody: 'sign_in',
      'demo-outsider': 'terms',
      'demo-curator': 'kept',
    })
    const accept = () => me.post(`/api/v1/datasets/${d.id}/versions/1/acceptance`, {})
    const first = await (await accept()).json()
    house.clock.now = morning.add({ hours: 1 })
    expect(await (await accept()).json()).toEqual(first)
    expect((await auditOf(house.services)).filter((name) => name === 'terms.accept')).toHaveLength(
      1,
    )
    for (const door of doors)
      // oxlint-disable-next-line no-await-in-loop
      expect([door, (await me.get(door)).status]).toEqual([door, 200])
    expect((await house.as('demo-researcher').get(doors[0] ?? '')).status).toBe(403)
  })

  test('are accepted anew for the next version', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'registered' }, terms })
    await house.as('demo-pi').post(`/api/v1/datasets/${d.id}/versions/1/acceptance`, {})
    const second = await addVersion(house, d.id, { files: { 'more.csv': 'x' } })
    await publishVersion(house, second)
    const way = await house.as('demo-pi').get(`/api/v1/datasets/${d.id}/versions/2/access`)
    expect(await way.json()).toMatchObject({ code: 'terms', isFree: false })
  })

  test('are shown on a page that goes on to what was asked for', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'open' }, terms })
    const page = `/records/${d.id}/versions/1/download?folder=data`
    const out = await house.as().get(page)
    expect([out.status, out.headers.get('location')]).toMatchObject([
      303,
      expect.stringContaining('/sign-in?next='),
    ])
    const shown = await house.as('demo-outsider').get(page)
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining(terms.zh)])
    const form = new FormData()
    form.set('asked', 'folder=data&next=https://elsewhere.test')
    const accepted = await house
      .as('demo-outsider')
      .post(`/records/${d.id}/versions/1/acceptance`, form)
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, page])
    const went = await house.as('demo-outsider').get(page)
    expect([went.status, went.headers.get('location')]).toEqual([
      303,
      `/api/v1/datasets/${d.id}/versions/1/archive.zip?folder=data`,
    ])
  })

  test('cannot be accepted where there are none, or by nobody', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'registered' } })
    const path = `/api/v1/datasets/${d.id}/versions/1/acceptance`
    expect((await house.as('demo-pi').post(path, {})).status).toBe(409)
    expect((await house.as().post(path, {})).status).toBe(401)
  })
})

describe('access on request', () => {
  test('is given by a steward until the end of a day, renewed, and taken back, each with a letter', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'on_request' } })
    const grants = `/api/v1/datasets/${d.id}/grants`
    const code = async () => (await codesFor(house, d.id))['demo-outsider']
    expect(await code()).toBe('request')
    const given = await house.as('demo-steward').post(grants, {
      person: house.people['demo-outsider'],
      reason: '申请书 12 号',
      until: '2026-11-25',
    })
    expect([given.status, await given.json()]).toMatchObject([
      201,
      { state: 'valid', expiresAt: '2026-11-25T16:00:00Z', person: { name: 'demo-outsider' } },
    ])
    expect(await code()).toBe('granted')
    house.clock.now = Temporal.Instant.from('2026-11-25T15:59:59Z')
    expect(await code()).toBe('granted')
    house.clock.now = Temporal.Instant.from('2026-11-25T16:00:00Z')
    expect(await code()).toBe('grant_expired')
    const again = { email: await emailOf(house, 'demo-outsider'), reason: '续期' }
    const renewed = await (await house.as('demo-curator').post(grants, again)).json()
    expect(renewed).toMatchObject({ state: 'valid', expiresAt: null })
    expect(await code()).toBe('granted')
    const revoked = await house
      .as('demo-steward')
      .post(`${grants}/${renewed.id}/revocation`, { reason: '用途不符' })
    expect([revoked.status, await revoked.json()]).toMatchObject([200, { state: 'revoked' }])
    expect(await code()).toBe('request')
    expect(await lettersOf(house)).toEqual(['access_granted', 'access_granted', 'access_revoked'])
    const twice = await house
      .as('demo-steward')
      .post(`${grants}/${renewed.id}/revocation`, { reason: '用途不符' })
    expect(twice.status).toBe(409)
    expect(await (await house.as('demo-steward').get(grants)).json()).toMatchObject({
      total: { value: 1 },
    })
  })

  test('is decided by staff of the institution alone', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'on_request' } })
    const grants = `/api/v1/datasets/${d.id}/grants`
    const body = { person: house.people['demo-pi'], reason: 'x' }
    for (const [who, status] of [
      ['demo-outsider', 403],
      ['demo-researcher', 403],
      [undefined, 401],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await house.as(who).get(grants)).status).toBe(status)
      // oxlint-disable-next-line no-await-in-loop
      expect((await house.as(who).post(grants, body)).status).toBe(status)
    }
    const wrong = async (change: object) =>
      (await house.as('demo-steward').post(grants, { ...body, ...change })).status
    expect(await wrong({ until: '2026-11-24' })).toBe(422)
    expect(await wrong({ person: crypto.randomUUID() })).toBe(422)
    expect(await wrong({ person: undefined })).toBe(422)
    expect(await wrong({ person: undefined, email: 'nobody@elsewhere.test' })).toBe(422)
  })

  test('given twice at once is given once', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'on_request' } })
    const give = async () =>
      house.as('demo-steward').post(`/api/v1/datasets/${d.id}/grants`, {
        person: house.people['demo-pi'],
        reason: 'x',
      })
    const answers = await Promise.all([give(), give(), give()])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await house.db.selectFrom('dataset_grant').select('id').execute()).toHaveLength(1)
  })
})

describe('an embargo', () => {
  const protectedUntil = '2026-11-26'

  test('ends by itself when its last day is over in the province, and the files are there at once', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, {
      input: { access: 'open', protected: true, protectedUntil },
    })
    const job = async (at: string) => {
      house.clock.now = Temporal.Instant.from(at)
      await createJobs(house.services).lift_embargoes({})
      return (await codesFor(house, d.id))['nobody']
    }
    expect(await job('2026-11-26T15:59:59Z')).toBe('embargo')
    expect(await job('2026-11-26T16:00:00Z')).toBe('open')
    const record = await (await house.as().get(`/api/v1/datasets/${d.id}`)).json()
    expect(record).toMatchObject({ protected: false, protectedUntil })
    expect(await job('2026-11-27T16:00:00Z')).toBe('open')
    expect(await (await house.as().get(`/api/v1/datasets/${d.id}`)).json()).toMatchObject({
      updatedAt: record.updatedAt,
    })
    const noted = await house.db
      .selectFrom('audit')
      .selectAll()
      .where('actor_name', '=', 'lift_embargoes')
      .execute()
    expect(noted).toMatchObject([
      {
        action: 'record.edit',
        entity_id: d.id,
        before: { protected: true },
        after: { protected: false },
      },
    ])
  })

  test('that cannot be lifted leaves those of others alone', async () => {
    await using house = await houseAt()
    const input = { access: 'open', protected: true, protectedUntil }
    const broken = await addDataset(house, { input })
    const sound = await addDataset(house, { input })
    await house.db
      .updateTable('dataset')
      .set({ publication_year: null })
      .where('record_id', '=', broken.id)
      .execute()
    house.clock.now = Temporal.Instant.from('2026-11-27T00:00:00Z')
    await expect(createJobs(house.services).lift_embargoes({})).rejects.toThrow('1 embargoes stay')
    expect((await codesFor(house, sound.id))['nobody']).toBe('open')
    expect((await codesFor(house, broken.id))['nobody']).toBe('embargo')
  })

  test('is lifted by hand by who keeps the dataset', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'open', protected: true } })
    const lift = async (who?: string) =>
      (await house.as(who).post(`/api/v1/datasets/${d.id}/embargo-lifting`, {})).status
    expect(await lift()).toBe(401)
    expect(await lift('demo-steward')).toBe(403)
    expect(await lift('demo-curator')).toBe(204)
    expect((await codesFor(house, d.id))['nobody']).toBe('open')
    expect(await lift('demo-curator')).toBe(409)
  })

  test('without a day stays until somebody lifts it', async () => {
    await using house = await houseAt()
    const d = await addDataset(house, { input: { access: 'open', protected: true } })
    house.clock.now = Temporal.Instant.from('2036-01-01T00:00:00Z')
    await createJobs(house.services).lift_embargoes({})
    expect((await codesFor(house, d.id))['nobody']).toBe('embargo')
  })
})

/** The way of each for the first version. */
async function codesFor(house: House, id: string): Promise<Record<string, string>> {
  const who = ['nobody', 'demo-outsider', 'demo-curator']
  const codes = who.map(async (name) => {
    const as = house.as(name === 'nobody' ? undefined : name)
    const way = await as.get(`/api/v1/datasets/${id}/versions/1/access`)
    return [name, (await way.json()).code]
  })
  return Object.fromEntries(await Promise.all(codes))
}

/** Every door through which bytes of the first version go out. */
async function doorsTo(house: House, id: string): Promise<string[]> {
  const version = `/api/v1/datasets/${id}/versions/1`
  const { items } = await (await house.as('demo-curator').get(`${version}/files`)).json()
  return [
    `${version}/files/${items[0].id}/content`,
    `${version}/archive.zip`,
    `${version}/urls.txt`,
  ]
}

const emailOf = async ({ db, people }: House, name: 'demo-outsider') =>
  (
    await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', people[name])
      .executeTakeFirstOrThrow()
  ).email

/** What people are to be told of, oldest first. */
async function lettersOf({ db }: House): Promise<string[]> {
  const { rows } = await sql<{ letter: string }>`
    select job.payload ->> 'letter' as letter
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'tell_people'
    order by job.id
  `.execute(db)
  return rows.map(({ letter }) => letter)
}
