import { expect, test } from 'vitest'
import { z } from 'zod'
import { testHouse } from '../support/house.ts'

const Created = z.object({ id: z.string() })
const nothing = '00000000-0000-7000-8000-000000000000'
const of = { juristicPerson: '联盟', status: 'active' }

test.each([
  ['/biobanks', 'Organization', {}],
  ['/networks', 'Organization', of],
  ['/research-resources', 'Dataset', { diseases: ['E11.9'], publications: ['10.1000/one'] }],
])(
  'programs find each of %s in the sitemap while it is open, and read it as JSON-LD',
  async (path, type, own) => {
    await using house = await testHouse()
    const get = async (at: string, accept?: string) =>
      house.as().get(at, accept === undefined ? {} : { accept })
    const name = { zh: '祁连', en: 'Qilian</script>' }
    const input = { institution: house.own, name, miabisId: 'HEXI:LD', ...own }
    const made = await house.as('demo-curator').post(`/api/v1${path}`, input)
    const { id } = Created.parse(await made.json())
    const here = `${path}/${id}`
    const listed = async () => (await get('/sitemap-directory.xml')).text()
    expect(await (await get('/sitemap.xml')).text()).toContain('/sitemap-directory.xml')
    expect(await listed()).toContain(`<loc>http://hexi.test${here}</loc>`)

    const whole = await get(`${here}.jsonld`)
    expect(whole.headers.get('content-type')).toContain('application/ld+json')
    const said = await whole.json()
    expect(said).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': type,
      url: `http://hexi.test${here}`,
      name: '祁连',
    })
    const page = await (await get(here)).text()
    const [, inPage = ''] = /ld\+json">([\s\S]*?)<\/script>/.exec(page) ?? []
    expect(JSON.parse(inPage)).toEqual(said)

    const negotiated = await get(here, 'application/ld+json')
    expect(negotiated.status).toBe(303)
    expect(negotiated.headers.get('location')).toBe(`${here}.jsonld`)
    expect(negotiated.headers.get('vary')).toContain('Accept')
    const json = await get(here, 'application/json')
    expect(json.headers.get('location')).toBe(`/api/v1${here}`)
    expect((await get(here, 'text/html,*/*;q=0.8')).status).toBe(200)

    const close = { closed: true }
    await house.as('demo-curator').patch(`/api/v1${here}`, close, { 'if-match': '*' })
    expect(await listed()).not.toContain(id)
    expect((await get(`${here}.jsonld`)).status).toBe(200)
    expect((await get(`${path}/${nothing}.jsonld`)).status).toBe(404)
  },
)
