import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardedValues, publicValues } from '../../src/catalog/records/rules/present.ts'
import { siteDigits } from '../../src/germplasm/rules/site.ts'
import { fieldsOf } from '../../src/kinds.ts'
import { germplasmScene, type GermplasmScene } from './scene.ts'

const site = {
  declatitude: 38.61234,
  declongitude: 103.08765,
  latitude: '383644N',
  longitude: '1030516E',
  coorduncert: 30,
  collsite: '民勤县城东 7 km 沙窝',
}

describe('A protected site', () => {
  test.each([
    [{}, null],
    [{ protectionLevel: 'provincial' }, 1],
    [{ protectionLevel: 'national_2' }, 1],
    [{ protectionLevel: 'national_1' }, 0],
    [{ taxonProtection: 'national_1' }, 0],
    [{ protectionLevel: 'provincial', taxonProtection: 'national_1' }, 0],
    [{ protectionLevel: 'of another list' }, null],
  ])('%o shows %s decimals of a degree', (values, digits) => {
    expect(siteDigits(values)).toBe(digits)
  })

  const fields = fieldsOf('accession', 'plant')
  test.each([
    [
      'national_1',
      {
        declatitude: 39,
        declongitude: 103,
        latitude: '38----N',
        longitude: '103----E',
        coorduncert: 55_660,
        collsite: null,
      },
    ],
    [
      'provincial',
      {
        declatitude: 38.6,
        declongitude: 103.1,
        latitude: '38----N',
        longitude: '103----E',
        coorduncert: 5566,
        collsite: null,
      },
    ],
  ])('%s is what others see, and search knows', (protectionLevel, shown) => {
    const values = { ...site, protectionLevel, accenumb: 'X 1' }
    expect(publicValues(fields, values)).toEqual({ ...values, ...shown })
    expect(guardedValues(fields, values)).toEqual({ ...values, ...shown })
    expect(publicValues(fields, { ...values, coorduncert: 90_000 })).toMatchObject({
      coorduncert: 90_000,
    })
    expect(publicValues(fields, { ...values, latitude: '38.61234 N' })).toMatchObject({
      latitude: null,
    })
  })

  test.each([
    ['中国甘肃省张掖市民乐县南古镇柳谷村', '中国甘肃省张掖市民乐县'],
    ['甘肃省张掖市甘州区平山湖', '甘肃省张掖市甘州区'],
    ['内蒙古阿拉善盟阿拉善左旗吉兰泰', '内蒙古阿拉善盟阿拉善左旗'],
    ['甘肃省敦煌市西湖国家级自然保护区', '甘肃省敦煌市'],
    ['7 km east of Minqin', null],
  ])('at %s is in %s', (place, county) => {
    for (const [profile, field] of [
      ['plant', 'originPlace'],
      ['microbe', 'geographicOrigin'],
    ] as const) {
      const values = { protectionLevel: 'national_2', [field]: place }
      expect(publicValues(fieldsOf('accession', profile), values)[field]).toBe(county)
    }
  })

  test('without protection is shown as it is', () => {
    expect(publicValues(fields, site)).toBe(site)
  })
})

let house: GermplasmScene
beforeAll(async () => {
  house = await germplasmScene()
})
afterAll(async () => house[Symbol.asyncDispose]())

/** What no door may show, however it is written. */
const secrets = ['38.61', '103.08', '383644', '1030516', '沙窝']
/** Boxes around the site, ever smaller; a precise one must not tell it from its neighbourhood. */
const precise = '103.087,38.612,103.088,38.613'

const doors = (id: string) => [
  `/api/v1/records/${id}`,
  `/api/v1/accessions/${id}`,
  `/api/v1/records/${id}/history`,
  `/api/v1/records?q=${encodeURIComponent('沙窝')}`,
  `/api/v1/records?q=383644N`,
  `/records/${id}`,
  `/records/${id}?lang=en`,
  `/records/${id}/history`,
  `/records?q=${encodeURIComponent('沙窝')}`,
  `/libraries/forage`,
  `/api/v1/map/clusters?bbox=102,38,104,40&zoom=20`,
  `/api/v1/map/clusters?q=bassia&zoom=24`,
  `/records?view=map&bbox=102,38,104,40`,
  `/records?view=map&lang=en&polygon=102,38,104,38,103,41`,
  `/taxa/${house.ids['Bassia prostrata']}`,
  `/brapi/v2/germplasm/${id}`,
  `/brapi/v2/germplasm/${id}/mcpd`,
  `/brapi/v2/germplasm?germplasmDbId=${id}`,
]

/** Every answer without what was asked for, which a page repeats. */
const answers = async (id: string, as?: 'demo-outsider' | 'demo-curator') => {
  const texts: string[] = []
  for (const door of doors(id)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const text = await (await house.as(as).get(door)).text()
    texts.push(door.includes('q=') ? text.replaceAll(/沙窝|383644N/g, '') : text)
  }
  return texts.join('\n')
}
const inBox = async (id: string, as?: 'demo-curator') => {
  const found = await (await house.as(as).get(`/api/v1/records?bbox=${precise}`)).json()
  return found.items.some((item: { id: string }) => item.id === id)
}

