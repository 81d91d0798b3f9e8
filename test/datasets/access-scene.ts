import { createHash } from 'node:crypto'
import type { Access } from '../../src/catalog/records/model/record.ts'
import type { Previews } from '../../src/core/ports.ts'
import { createJobs } from '../../src/jobs.ts'
import { readPreview } from '../../src/ports/previews/read.node.ts'
import { sourceOf } from '../../src/ports/previews/source.ts'
import { formatBytes } from '../../src/web/format.ts'
import { geotiff } from '../previews/files.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { aRole, aToken, somebody } from '../support/people.ts'
import { addDataset, type SceneDataset } from './scene.ts'

/** Datasets of every state, access, embargo and grade with marks in all that is known of their files; and who looks. */

export type Facts = {
  state: 'draft' | 'published' | 'version withdrawn' | 'dataset withdrawn'
  access: Access
  isEmbargoed: boolean
  grade: 'none' | 'important' | 'core'
}

export type Viewer = {
  name: string
  token: string | undefined
  grant?: 'valid' | 'expired' | 'revoked'
  /** By a request that was approved. */
  entitled?: Entitled
  reads?: 'all'
}

/** What the law and the institution say, apart from the program's SQL. */
export function mayRead(viewer: Viewer, { state, access, isEmbargoed, grade }: Facts): boolean {
  if (viewer.reads === 'all') return true
  if (state !== 'published') return false
  if (grade === 'core') return false
  if (isEmbargoed) return false
  if (access === 'open') return true
  if (access === 'registered') return viewer.token !== undefined
  if (access === 'on_request')
    return (
      viewer.grant === 'valid' || viewer.entitled === 'to it' || viewer.entitled === 'to all of it'
    )
  return false
}

/** A link stands in for access, embargo and grade; not for a withdrawal. */
export const reviewersMayRead = ({ state }: Facts) => state === 'draft' || state === 'published'

export const nobody: Viewer = { name: 'nobody', token: undefined }

