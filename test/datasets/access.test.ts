import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answerText,
  doorsOf,
  filled,
  isReviewed,
  markIndex,
  pathsOf,
  secretsIn,
} from './access-doors.ts'
import {
  type AccessHouse,
  accessHouse,
  depositOf,
  everyFacts,
  mayRead,
  nobody,
  reviewersMayRead,
  type Scene,
  sceneOf,
  type Viewer,
} from './access-scene.ts'

/*
 * Who gets what of a dataset's files, asked at every door that the program has: the routes are those of the app itself,
 * so a door that is new is asked too, and one that nobody can open here fails until somebody says how.
 */

let house: AccessHouse
const scenes: Scene[] = []
/** A lab that keeps the files of one dataset, which is closed. */
let lab: string

beforeAll(async () => {
  house = await accessHouse()
  for (const [at, facts] of everyFacts.entries())
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    scenes.push(await sceneOf(house, facts, at))
  lab = await labOf(sceneWhere({ access: 'closed' }))
}, 600_000)
afterAll(async () => house[Symbol.asyncDispose]())

test('nothing of files shows to whom they are not for, at any door of their dataset', async () => {
  const wrong: object[] = []
  for (const scene of scenes)
    for (const viewer of viewersOf(scene)) {
      const asked = gettingDoors().map(async (door) => leakAt(door, scene, viewer))
      // oxlint-disable-next-line no-await-in-loop -- as many at once as there are doors
      wrong.push(...(await Promise.all(asked)).flat())
    }
  expect(wrong).toEqual([])
}, 900_000)

test('who may read them gets them, at every door that is about files', async () => {
  const wrong: object[] = []
  for (const scene of scenes)
    for (const viewer of house.viewers) {
      const expected = mayRead(viewer, scene.facts)
      // oxlint-disable-next-line no-await-in-loop
      const shown = await Promise.all(
        doorsAbout(scene).map(async ([door, kind]) => showsAt(door, { kind, scene, viewer })),
      )
      if (shown.some((isShown) => isShown !== expected))
        wrong.push({ facts: scene.facts, viewer: viewer.name, shown, expected })
    }
  expect(wrong).toEqual([])
}, 900_000)

test('reviewers see previews by their link while it is good; without authors, where it hides them', async () => {
  const wrong: object[] = []
  const doors = doorsOf(house, 'GET').filter(isReviewed)
  expect(doors.filter((door) => door.includes('/preview'))).toHaveLength(2)
  for (const scene of scenes)
    for (const door of doors)
      for (const isBlind of [false, true]) {
        const path = filled(door, scene, isBlind)
        // oxlint-disable-next-line no-await-in-loop
        const { text, status } = await answerText(path, await house.as().get(path))
        const isOpen = status === 200
        const namesDataset =
          isBlind && (text.includes(scene.author) || text.includes(scene.dataset))
        if (isOpen !== reviewersMayRead(scene.facts) || namesDataset)
          wrong.push({ door, isBlind, facts: scene.facts, status, namesDataset })
      }
  expect(wrong).toEqual([])
  const [shown] = scenes.filter(({ facts }) => reviewersMayRead(facts))
  expect(shown && (await reviewed(shown))).toEqual({ variable: true, picture: true })
}, 600_000)

test('lists, searches, maps, exports, harvests and pages of everybody say nothing of other files', async () => {
  const find = markIndex(scenes)
  const wrong: object[] = []
  let marks = 0
  for (const viewer of house.viewers)
    for (const path of [...pathsOf(house), `/labs/${lab}/storage`, `/api/v1/labs/${lab}/storage`]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { text } = await answerText(path, await house.as(viewer.token).get(path))
      const found = find(text, path)
      marks += found.length
      for (const { scene, kind } of found)
        if (!mayRead(viewer, scene.facts))
          wrong.push({ path, kind, facts: scene.facts, viewer: viewer.name })
    }
  expect(wrong).toEqual([])
  expect(marks).toBeGreaterThan(0)
}, 900_000)

