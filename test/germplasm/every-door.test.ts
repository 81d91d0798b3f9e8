import { integer, record, sample } from 'fast-check'
import pMap from 'p-map'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { exportFormats } from '../../src/exchange/exports/model.ts'
import { germplasmPaths } from '../../src/germplasm/words/paths.ts'
import { dmsOf } from '../../src/germplasm/quality/rules/places.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { aRole, aToken, somebody } from '../support/people.ts'
import { germplasmScene, type GermplasmScene } from './scene.ts'

/** A protected site: where it is, by what, and the decimals of a degree that everybody may see of it. */
type Site = {
  latitude: number
  longitude: number
  place: string
  digits: number
  by: Record<string, string>
}

/** Never near where a degree or a tenth of it is rounded: what may be shown then differs from what may not. */
const axis = (from: number, to: number) =>
  record({
    degree: integer({ min: from, max: to }),
    tenth: integer({ min: 1, max: 8 }),
    rest: integer({ min: 2101, max: 3899 }),
  }).map(({ degree, tenth, rest }) => Number(`${degree}.${tenth}${rest}`))

const protections: readonly Pick<Site, 'digits' | 'by'>[] = [
  { digits: 0, by: { protectionLevel: 'national_1' } },
  { digits: 1, by: { protectionLevel: 'national_2' } },
  { digits: 1, by: { protectionLevel: 'provincial' } },
  { digits: 0, by: { genus: 'Tetraena', species: 'mongolica' } },
  { digits: 0, by: { protectionLevel: 'provincial', genus: 'Tetraena', species: 'sp.' } },
]

const sites: readonly Site[] = sample(
  record({ latitude: axis(27, 52), longitude: axis(74, 134) }),
  { numRuns: protections.length, seed: 20_261_129 },
).flatMap((where, at) => {
  const protection = protections[at]
  return protection ? [{ ...where, ...protection, place: newWord() }] : []
})

const passportOf = ({ latitude, longitude, place, by }: Site, mission: string) => ({
  declatitude: latitude,
  declongitude: longitude,
  latitude: dmsOf(latitude, 'latitude'),
  longitude: dmsOf(longitude, 'longitude'),
  coorduncert: 5,
  collsite: place,
  collmissid: mission,
  ...by,
})

/** Moments, whose seconds look like degrees by chance. */
const moments = /T\d\d:\d\d:\d\d\.\d+Z/g

/** What of a site a text shows that it must not: numbers with more digits, minutes of a degree, its name. */
function shownOf({ latitude, longitude, digits, place }: Site, whole: string): string[] {
  const text = whole.replaceAll(moments, '')
  const numbers = text.match(/\d+\.\d+/g) ?? []
  const precise = numbers.filter((number) => {
    const decimals = number.replace(/0+$/, '').split('.')[1]?.length ?? 0
    const isNear = (of: number) => Math.abs(Number(number) - of) < 10 ** -(digits + 1)
    return decimals > digits && (isNear(latitude) || isNear(longitude))
  })
  const minutes = [dmsOf(latitude, 'latitude'), dmsOf(longitude, 'longitude')].flatMap((dms) => {
    const [degree, minute] = [dms.slice(0, -5), dms.slice(-5, -3)]
    const written = new RegExp(`${degree}${minute}\\d\\d[NSEW]|${Number(degree)}°\\s*${minute}`)
    return text.match(written) ?? []
  })
  return [...new Set([...precise, ...minutes, ...(text.includes(place) ? [place] : [])])]
}

let house: GermplasmScene
let stranger = ''
/** Ids by the collection that an address has before them. */
const ids = new Map<string, string[]>()
beforeAll(async () => {
  house = await germplasmScene()
  await house.addTaxon({ scientificName: 'Tetraena', rank: 'genus', protection: 'national_1' })
  const { services, own, other } = house
  const someone = await somebody(services, { email: 'stranger@elsewhere.test' })
  await aRole(services, someone.id, 'curator', other)
  stranger = await aToken(services, someone.id)
  const Made = z.looseObject({ id: z.string() })
  const add = async (collection: string, path: string, body: object) => {
    const answer = await house.as('demo-curator').post(`/api/v1${path}`, body)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    const made = Made.safeParse(await answer.json()).data
    if (made) ids.set(collection, [...(ids.get(collection) ?? []), made.id])
    return made?.id ?? ''
  }
  ids.set('institutions', [own, other])
  ids.set('taxa', Object.values(house.ids))
  ids.set('libraries', ['forage'])
  await add('missions', '/missions', { institution: own, code: 'CN-GS-1999' })
  const named = { code: 'H', name: { zh: '株高' } }
  await add('traits', '/traits', { ...named, category: 'agronomic', scale: 'numerical' })
  const trial = await add('trials', '/trials', { ...named, institution: own, season: '2025' })
  const records: string[] = []
  for (const site of sites) {
    // oxlint-disable-next-line no-await-in-loop -- each has its place in the order
    const id = await house.accession(passportOf(site, 'CN-GS-1999'))
    records.push(id)
    const lot = { code: `L-${records.length}`, unit: 'seed', quantity: 900 }
    // oxlint-disable-next-line no-await-in-loop -- the same
    await add('lots', `/accessions/${id}/lots`, lot)
  }
  for (const collection of ['records', 'accessions']) ids.set(collection, records)
  const [accession = '', next = ''] = records
  const observations = [{ accession, trait: 'H', value: '1' }]
  await add('observations', `/trials/${trial}/observations`, { observations })
  await add('relations', `/records/${accession}/relations`, { to: next, type: 'References' })
  await add('parents', `/accessions/${next}/parents`, { role: 'female', record: accession })
}, 120_000)
afterAll(async () => house[Symbol.asyncDispose]())

