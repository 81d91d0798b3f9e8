import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ClustersAnswer } from '../../../src/catalog/map/model.ts'
import { SearchAnswer } from '../../../src/catalog/search/model.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { publishable } from '../../support/publishable.ts'

let house: TestHouse
const ids: Record<string, string> = {}

const accessions: Record<string, [longitude: number, latitude: number]> = {
  minqin: [103.0877, 38.6123],
  lanzhou: [103.8343, 36.0611],
  xigu: [103.6281, 36.0883],
  dunhuang: [94.6618, 40.1421],
  fiji: [179.5, -17.8],
  samoa: [-172.1, -13.8],
  line: [180, 0],
  pole: [0, -90],
}

beforeAll(async () => {
  house = await testHouse()
  for (const [name, [declongitude, declatitude]] of Object.entries(accessions))
    // oxlint-disable-next-line no-await-in-loop -- in the order of listing
    ids[name] = await house.add('accession', {
      ...publishable.accession,
      title: { en: name, zh: `旱生材料 ${name}` },
      declongitude,
      declatitude,
    })
  ids['nowhere'] = await house.add('accession', {
    ...publishable.accession,
    title: { zh: '旱生材料，来源不详' },
  })
  ids['spectrometer'] = await house.add('instrument', {
    ...publishable.instrument,
    title: { en: 'Spectrometer' },
    lng: 103.8601,
    lat: 36.0501,
  })
  ids['microscope'] = await house.add('instrument', {
    ...publishable.instrument,
    title: { en: 'Microscope' },
    province: '62',
    city: '6207',
  })
  ids['corridor'] = await house.add('dataset', {
    ...publishable.dataset,
    title: { en: 'Corridor' },
    lonWest: 93,
    lonEast: 103,
    latSouth: 36,
    latNorth: 42,
  })
})
afterAll(async () => house[Symbol.asyncDispose]())

const ask = async (query: string, token?: string) =>
  house.as(token).get(`/api/v1/map/clusters?${query}`)
const clusters = async (query: string, token?: string) => {
  const answer = await ask(query, token)
  expect(answer.status).toBe(200)
  return ClustersAnswer.parse(await answer.json())
}
const found = async (query: string) =>
  SearchAnswer.parse(await (await house.as().get(`/api/v1/records?${query}&limit=200`)).json())

const sorted = (all: readonly (string | undefined)[]) => all.map(String).toSorted()

