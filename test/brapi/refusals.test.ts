import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { asCaller } from '../support/house.ts'
import { brapiScene, type BrapiScene, calling, refused } from './scene.ts'

let s: BrapiScene
beforeAll(async () => {
  s = await brapiScene()
})
afterAll(async () => s[Symbol.asyncDispose]())

describe('What is not there', () => {
  const nobody = '00000000-0000-7000-8000-000000000000'
  test.each([
    `/germplasm/${nobody}`,
    '/germplasm/1%2F2',
    '/germplasm/none/mcpd',
    '/germplasm/none/pedigree',
    '/germplasm/none/progeny',
    '/attributes/none',
    '/attributevalues/none',
    '/breedingmethods/none',
    '/seedlots/none',
    '/seedlots/none/transactions',
    '/locations/none',
    '/people/none',
    '/lists/none',
    '/images/none',
    '/programs/none',
    '/trials/none',
    '/studies/none',
    '/seasons/none',
    '/observationunits/none',
    '/observations/none',
    '/variables/none',
    '/traits/none',
    '/methods/none',
    '/scales/none',
    '/ontologies/none',
    '/search/germplasm/none',
    `/search/germplasm/${nobody}`,
    '/samples',
  ])('%s is 404 in a sentence', async (path) => {
    const [status, sentence] = await refused(await s.anybody.get(path))
    expect([status, sentence.length > 5]).toEqual([404, true])
  })

  test.each([
    '/observations?observationTimeStampRangeStart=0000-01-01',
    '/observations?observationTimeStampRangeEnd=9999-99-99',
    '/trials?searchDateRangeStart=2025-02-30',
    '/lists?dateCreatedRangeStart=2025-02-30',
  ])('a day that no calendar has finds nothing: %s', async (path) => {
    expect(await s.curator.things(path)).toEqual([])
  })

  test('an order by what is no column is the usual one', async () => {
    const usual = await s.anybody.things('/studies')
    expect(await s.anybody.things('/studies?sortBy=__proto__')).toEqual(usual)
    expect(await s.anybody.things('/studies?sortBy=constructor')).toEqual(usual)
  })

  test('an ontology has no / in its id, whatever the code of a trait has before its colon', async () => {
    const trait = { code: 'http://x', name: { en: 'X' }, category: 'agronomic', scale: 'text' }
    const other = { ...trait, code: 'a/b:c' }
    for (const one of [trait, other])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await s.as('demo-curator').post('/api/v1/traits', one)).status).toBe(201)
    const ids = (await s.anybody.things('/ontologies')).map((one) => String(one['ontologyDbId']))
    expect(ids).toContain('a-b')
    expect(ids.filter((id) => id.includes('/'))).toEqual([])
    expect(await s.anybody.one('/ontologies/a-b')).toMatchObject({ ontologyDbId: 'a-b' })
  })

  test('a day that is none is refused once, in words', async () => {
    const body = [{ germplasmName: 'A', acquisitionDate: '2020-02-30' }]
    const [status, sentence] = await refused(await s.curator.post('/germplasm', body))
    expect([status, sentence]).toEqual([400, expect.stringMatching(/acquisitionDate: [^:]*$/)])
  })

  test('and NUL is no text', async () => {
    expect((await refused(await s.anybody.get('/germplasm?germplasmName=a%00')))[0]).toBe(400)
    expect((await refused(await s.anybody.get('/germplasm/%00')))[0]).toBe(404)
  })

  test('a method that an address has not is 405, with those that it has', async () => {
    const answer = await s.as('demo-curator').delete(`/brapi/v2/germplasm/${s.ids.wheat}`)
    expect((await refused(answer))[0]).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PUT')
  })

  test('a token that is not good is 401 in a sentence', async () => {
    const answer = await s.as('no-such-token').get('/brapi/v2/germplasm')
    expect((await refused(answer))[0]).toBe(401)
  })
})

describe('From a page of another site', () => {
  const origin = { origin: 'https://fieldbook.test', 'sec-fetch-site': 'cross-site' }

  test('everything is read, after a preflight', async () => {
    const preflight = await s.app.request('/brapi/v2/germplasm', {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type',
    )
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false)
    const read = await s.anybody.get('/germplasm', {
      ...origin,
      'content-type': 'application/json',
    })
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    const refusal = await s.anybody.get('/germplasm/none', origin)
    expect(refusal.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('searches are sent, and nothing is written without a token', async () => {
    expect((await s.anybody.post('/search/germplasm', {}, origin)).status).toBe(202)
    const [status] = await refused(await s.anybody.post('/lists', [{}], origin))
    expect(status).toBe(403)
  })
})

describe('The provider of sign-ins', () => {
  const known = '/.well-known/openid-configuration'

  test('is where the configured one is', async () => {
    const app = createApp({
      ...s.services,
      oidc: { issuer: 'https://id.test/realm/', clientId: 'a', clientSecret: 'b', name: 'C' },
    })
    for (const path of [known, `/brapi/v2${known}`]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await asCaller(app).get(path)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`https://id.test/realm${known}`)
    }
  })

  test('is nowhere without one', async () => {
    expect((await s.as().get(known)).status).toBe(404)
    expect((await calling(s.as()).get(known)).status).toBe(404)
  })
})
