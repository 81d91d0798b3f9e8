import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../support/clock.ts'
import { type TestHouse, testHouse } from '../support/house.ts'

let house: TestHouse
let draft: string

beforeAll(async () => {
  house = await testHouse()
  const made = await house
    .as('demo-curator')
    .post('/api/v1/instruments', { title: { zh: '筛选用的仪器', en: 'For filtering' } })
  ;({ id: draft } = await made.json())
  const researcher = house.people['demo-researcher']
  const role = { role: 'curator', institution: house.other }
  await house.as('demo-admin').post(`/api/v1/people/${researcher}/roles`, role)
})
afterAll(() => house[Symbol.asyncDispose]())

const actionsFor = async (query: string, who: 'demo-admin' | 'demo-curator' = 'demo-admin') => {
  const answer = await house.as(who).get(`/api/v1/audit?${query}`)
  const { items }: { items: { action: string; entityId: string }[] } = await answer.json()
  return items.map(({ action }) => action)
}

const personOf = async (id: string) =>
  house.db
    .selectFrom('person')
    .where('id', '=', id)
    .select(['name', 'email'])
    .executeTakeFirstOrThrow()

test('the log is narrowed by part of the name or the address of who did it', async () => {
  const { email } = await personOf(house.people['demo-curator'])
  expect(await actionsFor(`person=${encodeURIComponent(email)}`)).toEqual(['record.create'])
  expect(await actionsFor('person=nobody-of-that-name')).toEqual([])
  expect(await actionsFor('person=%25')).toEqual([])
  expect(await actionsFor(`person=${encodeURIComponent(email)}`, 'demo-curator')).toEqual([])
})

test('who was renamed since is found by the former name too', async () => {
  const { name } = await personOf(house.people['demo-steward'])
  const edited = await house.as('demo-steward').patch('/api/v1/me', { name: '曾用他名' })
  expect(edited.status).toBe(200)
  for (const asked of [name, '曾用'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await actionsFor(`person=${encodeURIComponent(asked)}`)).toEqual(['person.edit'])
})

test('the log is narrowed by days, both of them whole', async () => {
  const zoned = testNow().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const day = zoned.toString()
  const [before, after] = [zoned.subtract({ days: 1 }), zoned.add({ days: 1 })].map(String)
  expect(await actionsFor(`from=${day}&to=${day}`)).toContain('role.grant')
  expect(await actionsFor(`to=${before}`)).not.toContain('role.grant')
  expect(await actionsFor(`from=${after}`)).toEqual([])
  expect((await house.as('demo-admin').get('/api/v1/audit?from=yesterday')).status).toBe(422)
})

test('its page names people, institutions and records instead of their ids', async () => {
  const admin = house.as('demo-admin')
  const page = await (await admin.get('/admin/audit?action=role.grant', zh)).text()
  const { name } = await personOf(house.people['demo-researcher'])
  const institution = await house.db
    .selectFrom('institution')
    .where('id', '=', house.other)
    .select('name_zh as zh')
    .executeTakeFirstOrThrow()
  expect(page).toContain(name)
  expect(page).toContain(institution.zh)
  expect(page).not.toContain(`>${house.other}<`)
  expect(page).toContain('资源管理员')
  const ofRecord = await (
    await admin.get(`/admin/audit?entity=record&entityId=${draft}`, zh)
  ).text()
  expect(ofRecord).toContain('筛选用的仪器')
  expect(ofRecord).toMatch(/class="chip"[^]*筛选用的仪器/)
  expect(ofRecord).not.toContain(`<code>${draft}`)
})

const zh = { cookie: 'hexi_lang=zh' }

test('its pages go on by time, of entries of one moment too, and miss none', async () => {
  const at = testNow().subtract({ hours: 24 * 400 })
  const old = Array.from({ length: 7 }, () => ({
    at,
    actor_type: 'system' as const,
    action: 'record.edit',
    entity: 'record',
  }))
  await house.db.insertInto('audit').values(old).execute()
  const seen: string[] = []
  let after = ''
  do {
    const query = `limit=3${after && `&after=${encodeURIComponent(after)}`}`
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer = await (await house.as('demo-admin').get(`/api/v1/audit?${query}`)).json()
    seen.push(...answer.items.map(({ id }: { id: string }) => id))
    after = answer.next ?? ''
  } while (after)
  const rows = await house.db
    .selectFrom('audit')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .select('id')
    .execute()
  expect(seen).toEqual(rows.map(({ id }) => id))
})

test('a day among many is read by its index, and so are a person, an action and an institution', async () => {
  await house.db.transaction().execute(async (trx) => {
    await sql`
      insert into audit (at, actor_type, actor_id, action, entity, institution_id)
      select ${testNow().toString()}::timestamptz - n * interval '10 minutes', 'person',
        case when n % 100 = 0 then ${house.people['demo-pi']}::uuid else ${house.people['demo-steward']}::uuid end,
        case when n % 100 = 0 then 'trial.create' else 'record.edit' end, 'record',
        case when n % 100 = 0 then ${house.other}::uuid else ${house.own}::uuid end
      from generate_series(1, 20000) as n
    `.execute(trx)
    await sql`analyze audit`.execute(trx)
    const planOf = async (where: RawBuilder<unknown>) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select id from audit where ${where} order by at desc, id desc limit 51
      `.execute(trx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    }
    const day = testNow().subtract({ hours: 24 * 100 })
    const until = day.add({ hours: 24 })
    expect(
      await planOf(
        sql`at >= ${day.toString()}::timestamptz and at < ${until.toString()}::timestamptz`,
      ),
    ).toMatch(/audit_by_time[^]*Index Cond/)
    for (const [where, index] of [
      [sql`actor_id = any(array[${house.people['demo-pi']}]::uuid[])`, 'audit_by_actor'],
      [sql`action = 'trial.create'`, 'audit_by_action'],
      [sql`institution_id = ${house.other}::uuid`, 'audit_by_institution'],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      expect(await planOf(where)).toContain(index)
  })
})