const parameter = /:\w+(?:\{[^}]*\})?/g

/** Every address that is read, with ids of what its collection holds, or of everything. */
function addresses(): string[] {
  const routes = house.app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => path)
  return [...new Set(routes)].flatMap((path) => {
    if (!path.includes(':')) return [path]
    const [collection = ''] = path.replace('/api/v1', '').split('/').slice(1)
    const known = ids.get(collection) ?? [...ids.values()].flat()
    return known.map((id) => path.replaceAll(parameter, id))
  })
}

/** Ways in which an address that answers is asked once more. */
const further = ['limit=200', 'limit=200&format=csv', 'limit=200&format=xlsx', 'lang=en']

/** What needs more than its address to answer. */
const asked = (): string[] => [
  ...exportFormats.map((format) => `/api/v1/records/export?format=${format}`),
  ...sites.flatMap(({ place, latitude, longitude }) => [
    `/api/v1/suggestions?q=${place.slice(0, 6)}`,
    `/api/v1/records?q=${place}`,
    `/api/v1/records?bbox=${longitude - 1},${latitude - 1},${longitude + 1},${latitude + 1}`,
  ]),
  ...['', '/api/v1'].map((at) => `${at}${germplasmPaths.comparison(ids.get('records') ?? [])}`),
]

/** As a person would read it: the cells of a workbook. Entries of our archives are not compressed. */
async function textOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  return type.includes('spreadsheetml') ? JSON.stringify(await readSheet(bytes)) : bytes.toString()
}

type Door = { address: string; status: number; text: string }

async function opened(address: string, as?: string): Promise<Door> {
  const answer = await house.as(as).get(address)
  return { address, status: answer.status, text: await textOf(answer) }
}

/** Several at once: the database answers while the program writes. */
const openedAll = (all: readonly string[], as?: string): Promise<Door[]> =>
  pMap(all, (address) => opened(address, as), { concurrency: 8 })

async function everyDoor(as?: string): Promise<Door[]> {
  const plain = await openedAll([...addresses(), ...asked()], as)
  const answering = plain.filter(({ status, address }) => status === 200 && !address.includes('?'))
  const more = answering.flatMap(({ address }) => further.map((query) => `${address}?${query}`))
  return [...plain, ...(await openedAll(more, as))]
}

/** The address repeats what was asked, and so may a page. */
const without = (text: string, address: string) =>
  address.includes('q=') ? sites.reduce((all, { place }) => all.replaceAll(place, ''), text) : text

test.each([
  ['nobody in particular', () => undefined],
  ['a member of another institution', () => 'demo-outsider'],
  ['a curator of another institution', () => stranger],
])(
  'no door shows more digits of a protected site than everybody may see, to %s',
  { timeout: 300_000 },
  async (_, who) => {
    const doors = await everyDoor(who())
    const wrong = doors.flatMap(({ address, text }) =>
      sites.flatMap((site) => {
        const shown = shownOf(site, without(text, address))
        return shown.length > 0 ? [{ address, shown, by: site.by }] : []
      }),
    )
    const open = doors.filter(({ status }) => status === 200)
    console.log(`${doors.length} doors, of which ${open.length} were open`)
    expect(wrong).toEqual([])
    expect(open.length).toBeGreaterThan(200)
    const faulty = doors.filter(({ status, address }) => status >= 500 && address !== '/readyz')
    expect(faulty).toEqual([])
  },
)

test(
  'the curator of the record finds all of it at many of them',
  { timeout: 120_000 },
  async () => {
    const formats = exportFormats.map((format) => `/api/v1/records/export?format=${format}`)
    const doors = await openedAll([...formats, ...addresses()], 'demo-curator')
    const showing = doors.filter(({ text }) => sites.some((site) => shownOf(site, text).length > 0))
    expect(showing.slice(0, formats.length).map(({ address }) => address)).toEqual(formats)
    expect(showing.length).toBeGreaterThan(formats.length + sites.length)
  },
)
