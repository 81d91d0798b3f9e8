import { afterAll, beforeAll, expect, test } from 'vitest'
import { endOfLastDay } from '../../src/datasets/access/rules.ts'
import { filesIn } from '../../src/ports/archive.ts'
import { actorById } from '../../src/people/accounts/actions/actor.ts'
import { giveCommand } from '../../src/requests/requests/actions/command.ts'
import { addDataset, addVersion, publishVersion, type SceneDataset } from '../datasets/scene.ts'
import { testNow } from '../support/clock.ts'
import { aToken, houseContext, somebody } from '../support/people.ts'
import { served } from '../support/served.ts'
import { inEachBucket } from '../support/stores.ts'
import { publishedAgreement } from './agreement-scene.ts'
import { type RequestScene, requestScene } from './scene.ts'

/*
 * What an approved request opens, and that it is shut when it ends: addresses at the bucket are given out for five
 * minutes at most and never beyond the end of access; what is running may finish.
 */

const big = new Uint8Array(3_000_000).map((_, index) => (index * 31) % 253)
const small = 'day,value\n2024-01-01,1.5\n'
const lastDay = '2027-03-02'
const end = endOfLastDay(lastDay, 'Asia/Shanghai') ?? testNow()

const base = ({ id, number }: SceneDataset) => `/api/v1/datasets/${id}/versions/${number}`

/** How long an address of the bucket holds, in seconds. */
const lifeOf = (to: string) => Number(new URL(to).searchParams.get('X-Amz-Expires'))

