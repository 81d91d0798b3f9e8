import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { boundsOf, readingsIn } from '../../src/stock/climate/rules.ts'
import { tellWaiting } from '../support/told.ts'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
let numbers = 0
beforeAll(async () => {
  scene = await stockScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const room = async (more: object = {}) => {
  numbers += 1
  const place = { institution: scene.own, type: 'room', code: `R${numbers}` }
  return scene.made('/places', { ...place, ...more })
}
const put = async (place: string, body: object, as = 'demo-curator') =>
  (await scene.as(as).put(`/api/v1/places/${place}/climate`, body)).status
const get = async (path: string) => (await scene.as('demo-curator').get(`/api/v1${path}`)).json()
/** Hours before now. */
const ago = (hours: number) => scene.services.now().subtract({ hours }).toString()
/** On the whole hour, so that the same one can be sent again. */
const wholeHourAgo = (hours: number) =>
  scene.services
    .now()
    .round({ smallestUnit: 'hour', roundingMode: 'floor' })
    .subtract({ hours })
    .toString()
const enter = async (
  place: string,
  readings: [hours: number, celsius: number, humidity?: number][],
) => {
  const answer = await scene.post(`/places/${place}/climate-readings`, {
    readings: readings.map(([hours, celsius, humidity]) => ({
      at: wholeHourAgo(hours),
      celsius,
      humidity,
    })),
  })
  return [answer.status, await answer.json()]
}

const Alarms = z.object({ items: z.array(z.looseObject({ isOpen: z.boolean() })) })
const alarms = async (place: string) =>
  Alarms.parse(await get(`/places/${place}/climate-alarms`)).items

describe('what a place is kept at', () => {
  test('holds for the places inside, unless they say otherwise', async () => {
    const [outer, code] = [await room(), `R${numbers}`]
    const inner = await room({ type: 'cabinet', parent: code })
    expect(await get(`/places/${inner}/climate`)).toMatchObject({ class: null, of: null })
    expect(await put(outer, { class: 'long_term' })).toBe(200)
    expect(await get(`/places/${inner}/climate`)).toMatchObject({
      class: 'long_term',
      celsiusFrom: -21,
      celsiusTo: -15,
      of: { id: outer },
    })
    expect(await put(inner, { class: 'own', celsiusFrom: 2, celsiusTo: 8 })).toBe(200)
    expect(await get(`/places/${inner}/climate`)).toMatchObject({
      class: 'own',
      celsiusTo: 8,
      humidityFrom: null,
      of: { id: inner },
    })
    expect(await put(inner, { class: 'own', celsiusFrom: 9, celsiusTo: 8 })).toBe(422)
    expect(await put(inner, { class: 'own' })).toBe(422)
    expect(await put(inner, { class: 'medium_term' }, scene.strangerToken)).toBe(404)
    expect(await put(inner, { class: 'medium_term' }, 'demo-researcher')).toBe(404)
  })

  test('is where its lots are kept, for predictions', async () => {
    await put(await room(), { class: 'medium_term' })
    const lot = await scene.lot({ place: `R${numbers}` })
    expect(await get(`/lots/${lot}/viability`)).toMatchObject({ keptAtCelsius: 7.5 })
  })
})

describe('readings', () => {
  test('outside of the class that follow each other are one alarm', async () => {
    const place = await room()
    await put(place, { class: 'long_term' })
    const [status, done] = await enter(place, [
      [9, -18, 15],
      [8, -12, 15],
      [7, -10, 15],
      [6, -18, 15],
      [5, -18, 30],
    ])
    expect([status, done]).toEqual([200, { entered: 5, outside: 3 }])
    expect(await alarms(place)).toMatchObject([
      { isOpen: true, readings: 1, humidityHighest: 30 },
      { isOpen: false, readings: 2, celsiusLowest: -12, celsiusHighest: -10 },
    ])
    // What a logger wrote meanwhile may come late, and the same again changes nothing.
    expect(
      await enter(place, [
        [4, -18, 15],
        [8, -12, 15],
      ]),
    ).toEqual([200, { entered: 1, outside: 0 }])
    expect((await alarms(place)).map(({ isOpen }) => isOpen)).toEqual([false, false])
    expect(await enter(place, [[8, -17, 15]])).toEqual([200, { entered: 1, outside: 0 }])
    expect(await alarms(place)).toMatchObject([
      { readings: 1 },
      { readings: 1, celsiusHighest: -10 },
    ])
    expect(await get('/climate-alarms')).toMatchObject({ items: [{ place: { id: place } }, {}] })
    expect(await get(`/places/${place}/climate`)).toMatchObject({
      latest: { celsius: -18, isOutside: false },
    })
  })

  test('tell the curators of an alarm once, when it begins', async () => {
    const place = await room()
    await put(place, { class: 'long_term' })
    const told = async () => {
      await tellWaiting(scene.services)
      const { items } = await get('/notifications?limit=200')
      return items.filter(({ path }: { path: string }) => path === `/places/${place}/climate`)
    }
    await enter(place, [[5, -18, 15]])
    expect(await told()).toEqual([])
    await enter(place, [[4, -12, 15]])
    await enter(place, [[3, -11, 15]])
    expect(await told()).toMatchObject([{ kind: 'store_alarm' }])
    await enter(place, [[2, -18, 15]])
    await enter(place, [[1, -10, 15]])
    expect(await told()).toHaveLength(2)
  })

  test('of a place without a class raise none; what is wrong is refused whole', async () => {
    const place = await room()
    expect(await enter(place, [[1, 25]])).toEqual([200, { entered: 1, outside: 0 }])
    expect(await alarms(place)).toEqual([])
    const path = `/places/${place}/climate-readings`
    expect(await scene.refusedBy(path, { readings: [{ at: ago(1) }] })).toEqual([
      422,
      'readings.0.celsius',
    ])
    const late = {
      readings: [
        { at: ago(2), celsius: 4 },
        { at: ago(-2), celsius: 4 },
      ],
    }
    expect(await scene.refusedBy(path, late)).toEqual([422, 'readings.1.at'])
    expect(await get(path)).toMatchObject({ total: { value: 1 } })
    const one = { readings: [{ at: ago(1), celsius: 4 }] }
    expect((await scene.post(path, one, scene.strangerToken)).status).toBe(404)
    expect((await scene.as().get(`/api/v1${path}`)).status).toBe(401)
  })

  test('of liquid nitrogen are read, kept and an alarm above what its store allows', async () => {
    const [place, code] = [await room({ type: 'tank' }), `R${numbers}`]
    const box = await scene.made('/places', {
      institution: scene.own,
      type: 'box',
      code: 'LN',
      parent: code,
      rows: 9,
      columns: 9,
    })
    const bounds = { celsiusFrom: '-200', celsiusTo: '−150' }
    const form = new URLSearchParams({ class: 'own', ...bounds }).toString()
    const send = async (path: string, body: string) =>
      scene.app.request(`/places/${place}/climate${path}`, {
        method: 'POST',
        headers: {
          authorization: 'Bearer demo-curator',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body,
      })
    expect((await send('', form)).status).toBe(303)
    expect(await get(`/places/${box}/climate`)).toMatchObject({
      celsiusFrom: -200,
      celsiusTo: -150,
      of: { id: place },
    })
    const lines = ['-196', '−195.8', '-148.5', '-120'].map(
      (celsius, at) => `${wholeHourAgo(8 - at)},${celsius}`,
    )
    const table = ['time,temperature', ...lines].join('\n')
    expect((await send('/table', new URLSearchParams({ table }).toString())).status).toBe(303)
    const readings = await get(`/places/${place}/climate-readings`)
    const kept = z.object({ items: z.array(z.object({ celsius: z.number() })) }).parse(readings)
    expect(kept.items.map(({ celsius }) => celsius)).toEqual([-120, -148.5, -195.8, -196])
    expect(await alarms(place)).toMatchObject([
      { isOpen: true, readings: 2, celsiusLowest: -148.5, celsiusHighest: -120 },
    ])
    await enter(place, [[1, -196]])
    expect((await alarms(place)).map(({ isOpen }) => isOpen)).toEqual([false])
    const pages = [`/places/${place}/climate`, `/places/${box}/box`, '/storage']
    for (const path of pages)
      // oxlint-disable-next-line no-await-in-loop -- three pages
      expect([path, (await scene.as('demo-curator').get(path)).status]).toEqual([path, 200])
    const shown = await (await scene.as('demo-curator').get(`/places/${box}/box`)).text()
    expect(shown).toContain('−196 °C')
  })

  test('that two send at once are each there once', async () => {
    const place = await room()
    const some: [number, number][] = [1, 2, 3, 4, 5].map((hours) => [hours, 4])
    const answers = await Promise.all([enter(place, some), enter(place, some.toReversed())])
    expect(answers.map(([status]) => status)).toEqual([200, 200])
    expect(await get(`/places/${place}/climate-readings`)).toMatchObject({ total: { value: 5 } })
  })
})

test('a reading is typed, and a logger’s file pasted, into the page', async () => {
  const place = await room()
  await put(place, { class: 'medium_term' })
  const send = async (path: string, fields: Record<string, string>) =>
    scene.app.request(`/places/${place}/climate/${path}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer demo-curator',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    })
  const typed = { at: '2025-01-02T09:00', 'at.zone': 'Asia/Shanghai', celsius: '7.5' }
  expect((await send('reading', typed)).status).toBe(303)
  const table = '时间,温度(℃),湿度(%RH)\n2025-01-02 10:00,6.5,14\n2025/1/2 10:10,6.7,--\n'
  expect((await send('table', { table })).status).toBe(303)
  expect((await send('table', { table: 'nothing' })).status).toBe(422)
  expect(await get(`/places/${place}/climate-readings`)).toMatchObject({
    items: [
      { at: '2025-01-02T02:10:00Z', celsius: 6.7, humidity: null },
      { at: '2025-01-02T02:00:00Z', celsius: 6.5, humidity: 14 },
      { at: '2025-01-02T01:00:00Z', celsius: 7.5 },
    ],
  })
  for (const path of [`/places/${place}/climate`, '/climate-alarms', `/places/${place}`])
    expect([path, (await scene.as('demo-curator').get(path)).status]).toEqual([path, 200])
})

test('the file of a logger is sent as it is, in the encoding of whoever wrote it', async () => {
  const place = await room()
  const send = async (bytes: Uint8Array<ArrayBuffer> | undefined, who = 'demo-curator') => {
    const body = new FormData()
    if (bytes) body.set('file', new Blob([bytes]), 'logger.csv')
    return (await scene.as(who).post(`/places/${place}/climate/file`, body)).status
  }
  // 时间,温度 in GB18030
  const head = [0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xce, 0xc2, 0xb6, 0xc8]
  const row = [...Buffer.from('\n2025-01-02 10:00,6.5\n')]
  expect(await send(Uint8Array.from([...head, ...row]))).toBe(303)
  expect(await send(new TextEncoder().encode('\ufeff时间;湿度\n2025-01-02 10:05;14\n'))).toBe(303)
  expect(await get(`/places/${place}/climate-readings`)).toMatchObject({
    items: [
      { at: '2025-01-02T02:05:00Z', celsius: null, humidity: 14 },
      { at: '2025-01-02T02:00:00Z', celsius: 6.5, humidity: null },
    ],
  })
  const wrong = [undefined, new Uint8Array(), Uint8Array.from([0xff, 0xff, 0x00])]
  for (const bytes of wrong) expect(await send(bytes)).toBe(422)
  expect(await send(new TextEncoder().encode('time,temp\n9999-99-99 10:00,5\n'))).toBe(422)
  expect(await send(new TextEncoder().encode('time,temp\n9999-12-31 10:00,5\n'))).toBe(422)
  expect(await send(new Uint8Array(6_000_000))).toBe(413)
  expect(await send(Uint8Array.from([...head, ...row]), scene.strangerToken)).toBe(404)
  expect(await send(Uint8Array.from([...head, ...row]), 'demo-researcher')).toBe(404)
})

describe('what a logger wrote', () => {
  test('has quotation marks that do not match as text', () => {
    expect(readingsIn('time,temperature\n"2026-03-02 09:00,5\n')).toEqual([
      { at: '"2026-03-02 09:00', celsius: 5 },
    ])
  })

  test('is read below lines about the logger, with its units', () => {
    const text = 'Serial;1234\nDate Time;Temp °C;RH %\n2026-03-02 09:00:05;-18.1;15.2 %\n'
    expect(readingsIn(text)).toEqual([
      { at: '2026-03-02T01:00:05Z', celsius: -18.1, humidity: 15.2 },
    ])
  })

  test('keeps offsets, and leaves what is wrong for the schema to refuse', () => {
    expect(readingsIn('time\ttemperature\n2026-03-02T09:00+00:00\tx')).toEqual([
      { at: '2026-03-02T09:00+00:00', celsius: 'x' },
    ])
    expect(readingsIn('time,temperature\n')).toBeUndefined()
    expect(readingsIn('a,b\n1,2')).toBeUndefined()
  })
})

test('bounds are those of the class, or its own', () => {
  const own = { class: 'own', celsiusFrom: 0, celsiusTo: 4, humidityTo: 60 } as const
  expect(boundsOf(own)).toEqual({ celsiusFrom: 0, celsiusTo: 4, humidityFrom: 0, humidityTo: 60 })
  expect(boundsOf({ class: 'long_term', celsiusFrom: 99 })).toMatchObject({ celsiusFrom: -21 })
})
