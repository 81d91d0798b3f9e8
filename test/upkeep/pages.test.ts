import { expect, test } from 'vitest'
import { z } from 'zod'
import { upkeepScene } from './scene.ts'

const { scene, instrument, turnTo, book, get, here } = upkeepScene()

type Who = 'demo-researcher' | 'demo-steward' | 'demo-pi' | 'demo-outsider'
const page = async (path: string, as?: Who) => {
  const answer = await scene().as(as).get(path)
  return { status: answer.status, text: await answer.text() }
}
const submit = async (path: string, fields: Record<string, string | string[]>, as: Who) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one)
  const answer = await scene().as(as).post(path, form)
  return { status: answer.status, text: await answer.text() }
}

const label = () => `/instruments/${instrument()}/label`
const upkeep = () => `/instruments/${instrument()}/upkeep`
const kiosk = async () => {
  await submit(label(), {}, 'demo-steward')
  const { text } = await page(label(), 'demo-steward')
  const code = /\/k\/([\da-z]{10})/.exec(text)?.[1]
  if (!code) throw new Error('The label carries no code')
  return `/k/${code}`
}

test('the label of an instrument is its staff’s to make, and a new one makes the old useless', async () => {
  expect((await page(label(), 'demo-researcher')).status).toBe(403)
  const first = await kiosk()
  expect((await page(first)).status).toBe(200)
  const second = await kiosk()
  expect(second).not.toBe(first)
  expect((await page(first)).status).toBe(404)
  expect((await page(second)).status).toBe(200)
})

test('the page at the instrument begins and ends a use, with samples and consumables', async () => {
  const path = await kiosk()
  const id = await book('03 01:00', '03 02:00')
  turnTo('03 01:00')
  expect((await page(path)).text).toContain('/sign-in?next=%2Fk%2F')
  expect((await page(path, 'demo-researcher')).text).toContain('开始使用')
  expect((await page(path, 'demo-pi')).text).not.toContain('开始使用')
  expect((await submit(path, { what: 'start', booking: id }, 'demo-researcher')).status).toBe(303)
  expect((await page(path)).text).not.toContain('demo-researcher')
  expect((await page(path, 'demo-researcher')).text).toContain('结束使用')
  turnTo('03 01:30')
  const done = {
    what: 'finish',
    booking: id,
    samples: '8',
    'consumables.0.name': '进样针',
    'consumables.0.quantity': '2',
    'consumables.0.unit': '支',
    note: '',
  }
  const wrong = await submit(path, { ...done, samples: '-1' }, 'demo-researcher')
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('进样针')
  expect((await submit(path, done, 'demo-researcher')).status).toBe(303)
  expect((await get(`/bookings/${id}`, 'demo-researcher')).body).toMatchObject({
    state: 'finished',
    sampleCount: 8,
    consumables: [{ name: '进样针', quantity: 2, unit: '支' }],
  })
})

test('what stands in the way is said at the instrument, and another’s booking is not begun there', async () => {
  const path = await kiosk()
  const id = await book('03 01:00', '03 02:00')
  turnTo('03 00:30')
  expect((await page(path, 'demo-researcher')).text).toContain('08:45 起可以开始')
  const early = await submit(path, { what: 'start', booking: id }, 'demo-researcher')
  expect(early.status).toBe(409)
  expect(early.text).toContain('尚未到时间')
  const elsewhere = await scene().book('03 01:00', '03 02:00')
  const other = { what: 'start', booking: elsewhere.body.id ?? '' }
  turnTo('03 01:00')
  const refused = await submit(path, other, 'demo-researcher')
  expect(refused).toMatchObject({ status: 409 })
  expect(refused.text).toContain('另一台仪器')
})

test('who finds the one before gone ends that use and begins their own with one button', async () => {
  const path = await kiosk()
  const late = await book('03 01:00', '03 02:00', 'demo-pi')
  const next = await book('03 02:00', '03 03:00')
  turnTo('03 01:00')
  await submit(path, { what: 'start', booking: late }, 'demo-pi')
  turnTo('03 02:10')
  const { text } = await page(path, 'demo-researcher')
  expect(text).toContain('结束前一次使用')
  expect(text).not.toContain('demo-pi')
  const start = { what: 'start', booking: next, endPrevious: 'true' }
  expect((await submit(path, start, 'demo-researcher')).status).toBe(303)
  expect((await get(`/bookings/${next}`, 'demo-researcher')).body).toMatchObject({
    state: 'in_use',
  })
})

