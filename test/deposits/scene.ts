import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Services } from '../../src/web/services.ts'
import { testHouse } from '../support/house.ts'
import { aRole, aToken, somebody } from '../support/people.ts'

const Answer = z.looseObject({ id: z.string().optional(), version: z.int().optional() })
export const bodyOf = async (answer: Response | Promise<Response>) => {
  const got = await answer
  const text = await got.text()
  return { status: got.status, text, body: Answer.parse(text ? JSON.parse(text) : {}) }
}

/** Its description is complete. */
export const described = {
  creators: [{ name: 'Zhang, San', nameType: 'Personal' }],
  publicationYear: 2026,
  resourceTypeGeneral: 'Dataset',
}

export const promised = {
  title: { zh: '祁连山气象观测', en: 'Weather in the Qilian Mountains' },
  dataKind: 'observation',
  dueOn: '2026-12-31',
  grade: 'general',
  sharing: 'open',
} as const

async function made(answer: Response | Promise<Response>): Promise<string> {
  const { status, text, body } = await bodyOf(answer)
  if (status > 299) throw new Error(`${status} ${text}`)
  return body.id ?? ''
}

/** A project of the first institution's lab, and a centre that is the other institution. */
export async function depositScene(changes: Partial<Services> = {}) {
  const house = await testHouse(changes)
  const { as, services, own, other, db, people } = house
  const admin = as('demo-admin')
  await made(admin.post('/api/v1/deposit-centres', { institution: other, code: 'DHA' }))
  const lab = await made(
    admin.post('/api/v1/labs', { institution: own, name: { zh: '冰川课题组' } }),
  )
  await db
    .insertInto('lab_member')
    .values({
      lab_id: lab,
      person_id: people['demo-pi'],
      role: 'pi',
      created_at: services.now(),
    })
    .execute()
  const clerks = await Promise.all(
    ['clerk', 'second'].map(async (name) => {
      const person = await somebody(services, { email: `${name}@centre.test` })
      await aRole(services, person.id, 'curator', other)
      return { ...person, token: await aToken(services, person.id) }
    }),
  )
  const [clerk, second] = clerks
  if (!clerk || !second) throw new Error('Somebody is missing.')
  const steward = await somebody(services, { email: 'steward@both.test' })
  for (const institution of [own, other])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await aRole(services, steward.id, 'steward', institution)
  const stranger = await somebody(services, { email: 'stranger@elsewhere.test' })
  const strangerToken = await aToken(services, stranger.id)
  let awards = 0

  /** A project with one item, by the researcher, for the PI's lab where it is asked for. */
  async function register(item: object = {}, project: object = {}) {
    awards += 1
    const id = await made(
      as('demo-researcher').post('/api/v1/deposit-projects', {
        title: { zh: '祁连山冰川变化' },
        funder: '科学技术部',
        awardNumber: `2023YFF${awards}`,
        leader: '李教授',
        institution: own,
        centre: other,
        ...project,
        items: [{ ...promised, ...item }],
      }),
    )
    const { text } = await bodyOf(
      as('demo-researcher').get(`/api/v1/deposit-projects/${id}/deposits`),
    )
    const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
    return { project: id, deposit: Items.parse(JSON.parse(text)).items[0]?.id ?? '' }
  }

  const read = async (deposit: string, token = 'demo-researcher') => {
    const answer = await as(token).get(`/api/v1/deposits/${deposit}`)
    return Package.parse(await answer.json())
  }

  /** A command at the version that it is read at. */
  async function give(deposit: string, command: string, asked: { as: string; body?: object }) {
    const { version } = await read(deposit, 'demo-admin')
    return as(asked.as).post(`/api/v1/deposits/${deposit}/${command}`, asked.body ?? {}, {
      'if-match': `"${version}"`,
    })
  }

  /** Files as rows: their bytes are nobody's question here. */
  async function attach(recordId: string, files: Readonly<Record<string, string>>) {
    const { id: versionId } = await db
      .selectFrom('dataset_version')
      .where('record_id', '=', recordId)
      .where('published_at', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
    for (const [path, text] of Object.entries(files)) {
      const sha256 = createHash('sha256').update(text).digest()
      // oxlint-disable-next-line no-await-in-loop -- a row after the other
      const { id } = await db
        .insertInto('dataset_object')
        .values({
          record_id: recordId,
          key: `datasets/${recordId}/${path}`,
          size_bytes: text.length,
          sha256,
          verified_at: services.now(),
          checked_at: services.now(),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await db
        .insertInto('dataset_file')
        .values({
          version_id: versionId,
          object_id: id,
          path,
          content_type: 'text/csv',
          added_at: services.now(),
        })
        .execute()
    }
  }

  /** Begins the package and fills it in, as its depositor does. */
  async function prepare(deposit: string, token = 'demo-researcher') {
    await ok(give(deposit, 'beginning', { as: token }))
    const { recordId } = await read(deposit)
    if (recordId === null) throw new Error('There is no package.')
    await ok(as(token).patch(`/api/v1/datasets/${recordId}`, described, { 'if-match': '*' }))
    await attach(recordId, { 'day.csv': 'a,b\n1,2\n', 'stations/名单.csv': '站\n' })
    const parts = { description: '见 readme', methods: '自动站', quality: '三级质控' }
    await ok(as(token).put(`/api/v1/deposits/${deposit}/parts`, { parts }))
    return recordId
  }

  /** As far as a state, by the commands that lead there. */
  async function lead(deposit: string, state: string) {
    if (state === 'promised') return
    if (state === 'ended')
      return ok(give(deposit, 'ending', { as: 'demo-curator', body: { reason: '仪器损坏' } }))
    await prepare(deposit)
    if (state === 'draft') return
    await ok(give(deposit, 'submission', { as: 'demo-researcher' }))
    if (state === 'unit_check') return
    if (state === 'returned')
      return ok(give(deposit, 'return', { as: 'demo-curator', body: { text: '缺少单位' } }))
    await ok(give(deposit, 'approval', { as: 'demo-curator' }))
    if (state === 'centre_check') return
    await ok(give(deposit, 'acceptance', { as: clerk?.token ?? '' }))
  }

  return {
    ...house,
    lab,
    clerk,
    second,
    steward: await aToken(services, steward.id),
    stranger: strangerToken,
    register,
    read,
    give,
    attach,
    prepare,
    lead,
  }
}

export type DepositScene = Awaited<ReturnType<typeof depositScene>>

export async function ok(answer: Promise<Response> | Response): Promise<void> {
  const got = await answer
  if (got.status > 299) throw new Error(`${got.status} ${await got.text()}`)
}

const Package = z.looseObject({
  version: z.int(),
  state: z.string(),
  recordId: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  checkUntil: z.string().nullable(),
  missing: z.array(z.looseObject({ code: z.string() })),
  commands: z.array(z.string()),
  sides: z.array(z.string()),
})
