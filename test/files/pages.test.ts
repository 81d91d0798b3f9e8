import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addRecord,
  curator,
  formOf,
  itemsIn,
  photo,
  pictureHouse,
  type PictureHouse,
} from './scene.ts'

let house: PictureHouse
let recordId: string
beforeAll(async () => {
  house = await pictureHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const english = { cookie: 'hexi_lang=en' }
const pageAt = async (path: string, as: string = curator) => {
  const answer = await house.as(as).get(`/records/${recordId}/pictures${path}`, english)
  return { status: answer.status, html: await answer.text() }
}
const send = async (path: string, body: FormData, as: string = curator) =>
  house.as(as).post(`/records/${recordId}/pictures${path}`, body, english)
const fields = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}
const pictures = async () =>
  itemsIn(await house.as(curator).get(`/api/v1/records/${recordId}/images`))

describe('the page of a record’s pictures', () => {
  beforeAll(async () => {
    recordId = await addRecord(house)
  })

  test('is its curators’: others are told, and guests sign in first', async () => {
    expect((await pageAt('')).html).toContain('No pictures yet')
    expect((await pageAt('', 'demo-researcher')).status).toBe(403)
    const guest = await pageAt('', '')
    expect(guest.status).toBe(303)
  })

  test('takes a picture and what is said of it in one form', async () => {
    const texts = { 'caption.zh': '花', 'caption.en': 'Flower', credit: '李四', licence: 'CC0-1.0' }
    const answer = await send('', formOf(await photo(), { texts, name: '花.jpg' }))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/records/${recordId}/pictures#main`)
    const [added] = await pictures()
    for (const size of ['thumb', 'small', 'large']) {
      // oxlint-disable-next-line no-await-in-loop -- three sizes, before any job has run
      const seen = await house.as(curator).get(`/api/v1/images/${added?.id}/${size}`)
      expect(seen.headers.get('content-type')).toBe('image/jpeg')
    }
    await house.workOff()
    const { html } = await pageAt('')
    expect(html).toContain('Flower')
    expect(html).toContain('Main picture')
    expect((await pictures())[0]).toMatchObject({
      caption: { zh: '花', en: 'Flower' },
      credit: '李四',
      licence: 'CC0-1.0',
    })
  })

  test('keeps what was typed when the file is refused, and says why beside it', async () => {
    const texts = { 'caption.zh': '雪峰', credit: '王五', licence: 'CC-BY-4.0', main: 'true' }
    const answer = await send('', formOf(new TextEncoder().encode('<svg/>'), { texts }))
    expect(answer.status).toBe(415)
    const html = await answer.text()
    expect(html).toContain('id="field-file-error"')
    expect(html).toContain('SVG and HTML are not supported')
    expect(html).toContain('value="雪峰"')
    expect(html).toContain('value="王五"')
    expect(html).toMatch(/<option value="CC-BY-4.0" selected/)
    expect(html).toMatch(/value="true" checked/)
    const without = await send('', fields({ credit: '王五' }))
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Choose a picture')
  })

  test('orders, chooses, changes and removes by plain forms', async () => {
    for (const colour of ['#ff0000', '#00ff00']) await send('', formOf(await photo(colour)))
    const ids = (await pictures()).map(({ id }) => id)
    const [first = '', second = '', third = ''] = ids
    expect((await send(`/${third}/position`, fields({ position: '0' }))).status).toBe(303)
    expect((await pictures()).map(({ id }) => id)).toEqual([third, first, second])
    await send(`/${second}/main`, fields({}))
    expect((await pictures()).map(({ main }) => main)).toEqual([false, false, true])

    const wrong = await send(
      `/${first}`,
      fields({ 'caption.zh': '长'.repeat(501), credit: '赵六' }),
    )
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('id="field-caption.zh-error"')
    expect(html).toContain('value="赵六"')
    expect((await send(`/${first}`, fields({ 'caption.zh': '果实' }))).status).toBe(303)
    expect((await pictures())[1]).toMatchObject({ caption: { zh: '果实', en: null }, credit: null })

    expect((await pageAt(`/${second}/removal`)).html).toContain('cannot be undone')
    expect((await send(`/${second}/removal`, fields({}))).status).toBe(303)
    expect((await pictures()).map(({ id, main }) => [id, main])).toEqual([
      [third, true],
      [first, false],
    ])
  })

  test('shows its pictures on the record’s page, the main one first', async () => {
    const [other, main] = await pictures()
    await house.as(curator).patch(`/api/v1/images/${main?.id}`, { main: true })
    const page = await (await house.as().get(`/records/${recordId}`)).text()
    const shown = [...page.matchAll(/gallery-view" href="\/api\/v1\/images\/([\w-]+)\/large/g)]
    expect(shown.map(([, id]) => id)).toEqual([main?.id, other?.id])
  })

  test('does not reach pictures of another record', async () => {
    const [picture] = await pictures()
    const other = await addRecord(house)
    const answer = await house.as(curator).get(`/records/${other}/pictures/${picture?.id}`)
    expect(answer.status).toBe(404)
  })
})
