import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Access } from '../../src/catalog/records/model/record.ts'
import { formatBytes } from '../../src/web/format.ts'
import { testHouse } from '../support/house.ts'
import { aRole, aToken, somebody } from '../support/people.ts'
import { addDataset } from './scene.ts'

/*
 * Who gets what of a dataset's files, asked at every door that the program has: the routes are those of the app itself,
 * so a door that is new is asked too, and one that nobody can open here fails until somebody says how.
 */

type Facts = {
  state: 'draft' | 'published' | 'version withdrawn' | 'dataset withdrawn'
  access: Access
  isEmbargoed: boolean
  grade: 'none' | 'important' | 'core'
}

type Viewer = {
  name: string
  token: string | undefined
  grant?: 'valid' | 'expired' | 'revoked'
  reads?: 'all'
}

/** What the law and the institution say, apart from the program's SQL. */
function mayRead(viewer: Viewer, { state, access, isEmbargoed, grade }: Facts): boolean {
  if (viewer.reads === 'all') return true
  if (state !== 'published') return false
  if (grade === 'core') return false
  if (isEmbargoed) return false
  if (access === 'open') return true
  if (access === 'registered') return viewer.token !== undefined
  if (access === 'on_request') return viewer.grant === 'valid'
  return false
}

/** A link stands in for access, embargo and grade; not for a withdrawal. */
const reviewersMayRead = ({ state }: Facts) => state === 'draft' || state === 'published'

const everyFacts: Facts[] = (
  ['draft', 'published', 'version withdrawn', 'dataset withdrawn'] as const
).flatMap((state) =>
  (['open', 'registered', 'on_request', 'closed'] as const).flatMap((access) =>
    [false, true].flatMap((isEmbargoed) =>
      (['none', 'important', 'core'] as const)
        // The grade says nothing more of important data than access does.
        .filter((grade) => grade !== 'important' || state === 'published')
        .map((grade) => ({ state, access, isEmbargoed, grade })),
    ),
  ),
)

type Secrets = { name: string; bytes: string; hash: string; size: string; sizeInWords: string }
type Scene = {
  facts: Facts
  dataset: string
  file: string
  secret: string
  secrets: Secrets
}

type House = Awaited<ReturnType<typeof testHouse>>
let house: House
let viewers: Viewer[]
const scenes: Scene[] = []

beforeAll(async () => {
  house = await testHouse()
  viewers = await everybody()
  for (const [at, facts] of everyFacts.entries())
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    scenes.push(await sceneOf(facts, at))
}, 600_000)
afterAll(async () => house[Symbol.asyncDispose]())

test('bytes, names, hashes, sizes and counts of files show to who may read them, at no other door', async () => {
  const doors = doorsOfApp()
  const wrong: object[] = []
  for (const scene of scenes)
    for (const viewer of viewers) {
      const asked = doors.map(async (door) => leakAt(door, scene, viewer))
      // oxlint-disable-next-line no-await-in-loop -- as many at once as there are doors
      wrong.push(...(await Promise.all(asked)).flat())
    }
  expect(wrong).toEqual([])
}, 900_000)

test('who may read them gets them: names, hashes and bytes', async () => {
  const wrong: object[] = []
  for (const { facts, dataset, file, secrets } of scenes)
    for (const viewer of viewers) {
      const version = `/api/v1/datasets/${dataset}/versions/1`
      const get = async (path: string) => (await house.as(viewer.token).get(path)).text()
      // oxlint-disable-next-line no-await-in-loop
      const [content, archive, sums, list] = await Promise.all(
        [
          `${version}/files/${file}/content`,
          `${version}/archive.zip`,
          `${version}/checksums.sha256`,
          `${version}/files`,
        ].map(get),
      )
      const shown = [
        content?.includes(secrets.bytes),
        archive?.includes(secrets.bytes),
        sums?.includes(secrets.hash),
        list?.includes(secrets.name),
      ]
      const expected = mayRead(viewer, facts)
      if (shown.some((isShown) => isShown !== expected))
        wrong.push({ facts, viewer: viewer.name, shown, expected })
    }
  expect(wrong).toEqual([])
}, 900_000)

