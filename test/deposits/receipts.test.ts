import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type DepositScene, depositScene, ok } from './scene.ts'
import { stoppedClock } from '../support/people.ts'

const clock = stoppedClock('2026-11-25T02:00:00Z')
let scene: DepositScene
beforeAll(async () => {
  scene = await depositScene({ now: clock.now })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const Receipt = z.looseObject({
  number: z.string(),
  grade: z.string(),
  details: z
    .looseObject({
      fileCount: z.int(),
      sizeBytes: z.int(),
      manifestSha256: z.string(),
      recordId: z.string().nullable(),
      title: z.looseObject({ zh: z.string().nullable() }),
    })
    .nullable(),
})
const receiptOf = async (number: string | null, token?: string) =>
  Receipt.parse(await (await scene.as(token).get(`/api/v1/receipts/${number}`)).json())

async function receipted(item: object = {}) {
  const { deposit } = await scene.register(item)
  await scene.lead(deposit, 'receipted')
  const row = await scene.read(deposit)
  return { deposit, number: row.receiptNumber ?? '', recordId: row.recordId ?? '' }
}

const recordOf = async (recordId: string, token?: string) => {
  const answer = await scene.as(token).get(`/api/v1/records/${recordId}`)
  return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) }
}

const line = (text: string, name: string) =>
  `${createHash('sha256').update(text).digest('hex')}  ${name}\n`