export const everyFacts: Facts[] = (
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

/** What is known of the files of one dataset alone, wherever it shows. */
type Secrets = {
  folder: string
  bytes: string
  /** A column; of its values, the least latitude; and how the page of the dataset says where the scene lies. */
  variable: string
  latitude: string
  footprint: string
  /** As hexadecimal digits, and as HTTP's digests have it. */
  hash: string
  digest: string
  /** Of the table, and of both files together; with digits, and in words. */
  size: string
  sizeInWords: string
  total: string
  totalInWords: string
  object: string
  file: string
}

export type Scene = {
  facts: Facts
  dataset: string
  /** A table, and a raster that has a picture. */
  files: { table: string; raster: string }
  /** Of links to it: with the authors, and without. */
  links: { open: string; blind: string }
  author: string
  secrets: Secrets
}

export type AccessHouse = TestHouse & { viewers: Viewer[] }

/** As files are read in earnest, here without a process for each. */
const previews: Previews = {
  read: async (file, readRange) => {
    const bytes = await readRange({ first: 0, last: file.sizeBytes - 1 })
    return readPreview(sourceOf(file, (first, length) => bytes.slice(first, first + length)))
  },
}

export async function accessHouse(): Promise<AccessHouse> {
  const house = await testHouse({ previews })
  return Object.assign(house, { viewers: await everybody(house) })
}

const grantees = ['granted', 'expired', 'revoked'] as const
type Grantee = (typeof grantees)[number]
const entitlements = [
  'to it',
  'to all of it',
  'to another version',
  'until now',
  'until it was ended',
] as const
type Entitled = (typeof entitlements)[number]
type Somebody = Grantee | 'depositor' | Entitled
const people = new WeakMap<TestHouse['services'], Record<Somebody, string>>()

async function everybody(house: TestHouse): Promise<Viewer[]> {
  const { services, other } = house
  const person = async (name: string) => somebody(services, { email: `${name}@elsewhere.test` })
  const [granted, expired, revoked, curator, depositor] = await Promise.all(
    ['granted', 'expired', 'revoked', 'curator', 'depositor'].map(person),
  )
  if (!granted || !expired || !revoked || !curator || !depositor) throw new Error('Nobody came.')
  const entitled = await Promise.all(
    entitlements.map(async (how) => [how, (await person(how.replaceAll(' ', '-'))).id] as const),
  )
  // oxlint-disable-next-line no-unsafe-type-assertion -- each of them is named
  const byRequest = Object.fromEntries(entitled) as Record<Entitled, string>
  people.set(services, {
    ...byRequest,
    granted: granted.id,
    expired: expired.id,
    revoked: revoked.id,
    depositor: depositor.id,
  })
  await aRole(services, curator.id, 'curator', other)
  const tokenOf = async ({ id }: { id: string }) => aToken(services, id)
  return [
    nobody,
    { name: 'somebody of another institution', token: 'demo-outsider' },
    { name: 'a member of the institution', token: 'demo-researcher' },
    { name: 'a steward', token: 'demo-steward' },
    { name: 'who was given access', token: await tokenOf(granted), grant: 'valid' },
    { name: 'whose access has ended', token: await tokenOf(expired), grant: 'expired' },
    { name: 'whose access was taken back', token: await tokenOf(revoked), grant: 'revoked' },
    ...(await Promise.all(
      entitlements.map(async (how) => ({
        name: `who was entitled ${how}`,
        token: await tokenOf({ id: byRequest[how] }),
        entitled: how,
      })),
    )),
    { name: 'another institution’s curator', token: await tokenOf(curator) },
    { name: 'who deposits it', token: await tokenOf(depositor), reads: 'all' },
    { name: 'the curator', token: 'demo-curator', reads: 'all' },
    { name: 'an administrator', token: 'demo-admin', reads: 'all' },
  ]
}

const idsIn = ({ services }: TestHouse) => {
  const ids = people.get(services)
  if (!ids) throw new Error('Nobody was asked in.')
  return ids
}

/** Begins with letters: what is nothing but digits is no name to search by. */
const word = () => `qab${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`

/** One dataset of these facts; what publication forbids is set behind its back. */
export async function sceneOf(house: AccessHouse, facts: Facts, at: number): Promise<Scene> {
  const [folder, author] = [word(), word()]
  const table = tableOf(at)
  const west = Number((75.0517 + at * 0.1013).toFixed(4))
  const raster = geotiff({ west })
  const d = await addDataset(house, {
    state: facts.state === 'draft' ? 'draft' : 'published',
    input: {
      access: facts.access,
      protected: facts.isEmbargoed,
      creators: [{ name: author, nameType: 'Personal' }],
    },
    files: { [`${folder}/${folder}.csv`]: table.content, [`${folder}/scene.tif`]: raster },
  })
  const depositor_id = idsIn(house).depositor
  const data_grade = facts.grade === 'none' ? null : facts.grade
  await house.db.updateTable('dataset').set({ data_grade }).where('record_id', '=', d.id).execute()
  await house.db.updateTable('record').set({ depositor_id }).where('id', '=', d.id).execute()
  await grantAll(house, d.id)
  await entitleAll(house, d)
  const links = { open: await linkTo(house, d.id, false), blind: await linkTo(house, d.id, true) }
  await withdraw(house, facts, d.id)
  await createJobs(house.services).preview_version({ versionId: d.versionId })
  const files = await filesOf(house, d.versionId)
  const total = table.content.length + raster.length
  return {
    facts,
    dataset: d.id,
    files: { table: files.table.id, raster: files.raster.id },
    links,
    author,
    secrets: {
      folder,
      bytes: table.bytes,
      variable: table.variable,
      latitude: table.latitude,
      footprint: String(west),
      hash: table.hash.toString('hex'),
      digest: table.hash.toString('base64'),
      size: String(table.content.length),
      sizeInWords: formatBytes(table.content.length, 'zh'),
      total: String(total),
      totalInWords: formatBytes(total, 'zh'),
      object: files.table.key.split('/').at(-1) ?? '',
      file: files.table.id,
    },
  }
}

function tableOf(at: number) {
  const [bytes, variable] = [word(), word()]
  const latitude = `${31 + (at % 9)}.${String(3_301 + at * 71)}`
  const content = [
    `${variable},lat,lon,note`,
    `${bytes},${latitude},100.5,${'-'.repeat(130_007 + at * 113)}`,
    `${bytes},42.5,100.5,x`,
    '',
  ].join('\n')
  return { bytes, variable, latitude, content, hash: createHash('sha256').update(content).digest() }
}

async function filesOf({ db }: TestHouse, versionId: string) {
  const rows = await db
    .selectFrom('dataset_file')
    .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
    .where('version_id', '=', versionId)
    .select(['dataset_file.id', 'path', 'key'])
    .execute()
  const [table, raster] = ['.csv', '.tif'].map((end) => rows.find(({ path }) => path.endsWith(end)))
  if (!table || !raster) throw new Error('The files are gone.')
  return { table, raster }
}

async function grantAll(house: TestHouse, record_id: string): Promise<void> {
  const granted_at = house.services.now()
  const common = { record_id, reason: 'x', granted_at }
  const { granted, expired, revoked } = idsIn(house)
  await house.db
    .insertInto('dataset_grant')
    .values([
      { ...common, person_id: granted, expires_at: granted_at.add({ hours: 1 }) },
      { ...common, person_id: expired, expires_at: granted_at },
      { ...common, person_id: revoked, revoked_at: granted_at, revocation_reason: 'x' },
    ])
    .execute()
}

const others = new WeakMap<TestHouse['services'], SceneDataset>()

/** What approved requests gave, for this version, another one, or all; one that is over, and one that was ended. */
async function entitleAll(house: TestHouse, d: SceneDataset): Promise<void> {
  const { db, services, own } = house
  const [now, ids] = [services.now(), idsIn(house)]
  // A version of anything: that of another record is none of this one’s either.
  others.set(services, others.get(services) ?? (await addDataset(house, { state: 'draft' })))
  const rows = {
    'to it': { version_id: d.versionId, until: now.add({ hours: 1 }) },
    'to all of it': { until: null },
    'to another version': { version_id: others.get(services)?.versionId, until: null },
    'until now': { until: now },
    'until it was ended': { until: null, ended_at: now },
  } satisfies Record<Entitled, object>
  for (const how of entitlements) {
    const asked = { created_at: now, turn_since: now }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const request = await db
      .insertInto('request')
      .values({ ...asked, number: word(), institution_id: own, requester_id: ids[how] })
      .returning('id')
      .executeTakeFirstOrThrow()
    // oxlint-disable-next-line no-await-in-loop
    const item = await db
      .insertInto('request_item')
      .values({ request_id: request.id, position: 0, record_id: d.id, delivery: 'download' })
      .returning('id')
      .executeTakeFirstOrThrow()
    // oxlint-disable-next-line no-await-in-loop
    await db
      .insertInto('entitlement')
      .values({
        ...rows[how],
        request_id: request.id,
        item_id: item.id,
        person_id: ids[how],
        record_id: d.id,
        period: 0,
        since: now,
      })
      .execute()
  }
}

async function linkTo(house: TestHouse, dataset: string, hidesAuthors: boolean): Promise<string> {
  const until = house.services.now().toString().slice(0, 10)
  const body = { version: 1, note: 'x', until, hidesAuthors }
  const answer = await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${dataset}/reviewer-links`, body)
  const { address } = await answer.json()
  return String(address).split('/').at(-1) ?? ''
}

async function withdraw(house: TestHouse, { state }: Facts, dataset: string): Promise<void> {
  const path = `/api/v1/datasets/${dataset}`
  const curator = house.as('demo-curator')
  if (state === 'version withdrawn')
    await curator.post(`${path}/versions/1/withdrawal`, { reason: '数据有误。' })
  if (state === 'dataset withdrawn')
    await curator.post(`${path}/withdrawal`, { reason: '数据有误。' })
}

/** A deposit whose package the dataset is, with a centre that it was not passed on to. */
export async function depositOf(house: AccessHouse, { dataset }: Scene): Promise<string> {
  const { db, own, other, services } = house
  const created_at = services.now()
  await db
    .insertInto('deposit_centre')
    .values({ institution_id: other, code: 'DHA', created_at })
    .execute()
  const project = await db
    .insertInto('deposit_project')
    .values({
      title_zh: '祁连山冰川变化',
      funder: '科学技术部',
      award_number: '2023YFF1',
      leader: '李教授',
      institution_id: own,
      centre_id: other,
      depositor_id: idsIn(house).depositor,
      created_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('deposit_item')
    .values({
      project_id: project.id,
      position: 1,
      title_zh: '冰川厚度',
      data_kind: 'observation',
      due_on: '2026-12-31',
      grade: 'general',
      sharing: 'open',
      state: 'draft',
      record_id: dataset,
      begun_at: created_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