test('what lists, searches and pages of everybody say has nothing of files that are not for everybody', async () => {
  const hidden = scenes.filter(({ facts }) => !mayRead({ name: '', token: undefined }, facts))
  const paths = [
    ...pathsWithoutNames(),
    ...scenes
      .slice(0, 12)
      .flatMap(({ secrets }) => [
        `/api/v1/records?q=${secrets.name}&facets=true`,
        `/records?q=${secrets.name}`,
        `/api/v1/suggestions?q=${secrets.name.slice(0, 6)}`,
      ]),
  ]
  const wrong: object[] = []
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const text = await textAt(path, undefined)
    for (const { facts, secrets } of hidden)
      for (const [what, word] of Object.entries(secrets))
        if (!path.includes(word) && what !== 'sizeInWords' && isIn(text, word))
          wrong.push({ path, what, facts })
  }
  expect(wrong).toEqual([])
}, 600_000)

/** What shows at a door to somebody for whom it is not. */
async function leakAt(door: string, scene: Scene, viewer: Viewer): Promise<object[]> {
  const { facts, secrets } = scene
  const allowed = door.includes(':secret') ? reviewersMayRead(facts) : mayRead(viewer, facts)
  if (allowed) return []
  const text = await textAt(filled(door, scene), viewer.token)
  return Object.entries(secrets)
    .filter(([, word]) => isIn(text, word))
    .map(([what]) => ({ door, what, facts, viewer: viewer.name }))
}

/** A number stands by itself: its digits may be part of an id. */
const isIn = (text: string, word: string) =>
  /^\d+$/.test(word) ? new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text) : text.includes(word)

