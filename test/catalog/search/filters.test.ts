import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Name, smallCatalogue, type SmallCatalogue } from './scene.ts'

let house: SmallCatalogue
beforeAll(async () => {
  house = await smallCatalogue()
})
afterAll(async () => house[Symbol.asyncDispose]())

describe('a filter', () => {
  test.each<[string, Name[]]>([
    ['kind=instrument', ['isotopes']],
    ['profile=plant', ['alfalfa', 'barley', 'lentil']],
    ['library=forage', ['alfalfa']],
    ['region=62', ['alfalfa', 'barley', 'lentil', 'isotopes', 'glacier', 'cohort']],
    ['region=6201', ['alfalfa', 'barley', 'lentil', 'isotopes', 'glacier', 'cohort']],
    ['region=6203', []],
    ['subject=210', ['alfalfa']],
    ['subject=170.45', ['glacier']],
    ['subject=170.4510', ['glacier']],
    ['access=open', ['alfalfa', 'glacier']],
    ['taxon=Medicago+sativa', ['alfalfa']],
    ['taxon=hordeum', ['barley']],
    ['year=1981', ['alfalfa']],
    ['year=1980..1999', ['alfalfa', 'barley']],
    ['year=2000..', ['glacier']],
    ['year=..1990', ['alfalfa']],
    ['year=1999..1980', []],
    ['year=2200..', []],
    ['year=..0999', []],
    ['bbox=100,30,110,40', ['alfalfa', 'isotopes', 'cohort']],
    ['bbox=107.7,30,110,40', []],
    ['bbox=170,30,110,40', ['alfalfa', 'isotopes', 'cohort']],
    ['has_image=false', ['alfalfa', 'barley', 'lentil', 'isotopes', 'glacier', 'cohort']],
    ['has_image=true', []],
    ['visibility=draft', []],
    ['q=甘肃&kind=dataset&access=open', ['glacier']],
  ])('%s leaves %j', async (query, expected) => {
    const found = await house.found(Object.fromEntries(new URLSearchParams(query)))
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  test('given more than once means any of its values', async () => {
    const answer = await house.as().get('/api/v1/records?kind=instrument&kind=dataset')
    expect((await answer.json()).total).toEqual({ value: 2, relation: 'eq' })
  })

  test('by institution takes its id', async () => {
    expect(await house.found({ institution: house.own })).toHaveLength(6)
    expect(await house.found({ institution: house.other })).toEqual([])
  })

  test('by picture follows the pictures', async () => {
    const red = { create: { width: 40, height: 30, channels: 3, background: 'red' } } as const
    const picture = new Uint8Array(await sharp(red).png().toBuffer())
    const form = new FormData()
    form.set('file', new File([picture], 'red.png', { type: 'image/png' }))
    const curator = house.as('demo-curator')
    const added = await curator.post(`/api/v1/records/${house.idOf('glacier')}/images`, form)
    expect(await house.found({ has_image: 'true' })).toEqual(['glacier'])
    const { id } = await added.json()
    expect((await curator.delete(`/api/v1/images/${id}`)).status).toBe(204)
    expect(await house.found({ has_image: 'true' })).toEqual([])
  })

  test('is a kind’s own list, too', async () => {
    const { items } = await (await house.as().get('/api/v1/instruments')).json()
    expect(items.map(({ id }: { id: string }) => id)).toEqual([house.idOf('isotopes')])
  })

  test.each([
    ['kind=tractor', 'kind.0'],
    ['access=secret', 'access.0'],
    ['region=Gansu', 'region.0'],
    ['subject=1', 'subject.0'],
    ['year=81', 'year.0'],
    ['bbox=1,2,3', 'bbox'],
    ['bbox=0,50,10,40', 'bbox'],
    ['has_image=perhaps', 'has_image'],
    ['sort=price', 'sort'],
    ['facets=kind,colour', 'facets.1'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['after=nonsense', 'after'],
  ])('%s is refused, and the path named', async (query, path) => {
    const answer = await house.as().get(`/api/v1/records?${query}`)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const { issues } = await answer.json()
    expect(issues.map((issue: { path: string }) => issue.path)).toEqual([path])
  })
})

const counts = async (query: Record<string, string>) => {
  const { facets = {} } = await house.search({ facets: 'true', ...query })
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [
      facet,
      Object.fromEntries(values.map(({ value, count }) => [value, count])),
    ]),
  )
}

describe('facets', () => {
  test('count every hit once in each of its values', async () => {
    expect(await counts({})).toMatchObject({
      kind: { accession: 3, instrument: 1, dataset: 1, collection: 1 },
      profile: { plant: 3 },
      library: { grain: 2, forage: 1 },
      institution: { [house.own]: 6 },
      access: { on_request: 3, open: 2, registered: 1 },
      taxon: { 'Medicago sativa': 1, 'Hordeum vulgare': 1, 'Lens culinaris': 1 },
      year: { '1981': 1, '1999': 1, '2019': 1 },
      has_image: { false: 6 },
      visibility: { published: 6 },
    })
  })

  test('have labels in both languages', async () => {
    const { facets } = await house.search({ facets: 'kind,library,institution' })
    expect(facets?.kind).toContainEqual({
      value: 'accession',
      label: expect.objectContaining({ zh: expect.stringContaining('种质') }),
      count: 3,
      relation: 'eq',
      selected: false,
    })
    expect(facets?.library?.[0]?.label).toMatchObject({ zh: '粮食作物' })
    expect(facets?.institution?.[0]?.label).toEqual({
      zh: '甘肃省种质资源库',
      en: 'Gansu Genebank',
    })
    expect(facets).not.toHaveProperty('access')
  })

  test('that narrow keep their other values, and narrow all others', async () => {
    const narrowed = await counts({ kind: 'accession' })
    expect(narrowed['kind']).toEqual({ accession: 3, instrument: 1, dataset: 1, collection: 1 })
    expect(narrowed['access']).toEqual({ on_request: 1, open: 1, registered: 1 })
    const twice = await counts({ kind: 'accession', access: 'open' })
    expect(twice['kind']).toEqual({ accession: 1, dataset: 1 })
    expect(twice['access']).toEqual({ on_request: 1, open: 1, registered: 1 })
    expect(twice['library']).toEqual({ forage: 1 })
  })

  test('say which values are chosen', async () => {
    const { facets } = await house.search({ facets: 'kind', kind: 'dataset' })
    const chosen = facets?.kind?.filter(({ selected }) => selected).map(({ value }) => value)
    expect(chosen).toEqual(['dataset'])
  })

  test('follow the words', async () => {
    expect(await counts({ q: '同位素' })).toMatchObject({ kind: { instrument: 1 } })
  })
})

const page = async (query: string) => (await house.as().get(`/records?${query}`)).text()

describe('the results page', () => {
  test('says what to try when nothing is found', async () => {
    const html = await page('q=xyzzyq')
    expect(html).toContain('没有找到“xyzzyq”')
    expect(html).toContain('Medicago sativa')
    expect(html).toContain('href="/records"')
  })

  test('offers another spelling', async () => {
    expect(await page('q=Medicgo')).toContain('/records?q=medicago')
  })

  test('offers to take filters away when they leave nothing', async () => {
    const html = await page('q=苜蓿&kind=dataset')
    expect(html).toContain(`/records?q=${encodeURIComponent('苜蓿')}"`)
  })

  test('leaves out what it does not understand of an old address', async () => {
    const answer = await house.as().get('/records?kind=tractor&year=then&q=苜蓿')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Longdong <mark>alfalfa</mark>')
  })
})