test('search finds a dataset by what is in its files while everybody may read them, whoever searches', async () => {
  const wrong: object[] = []
  const ways = [
    (q: string) => `/api/v1/records?q=${q}`,
    (q: string) => `/api/v1/datasets?q=${q}`,
    (q: string) => `/api/v1/suggestions?q=${q.slice(0, 12)}`,
    (q: string) => `/api/v1/map/clusters?q=${q}&bbox=70,20,120,50&zoom=4`,
    (q: string) => `/records?q=${q}`,
    (q: string) => `/api/v1/records/export?q=${q}&format=csv`,
  ]
  const viewers = [nobody, ...house.viewers.slice(-1)]
  for (const { facts, dataset, secrets } of scenes)
    for (const viewer of viewers)
      for (const [what, asked] of Object.entries(secrets).filter(([kind]) => kind in searched)) {
        const expected = what === 'variable' && mayRead(nobody, facts)
        // oxlint-disable-next-line no-await-in-loop
        const answers = await Promise.all(
          ways.map(async (way) => (await house.as(viewer.token).get(way(asked))).text()),
        )
        const [api, own, , , page, file] = answers.map((text) => text.includes(dataset))
        const found = { api, own, page, file }
        if (Object.values(found).some((isFound) => isFound !== expected))
          wrong.push({ what, facts, viewer: viewer.name, found, expected })
      }
  expect(wrong).toEqual([])
}, 900_000)

test('a deposit shows how much is in its package to who may read it, and not to a centre before', async () => {
  const scene = sceneWhere({ state: 'draft', access: 'open' })
  const deposit = await depositOf(house, scene)
  for (const path of [`/deposits/${deposit}`, `/api/v1/deposits/${deposit}`])
    for (const viewer of house.viewers) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { text } = await answerText(path, await house.as(viewer.token).get(path))
      const shown = secretsIn(text, scene, path)
      const mark = path.startsWith('/api/') ? 'total' : 'totalInWords'
      expect([path, viewer.name, ...shown]).toEqual([
        path,
        viewer.name,
        ...(mayRead(viewer, scene.facts) ? [mark] : []),
      ])
    }
})

test('what is posted is answered without a word of files that are not for who posts it', async () => {
  const wrong: object[] = []
  // The steward, who may give access, comes last.
  const posters = [nobody, ...house.viewers.filter(({ grant }) => grant === 'revoked')]
  const steward = house.viewers.filter(isSteward)
  const plain = scenes.filter(({ facts }) => facts.grade === 'none' && !facts.isEmbargoed)
  for (const scene of plain)
    for (const viewer of [...posters, ...steward].filter((one) => !mayRead(one, scene.facts)))
      for (const door of doorsOf(house, 'POST'))
        for (const body of bodiesAt(scene)) {
          const path = filled(door, scene)
          // oxlint-disable-next-line no-await-in-loop
          const answer = await answerText(path, await house.as(viewer.token).post(path, body))
          const asked = path + JSON.stringify(body)
          for (const what of secretsIn(answer.text, scene, asked))
            wrong.push({ door, what, facts: scene.facts, viewer: viewer.name })
        }
  expect(wrong).toEqual([])
}, 900_000)

/** Doors that are about files, and what of them shows there to who may read them. */
const version = '/api/v1/datasets/:dataset/versions/:number'
const pageOfVersion = '/records/:dataset/versions/:number'
const aboutFiles = {
  [version]: 'total',
  [`${version}/files`]: 'hash',
  [`${version}/files?format=csv`]: 'folder',
  [`${version}/files/:id`]: 'hash',
  [`${version}/files/:id/content`]: 'bytes',
  [`${version}/files/:id/preview`]: 'variable',
  [`${version}/files/:id/preview/picture`]: 'picture',
  [`${version}/archive.zip`]: 'bytes',
  [`${version}/checksums.sha256`]: 'hash',
  [`${version}/manifest-sha256.txt`]: 'hash',
  [`${version}/urls.txt`]: 'file',
  '/records/:dataset': 'footprint',
  [pageOfVersion]: 'folder',
  '/records/:dataset/versions/:number/files/:id': 'variable',
} as const satisfies Record<string, keyof Scene['secrets'] | 'picture'>

