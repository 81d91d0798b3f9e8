import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { codeNameOf, labelOf, textsIn } from '../../src/audit/rules.ts'
import { codeNames, fieldLabels, vocabulariesOf } from '../../src/labels.ts'
import { seedDemo } from '../../seed/seed.ts'
import { requestStates, turns } from '../../src/requests/requests/model/events.ts'
import { findFreePort } from '../../src/ports/free-port.node.ts'
import { type Ended, openProcessScene, type ProcessScene } from '../support/hexi-process.ts'
import { testDatabase } from '../support/database.ts'
import { testServices } from '../support/services.ts'

type Db = Awaited<ReturnType<typeof testDatabase>>['db']

/** All that the demo wrote, told without ids and dates: what must be the same however often it was interrupted. */
async function stateOf(db: Db) {
  const { rows } = await sql<{ what: string }>`
    select 'institution ' || name_zh || ' ' || about_en as what from institution
    union all select 'person ' || email || ' ' || is_admin || ' ' || (password_hash is not null) from person
    union all select 'lab ' || lab.name_zh || ' of ' || institution.name_zh
      from lab join institution on institution.id = institution_id
    union all select 'member ' || email || ' ' || institution.name_zh || ' ' || (approved_at is not null)
      from membership join person on person.id = person_id join institution on institution.id = institution_id
    union all select 'role ' || email || ' ' || role || ' ' || institution.name_zh
      from role_grant join person on person.id = person_id join institution on institution.id = institution_id
    union all select 'lab member ' || email || ' ' || role || ' ' || lab.name_zh
      from lab_member join person on person.id = person_id join lab on lab.id = lab_id
    union all select 'record ' || concat_ws(' ', source_key, title_zh, title_en, visibility, withdrawal_reason,
      case when source_key is not null then published_at at time zone 'UTC' end, person.email, length(document::text), rank() over (order by listed_no))
      from record join person on person.id = created_by
    union all select 'picture ' || concat_ws(' ', source_key, caption_zh, original_name, image.size_bytes,
      image.id = main_image_id) from image join record on record.id = record_id
    union all select 'relation ' || a.source_key || ' ' || type || ' ' || b.source_key
      from relation join record a on a.id = from_id join record b on b.id = to_id
    union all select 'order ' || title || ' ' || number || ' is ' || state || ' with ' || files
      from (select coalesce(record.title_zh, record.title_en) as title, o.state,
          rank() over (partition by o.instrument_id order by o.number) as number,
          (select coalesce(sum(size_bytes), 0) from service_order_file f where f.order_id = o.id) as files
        from service_order o join record on record.id = o.instrument_id) told
    union all select 'lot ' || code || ' ' || balance || ' of ' || entry_count || ' in ' || place_path(place_id)
      from lot join placement on placement.lot_id = lot.id
    union all select concat_ws(' ', 'request', number, 'to', name_zh, state, turn, event_count, 'events')
      from request join institution on institution.id = institution_id
    union all select concat_ws(' ', 'entitlement of', email, 'with an end', until is not null)
      from entitlement join person on person.id = person_id
    union all select 'audit ' || action || ' ' || actor_type || ' ' || count(*) from audit group by action, actor_type
    union all select 'job ' || task_identifier || ' ' || count(*) from graphile_worker.jobs group by task_identifier
    union all select 'part ' || part from seeded
    `.execute(db)
  return rows.map(({ what }) => what).toSorted()
}

