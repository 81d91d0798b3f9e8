import { expect, test } from 'vitest'
import { z } from 'zod'
import { noticeScene } from './scene.ts'

const Part = z.looseObject({
  title: z.object({ zh: z.string(), en: z.string() }),
  total: z.object({ value: z.number() }),
  items: z.array(z.object({ href: z.string(), text: z.unknown(), about: z.unknown() })),
})
const Work = z.object({ waiting: z.array(Part), own: z.array(Part) })

type Scene = Awaited<ReturnType<typeof noticeScene>>
const workOf = async (s: Scene, as: string) =>
  Work.parse(await (await s.as(as).get('/api/v1/me/work')).json())
const named = (parts: z.output<typeof Work>['own'], en: string) =>
  parts.find(({ title }) => title.en === en)

test('the page of my work has what waits for me, then what I have under way: the next three and how many there are', async () => {
  await using s = await noticeScene()
  await s.setPolicy({ approval: { always: true } })
  const ids = []
  for (const day of ['06', '03', '05', '04'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    ids.push(await s.reserve(`${day} 01:00`, `${day} 03:00`))
  const next = [ids[1], ids[3], ids[2]].map((id) => `/bookings/${id}`)
  const own = await workOf(s, 'demo-researcher')
  expect(own.waiting).toEqual([])
  const bookings = named(own.own, 'My bookings')
  expect(bookings?.total.value).toBe(4)
  expect(bookings?.items.map(({ href }) => href)).toEqual(next)
  const steward = await workOf(s, 'demo-steward')
  const queue = named(steward.waiting, 'Bookings to approve')
  expect([queue?.total.value, queue?.items.map(({ href }) => href)]).toEqual([4, next])
  expect(named(steward.own, 'My bookings')?.items).toEqual([])

  const page = await (await s.as('demo-steward').get('/me?lang=zh')).text()
  expect(page).toContain('待您处理')
  expect(page).toContain('待审批的预约')
  expect(page).toContain('全部 4')
  const idle = await (await s.as('demo-outsider').get('/me?lang=en')).text()
  expect(idle).toContain('Nothing is waiting for you.')
  expect(idle).not.toContain('<h3>Bookings to approve')
  expect(idle).toContain('You have no bookings, requests or orders yet')
})

test('the page of my work is for who signs in', async () => {
  await using s = await noticeScene()
  expect((await s.as().get('/api/v1/me/work')).status).toBe(401)
  const guest = await s.as().get('/me')
  expect(guest.status).toBe(303)
  expect(guest.headers.get('location')).toContain('/sign-in?next=')
})

/** What the menu of a page counts, by the address that it leads to. */
const countsIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<a href="([^"]+)">[^<]*<span class="count"[^>]*>(\d+)<\/span>/g)].map(
      ([, href = '', count]) => [href, Number(count)],
    ),
  )

test('the menu of every page counts what waits for who reads it, as the page of today does', async () => {
  await using s = await noticeScene()
  await s.setPolicy({ approval: { always: true } })
  const first = await s.reserve('03 01:00', '03 03:00')
  await s.reserve('04 01:00', '04 03:00')
  const menuOf = async (as?: string) => countsIn(await (await s.as(as).get('/records')).text())
  expect(await menuOf('demo-steward')).toEqual({ '/me': 2, '/bookings/queue': 2 })
  const waiting = (await workOf(s, 'demo-steward')).waiting.map(({ total }) => total.value)
  expect(waiting.reduce((sum, count) => sum + count, 0)).toBe(2)
  await s.act(first, 'approval', { as: 'demo-steward' })
  expect(await menuOf('demo-steward')).toEqual({ '/me': 1, '/bookings/queue': 1 })
  expect(await menuOf('demo-researcher')).toEqual({})
  expect(await menuOf('demo-outsider')).toEqual({})
  expect(await menuOf()).toEqual({})
})

test('the page of today names my labs, what they have ahead, and when each of my bookings is', async () => {
  await using s = await noticeScene()
  await s.reserve('03 01:00', '03 03:00', { lab: s.lab })
  const page = await (await s.as('demo-researcher').get('/me?lang=zh')).text()
  expect(page).toContain(`<a href="/labs/${s.lab}/bookings">`)
  expect(page).toContain('成员，1 个未开始的预约')
  expect(page).toMatch(/3月3日周二 09:00–11:00，已确认/)
  const lab = await (await s.as('demo-pi').get('/me?lang=en')).text()
  expect(lab).toContain('PI, 1 upcoming booking')
})