describe('clusters', () => {
  test('of everything are every record that has a place, once', async () => {
    const { clusters: all, total } = await clusters('zoom=0')
    expect(total).toEqual({ value: 11, relation: 'eq' })
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(11)
    for (const { bounds } of all) {
      expect(bounds.west).toBeLessThanOrEqual(bounds.east)
      expect(bounds.south).toBeLessThanOrEqual(bounds.north)
    }
  })

  test('part as one looks nearer, until each is a record with its title', async () => {
    const around = 'bbox=103,35.5,104.5,36.5&kind=accession'
    expect((await clusters(`${around}&zoom=4`)).clusters).toMatchObject([
      { count: 2, bounds: { west: 103.6281, south: 36.0611, east: 103.8343, north: 36.0883 } },
    ])
    const near = await clusters(`${around}&zoom=9`)
    expect(sorted(near.clusters.map(({ record: one }) => one?.id))).toEqual(
      sorted([ids['lanzhou'], ids['xigu']]),
    )
    expect(near.clusters[0]).toMatchObject({
      count: 1,
      record: { kind: 'accession', title: { zh: expect.stringContaining('旱生材料') } },
    })
  })

  test('hold an area wherever it reaches, in the middle of what of it is in the box', async () => {
    const corner = await clusters('kind=dataset&bbox=102,41,110,45&zoom=5')
    expect(corner.clusters).toMatchObject([
      { count: 1, bounds: { west: 102.5, south: 41.5 }, record: { id: ids['corridor'] } },
    ])
    expect((await clusters('kind=dataset&bbox=104,41,110,45')).clusters).toEqual([])
  })

  test('hold an instrument without coordinates at the seat of its prefecture', async () => {
    const { clusters: all } = await clusters('kind=instrument&bbox=100,38,101,40&zoom=8')
    expect(all).toMatchObject([
      { bounds: { west: 100.45, north: 38.93 }, record: { id: ids['microscope'] } },
    ])
  })

  test('hold a collection at the seat of its institution', async () => {
    const before = await clusters('kind=collection&bbox=103,36,104,37&zoom=8')
    const id = await house.add('collection', { ...publishable.collection, title: { en: 'Blood' } })
    const { clusters: all, total } = await clusters('kind=collection&bbox=103,36,104,37&zoom=8')
    expect(total.value).toBe(before.total.value + 1)
    expect(all).toMatchObject([{ bounds: { west: 103.83, north: 36.06 } }])
    expect(await (await house.as().get(`/records/${id}`)).text()).toContain('误差')
    await house
      .as('demo-curator')
      .post(`/api/v1/collections/${id}/withdrawal`, { reason: '重复登记，改用另一条记录。' })
  })

  test('stand on both sides of the date line, none twice', async () => {
    expect((await clusters('bbox=170,-30,-170,30')).total.value).toBe(3)
    expect((await clusters('bbox=170,-30,180,30')).total.value).toBe(2)
    expect((await clusters('bbox=-180,-30,-170,30')).total.value).toBe(1)
    const wide = await house.add('dataset', {
      ...publishable.dataset,
      title: { en: 'Everywhere' },
      lonWest: -180,
      lonEast: 180,
      latSouth: -80,
      latNorth: 80,
    })
    expect((await clusters('bbox=170,-30,-170,30&kind=dataset')).total.value).toBe(1)
    const gone = await house
      .as('demo-curator')
      .post(`/api/v1/datasets/${wide}/withdrawal`, { reason: '重复登记，改用另一条记录。' })
    expect(gone.status).toBe(200)
    expect((await clusters('bbox=170,-30,-170,30&kind=dataset')).total.value).toBe(0)
  })

  test('stand at the poles', async () => {
    expect((await clusters('bbox=-180,-90,180,-89')).total.value).toBe(1)
    expect((await clusters('bbox=-180,89,180,90')).total.value).toBe(0)
  })

  test('of nothing are none', async () => {
    const nothing = { clusters: [], total: { value: 0, relation: 'eq' } }
    expect(await clusters('q=%E6%9C%88%E7%90%83%E8%BD%A6')).toEqual(nothing)
    expect(await clusters('bbox=-40,0,-39,1')).toEqual(nothing)
    expect(await clusters('kind=collection')).toEqual(nothing)
  })

  test.each([
    ['bbox=0,50,10,40', 'bbox'],
    ['bbox=1,2,3', 'bbox'],
    ['bbox=NaN,0,1,1', 'bbox'],
    ['bbox=1e308,0,1,1', 'bbox'],
    ['bbox=0,0,181,1', 'bbox'],
    ['polygon=103,36,104,36', 'polygon'],
    ['polygon=103,36,104,36,NaN,37', 'polygon'],
    [`polygon=${Array.from({ length: 101 }, (_, at) => `${at},0`).join(',')}`, 'polygon'],
    ['zoom=NaN', 'zoom'],
    ['zoom=1e308', 'zoom'],
    ['zoom=-1', 'zoom'],
    ['kind=tractor', 'kind.0'],
  ])('%s is refused in words', async (query, path) => {
    const answer = await ask(query)
    expect(answer.status).toBe(422)
    const { issues } = await answer.json()
    expect(issues).toMatchObject([{ path }])
    expect(issues[0].message.length).toBeGreaterThan(4)
  })

  test('of a box say in words how a box is written', async () => {
    const { issues } = await (await ask('bbox=0,50,10,40')).json()
    expect(issues[0].message).toContain('西,南,东,北')
  })
})

describe('a polygon', () => {
  const triangle = '103.2,35.5,105,35.5,103.6281,36.5'

  test('narrows results, clusters and exports alike', async () => {
    const { items, total } = await found(`kind=accession&polygon=${triangle}`)
    expect(total.value).toBe(2)
    expect(sorted(items.map(({ id }) => id))).toEqual(sorted([ids['lanzhou'], ids['xigu']]))
    expect((await clusters(`kind=accession&polygon=${triangle}`)).total.value).toBe(2)
    const file = await house.as().get(`/api/v1/records/export?format=jsonl&polygon=${triangle}`)
    const lines = (await file.text()).trim().split('\n')
    expect(sorted(lines.map((line) => JSON.parse(line).id))).toEqual(
      sorted([ids['lanzhou'], ids['xigu'], ids['spectrometer']]),
    )
  })

  test('leaves out what is in its box and not in it', async () => {
    const beside = '103.7,36.2,104.5,35.5,104.5,36.2'
    expect((await found(`kind=accession&bbox=103.7,35.5,104.5,36.2`)).total.value).toBe(1)
    expect((await found(`kind=accession&polygon=${beside}`)).total.value).toBe(0)
  })

  test('touches areas that hold it, are held by it, or cross it', async () => {
    for (const polygon of [
      '97,38,98,38,98,39',
      '80,30,120,30,120,50,80,50',
      '102,41,110,41,110,45',
    ])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await found(`kind=dataset&polygon=${polygon}`)).total.value).toBe(1)
    expect((await found('kind=dataset&polygon=104,41,110,41,110,45')).total.value).toBe(0)
  })

  test('crosses the date line the shorter way', async () => {
    const { items } = await found('polygon=178,-20,-170,-20,-170,-10,178,-10')
    expect(sorted(items.map(({ id }) => id))).toEqual(sorted([ids['fiji'], ids['samoa']]))
  })

  test('and a box narrow together', async () => {
    expect((await found(`polygon=${triangle}&bbox=103.7,35,105,37`)).total.value).toBe(2)
    expect((await clusters(`polygon=${triangle}&bbox=103.7,35,105,37`)).total.value).toBe(2)
    expect((await clusters(`polygon=${triangle}&bbox=0,0,1,1`)).total.value).toBe(0)
  })
})