test('a problem is reported at the instrument and solved on the page of its staff', async () => {
  const path = await kiosk()
  const problem = { what: 'problem', severity: 'degraded', description: '样品台漂移' }
  expect((await submit(path, problem, 'demo-outsider')).status).toBe(303)
  expect((await page(path)).text).toContain('样品台漂移')
  const open = await page(upkeep(), 'demo-steward')
  const [, action = ''] = /action="([^"]+\/resolution)"/.exec(open.text) ?? []
  expect((await submit(action, { resolution: '已校准' }, 'demo-steward')).status).toBe(303)
  expect((await page(path)).text).not.toContain('样品台漂移')
  expect((await page(upkeep(), 'demo-researcher')).status).toBe(403)
})

test('staff register an outage after seeing which bookings it hits, by the instrument’s own clock', async () => {
  const id = await book('03 01:00', '03 02:00')
  const form = {
    kind: 'maintenance',
    reason: '更换灯源',
    start: '2026-03-03T08:00',
    end: '2026-03-03T18:00',
  }
  const asked = await submit(`${upkeep()}/outages`, form, 'demo-steward')
  expect(asked.status).toBe(409)
  expect(asked.text).toContain(`/bookings/${id}`)
  expect(asked.text).toContain('更换灯源')
  const sure = await submit(`${upkeep()}/outages`, { ...form, displace: 'true' }, 'demo-steward')
  expect(sure.status).toBe(303)
  expect((await get(here('/outages'))).body['items']).toMatchObject([
    { start: '2026-03-03T00:00:00Z', end: '2026-03-03T10:00:00Z' },
  ])
  const { text } = await page(upkeep(), 'demo-steward')
  const [, end = ''] = /action="([^"]+\/outages\/[\da-f-]{36}\/end)"/.exec(text) ?? []
  expect((await submit(end, {}, 'demo-steward')).status).toBe(303)
  expect((await get(here('/outages'))).body['items']).toEqual([])
})

test('a plan is added, shown as due everywhere, and noted as done', async () => {
  const name = `更换分子筛 ${crypto.randomUUID()}`
  const plan = { name, kind: 'maintenance', everyDays: '30', lastDoneAt: '2026-01-01T09:00' }
  expect((await submit(`${upkeep()}/plans`, { name }, 'demo-steward')).status).toBe(422)
  expect((await submit(`${upkeep()}/plans`, plan, 'demo-steward')).status).toBe(303)
  expect((await page('/upkeep', 'demo-steward')).text).toContain(name)
  expect((await page('/upkeep', 'demo-outsider')).text).not.toContain(name)
  expect((await page('/upkeep')).status).toBe(303)
  const { text } = await page(upkeep(), 'demo-steward')
  const [, action = ''] = /action="([^"]+\/completions)"/.exec(text) ?? []
  expect((await submit(action, { note: '' }, 'demo-steward')).status).toBe(303)
  expect((await get(here('/maintenance-plans'), 'demo-steward')).body['items']).toMatchObject([
    { name, state: 'fine' },
  ])
})