inEachBucket('access by requests to files', (store) => {
  let now = testNow()
  let scene: RequestScene
  beforeAll(async () => {
    scene = await requestScene(
      { max: 8 },
      { objects: store().objects, redirectsFromBytes: 1000, now: () => now },
    )
  }, 60_000)
  afterAll(async () => scene[Symbol.asyncDispose]())

  /** A dataset that somebody of their own asked for and was given until the end of a day. */
  const approved = async (more: { agreements?: string[]; target?: object } = {}) => {
    now = testNow()
    const d = await addDataset(scene, {
      input: { access: 'on_request' },
      files: { 'big.bin': big, 'small.csv': small },
    })
    const { id } = await somebody(scene.services, { email: `${crypto.randomUUID()}@asks.test` })
    const token = await aToken(scene.services, id)
    const { target = {}, agreements = [] } = more
    const sent = await scene.sent([{ record: d.id, target }], token)
    const request = await scene.decided(sent, 'approved', { until: lastDay, agreements })
    return { d, person: id, token, request, item: request.items[0]?.id ?? '' }
  }
  type Approved = Awaited<ReturnType<typeof approved>>

  const fileOf = async (d: SceneDataset, name: string) => {
    const answer = await scene.as('demo-curator').get(`${base(d)}/files`)
    const { items } = await answer.json()
    return `${base(d)}/files/${items.find((one: { name: string }) => one.name === name)?.id}/content`
  }
  /** What of the doors of bytes and facts are shut: all or none. */
  const isOpen = async ({ d, token }: Pick<Approved, 'd' | 'token'>) => {
    const paths = [
      await fileOf(d, 'big.bin'),
      await fileOf(d, 'small.csv'),
      `${base(d)}/archive.zip`,
      `${base(d)}/urls.txt`,
      `${base(d)}/checksums.sha256`,
    ]
    const answers = await Promise.all(paths.map(async (path) => scene.as(token).get(path)))
    const statuses = answers.map(({ status }) => status)
    const opened = statuses.filter((status) => status < 400)
    expect([0, statuses.length]).toContain(opened.length)
    return opened.length > 0
  }
  const address = async ({ d, token }: Approved) => {
    const answer = await scene.as(token).get(await fileOf(d, 'big.bin'))
    return { status: answer.status, to: answer.headers.get('location') ?? '' }
  }
  /** Reads as a reader does: over a connection. */
  const reading = async (path: string, token?: string) => {
    const { origin, stop } = await served(scene.app)
    const answer = await fetch(new URL(path.replace('http://hexi.test', origin), origin), {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
    return { answer, stop }
  }
  const command = async (
    { request, token }: Approved,
    name: string,
    body: object,
    as: string = token,
  ) => {
    now = now.add({ seconds: 1 })
    return scene.give(request.id, name, body, as)
  }

  test('the files are open while access lasts, and shut at the moment when it ends', async () => {
    const one = await approved()
    expect(await isOpen(one)).toBe(true)
    expect(await isOpen({ ...one, token: 'demo-outsider' })).toBe(false)
    now = end.subtract({ milliseconds: 1 })
    expect(await isOpen(one)).toBe(true)
    now = end
    expect(await isOpen(one)).toBe(false)
  })

  test('the page and the API say by which request, and until when', async () => {
    const { d, token, request } = await approved()
    const way = await (await scene.as(token).get(`${base(d)}/access`)).json()
    expect(way).toMatchObject({
      code: 'granted',
      isFree: true,
      until: String(end),
      request: { id: request.id, number: request.number },
    })
    expect(way.sentence.en).toContain(request.number)
    expect(way.sentence.zh).toContain('2027年3月2日')
    const page = await (await scene.as(token).get(`/records/${d.id}`)).text()
    expect(page).toContain(request.number)
    now = end
    const over = await (await scene.as(token).get(`${base(d)}/access`)).json()
    expect(over).toMatchObject({ code: 'grant_expired', isFree: false })
  })

  test('an address at the store holds five minutes, and never longer than what remains', async () => {
    const one = await approved()
    const { status, to } = await address(one)
    expect(status).toBe(302)
    expect(lifeOf(to)).toBeLessThanOrEqual(300)
    expect(lifeOf(to)).toBeGreaterThan(200)
    now = end.subtract({ milliseconds: 40_500 })
    expect(lifeOf((await address(one)).to)).toBeLessThanOrEqual(40)
    now = end.subtract({ milliseconds: 900 })
    expect((await address(one)).status).toBe(200)
    now = end
    expect((await address(one)).status).toBe(403)
  })

  test('an address that was given out dies by itself at the end of access', async () => {
    const one = await approved()
    now = end.subtract({ milliseconds: 1_900 })
    const { to } = await address(one)
    expect(lifeOf(to)).toBeLessThanOrEqual(1)
    await expect
      .poll(
        async () => {
          const { answer, stop } = await reading(to)
          await answer.body?.cancel()
          await stop()
          return answer.status
        },
        { timeout: 20_000 },
      )
      .toBe(403)
  })

  test('what was begun before access was revoked goes on to its end, and nothing begins after', async () => {
    const one = await approved()
    const { to } = await address(one)
    const running = await Promise.all([
      reading(to),
      reading(await fileOf(one.d, 'small.csv'), one.token),
      reading(`${base(one.d)}/archive.zip`, one.token),
    ])
    const list = await (await scene.as(one.token).get(`${base(one.d)}/urls.txt`)).text()
    const [ticket = ''] = list.split('\n')
    await command(one, 'revocation', { item: one.item, note: '用途不符' }, 'demo-curator')
    const [large, whole, archive] = await Promise.all(
      running.map(async ({ answer }) => new Uint8Array(await answer.arrayBuffer())),
    )
    expect(Buffer.compare(large ?? new Uint8Array(), big)).toBe(0)
    expect(new TextDecoder().decode(whole)).toBe(small)
    expect(filesIn(archive ?? new Uint8Array())?.map(({ name }) => name)).toEqual([
      'big.bin',
      'small.csv',
    ])
    for (const { stop } of running) void stop()
    expect(await isOpen(one)).toBe(false)
    expect((await scene.as().get(ticket.replace('http://hexi.test', ''))).status).toBe(403)
  })

  /** Everything else by which access ends at once. */
  const endings: Record<string, (one: Approved) => Promise<unknown>> = {
    'the item was withdrawn by an amendment': async (one) =>
      command(one, 'amendment', { items: [{ record: scene.dataset }] }),
    'the item was asked for otherwise': async (one) =>
      command(one, 'amendment', { items: [{ record: one.d.id, target: { note: 'other' } }] }),
    'the dataset is closed': async ({ d }) =>
      scene
        .as('demo-curator')
        .patch(`/api/v1/datasets/${d.id}`, { access: 'closed' }, { 'if-match': '*' }),
    'the account is disabled': async ({ person }) =>
      scene.db.updateTable('person').set({ disabled_at: now }).where('id', '=', person).execute(),
    'core data it turned out to be': async ({ d }) =>
      scene.db
        .updateTable('dataset')
        .set({ data_grade: 'core' })
        .where('record_id', '=', d.id)
        .execute(),
    'an embargo was laid on it': async ({ d }) =>
      scene.db
        .updateTable('dataset')
        .set({ protected: true })
        .where('record_id', '=', d.id)
        .execute(),
    'the version is withdrawn': async ({ d }) =>
      scene.as('demo-curator').post(`${base(d)}/withdrawal`, { reason: '数据有误。' }),
  }
  // Of a request that is done nothing can be amended: another item keeps it open.
  test.each(Object.entries(endings))('nothing is given out after %s', async (name, ends) => {
    const one = name.includes('item') ? await approvedInPart() : await approved()
    const { to } = await address(one)
    expect(await isOpen(one)).toBe(true)
    await ends(one)
    expect(await isOpen(one)).toBe(false)
    const { answer, stop } = await reading(to)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBe(big.length)
    await stop()
  })

  /** With a second item that nobody has decided yet. */
  const approvedInPart = async (agreements: string[] = []): Promise<Approved> => {
    now = testNow()
    const d = await addDataset(scene, {
      input: { access: 'on_request' },
      files: { 'big.bin': big, 'small.csv': small },
    })
    const { id } = await somebody(scene.services, { email: `${crypto.randomUUID()}@asks.test` })
    const token = await aToken(scene.services, id)
    const request = await scene.sent([{ record: d.id }, { record: scene.dataset }], token)
    const item = request.items[0]?.id ?? ''
    const decisions = [{ item, answer: 'approved', until: lastDay, agreements }]
    await scene.give(request.id, 'decision', { decisions }, 'demo-curator')
    return { d, person: id, token, request, item }
  }

  test('a request that is withdrawn or returned gives nothing any more', async () => {
    const one = await approvedInPart()
    expect(await isOpen(one)).toBe(true)
    await command(one, 'return', { note: '请补充' }, 'demo-curator')
    expect(await isOpen(one)).toBe(false)
    await command(one, 'submission', {})
    expect(await isOpen(one)).toBe(true)
    await command(one, 'withdrawal', {})
    expect(await isOpen(one)).toBe(false)
  })

  test('members have it while they are members', async () => {
    const one = await approved()
    const other = await somebody(scene.services, { email: `${crypto.randomUUID()}@asks.test` })
    const theirs = { d: one.d, token: await aToken(scene.services, other.id) }
    expect(await isOpen(theirs)).toBe(false)
    await command(one, 'members', { person: other.id })
    expect(await isOpen(theirs)).toBe(true)
    now = now.add({ seconds: 1 })
    await scene.post(`/requests/${one.request.id}/member-removal`, { person: other.id }, one.token)
    expect(await isOpen(theirs)).toBe(false)
    expect(await isOpen(one)).toBe(true)
    await command(one, 'members', { person: other.id })
    now = now.add({ seconds: 1 })
    // Who handed it over does not see it any more.
    await scene.post(`/requests/${one.request.id}/handover`, { person: other.id }, one.token)
    expect(await isOpen(theirs)).toBe(true)
    expect(await isOpen(one)).toBe(false)
  })

  const accept = async ({ request }: Approved, person: string, agreementId: string) => {
    const actor = await actorById(scene.db, person, { type: 'token', scopes: ['write'] })
    if (!actor) throw new Error('Nobody accepts.')
    const ctx = { ...houseContext(scene.services), actor }
    await giveCommand(ctx, { id: request.id }, { command: 'acceptance', agreementId })
  }

  test('terms are accepted by each, and anew after an amendment', async () => {
    const { text } = await publishedAgreement(scene, { isDefault: false })
    const one = await approvedInPart([text])
    expect(await isOpen(one)).toBe(false)
    await accept(one, one.person, text)
    expect(await isOpen(one)).toBe(true)
    const items = [{ record: one.d.id, target: { note: 'changed' } }, { record: scene.dataset }]
    const amended = await command(one, 'amendment', { items })
    expect(await isOpen(one)).toBe(false)
    const again = amended.items.filter(({ ended, decision }) => !ended && !decision)
    const decisions = again.map(({ id }) => ({
      item: id,
      answer: 'approved',
      until: lastDay,
      agreements: [text],
    }))
    await command(one, 'decision', { decisions }, 'demo-curator')
    expect(await isOpen(one)).toBe(false)
    await accept(one, one.person, text)
    expect(await isOpen(one)).toBe(true)
  })

  test('access to one version opens that one alone; to all, what comes later too', async () => {
    const all = await approved()
    const [first, second] = [
      all.d,
      await addVersion(scene, all.d.id, {
        files: { 'big.bin': big, 'small.csv': `${small}2024-01-02,2\n` },
      }),
    ]
    await publishVersion(scene, second)
    expect(await isOpen({ ...all, d: second })).toBe(true)
    const { id } = await somebody(scene.services, { email: `${crypto.randomUUID()}@asks.test` })
    const token = await aToken(scene.services, id)
    const sent = await scene.sent(
      [{ record: first.id, target: { versionId: first.versionId } }],
      token,
    )
    await scene.decided(sent, 'approved', { until: lastDay })
    expect(await isOpen({ d: first, token })).toBe(true)
    expect(await isOpen({ d: second, token })).toBe(false)
  })

  test('access that has ended is renewed by a further row, and open again', async () => {
    const one = await approved()
    now = end.add({ hours: 30 })
    await command(one, 'renewal-request', { item: one.item, until: '2027-06-30' })
    expect(await isOpen(one)).toBe(false)
    await command(one, 'renewal', { item: one.item, until: '2027-06-30' }, 'demo-curator')
    expect(await isOpen(one)).toBe(true)
    const rows = await scene.db
      .selectFrom('entitlement')
      .where('request_id', '=', one.request.id)
      .select(['period', 'since', 'until'])
      .orderBy('period')
      .execute()
    expect(rows.map(({ period }) => period)).toEqual([0, 1])
    expect(String(rows[0]?.until)).toBe(String(end))
  })
})