test('clusters count what a search finds that has a place, in any box, by index and by words', async () => {
  const questions = record({
    west: integer({ min: -180, max: 180 }),
    east: integer({ min: -180, max: 180 }),
    south: integer({ min: -90, max: 40 }),
    height: integer({ min: 0, max: 60 }),
    zoom: integer({ min: 0, max: 12 }),
    also: constantFrom(
      '',
      '&kind=accession',
      `&q=${encodeURIComponent('旱生材料')}`,
      '&kind=dataset',
    ),
  })
  const property = asyncProperty(questions, async ({ west, east, south, height, zoom, also }) => {
    const north = Math.min(90, south + height)
    const query = `bbox=${west},${south},${east},${north}${also}`
    const { total } = await found(query)
    const { clusters: all, total: placed } = await clusters(`${query}&zoom=${zoom}`)
    expect(placed).toEqual(total)
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(total.value)
  })
  await assert(property, { numRuns: 60 })
}, 60_000)

const page = async (query: string) => {
  const answer = await house.as().get(`/records?${query}`)
  expect(answer.status).toBe(200)
  return { html: await answer.text(), headers: answer.headers }
}

describe('results as a map', () => {
  test('are a drawing whose links lead nearer, to records, or to what stands in one place', async () => {
    const { html } = await page('view=map&kind=accession')
    expect(html).toContain('class="map-land"')
    expect(html).toMatch(/<a class="map-spot[^>]+href="\/records\?[^"]*view=map[^"]*bbox=/)
    expect(html).toContain('地图上有 8 条。 另有 1 条没有地点。')
    const near = await page('view=map&kind=accession&bbox=103.7,35.5,104.5,36.2')
    expect(near.html).toContain(`href="/records/${ids['lanzhou']}" aria-label="旱生材料 lanzhou"`)
    expect(near.html).toContain('class="map-outline"')
  })

  test('of records in one place lead to their list', async () => {
    const twin = { ...publishable.accession, declongitude: 60.5, declatitude: 50.25 }
    await house.add('accession', { ...twin, title: { en: 'Twin one' }, accenumb: 'TW 1' })
    await house.add('accession', { ...twin, title: { en: 'Twin two' }, accenumb: 'TW 2' })
    const { html } = await page('view=map&bbox=60,50,61,51')
    expect(html).toContain('href="/records?bbox=60.5%2C50.25%2C60.5%2C50.25"')
    expect((await found('bbox=60.5,50.25,60.5,50.25')).total.value).toBe(2)
  })

  test('are of every kind, and reached from cards and table', async () => {
    for (const kind of ['instrument', 'dataset', 'accession', 'collection'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await page(`kind=${kind}`)).html).toContain(
        `href="/records?kind=${kind}&amp;view=map"`,
      )
    expect((await page('view=map&kind=collection')).html).toContain('class="map-drawing"')
  })

  test('keep box and polygon in every other link', async () => {
    const { html } = await page('view=map&polygon=102,35,105,35,104,37')
    const kept = 'polygon=102%2C35%2C105%2C35%2C104%2C37'
    expect(html).toContain(`href="/records?${kept}"`)
    expect(html).toContain(`/api/v1/records/export?format=csv&amp;${kept}`)
    expect(html).toContain('所画多边形内')
  })

  test('say in words that a box is none, and keep what was typed', async () => {
    const { html } = await page('view=map&bbox=0,50,10,40')
    expect(html).toContain('应为“西,南,东,北”')
    expect(html).toContain('value="0,50,10,40"')
  })

  test('say what they lie on: bundled land without borders, or the operator’s map with its review number', async () => {
    expect((await page('view=map')).html).toContain('底图只有陆地、水面和经纬网')
    await using other = await testHouse({
      baseMap: {
        tiles: ['https://tiles.example.org/{z}/{x}/{y}.png'],
        reviewNumber: 'GS（2026）0001号',
        attribution: 'Example',
      },
    })
    await other.add('accession', {
      ...publishable.accession,
      title: { en: 'One' },
      declongitude: 103,
      declatitude: 36,
    })
    const answer = await other.as().get('/records?view=map')
    expect(await answer.text()).toContain('审图号：GS（2026）0001号')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("connect-src 'self' https://tiles.example.org;")
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example.org;")
    const cards = await other.as().get('/records')
    expect(cards.headers.get('content-security-policy')).not.toContain('example.org')
  })
})

describe('a record’s page', () => {
  test('has a drawing of its place, with no script', async () => {
    const html = await (await house.as().get(`/records/${ids['minqin']}`)).text()
    expect(html).toContain('class="map-drawing"')
    expect(html).toContain('位置：103.0877°E 38.6123°N')
    expect(html).not.toContain('hexi-map')
    const area = await (await house.as().get(`/records/${ids['corridor']}?lang=en`)).text()
    expect(area).toContain('Location: 93°E 36°N – 103°E 42°N')
    expect(area).toContain('class="map-outline kind-dataset"')
  })

  test('without a place has none', async () => {
    const html = await (await house.as().get(`/records/${ids['nowhere']}`)).text()
    expect(html).not.toContain('map-drawing')
  })
})
