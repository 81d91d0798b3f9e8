import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type SampleScene, sampleScene } from '../samples/scene.ts'
import type { Shown } from './scene.ts'

const curator = 'demo-curator'
const Found = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      code: z.string(),
      place: z.string().nullable(),
      misfit: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
  total: z.looseObject({ value: z.int() }),
})

const requested = async (scene: SampleScene, quantity = 3) =>
  scene.sent([
    {
      record: scene.collection,
      quantity,
      unit: 'sample',
      target: { samples: { purpose: 'health' } },
    },
  ])

const itemPath = ({ id, items }: Shown) => `/requests/${id}/items/${items[0]?.id}`

async function candidates(
  scene: SampleScene,
  request: Shown,
  query: Readonly<Record<string, string>> = {},
) {
  const path = `/api/v1${itemPath(request)}/matching-samples?${new URLSearchParams(query).toString()}`
  const answer = await scene.as(curator).get(path)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
  return Found.parse(JSON.parse(text))
}

const codesOf = ({ items }: z.output<typeof Found>) => items.map(({ code }) => code)

async function allPages(
  scene: SampleScene,
  request: Shown,
  query: Readonly<Record<string, string>>,
): Promise<string[]> {
  const found = await candidates(scene, request, { ...query, limit: '2' })
  const more = found.next ? await allPages(scene, request, { ...query, after: found.next }) : []
  return [...codesOf(found), ...more]
}

const reserve = async ({ post }: SampleScene, request: Shown, body: object) =>
  post(`${itemPath(request)}/sample-reservations`, body, curator)

/** A freezer with two racks; of the samples, the first stand in them. */
async function placed(scene: SampleScene, [inner, outer]: readonly string[]) {
  const institution = scene.own
  const freezer = await scene.made('/places', { institution, type: 'freezer', code: 'F1' })
  const rack = await scene.made('/places', {
    institution,
    type: 'rack',
    code: 'R1',
    parent: freezer,
  })
  const put = async (place: string, sample: string | undefined) =>
    sql`insert into placement (place_id, sample_id, holds_one) values (${place}, ${sample}, false)`.execute(
      scene.db,
    )
  await put(rack, inner)
  await put(freezer, outer)
}

test('candidates are narrowed by code, type, sex, age, place and day, and sorted, page by page', async () => {
  await using scene = await sampleScene()
  const [woman, man] = [await scene.donor(), await scene.donor({ sex: 'male' })]
  const given = [
    { donor: woman, age: 30, createdOn: '2024', amount: 100, thaws: 0 },
    { donor: woman, age: 45, createdOn: '2025-03', amount: 300, thaws: 1, type: 'serum' },
    { donor: man, age: 45, createdOn: '2025-03-20', amount: 200, thaws: 0 },
    { donor: man, age: 60, createdOn: '2025-06-01T10:00', amount: 400, thaws: 0, type: 'serum' },
    { donor: man, age: null, createdOn: '2026-01', amount: 500, thaws: 2 },
  ]
  const ids: string[] = []
  for (const { donor, ...row } of given)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    ids.push(await scene.sample(donor, row))
  await placed(scene, ids)
  const codes: string[] = []
  for (const id of ids)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    codes.push((await scene.rowOf(id)).code)
  const request = await requested(scene)
  const at = (...places: number[]) => places.map((n) => codes[n] ?? '')
  const narrowed = async (query: Record<string, string>) =>
    codesOf(await candidates(scene, request, query)).toSorted()
  const expected: readonly (readonly [Record<string, string>, readonly number[]])[] = [
    [{}, [0, 1, 2, 3, 4]],
    [{ code: codes[1] ?? '' }, [1]],
    [{ code: '%' }, []],
    [{ type: 'serum' }, [1, 3]],
    [{ sex: 'female' }, [0, 1]],
    [{ ageFrom: '45' }, [1, 2, 3]],
    [{ ageTo: '45', sex: 'male' }, [2]],
    [{ place: 'f1' }, [0, 1]],
    [{ place: 'F1/R1' }, [0]],
    [{ place: 'F2' }, []],
    [{ takenFrom: '2025-03-10' }, [1, 2, 3, 4]],
    [{ takenTo: '2025-03-10' }, [0, 1]],
    [{ takenFrom: '2025-06-01', takenTo: '2025-06-01' }, [3]],
    [{ takenFrom: '2024-05-01', takenTo: '2024-05-02' }, [0]],
  ]
  for (const [query, places] of expected)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect([query, await narrowed(query)]).toEqual([query, at(...places).toSorted()])
  const sorted: Readonly<Record<string, readonly number[]>> = {
    best: [3, 2, 0, 1, 4],
    code: [0, 1, 2, 3, 4],
    newest: [4, 3, 2, 1, 0],
    oldest: [0, 1, 2, 3, 4],
    fullest: [4, 3, 1, 2, 0],
    youngest: [4, 0, 1, 2, 3],
    eldest: [3, 2, 1, 0, 4],
  }
  for (const [sort, places] of Object.entries(sorted))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect([sort, await allPages(scene, request, { sort })]).toEqual([sort, at(...places)])
  const page = await (
    await scene.as(curator).get(`${itemPath(request)}/samples?type=serum&sort=code`)
  ).text()
  expect(page).toContain(codes[3])
  expect(page).not.toContain(`>${codes[2]}<`)
  expect(page).toContain('<input type="hidden" name="type" value="serum"')
})