test('a receipt says what was received, with the hash of the list of files that sha256sum prints', async () => {
  const { number, recordId } = await receipted()
  expect(number).toMatch(/^DHA-2026-\d{4}$/)
  const { details } = await receiptOf(number)
  const list = line('a,b\n1,2\n', 'day.csv') + line('站\n', 'stations/名单.csv')
  expect(details).toMatchObject({
    fileCount: 2,
    title: { zh: '祁连山气象观测' },
    recordId,
    manifestSha256: createHash('sha256').update(list).digest('hex'),
  })
  const manifest = await scene.as('demo-researcher').get(`/api/v1/receipts/${number}/manifest`)
  expect(await manifest.text()).toBe(list)
  expect((await scene.as().get(`/api/v1/receipts/${number}/manifest`)).status).toBe(403)
  const page = await scene.as().get(`/receipts/${number}`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(number)
})

test('a package that was received says how many files it has, and which version they are of', async () => {
  const { deposit, recordId } = await receipted()
  const received = { versionNumber: 1, fileCount: 2 }
  expect(await scene.read(deposit)).toMatchObject(received)
  await ok(scene.as('demo-curator').post(`/api/v1/datasets/${recordId}/versions`, {}))
  expect(await scene.read(deposit)).toMatchObject(received)
  expect(await (await scene.as('demo-admin').get(`/deposits/${deposit}`)).text()).toContain(
    '版本中的 2 个文件',
  )
})

test('what is open is published on acceptance, and its history has the receipt', async () => {
  const { number, recordId } = await receipted()
  expect(await recordOf(recordId)).toMatchObject({
    status: 200,
    body: { access: 'open', visibility: 'published' },
  })
  const history = await scene.as('demo-curator').get(`/api/v1/records/${recordId}/history`)
  expect(await history.text()).toContain(number)
})

test('core data are receipted and never published, and the receipt has no details for others', async () => {
  const { number, recordId } = await receipted({ grade: 'core', sharing: 'closed' })
  expect((await recordOf(recordId)).status).toBe(404)
  for (const token of [undefined, scene.stranger, 'demo-steward'])
    expect(await receiptOf(number, token)).toMatchObject({ number, grade: 'core', details: null })
  const page = await (await scene.as().get(`/receipts/${number}`)).text()
  expect(page).not.toContain('祁连山')
  expect(page).toContain(number)
  expect((await receiptOf(number, scene.clerk.token)).details?.title.zh).toBe('祁连山气象观测')
  const publication = await scene
    .as(scene.clerk.token)
    .post(`/api/v1/datasets/${recordId}/publication`, {})
  expect(publication.status).toBe(422)
})

const planned = (item: object) =>
  scene.as('demo-researcher').post('/api/v1/deposit-projects', {
    title: { zh: '分级' },
    funder: '科学技术部',
    awardNumber: 'G1',
    leader: '李',
    institution: scene.own,
    centre: scene.other,
    items: [{ title: { zh: '数据' }, dataKind: 'other', dueOn: '2026-12-31', ...item }],
  })

test('important data are never promised as open, and core data only as deposited', async () => {
  expect((await planned({ grade: 'important', sharing: 'open' })).status).toBe(422)
  expect((await planned({ grade: 'core', sharing: 'on_request' })).status).toBe(422)
  expect((await planned({ sharing: 'closed', embargoUntil: '2027-12-31' })).status).toBe(422)
})

test('what is only deposited stays a draft, which its depositor reads on and does not change', async () => {
  const { recordId } = await receipted({ sharing: 'closed' })
  expect((await recordOf(recordId)).status).toBe(404)
  expect((await recordOf(recordId, 'demo-researcher')).body).toMatchObject({ visibility: 'draft' })
  const edited = await scene
    .as('demo-researcher')
    .patch(`/api/v1/datasets/${recordId}`, { title: { zh: '改' } }, { 'if-match': '*' })
  expect(edited.status).toBe(403)
})

test.each([
  { grade: 'core', sharing: 'closed' },
  { grade: 'general', sharing: 'closed' },
])(
  'the files of a package that is $grade and only deposited are sealed with its receipt',
  async (item) => {
    const { number, recordId } = await receipted(item)
    const version = `/api/v1/datasets/${recordId}/versions/1`
    const rows = await scene.db
      .selectFrom('dataset_version')
      .innerJoin('dataset_file', 'dataset_file.version_id', 'dataset_version.id')
      .where('record_id', '=', recordId)
      .select(['dataset_file.id', 'dataset_version.id as versionId'])
      .execute()
    const file = rows[0]?.id ?? ''
    for (const token of [scene.clerk.token, 'demo-curator', 'demo-admin']) {
      const by = scene.as(token)
      const held = { 'if-match': '*' }
      const answers = await Promise.all([
        by.post(`${version}/uploads`, { files: [{ name: 'more.csv', sizeBytes: 1 }] }),
        by.post(`${version}/files/removals`, { files: [file] }),
        by.patch(`${version}/files/${file}`, { name: 'other.csv' }, held),
        by.patch(version, { terms: { zh: '条款' } }, held),
        by.delete(version, undefined, held),
      ])
      expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409])
    }
    const removal = scene.db.deleteFrom('dataset_file').where('id', '=', file).execute()
    await expect(removal).rejects.toThrow('published')
    // It is shown to nobody else for that, and called what it is.
    expect((await recordOf(recordId)).status).toBe(404)
    expect((await scene.as().get(version)).status).toBe(404)
    const page = await scene.as('demo-researcher').get(`/records/${recordId}/versions/1`)
    expect(await page.text()).toContain('已封存')
    // What is corrected is another version; the receipt is of the first.
    const manifest = await (
      await scene.as('demo-researcher').get(`/api/v1/receipts/${number}/manifest`)
    ).text()
    await ok(scene.as('demo-curator').post(`/api/v1/datasets/${recordId}/versions`, {}))
    const files = await scene
      .as('demo-curator')
      .get(`/api/v1/datasets/${recordId}/versions/2/files`)
    expect(await files.text()).toContain('day.csv')
    const after = await scene.as('demo-researcher').get(`/api/v1/receipts/${number}/manifest`)
    expect(await after.text()).toBe(manifest)
  },
)

