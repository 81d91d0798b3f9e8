import { describe, expect, test } from 'vitest'
import { Temporal } from '../../src/core/time.ts'
import { bookingScene } from './scene.ts'

const workday = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }]

/** What a page says, tag by tag left out, so that one can read it in a row. */
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

async function pageAt(
  scene: Awaited<ReturnType<typeof bookingScene>>,
  path: string,
  as?: 'demo-researcher' | 'demo-outsider',
) {
  const answer = await scene.as(as).get(path)
  const html = await answer.text()
  return { status: answer.status, html, text: textOf(html) }
}

describe('the calendar of an instrument', () => {
  test('lists each day of the week: hours, what is taken, what is free and how to book it', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ hours: workday, granularityMinutes: 30, bufferAfterMinutes: 30 })
    await scene.book('03 02:00', '03 04:00')
    const path = `/instruments/${scene.instrument}/calendar`
    const mine = await pageAt(scene, path, 'demo-researcher')
    expect(mine.status).toBe(200)
    expect(mine.text).toContain('2026年3月2日 – 8日')
    expect(mine.text).toMatch(
      /3月3日周二 开放 08:00–18:00 08:00–09:30 空闲 预约 10:00–12:00 demo-researcher · 叶片切片 已预约 修改时间 12:30–18:00 空闲/,
    )
    expect(mine.text).toMatch(/3月7日周六 不开放 3月8日周日 不开放/)
    expect(mine.html).toContain(
      `/instruments/${scene.instrument}/book?start=2026-03-03T00%3A00%3A00Z&amp;end=2026-03-03T01%3A00%3A00Z`,
    )
    const theirs = await pageAt(scene, path, 'demo-outsider')
    expect(theirs.text).toMatch(/10:00–12:00 他人的预约 已预约/)
    expect(theirs.text).not.toContain('· 叶片切片')
    expect(theirs.html).not.toContain('data-moves')
    const nobody = await pageAt(scene, path)
    expect(nobody.html).not.toContain('hexi-confirm')
  })

  test('goes to other days by addresses, and takes an address that is cut off as this week', async () => {
    await using scene = await bookingScene()
    const at = (query: string) => pageAt(scene, `/instruments/${scene.instrument}/calendar${query}`)
    const { html } = await at('?view=day&date=2026-12-31')
    expect(html).toContain('view=day&amp;date=2027-01-01')
    expect(html).toContain('view=day&amp;date=2026-12-30')
    expect(html).toContain('view=month&amp;date=2026-12-31')
    expect((await at('?view=week&date=2026-12-31')).text).toContain('2026年12月28日 – 2027年1月3日')
    expect((await at('?view=decade&date=2026-02-30')).text).toContain('2026年3月2日 – 8日')
  })

  test('begins with the next day to book where today is over, and goes to any day by a form', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ hours: workday, granularityMinutes: 30 })
    const at = (query: string) => pageAt(scene, `/instruments/${scene.instrument}/calendar${query}`)
    expect((await at('?view=day')).text).toContain('2026年3月2日')
    scene.clock.now = Temporal.Instant.from('2026-03-06T11:00Z')
    expect((await at('')).text).toContain('2026年3月9日 – 15日')
    expect((await pageAt(scene, '/calendar?view=day')).text).toContain('2026年3月9日')
    const { html } = await at('?view=day&date=2026-03-06')
    expect(html).toContain('2026年3月6日')
    const form = /<form class="calendar-date".*?<\/form>/s.exec(html)?.[0] ?? ''
    expect(form).toContain(`action="/instruments/${scene.instrument}/calendar"`)
    expect(form).toMatch(/name="view" value="day"/)
    expect(form).toMatch(/type="date" name="date"[^>]* value="2026-03-06"/)
    expect((await at('?view=day&date=')).status).toBe(200)
  })

  test('keeps to the instrument’s own clock where clocks change', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ timezone: 'Europe/Berlin', granularityMinutes: 30 })
    await scene.book('2026-03-30T07:00Z', '2026-03-30T08:00Z')
    const path = `/instruments/${scene.instrument}/calendar?date=2026-03-29`
    const month = await pageAt(scene, `${path}&view=month`)
    expect(month.text).toMatch(/28 0 \/ 24 小时 29 0 \/ 23 小时/)
    const day = await pageAt(
      scene,
      `/instruments/${scene.instrument}/calendar?view=day&date=2026-03-30`,
    )
    expect(day.text).toContain('09:00–10:00')
    expect(day.text).toContain('Europe/Berlin（UTC+01:00）')
  })

  test('is not there for who may not know of the instrument', async () => {
    await using scene = await bookingScene()
    const draft = await scene.add(
      'instrument',
      { institution: scene.own, title: { zh: '待安装', en: null } },
      { publish: false },
    )
    expect((await pageAt(scene, `/instruments/${draft}/calendar`)).status).toBe(404)
    expect((await pageAt(scene, '/instruments/none/calendar')).status).toBe(404)
  })
})

