import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseOverQuota } from '../../src/datasets/storage/actions.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { draftDataset, storeFile } from './stored.ts'

let house: TestHouse
let of: Awaited<ReturnType<typeof draftDataset>>
let lab = ''

beforeAll(async () => {
  house = await testHouse({}, { max: 8 })
  of = await draftDataset(house)
  await storeFile(house, of, { path: 'a.csv', text: 'a'.repeat(600) })
  const { id } = await house.db
    .insertInto('lab')
    .values({ institution_id: house.own, name_zh: '寒旱所', created_at: house.services.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  lab = id
})
afterAll(async () => house[Symbol.asyncDispose]())

const institutionAt = () => `/api/v1/institutions/${house.own}/storage`
const labAt = () => `/api/v1/labs/${lab}/storage`
const read = async (path: string, as = 'demo-curator') => (await house.as(as).get(path)).json()
const limit = async (path: string, limitGb: number | undefined, as: string) =>
  (await house.as(as).put(path, limitGb === undefined ? {} : { limitGb })).status
const ask = async (bytes: number) =>
  house.db
    .transaction()
    .execute(async (trx) => refuseOverQuota(trx, { recordId: of.dataset, bytes }))

const kilobyte = 0.000001

describe('the storage of an institution', () => {
  test('has no limit until an administrator sets one', async () => {
    expect(await read(institutionAt())).toEqual({ id: house.own, usedBytes: 600, limitBytes: null })
    await ask(1e12)
    expect(await limit(institutionAt(), kilobyte, 'demo-curator')).toBe(403)
    expect(await limit(institutionAt(), kilobyte, 'demo-admin')).toBe(200)
    expect(await read(institutionAt())).toMatchObject({ limitBytes: 1000 })
  })

  test('takes what fits to the byte, and says what is used, allowed and asked where it does not', async () => {
    await ask(400)
    await expect(ask(401)).rejects.toMatchObject({
      kind: 'conflict',
      detail: {
        zh: expect.stringContaining('已用 600 B，上限 1 KB，此次需要 401 B'),
        en: expect.stringContaining('600 B of 1 KB used, 401 B needed'),
      },
    })
  })

  test('is not passed by two who ask at once', async () => {
    const store = async (turn: number) =>
      house.db.transaction().execute(async (trx) => {
        await refuseOverQuota(trx, { recordId: of.dataset, bytes: 300 })
        const at = house.services.now()
        await trx
          .insertInto('dataset_object')
          .values({
            record_id: of.dataset,
            key: `turn/${turn}`,
            size_bytes: 300,
            sha256: Buffer.alloc(32),
            verified_at: at,
            checked_at: at,
          })
          .execute()
      })
    const done = await Promise.allSettled([1, 2, 3, 4].map(store))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await read(institutionAt())).toMatchObject({ usedBytes: 900 })
    await house.db.deleteFrom('dataset_object').where('key', 'like', 'turn/%').execute()
  })

  test('may have a limit below what it uses, and none again', async () => {
    expect(await limit(institutionAt(), 0, 'demo-admin')).toBe(200)
    await expect(ask(1)).rejects.toMatchObject({ kind: 'conflict' })
    await ask(0)
    expect(await limit(institutionAt(), undefined, 'demo-admin')).toBe(200)
    await ask(1e12)
    for (const wrong of [-1, 1e12, '5'])
      expect((await house.as('demo-admin').put(institutionAt(), { limitGb: wrong })).status).toBe(
        422,
      )
  })

  test('is shown to who keeps it, and changed where everybody can see who did', async () => {
    expect((await house.as().get(institutionAt())).status).toBe(401)
    expect((await house.as('demo-outsider').get(institutionAt())).status).toBe(403)
    const audit = await house.db
      .selectFrom('audit')
      .where('action', '=', 'institution.limit_storage')
      .select(['before', 'after', 'actor_name'])
      .orderBy('id')
      .execute()
    expect(audit[0]).toMatchObject({
      before: { limitGb: null },
      after: { limitGb: kilobyte },
      actor_name: 'demo-admin',
    })
    expect(audit).toHaveLength(3)
  })
})

describe('the storage of a lab', () => {
  test('is what was deposited for it, limited by the curators of its institution', async () => {
    expect(await read(labAt())).toMatchObject({ usedBytes: 0, limitBytes: null })
    await house.db
      .updateTable('record')
      .set({ depositing_lab_id: lab })
      .where('id', '=', of.dataset)
      .execute()
    expect(await limit(labAt(), kilobyte, 'demo-researcher')).toBe(403)
    expect(await limit(labAt(), kilobyte, 'demo-curator')).toBe(200)
    expect(await read(labAt())).toMatchObject({ usedBytes: 600, limitBytes: 1000 })
    await expect(ask(401)).rejects.toMatchObject({
      detail: { zh: expect.stringContaining('课题组“寒旱所”的存储空间不足') },
    })
    expect(await read(`/api/v1/institutions/${house.own}/lab-storage`)).toMatchObject({
      items: [{ lab: { name: { zh: '寒旱所' } }, usedBytes: 600, limitBytes: 1000 }],
    })
  })

  test('is for its members, and not for others', async () => {
    expect((await house.as('demo-researcher').get(labAt())).status).toBe(403)
    await house.db
      .insertInto('lab_member')
      .values({
        lab_id: lab,
        person_id: house.people['demo-researcher'],
        role: 'member',
        created_at: house.services.now(),
      })
      .execute()
    expect((await house.as('demo-researcher').get(labAt())).status).toBe(200)
  })
})
