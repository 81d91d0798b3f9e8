import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { seedDemo } from '../../seed/seed.ts'
import { createApp } from '../../src/app.ts'
import { asCaller } from '../support/house.ts'
import { testDatabase } from '../support/database.ts'
import { testServices } from '../support/services.ts'
import { faultIn, isPresent, parametersOf, searchedBy } from './document.ts'
import { calling } from './scene.ts'

/** Every list with the name of its ids; `search`: it is searched as well. */
const lists: readonly { path: string; id?: string; search?: true; least?: number }[] = [
  { path: '/commoncropnames', least: 3 },
  { path: '/germplasm', id: 'germplasmDbId', search: true, least: 400 },
  { path: '/pedigree', search: true },
  { path: '/breedingmethods', id: 'breedingMethodDbId', least: 5 },
  { path: '/attributes', id: 'attributeDbId', search: true, least: 4 },
  { path: '/attributes/categories', least: 5 },
  { path: '/attributevalues', id: 'attributeValueDbId', search: true, least: 10 },
  { path: '/seedlots', id: 'seedLotDbId', least: 3 },
  { path: '/seedlots/transactions', least: 3 },
  { path: '/locations', id: 'locationDbId', search: true, least: 5 },
  { path: '/people', id: 'personDbId', search: true, least: 1 },
  { path: '/lists', id: 'listDbId', search: true },
  { path: '/images', id: 'imageDbId', search: true },
  { path: '/programs', id: 'programDbId', search: true, least: 5 },
  { path: '/trials', id: 'trialDbId', search: true, least: 1 },
  { path: '/studies', id: 'studyDbId', search: true, least: 1 },
  { path: '/studytypes', least: 1 },
  { path: '/seasons', id: 'seasonDbId', least: 1 },
  { path: '/observationlevels', least: 1 },
  { path: '/observationunits', id: 'observationUnitDbId', search: true, least: 10 },
  { path: '/observations', id: 'observationDbId', search: true, least: 10 },
  { path: '/variables', id: 'observationVariableDbId', search: true, least: 4 },
  { path: '/traits', id: 'traitDbId', least: 4 },
  { path: '/methods', id: 'methodDbId', least: 4 },
  { path: '/scales', id: 'scaleDbId', least: 4 },
  { path: '/ontologies', id: 'ontologyDbId', least: 1 },
]

/** What a search has no texts for. */
const objects: Readonly<Record<string, object>> = {
  observationLevels: { levelName: 'plot', levelOrder: 1, levelCode: '1' },
  observationLevelRelationships: { levelName: 'rep', observationUnitDbId: 'none' },
  coordinates: { geometry: { type: 'Point', coordinates: [103, 36] } },
  imageLocation: { geometry: { type: 'Point', coordinates: [103, 36] } },
}

const Service = z.object({ service: z.string(), methods: z.array(z.string()) })
const ServerInfo = z.looseObject({ result: z.looseObject({ calls: z.array(Service) }) })
const Searched = z.looseObject({ result: z.looseObject({ searchResultsDbId: z.string() }) })