test('files stay under embargo until the day of the plan; the depositor reads them', async () => {
  const { recordId } = await receipted({ embargoUntil: '2027-12-31' })
  expect(await recordOf(recordId)).toMatchObject({
    body: { protected: true, protectedUntil: '2027-12-31', visibility: 'published' },
  })
  const files = `/api/v1/datasets/${recordId}/versions/1/files`
  expect(await (await scene.as().get(files)).json()).toMatchObject({ items: [] })
  const own = await (await scene.as('demo-researcher').get(files)).text()
  expect(own).toContain('day.csv')
})

test('two clerks who accept at once issue one receipt', async () => {
  const { deposit } = await scene.register()
  await scene.lead(deposit, 'centre_check')
  const before = await serials()
  const answers = await Promise.all(
    [scene.clerk, scene.second, scene.clerk].map(({ token }) =>
      scene.give(deposit, 'acceptance', { as: token }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await serials()).length).toBe(before.length + 1)
})

test('numbers of a centre and a year have no gaps, whatever is accepted at once or refused', async () => {
  const deposits = []
  for (let at = 0; at < 6; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { deposit } = await scene.register()
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await scene.lead(deposit, 'centre_check')
    deposits.push(deposit)
  }
  // One of them has lost its files meanwhile: it is refused, and takes no number.
  const lost = (await scene.read(deposits[2] ?? '')).recordId ?? ''
  await scene.db
    .deleteFrom('dataset_file')
    .where('version_id', 'in', (eb) =>
      eb.selectFrom('dataset_version').where('record_id', '=', lost).select('id'),
    )
    .execute()
  const answers = await Promise.all(
    deposits.map((deposit, at) =>
      scene.give(deposit, 'acceptance', {
        as: at % 2 === 0 ? scene.clerk.token : scene.second.token,
      }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 200, 200, 200, 200, 409,
  ])
  const found = await serials()
  expect(found).toEqual(Array.from({ length: found.length }, (_, at) => at + 1))
})

const serials = async (year = 2026) =>
  (
    await scene.db
      .selectFrom('deposit_receipt')
      .where('year', '=', year)
      .orderBy('serial')
      .select('serial')
      .execute()
  ).map(({ serial }) => serial)

test('a year begins with the first number, by the clock of the centre', async () => {
  // 2027 in Lanzhou, 2026 by UTC.
  clock.pass({ hours: 24 * 37 - 9 })
  expect(clock.now().toString()).toBe('2026-12-31T17:00:00Z')
  const { number } = await receipted({ dueOn: '2027-06-30' })
  expect(number).toBe('DHA-2027-0001')
})

test('a receipt is never changed, not even by hand', async () => {
  const change = scene.db.updateTable('deposit_receipt').set({ file_count: 99 }).execute()
  await expect(change).rejects.toThrow('never changed')
  await expect(scene.db.deleteFrom('deposit_receipt').execute()).rejects.toThrow('never changed')
})

test('a number that was not issued is nobody’s receipt', async () => {
  for (const number of ['DHA-2026-9999', 'x', '%', '%00', 'x'.repeat(300)]) {
    const answer = await scene.as().get(`/receipts/${number}`)
    expect([number.slice(0, 20), answer.status < 500]).toEqual([number.slice(0, 20), true])
    expect(answer.status).not.toBe(200)
  }
})

test('a receipt stays when its dataset is withdrawn, and the package of a deposit is not deleted', async () => {
  const { number, recordId } = await receipted()
  const clerk = scene.as(scene.clerk.token)
  await ok(clerk.post(`/api/v1/datasets/${recordId}/withdrawal`, { reason: '仪器定标有误' }))
  expect((await receiptOf(number)).details).not.toBeNull()
  const { deposit } = await scene.register()
  const draft = await scene.prepare(deposit)
  const deletion = await scene
    .as('demo-curator')
    .delete(`/api/v1/datasets/${draft}`, undefined, { 'if-match': '*' })
  expect(deletion.status).toBe(409)
})