async function textAt(path: string, token: string | undefined): Promise<string> {
  const answer = await house.as(token).get(path)
  if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`)
  return JSON.stringify([...answer.headers]) + (await answer.text())
}

/** Every GET of the app that names a dataset, as its route is written. */
function doorsOfApp(): string[] {
  const paths = house.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const own = paths.filter((path) =>
    /^(?:\/api\/v1)?\/(?:datasets\/|records\/:|review\/)|:dataset/.test(path),
  )
  return [...new Set([...own, ...own.filter(isList).map((path) => `${path}?format=csv`)])]
}

const isList = (path: string) => /^\/api\/v1\/datasets.*\/(?:versions|files|changes)$/.test(path)

/** What stands in the routes, and what each name is here. */
function filled(door: string, { dataset, file, secret }: Scene): string {
  const nothing = crypto.randomUUID()
  const names: Record<string, string> = {
    dataset,
    record: dataset,
    number: '1',
    secret,
    id: door.includes('/files/:id') ? file : door.includes('/uploads/:id') ? nothing : dataset,
    ...Object.fromEntries(
      ['grant', 'link', 'image', 'upload', 'identifier', 'package', 'deposit'].map((name) => [
        name,
        nothing,
      ]),
    ),
  }
  return door.replaceAll(/:(\w+)(\{[^/]*\})?/g, (_, name: string, pattern?: string) => {
    // `{[0-9a-f-]{36}\.datacite\.json}`: a dataset’s id, and what stands behind it.
    const ending = pattern && /((?:\\\.\w+)+)\}$/.exec(pattern)?.[1]?.replaceAll('\\', '')
    const value = pattern === undefined ? names[name] : ending && dataset + ending
    if (!value) throw new Error(`Say here what :${name} of ${door} is.`)
    return value
  })
}

const pathsWithoutNames = () => [
  ...new Set(
    house.app.routes
      .filter(({ method, path }) => method === 'GET' && !/[:*]/.test(path))
      .map(({ path }) => path),
  ),
]

async function everybody(): Promise<Viewer[]> {
  const { services, other } = house
  const person = async (name: string) => somebody(services, { email: `${name}@elsewhere.test` })
  const [granted, expired, revoked, curator, depositor] = await Promise.all(
    ['granted', 'expired', 'revoked', 'curator', 'depositor'].map(person),
  )
  if (!granted || !expired || !revoked || !curator || !depositor) throw new Error('Nobody came.')
  Object.assign(ids, {
    granted: granted.id,
    expired: expired.id,
    revoked: revoked.id,
    depositor: depositor.id,
  })
  await aRole(services, curator.id, 'curator', other)
  const tokenOf = async ({ id }: { id: string }) => aToken(services, id)
  return [
    { name: 'nobody', token: undefined },
    { name: 'somebody of another institution', token: 'demo-outsider' },
    { name: 'a member of the institution', token: 'demo-researcher' },
    { name: 'a steward', token: 'demo-steward' },
    { name: 'who was given access', token: await tokenOf(granted), grant: 'valid' },
    { name: 'whose access has ended', token: await tokenOf(expired), grant: 'expired' },
    { name: 'whose access was taken back', token: await tokenOf(revoked), grant: 'revoked' },
    { name: 'another institution’s curator', token: await tokenOf(curator) },
    { name: 'who deposits it', token: await tokenOf(depositor), reads: 'all' },
    { name: 'the curator', token: 'demo-curator', reads: 'all' },
    { name: 'an administrator', token: 'demo-admin', reads: 'all' },
  ]
}

const ids: Record<'granted' | 'expired' | 'revoked' | 'depositor', string> = {
  granted: '',
  expired: '',
  revoked: '',
  depositor: '',
}

const word = () => `q${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`

/** One dataset of these facts; what publication forbids is set behind its back. */
async function sceneOf(facts: Facts, at: number): Promise<Scene> {
  const [name, bytes] = [word(), word()]
  const sizeBytes = 30_007 + at * 113
  const content = bytes.padEnd(sizeBytes - bytes.length, ' ') + bytes
  const d = await addDataset(house, {
    state: facts.state === 'draft' ? 'draft' : 'published',
    input: { access: facts.access, protected: facts.isEmbargoed },
    files: { [`${name}/${name}.csv`]: content },
  })
  await house.db
    .updateTable('dataset')
    .set({ data_grade: facts.grade === 'none' ? null : facts.grade })
    .where('record_id', '=', d.id)
    .execute()
  await house.db
    .updateTable('record')
    .set({ depositor_id: ids.depositor })
    .where('id', '=', d.id)
    .execute()
  await grantAll(d.id)
  const secret = await linkTo(d.id)
  await end(facts, d.id)
  const { id: file } = await house.db
    .selectFrom('dataset_file')
    .select('id')
    .where('version_id', '=', d.versionId)
    .executeTakeFirstOrThrow()
  const hash = createHash('sha256').update(content).digest('hex')
  const [size, sizeInWords] = [String(content.length), formatBytes(content.length, 'zh')]
  return { facts, dataset: d.id, file, secret, secrets: { name, bytes, hash, size, sizeInWords } }
}

async function grantAll(record_id: string): Promise<void> {
  const granted_at = house.services.now()
  const common = { record_id, reason: 'x', granted_at }
  await house.db
    .insertInto('dataset_grant')
    .values([
      { ...common, person_id: ids.granted, expires_at: granted_at.add({ hours: 1 }) },
      { ...common, person_id: ids.expired, expires_at: granted_at },
      { ...common, person_id: ids.revoked, revoked_at: granted_at, revocation_reason: 'x' },
    ])
    .execute()
}

async function linkTo(dataset: string): Promise<string> {
  const body = { version: 1, note: 'x', until: house.services.now().toString().slice(0, 10) }
  const answer = await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${dataset}/reviewer-links`, body)
  const { address } = await answer.json()
  return String(address).split('/').at(-1) ?? ''
}

async function end({ state }: Facts, dataset: string): Promise<void> {
  const path = `/api/v1/datasets/${dataset}`
  const curator = house.as('demo-curator')
  if (state === 'version withdrawn')
    await curator.post(`${path}/versions/1/withdrawal`, { reason: '数据有误。' })
  if (state === 'dataset withdrawn')
    await curator.post(`${path}/withdrawal`, { reason: '数据有误。' })
}