describe.skipIf(!isPresent)('The whole demo by BrAPI', { timeout: 180_000 }, () => {
  let house: Awaited<ReturnType<typeof demoHouse>>
  beforeAll(async () => {
    house = await demoHouse()
  }, 120_000)
  afterAll(async () => house[Symbol.asyncDispose]())

  test.each(lists)('$path is as the document has it, page by page and one by one', async (one) => {
    const { path, id, least = 0 } = one
    const admin = house.calling('demo-admin')
    const things: unknown[] = []
    for (let page = 0, pages = 1; page < pages; page += 1) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const { body, pagination, data, status } = await admin.list(
        `${path}?page=${page}&pageSize=200`,
      )
      expect(faultIn({ path }, body)).toBeUndefined()
      expect(status).toEqual([])
      pages = pagination.totalPages
      things.push(...data)
    }
    expect(things.length).toBeGreaterThanOrEqual(least)
    if (id === undefined) return
    const ids = things.map((thing) => z.record(z.string(), z.unknown()).parse(thing)[id])
    expect(new Set(ids).size).toBe(things.length)
    for (const value of ids.slice(0, 40)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await admin.get(`${path}/${String(value)}`)
      expect(answer.status).toBe(200)
      expect(faultIn({ path: `${path}/{${id}}` }, await answer.json())).toBeUndefined()
    }
  })

  test('every passport and pedigree of one germplasm is as the document has it', async () => {
    const anybody = house.calling()
    const { data } = await anybody.list('/germplasm?pageSize=1000')
    for (const thing of data) {
      const { germplasmDbId } = z.looseObject({ germplasmDbId: z.string() }).parse(thing)
      for (const part of ['mcpd', 'pedigree', 'progeny']) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const answer = await anybody.get(`/germplasm/${germplasmDbId}/${part}`)
        // oxlint-disable-next-line no-await-in-loop -- the same
        const fault = faultIn({ path: `/germplasm/{germplasmDbId}/${part}` }, await answer.json())
        expect([germplasmDbId, part, fault]).toEqual([germplasmDbId, part, undefined])
      }
    }
  })

  test('trees and plots with what was observed are as the document has them', async () => {
    const admin = house.calling('demo-admin')
    for (const query of [
      'includeFullTree=true',
      'includeSiblings=true&includeProgeny=true&pedigreeDepth=3',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { body } = await admin.list(`/pedigree?${query}`)
      expect(faultIn({ path: '/pedigree' }, body)).toBeUndefined()
    }
    const plots = await admin.list('/observationunits?includeObservations=true')
    expect(faultIn({ path: '/observationunits' }, plots.body)).toBeUndefined()
    expect(JSON.stringify(plots.data[0])).toContain('observationDbId')
    const [lot] = await admin.things('/seedlots')
    const path = `/seedlots/${String(lot?.['seedLotDbId'])}/transactions`
    const { body } = await admin.list(`${path}?transactionDirection=TO`)
    expect(faultIn({ path: '/seedlots/{seedLotDbId}/transactions' }, body)).toBeUndefined()
  })

  test.each(lists)('$path knows every parameter that the document has for it', async ({ path }) => {
    const admin = house.calling('demo-admin')
    for (const name of parametersOf(path)) {
      if (['page', 'pageSize'].includes(name)) continue
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { body, status } = await admin.list(`${path}?${name}=2025-01-01`)
      expect([name, status]).toEqual([name, []])
      expect(faultIn({ path }, body)).toBeUndefined()
    }
  })

  test.each(lists.filter(({ search }) => search))(
    '$path is searched by everything that the document has for it',
    async ({ path }) => {
      const admin = house.calling('demo-admin')
      const names = searchedBy(`/search${path}`).filter(
        ([name]) => !['page', 'pageSize'].includes(name),
      )
      for (const [name, isList] of names) {
        const value = objects[name] ?? '2025-01-01'
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const asked = await admin.post(`/search${path}`, { [name]: isList ? [value] : value })
        // oxlint-disable-next-line no-await-in-loop -- the same
        const accepted: unknown = await asked.json()
        expect([name, asked.status]).toEqual([name, 202])
        expect(JSON.stringify(accepted)).not.toContain('WARNING')
        const { result } = Searched.parse(accepted)
        // oxlint-disable-next-line no-await-in-loop -- the same
        const { body, status } = await admin.list(`/search${path}/${result.searchResultsDbId}`)
        expect([name, status]).toEqual([name, []])
        const shape = { path: `/search${path}/{searchResultsDbId}` }
        expect(faultIn(shape, body)).toBeUndefined()
      }
      const accepted: unknown = await (await admin.post(`/search${path}`, {})).json()
      expect(
        faultIn({ method: 'POST', path: `/search${path}`, status: 202 }, accepted),
      ).toBeUndefined()
      const { result } = Searched.parse(accepted)
      const [all, found] = await Promise.all([
        admin.list(`${path}?pageSize=1`),
        admin.list(`/search${path}/${result.searchResultsDbId}?pageSize=1`),
      ])
      expect(found.pagination).toEqual(all.pagination)
      expect(found.data).toEqual(all.data)
    },
  )

  test('serverinfo names what works, and nothing else', async () => {
    const anybody = house.calling()
    const body: unknown = await (await anybody.get('/serverinfo')).json()
    expect(faultIn({ path: '/serverinfo' }, body)).toBeUndefined()
    const { calls } = ServerInfo.parse(body).result
    const named = calls.map(({ service }) => service)
    const wanted = lists.flatMap(({ path, id, search }) => [
      path.slice(1),
      ...(id ? [`${path.slice(1)}/{${id}}`] : []),
      ...(search ? [`search${path}`] : []),
    ])
    expect(named).toEqual(expect.arrayContaining(wanted))
    for (const { service, methods } of calls)
      for (const method of methods) {
        const path = `/brapi/v2/${service.replaceAll(/\{\w+\}/g, 'nothing')}`
        const isGet = method === 'GET'
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const answer = await house.app.request(path, {
          method,
          ...(!isGet && { body: '[]', headers: { 'content-type': 'application/json' } }),
        })
        const text = await answer.text()
        expect([service, method, answer.status]).not.toEqual([service, method, 405])
        expect([service, method, answer.status < 500]).toEqual([service, method, true])
        expect(text).not.toContain('<html')
      }
  })
})

async function demoHouse() {
  const database = await testDatabase()
  const services = await testServices(database, { demo: true, baseUrl: 'http://hexi.test' })
  await seedDemo(services)
  const app = createApp(services)
  return {
    app,
    calling: (token?: string) => calling(asCaller(app, token)),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}
