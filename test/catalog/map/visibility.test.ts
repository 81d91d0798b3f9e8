import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ClustersAnswer } from '../../../src/catalog/map/model.ts'
import { audiences } from '../../../src/catalog/records/model/record.ts'
import { publishable } from '../../support/publishable.ts'
import { type Facts, sightOf, type Viewer } from '../visibility/oracle.ts'
import { visibleWorld, type World } from '../visibility/scene.ts'

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

const Made = z.looseObject({ id: z.string() })

/** Every way in which a record can be hidden or shown, each at a place of its own. */
const cases: Facts[] = (['own', 'other'] as const).flatMap((place) =>
  [false, true].flatMap((inCollection) =>
    audiences.flatMap((audience) =>
      (['draft', 'published', 'withdrawn', 'narrowed'] as const).map((history) => ({
        kind: 'accession' as const,
        place,
        inCollection,
        audience,
        history,
      })),
    ),
  ),
)

async function add(facts: Facts, at: number) {
  const admin = world.as('demo-admin')
  const place = { declongitude: -170 + at * 3, declatitude: 50.25 }
  const made = async (path: string, body: unknown) => {
    const answer = await admin.post(path, body)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return Made.parse(await answer.json())
  }
  const { id } = await made('/api/v1/accessions', {
    ...publishable.accession,
    ...place,
    accenumb: `V ${at}`,
    institution: world[facts.place],
    title: { en: `Hidden${at}x` },
    audience: facts.history === 'narrowed' ? 'public' : facts.audience,
    ...(facts.inCollection && { collection: world.collection }),
  })
  const path = `/api/v1/accessions/${id}`
  if (facts.history !== 'draft') await made(`${path}/publication`, {})
  if (facts.history === 'withdrawn')
    await made(`${path}/withdrawal`, { reason: '重复登记，改用另一条记录。' })
  if (facts.history === 'narrowed')
    await admin.patch(path, { audience: facts.audience }, { 'if-match': '*' })
  return { facts, id, title: `Hidden${at}x`, box: boxAround(place.declongitude) }
}

const boxAround = (x: number) => `${x - 1},50,${x + 1},51`

test('a map counts, places and names what its viewer finds, and nothing else', async () => {
  const subjects = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const [at, facts] of cases.entries()) subjects.push(await add(facts, at))
  const wrong: object[] = []
  for (const viewer of world.viewers) {
    const listed = subjects.filter(({ facts }) => sightOf(viewer, facts).listed)
    for (const query of ['bbox=-180,50,180,51', 'bbox=-180,50,180,51&access=on_request'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await clusters(viewer, query)).total.value).toBe(listed.length)
    for (const subject of subjects)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      wrong.push(...(await wrongAt(viewer, subject, listed.includes(subject))))
  }
  expect(wrong).toEqual([])
}, 240_000)

type Subject = Awaited<ReturnType<typeof add>>

async function wrongAt(viewer: Viewer, { id, title, box, facts }: Subject, isListed: boolean) {
  const { clusters: all } = await clusters(viewer, `bbox=${box}&zoom=10`)
  const isThere = all.some(({ record }) => record?.id === id)
  const page = await (await world.as(viewer.token).get(`/records?view=map&bbox=${box}`)).text()
  const isOnPage = page.includes(title)
  return isThere === isListed && isOnPage === isListed && all.length === (isListed ? 1 : 0)
    ? []
    : [{ viewer: viewer.name, facts, isListed, isThere, isOnPage }]
}

async function clusters({ token }: Viewer, query: string) {
  const answer = await world.as(token).get(`/api/v1/map/clusters?${query}`)
  expect(answer.status).toBe(200)
  return ClustersAnswer.parse(await answer.json())
}