test('people enrol on the page of a training; staff note who passed and see them qualified', async () => {
  const base = `/instruments/${instrument()}`
  const training = {
    title: '电镜上机培训',
    place: '2 号楼',
    start: '2026-03-05T09:00',
    end: '2026-03-05T11:00',
    seats: '4',
    kinds: ['training', 'safety'],
    validMonths: '12',
  }
  const unsaid = await submit(`${base}/trainings`, { ...training, kinds: [] }, 'demo-steward')
  expect(unsaid.status).toBe(422)
  expect((await submit(`${base}/trainings`, training, 'demo-steward')).status).toBe(303)
  const list = z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse((await get(here('/trainings'))).body)
  const own = `${base}/trainings/${list.items[0]?.id}`
  expect((await page('/trainings')).text).toContain(own)
  expect((await submit(`${own}/enrolment`, {}, 'demo-researcher')).status).toBe(303)
  const other = await submit(`${own}/enrolment`, { email: 'nobody@hexi.example' }, 'demo-steward')
  expect(other.status).toBe(422)
  expect((await page(own, 'demo-researcher')).text).not.toContain('报名人员')
  turnTo('05 01:30')
  const person = scene().people['demo-researcher']
  expect((await submit(`${own}/results`, { passed: person }, 'demo-steward')).status).toBe(303)
  expect((await page(`${base}/qualifications`, 'demo-steward')).text).toContain('demo-researcher')
  expect((await page('/trainings', 'demo-researcher')).text).toContain('安全准入')
})

test('staff grant and revoke qualifications on their page', async () => {
  const path = `/instruments/${instrument()}/qualifications`
  const grant = { email: 'pi@hexi.example', kind: 'operation', validMonths: '6' }
  expect((await submit(path, { ...grant, email: 'x@hexi.example' }, 'demo-steward')).status).toBe(
    422,
  )
  expect((await submit(path, grant, 'demo-steward')).status).toBe(303)
  const { text } = await page(path, 'demo-steward')
  const [, action = ''] = /action="([^"]+\/revocation)"/.exec(text) ?? []
  expect((await submit(action, { reason: '' }, 'demo-steward')).status).toBe(303)
  expect((await page(path, 'demo-pi')).status).toBe(403)
})

test('the page at the instrument books now where that may be, or says when it may be, or why not', async () => {
  const path = await kiosk()
  turnTo('05 01:00')
  const free = (await page(path, 'demo-researcher')).text
  expect(free).toContain('立即预约')
  expect(free).toContain(`/instruments/${instrument()}/book?start=2026-03-05T01%3A00%3A00Z`)
  await book('05 01:00', '05 03:00', 'demo-pi')
  const later = (await page(path, 'demo-researcher')).text
  expect(later).not.toContain('立即预约')
  expect(later).toContain('预约 11:00–12:00')
  expect(later).toContain(`/instruments/${instrument()}/book?start=2026-03-05T03%3A00%3A00Z`)
  expect((await page(path)).text).not.toContain('预约 11:00')
  await scene().setPolicy({ qualifications: ['safety'] }, instrument())
  const unqualified = (await page(path, 'demo-researcher')).text
  expect(unqualified).toContain('您目前不能预约这台仪器')
  expect(unqualified).not.toContain('预约 11:00')
  await scene().setPolicy({}, instrument())
})

const forStaff = async (path: string, lang: 'zh' | 'en') => {
  const headers = { 'accept-language': lang, cookie: `hexi_lang=${lang}` }
  return (await scene().as('demo-steward').get(path, headers)).text()
}

test('what ends for good is asked by name: whom, of what, and when', async () => {
  const grant = { email: 'researcher@hexi.example', kind: 'operation' }
  const training = {
    title: '上机培训',
    place: '3 号楼 201',
    start: '2026-03-05T09:00',
    end: '2026-03-05T11:00',
    seats: '2',
    kinds: 'training',
  }
  const base = `/instruments/${instrument()}`
  expect((await submit(`${base}/qualifications`, grant, 'demo-steward')).status).toBe(303)
  expect((await submit(`${base}/trainings`, training, 'demo-steward')).status).toBe(303)
  const staff = await forStaff(`${base}/qualifications`, 'zh')
  expect(staff).toContain('<p class="small-form-of">撤销：demo-researcher · 上机资格</p>')
  expect(await forStaff(`${base}/qualifications`, 'en')).toContain(
    '<p class="small-form-of">Revoke: demo-researcher · operator qualification</p>',
  )
  const [, one = ''] = new RegExp(`href="(${base}/trainings/[^"]+)"`).exec(staff) ?? []
  expect(await forStaff(one, 'zh')).toContain(
    '<p class="small-form-of">取消培训：上机培训 · 3月5日周四 09:00–11:00</p>',
  )
})