describe('the calendar of many instruments', () => {
  test('says how much of each day is taken, and leads to that day', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ hours: workday })
    await scene.book('03 02:00', '03 04:30')
    const { text, html } = await pageAt(scene, '/calendar')
    expect(text).toContain('共 1 台仪器')
    expect(text).toMatch(/激光共聚焦显微镜 甘肃省种质资源库 0 \/10 2\.5 \/10 0 \/10/)
    expect(html).toContain(`/instruments/${scene.instrument}/calendar?view=day&amp;date=2026-03-03`)
    const month = await pageAt(scene, '/calendar?view=month&date=2026-02-10')
    expect(month.text).toContain('2026年2月')
    expect((await pageAt(scene, '/calendar?q=nothing-like-it')).text).toContain(
      '没有符合条件的仪器',
    )
    const elsewhere = await pageAt(scene, `/calendar?institution=${scene.other}`)
    expect(elsewhere.text).toContain('没有符合条件的仪器')
  })

  test('begins with the next day that notice, horizon and other bookings leave to who looks', async () => {
    await using scene = await bookingScene()
    const opensOn = async (as?: 'demo-researcher' | 'demo-outsider') =>
      /3月\d+日/.exec((await pageAt(scene, '/calendar?view=day', as)).text)?.[0]
    await scene.setPolicy({ hours: workday, leadMinutes: 3 * 1440 })
    expect(await opensOn()).toBe('3月5日')
    const twin = await scene.add('instrument', {
      institution: scene.own,
      title: { zh: '转盘共聚焦显微镜', en: 'Spinning disk microscope' },
      instrCategory: '010000',
      function: '细胞成像',
    })
    await scene.setPolicy({ hours: [{ days: [6], from: '08:00', to: '18:00' }] })
    await scene.setPolicy({ hours: workday, leadMinutes: 1440 }, twin)
    expect(await opensOn()).toBe('3月3日')
    await scene.book('03 08:00', '03 10:00', { on: twin })
    expect(await opensOn()).toBe('3月4日')
    await scene.setPolicy({ hours: workday, audience: 'institution' }, twin)
    expect(await opensOn('demo-researcher')).toBe('3月2日')
    expect(await opensOn('demo-outsider')).toBe('3月7日')
    await scene.storePolicy({ hours: [{ days: [6], from: '08:00', to: '18:00' }], horizonDays: 1 })
    await scene.storePolicy({ hours: workday, leadMinutes: 9 * 1440, horizonDays: 3 }, twin)
    expect(await opensOn()).toBe('3月2日')
  })
})

describe('the search for a free time', () => {
  test('names who is free first for so long, with links that book', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ hours: workday, granularityMinutes: 30 })
    await scene.book('02 08:00', '02 09:00')
    const { text, html } = await pageAt(
      scene,
      '/openings?minutes=60&category=010000&from=2026-03-02&to=2026-03-04',
    )
    expect(text).toContain('1 台仪器符合')
    expect(text).toMatch(/3月2日周一 17:00–18:00.*3月3日周二 08:00–09:00/)
    expect(html).toContain(
      `/instruments/${scene.instrument}/book?start=2026-03-02T09%3A00%3A00Z&amp;end=2026-03-02T10%3A00%3A00Z`,
    )
    expect(text).not.toMatch(/ 0[0-6]:00–/)
    expect((await pageAt(scene, '/openings?category=020000')).text).toContain('这段时间没有空闲')
    expect((await pageAt(scene, '/openings?minutes=x&from=y&to=2020-01-01')).status).toBe(200)
  })

  test('names the nearest times where none is free as asked, and what it costs who looks', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ hours: workday, granularityMinutes: 30 })
    const rates = { rates: { institution: { hourFen: 10_000 }, external: { hourFen: 30_000 } } }
    const put = scene.as('demo-steward').put(`/api/v1/instruments/${scene.instrument}/rates`, rates)
    expect((await put).status).toBe(200)
    await scene.book('03 05:00', '03 07:00')
    const asked = 'from=2026-03-03&to=2026-03-03&clockFrom=14:00&clockTo=16:00&minutes=120'
    const { text } = await pageAt(scene, `/openings?${asked}`)
    expect(text).toMatch(/这段时间没有空闲的仪器.*3月3日周二 15:00–17:00.*3月4日周三 08:00–10:00/)
    expect(text).toContain('约 600.00 元')
    const theirs = await scene.as('demo-researcher').get(`/openings?${asked}`)
    expect(await theirs.text()).toContain('约 200.00 元')
  })

  test('understands a search that says when, and leaves others to the catalogue', async () => {
    await using scene = await bookingScene()
    const search = async (q: string, more = '') =>
      (await scene.as().get(`/records?q=${encodeURIComponent(q)}${more}`)).headers.get('location')
    expect(await search('显微镜 周四 14-16')).toBe(
      `/openings?${new URLSearchParams({
        q: '显微镜',
        from: '2026-03-05',
        to: '2026-03-05',
        clockFrom: '14:00',
        clockTo: '16:00',
        minutes: '120',
      })}`,
    )
    for (const [q, more] of [['显微镜'], ['周四'], ['显微镜 周四', '&kind=dataset']])
      expect(await search(q ?? '', more)).toBeNull()
  })
})