test('what cannot be reserved is shown only where it is asked for, with why', async () => {
  await using scene = await sampleScene()
  const good = await scene.sample(await scene.donor())
  const other = await scene.sample(await scene.donor({ uses: ['ancestry'] }))
  const request = await requested(scene)
  const [goodCode, otherCode] = [(await scene.rowOf(good)).code, (await scene.rowOf(other)).code]
  expect(codesOf(await candidates(scene, request))).toEqual([goodCode])
  const { items } = await candidates(scene, request, { show: 'all', sort: 'code' })
  expect(items.map(({ code, misfit }) => [code, misfit])).toEqual([
    [goodCode, null],
    [otherCode, 'consent'],
  ])
  expect((await reserve(scene, request, { samples: [other] })).status).toBe(409)
  for (const [as, status] of [
    ['demo-outsider', 404],
    [scene.strangerToken, 404],
  ] as const)
    expect(
      // oxlint-disable-next-line no-await-in-loop -- two
      (await scene.as(as).get(`/api/v1${itemPath(request)}/matching-samples?show=all`)).status,
    ).toBe(status)
})

test('all that a filter finds are reserved at once, up to the number asked for', async () => {
  await using scene = await sampleScene()
  const [woman, man] = [await scene.donor(), await scene.donor({ sex: 'male' })]
  const ofWoman = [await scene.sample(woman), await scene.sample(woman)]
  for (let n = 0; n < 4; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await scene.sample(man, { amount: 900 })
  const request = await requested(scene, 4)
  const reserved = z.object({ reserved: z.array(z.string()) })
  const first = await reserve(scene, request, { sex: 'female' })
  expect(reserved.parse(await first.json()).reserved.toSorted()).toEqual(ofWoman.toSorted())
  expect((await reserve(scene, request, { sex: 'male', count: 3 })).status).toBe(409)
  const rest = await reserve(scene, request, { sex: 'male' })
  expect(reserved.parse(await rest.json()).reserved).toHaveLength(2)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from request_sample where ended_at is null`.execute(scene.db)
  expect(rows[0]?.count).toBe(4)
})

test('by a form, what is ticked is reserved, and nothing where nothing is ticked', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const [first, second] = [await scene.sample(donor), await scene.sample(donor)]
  await scene.sample(donor)
  const request = await requested(scene)
  const send = async (body: URLSearchParams) =>
    scene.app.request(`${itemPath(request)}/sample-reservations`, {
      method: 'POST',
      body,
      headers: {
        authorization: `Bearer ${curator}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
  const none = await send(new URLSearchParams({ onlyNamed: 'true' }))
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('请先在列表中选择样本。')
  const ticked = new URLSearchParams({ onlyNamed: 'true' })
  ticked.append('samples', first)
  ticked.append('samples', second)
  expect((await send(ticked)).status).toBe(303)
  const { rows } = await sql<{ id: string }>`
    select sample_id as id from request_sample where ended_at is null`.execute(scene.db)
  expect(rows.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
})

test('among 100,000 candidates a page is answered with the best, and hundreds are reserved at once', async () => {
  await using scene = await sampleScene()
  const first = await scene.sample(await scene.donor(), { amount: 5000 })
  await sql`
    with people as (
      insert into donor (record_id, code, sex, created_at)
      select ${scene.collection}::uuid, 'M-' || n, 'male', '2026-01-05' from generate_series(1, 1000) n
      returning id, code
    ), agreed as (
      insert into donor_consent (donor_id, form, uses, given_on, created_at)
      select id, 'ICF 2.1', '{health}', '2026-01-05', '2026-01-05' from people
    )
    insert into sample (record_id, institution_id, code, family, type, donor_id, amount, unit, created_at)
    select ${scene.collection}::uuid, ${scene.own}::uuid, people.code || '-' || n, 'human', 'plasma', people.id, n,
      'microlitre', '2026-01-05'
    from people, generate_series(1, 100) n`.execute(scene.db)
  const request = await requested(scene, 500)
  const found = await candidates(scene, request, { limit: '200' })
  expect(found.items[0]?.id).toBe(first)
  expect(found.total).toEqual({ value: 10_000, relation: 'gte' })
  const after = found.next ?? ''
  expect((await candidates(scene, request, { limit: '200', after })).items).toHaveLength(200)
  const answer = await reserve(scene, request, { spread: true })
  const { reserved } = z.object({ reserved: z.array(z.string()) }).parse(await answer.json())
  expect(new Set(reserved).size).toBe(500)
  const { rows } = await sql<{ donors: number }>`
    select count(distinct donor_id)::int as donors from sample
    where id = any(${reserved}::uuid[])`.execute(scene.db)
  expect(rows[0]?.donors).toBe(500)
})

test('a row of a desk says in words which samples are asked for, in lists, in work and in JSON', async () => {
  await using scene = await sampleScene()
  await scene.sample(await scene.donor())
  const samples = { types: ['serum'], sex: ['female'], ageFrom: 40, ageTo: 60, purpose: 'health' }
  const ofSamples = { record: scene.collection, unit: 'sample', target: { samples } }
  await scene.sent([{ ...ofSamples, quantity: 40 }])
  await scene.sent([{ record: scene.dataset }])
  const Rows = z.object({ items: z.array(z.looseObject({ asks: z.unknown() })) })
  for (const path of ['/requests/desk?turn=anybody', '/requests?role=steward']) {
    // oxlint-disable-next-line no-await-in-loop -- two
    const answer = await scene.as(curator).get(`/api/v1${path}`)
    // oxlint-disable-next-line no-await-in-loop
    const { items } = Rows.parse(await answer.json())
    expect(items.map(({ asks }) => asks)).toContainEqual({
      zh: '40 份样本：血清；女（雌）；40–60 岁；用途：健康与生物医学研究',
      en: '40 samples: Serum; Female; aged 40–60; for Health and biomedical research',
    })
    expect(items.map(({ asks }) => asks)).toContainEqual(null)
  }
  for (const path of [
    '/requests/desk?turn=anybody&lang=en',
    '/requests?role=steward&lang=en',
    '/me?lang=en',
  ])
    // oxlint-disable-next-line no-await-in-loop -- three
    expect(await (await scene.as(curator).get(path)).text()).toContain(
      '40 samples: Serum; Female; aged 40–60',
    )
})