test.each([
  ['by its record', { protectionLevel: 'national_1' }],
  ['by its taxon, under a synonym', { genus: 'Nitraria', species: 'schoberi' }],
  ['by what stands above its taxon', { genus: 'Tetraena', species: 'mongolica' }],
])('protected %s, its site shows at no door but to its curators', async (_, given) => {
  await protect()
  const id = await house.accession({ ...site, ...given })
  for (const who of [undefined, 'demo-outsider'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const text = await answers(id, who)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  }
  expect(await inBox(id)).toBe(false)
  expect(await inBox(id, 'demo-curator')).toBe(false)
  const own = await (await house.as('demo-curator').get(`/api/v1/accessions/${id}`)).json()
  expect(own).toMatchObject(site)
})

let isProtected = false
/** A species with a synonym, and a genus, that are protected. */
async function protect() {
  if (isProtected) return
  isProtected = true
  await house.addTaxon({
    scientificName: 'Nitraria sibirica',
    rank: 'species',
    protection: 'national_2',
  })
  await house.addTaxon({
    scientificName: 'Nitraria schoberi',
    rank: 'species',
    accepted: 'Nitraria sibirica',
  })
  await house.addTaxon({ scientificName: 'Tetraena', rank: 'genus', protection: 'national_1' })
}

test('an open site is shown, found by its box and by its place', async () => {
  const id = await house.accession(site)
  const shown = await (await house.as().get(`/api/v1/accessions/${id}`)).json()
  expect(shown).toMatchObject({
    ...site,
    parsed: { latitude: { value: 38.612222, precision: 'second', precisionM: 15 } },
  })
  const page = await (await house.as().get(`/records/${id}`)).text()
  for (const text of ['北纬 38°36′44″（±15 m）', '<code class="quiet">383644N</code>'])
    expect(page).toContain(text)
  const english = await (await house.as().get(`/records/${id}?lang=en`)).text()
  expect(english).toContain('103°5′16″ E (±15 m)')
  expect(await inBox(id)).toBe(true)
})

test('a taxon that becomes protected guards what was found before', async () => {
  const taxon = await house.addTaxon({
    scientificName: 'Ammopiptanthus mongolicus',
    rank: 'species',
  })
  const id = await house.accession({ ...site, genus: 'Ammopiptanthus', species: 'mongolicus' })
  expect(await inBox(id)).toBe(true)
  const changed = await house
    .as('demo-curator')
    .patch(`/api/v1/taxa/${taxon}`, { protection: 'national_2' }, { 'if-match': '"1"' })
  expect(changed.status).toBe(200)
  await house.place(taxon)
  expect(await inBox(id)).toBe(false)
  expect(await answers(id)).not.toContain('沙窝')
})

/** Every number in a text, with its digits after the point. */
const decimalsIn = (text: string) =>
  [...text.matchAll(/-?\d+\.(\d+)/g)].map(([number, digits = '']) => ({ number, digits }))

test('a protected site stands on maps with no more digits than are shown of it, wherever it is', async () => {
  const sites = record({
    declatitude: integer({ min: -8_999_999, max: 8_999_999 }).map((n) => n / 1e5),
    declongitude: integer({ min: -17_999_999, max: 17_999_999 }).map((n) => n / 1e5),
    protectionLevel: constantFrom('national_1', 'national_2', 'provincial'),
  })
  const property = asyncProperty(sites, async (given) => {
    const id = await house.accession(given)
    const digits = siteDigits(given) ?? 9
    const { declatitude: y, declongitude: x } = given
    const box = [x - 0.6, y - 0.6, x + 0.6, y + 0.6].map((side, at) =>
      Math.max(at % 2 ? -90 : -180, Math.min(at % 2 ? 90 : 180, side)),
    )
    const address = `bbox=${box.map((side) => side.toFixed(5)).join(',')}&zoom=24`
    const own = `/api/v1/map/clusters?${address}`
    for (const who of [undefined, 'demo-curator'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { clusters } = await (await house.as(who).get(own)).json()
      const mine = clusters.filter((one: { record?: { id: string } }) => one.record?.id === id)
      expect(decimalsIn(JSON.stringify(mine)).filter((one) => one.digits.length > digits)).toEqual(
        [],
      )
    }
    const page = await (await house.as().get(`/records/${id}`)).text()
    const caption = /<figcaption[^>]*>([^<]*)/.exec(page)?.[1] ?? ''
    expect(caption).toContain('°')
    expect(decimalsIn(caption).filter((one) => one.digits.length > digits)).toEqual([])
    // Shorter numbers stand on every page.
    const values = [String(x), String(y)].filter((value) => /\.\d{4}/.test(value))
    expect(values.filter((value) => page.includes(value))).toEqual([])
  })
  await assert(property, { numRuns: 25 })
}, 60_000)