// Whole demos, and processes started over and over: more than the usual patience on a busy machine.
describe('the demo', { timeout: 180_000 }, () => {
  let seeded: Awaited<ReturnType<typeof testDatabase>>
  let whole: string[]

  beforeAll(async () => {
    seeded = await testDatabase()
    await seedDemo(await testServices(seeded))
    whole = await stateOf(seeded.db)
  }, 120_000)
  afterAll(async () => seeded[Symbol.asyncDispose]())

  test('is seeded once: a second time writes nothing, whatever people changed since', async () => {
    const database = seeded
    const services = await testServices(database)
    await seedDemo(services)
    expect(await stateOf(database.db)).toEqual(whole)
    await database.db.deleteFrom('relation').execute()
    const changed = await stateOf(database.db)
    await seedDemo(services)
    expect(await stateOf(database.db)).toEqual(changed)
  })

  test('has requests in every state, and somebody is waited for on each side', async () => {
    const requests = await seeded.db.selectFrom('request').select(['state', 'turn']).execute()
    expect(new Set(requests.map(({ state }) => state))).toEqual(new Set(requestStates))
    const waitedFor = requests.flatMap(({ turn }) => turn ?? [])
    expect(new Set(waitedFor)).toEqual(new Set(turns))
  })

  test('tells of two requests from the basket to what came of it, by the rules in force', async () => {
    const stories = await storiesOf(seeded.db)
    const germplasm = stories.find(({ reports }) => reports.includes('WMQ000045'))
    expect(germplasm).toMatchObject({ state: 'closed', hasShipment: true, agreements: 1 })
    expect(germplasm?.events).toEqual([
      'submitted',
      'claimed',
      'message',
      'message',
      'items_decided',
      'terms_accepted',
      'shipped',
      'received',
      'message',
      'use_reported',
      'closed',
    ])
    const data = stories.find(({ reports }) => reports.includes('hexi.2026.052'))
    expect(data).toMatchObject({ hasEnd: true, downloads: 1 })
    expect(data?.events.slice(0, 4)).toEqual(['submitted', 'message', 'message', 'items_decided'])
    expect(data?.events.at(-1)).toBe('use_reported')
    for (const { moments } of stories) expect(moments ?? []).toEqual(moments?.toSorted() ?? [])
  })

  test('has an audit in words: each field has a name, and each code', async () => {
    const terms = new Map(
      (await seeded.db.selectFrom('vocabulary_term').selectAll().execute()).map((term) => [
        `${term.vocabulary} ${term.code}`,
        { zh: term.label_zh, en: term.label_en },
      ]),
    )
    const named = (entity: string, key: string, text: string) =>
      codeNameOf(naming, { entity, key }, text, (name, code) => terms.get(`${name} ${code}`))
    const rows = await seeded.db.selectFrom('audit').select(['entity', 'before', 'after']).execute()
    expect(rows.length).toBeGreaterThan(1000)
    const texts = rows.flatMap(({ entity, before, after }) =>
      [before, after].flatMap((fields) => {
        const keys = Object.keys(Object(fields)).map((key) => ({ entity, key, text: '' }))
        return [...keys, ...textsIn(fields).map((one) => ({ ...one, entity }))]
      }),
    )
    const unnamed = texts.flatMap(({ entity, key, text }) =>
      key === 'zh' || key === 'en'
        ? []
        : !labelOf(naming, { entity, key })
          ? `${entity}.${key}`
          : isCode(entity, key, text) && !named(entity, key, text)
            ? `${entity}.${key}: ${text}`
            : [],
    )
    expect([...new Set(unnamed)].toSorted()).toEqual([])
  })

  test('is one demo when two processes seed it at once', async () => {
    await using database = await testDatabase({ max: 10 })
    const services = await testServices(database)
    await Promise.all([seedDemo(services), seedDemo(services)])
    expect(await stateOf(database.db)).toEqual(whole)
  })

  test('ends the same when it is killed over and over', async () => {
    await using database = await testDatabase()
    const scene = await openProcessScene()
    try {
      let kills = 0
      let last = await seedFor(scene, { url: database.url, patience: 900 })
      for (; last.signal === 'SIGKILL'; kills += 1)
        last = await seedFor(scene, { url: database.url, patience: 1500 * 2 ** kills })
      expect(last).toMatchObject({ code: 0 })
      expect(kills).toBeGreaterThan(1)
      expect(await stateOf(database.db)).toEqual(whole)
    } finally {
      await scene.close()
    }
  })

  test('ends the same when everything is killed in the middle of the first start', async () => {
    const scene = await openProcessScene()
    try {
      const PORT = String(await findFreePort(20_000 + Math.floor(Math.random() * 20_000)))
      const first = scene.start(['serve'], { PORT })
      await first.says(/^[1-9]\d*\/\d+ /m)
      first.child.kill('SIGKILL')
      expect((await first.ended).signal).toBe('SIGKILL')
      const { address, child, ended } = await scene.serve([])
      const read = async (path: string) =>
        Total.parse(
          await (
            await fetch(`${address}/api/v1${path}`, {
              headers: { authorization: 'Bearer demo-admin' },
            })
          ).json(),
        ).total.value
      const told = (what: string) => whole.filter((line) => line.startsWith(`${what} `)).length
      expect(await read('/records?limit=1')).toBe(
        whole.filter((line) => line.startsWith('record ') && !line.includes(' withdrawn ')).length,
      )
      expect(await read('/institutions?limit=1')).toBe(told('institution'))
      expect(await read('/people?limit=1')).toBe(told('person'))
      expect((await fetch(`${address}/records?q=${encodeURIComponent('苜蓿')}`)).status).toBe(200)
      child.kill('SIGTERM')
      expect(await ended).toMatchObject({ code: 0 })
    } finally {
      await scene.close()
    }
  })
})

/** Requests with what happened, in its order, and what stands behind it. */
async function storiesOf(db: Db) {
  const { rows } = await sql<{
    state: string
    events: string[]
    /** A draft has none. */
    moments: string[] | null
    reports: string
    hasShipment: boolean
    hasEnd: boolean
    agreements: number
    downloads: number
  }>`
    select r.state,
      (select array_agg(e.type order by e.number) from request_event e where e.request_id = r.id) as events,
      (select array_agg(to_char(e.at, 'YYYY-MM-DD HH24:MI:SS') order by e.number)
        from request_event e where e.request_id = r.id) as moments,
      coalesce((select string_agg(u.publications::text, ' ') from use_report u where u.request_id = r.id), '') as reports,
      exists (select 1 from shipment s where s.request_id = r.id and s.received_at is not null) as "hasShipment",
      exists (select 1 from entitlement e where e.request_id = r.id and e.until is not null) as "hasEnd",
      (select count(*)::int from agreement_acceptance a where a.request_id = r.id) as agreements,
      (select count(*)::int from dataset_use d join request_item i on i.record_id = d.record_id
        where i.request_id = r.id and d.is_request) as downloads
    from request r
  `.execute(db)
  return rows
}

const naming = { fieldLabels, codeNames, vocabulariesOf }

/** Fields in which small letters are no code: epithets, key words, units and names that a form's author chose. */
const free = new Set([
  'record.species',
  'record.keywords',
  'request_form.key',
  'request_form.field',
  'service.key',
  'service.unit',
  'trait.unit',
])

const isCode = (entity: string, key: string, text: string) =>
  text !== '' &&
  ((vocabulariesOf[entity]?.[key] ?? []).length > 0 || /^[a-z]+(?:_[a-z]+)*$/.test(text)) &&
  !free.has(`${entity}.${key}`)

const Total = z.object({ total: z.object({ value: z.int() }) })

/** Seeds, killed after so many milliseconds if it takes longer. */
async function seedFor(
  scene: ProcessScene,
  { url, patience }: { url: string; patience: number },
): Promise<Ended> {
  const seeding = scene.start(['seed'], { DATABASE_URL: url })
  const timer = setTimeout(() => seeding.child.kill('SIGKILL'), patience)
  try {
    return await seeding.ended
  } finally {
    clearTimeout(timer)
  }
}