/** Where files lie stands on the page of what is published; the page of a withdrawn version is its head alone. */
const doorsAbout = ({ facts: { state } }: Scene) =>
  Object.entries(aboutFiles).filter(
    ([door, kind]) =>
      (kind !== 'footprint' || state === 'published') &&
      (door !== pageOfVersion || state !== 'version withdrawn'),
  )

type Showing = { kind: string; scene: Scene; viewer: Viewer }

async function showsAt(door: string, { kind, scene, viewer }: Showing): Promise<boolean> {
  const path = filled(door, scene)
  const { text, isPicture } = await answerText(path, await house.as(viewer.token).get(path))
  return kind === 'picture' ? isPicture : secretsIn(text, scene, path).some((one) => one === kind)
}

/** Where headers decide what is answered; HEAD is asked too, for its length says a size. */
const isOfBytes = (door: string) =>
  /content$|archive|\.zip|\.txt|sha256$|picture$|^\/records\/:id$/.test(door)
const headersAsked = [{}, { accept: 'application/ld+json' }, { range: 'bytes=0-99' }]

/** All; of data with a grade, which is one condition more for all of them alike, one of each way of having access. */
const viewersOf = ({ facts: { grade } }: Scene) =>
  grade === 'none'
    ? house.viewers
    : house.viewers.filter(
        ({ grant, token }) => grant === 'valid' || !token || isSteward({ token }),
      )

let doors: string[] | undefined
const gettingDoors = () => (doors ??= doorsOf(house, 'GET'))

/** What shows at a door to somebody for whom it is not. */
async function leakAt(door: string, scene: Scene, viewer: Viewer): Promise<object[]> {
  const { facts } = scene
  const isAllowed = isReviewed(door) ? reviewersMayRead(facts) : mayRead(viewer, facts)
  if (isAllowed) return []
  const path = filled(door, scene)
  const as = house.as(viewer.token)
  const answers = await Promise.all([
    ...(isOfBytes(door) ? headersAsked : [{}]).map(async (headers) => as.get(path, headers)),
    ...(isOfBytes(door) ? [as.head(path)] : []),
  ])
  const leaks = await Promise.all(
    answers.map(async (answer) => {
      const { text, isPicture } = await answerText(path, answer)
      return [...secretsIn(text, scene, path), ...(isPicture ? ['picture'] : [])]
    }),
  )
  return [...new Set(leaks.flat())].map((what) => ({ door, what, facts, viewer: viewer.name }))
}

const sceneWhere = (wanted: Partial<Scene['facts']>): Scene => {
  const asked = { state: 'published', isEmbargoed: false, grade: 'none', ...wanted }
  const found = scenes.find(({ facts }) =>
    Object.entries(asked).every(([key, value]) =>
      Object.entries(facts).some(([k, v]) => k === key && v === value),
    ),
  )
  if (!found) throw new Error('There is no such dataset.')
  return found
}

async function labOf({ dataset }: Scene): Promise<string> {
  const { id } = await house.db
    .insertInto('lab')
    .values({ name_zh: '水文室', institution_id: house.own, created_at: house.services.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await house.db
    .updateTable('record')
    .set({ depositing_lab_id: id })
    .where('id', '=', dataset)
    .execute()
  return id
}

async function reviewed(scene: Scene) {
  const get = async (door: string) => {
    const path = filled(door, scene, true)
    return answerText(path, await house.as().get(path))
  }
  const page = await get('/review/:secret/files/:id/preview')
  const picture = await get('/review/:secret/files/:id/preview/picture')
  return { variable: page.text.includes(scene.secrets.variable), picture: picture.isPicture }
}

/** Names and facts by which somebody could look for a dataset. */
const searched = { folder: true, bytes: true, variable: true, hash: true, latitude: true }

const isSteward = ({ token }: Pick<Viewer, 'token'>) => token === 'demo-steward'

/** What doors of uploads, files and access take; the rest refuses it. */
const bodiesAt = ({ files, secrets }: Scene) => [
  {},
  {
    files: [{ name: `${secrets.folder}/${secrets.folder}.csv`, sizeBytes: Number(secrets.size) }],
  },
  { files: [files.table] },
]
