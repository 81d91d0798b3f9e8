import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegistryError } from '../../../src/core/registries.ts'
import { createJobs } from '../../../src/jobs.ts'
import { publishable } from '../../support/publishable.ts'
import { type RegistrationScene, registrationScene, soil } from './scene.ts'

let s: RegistrationScene
beforeAll(async () => {
  s = await registrationScene()
})
afterAll(async () => s[Symbol.asyncDispose]())

describe('an identifier', () => {
  test('of a draft is reserved: the registry of DOIs knows the number and not one word of the draft', async () => {
    const id = await s.house.add('dataset', soil, { publish: false })
    const { value, state } = await s.reserve(id, 'doi')
    expect(value).toMatch(/^10\.5072\/hexi\.\d{8}$/)
    expect(state).toBe('waiting')
    expect(s.registries.dois.has(value)).toBe(false)
    expect(await s.work()).toEqual([])
    expect(s.registries.dois.get(value)).toEqual({ state: 'draft', attributes: { doi: value } })
    expect(await s.stateOf(value)).toMatchObject({ state: 'reserved', failure: null })
    const record = await (await s.curator().get(`/api/v1/datasets/${id}`)).json()
    expect(record.identifiers).toContainEqual({ scheme: 'doi', value })
  })

  test('is registered once its record is published, follows its changes, and is hidden when it is withdrawn', async () => {
    const id = await s.house.add('dataset', soil, { publish: false })
    const { value } = await s.reserve(id, 'doi')
    await s.curator().post(`/api/v1/datasets/${id}/publication`, {})
    expect(await s.work()).toEqual([])
    const registered = s.registries.dois.get(value)
    expect(registered?.state).toBe('findable')
    expect(registered?.attributes).toMatchObject({ url: `http://hexi.test/records/${id}` })
    expect(JSON.stringify(registered?.attributes['titles'])).toContain(soil.title.zh)
    expect(await s.work()).toEqual([])

    await s.edit(id, { title: { zh: '祁连山土壤湿度', en: null } })
    expect((await s.stateOf(value)).state).toBe('waiting')
    await s.work()
    expect(JSON.stringify(s.registries.dois.get(value)?.attributes['titles'])).toContain('土壤湿度')

    await s.withdraw(id)
    await s.work()
    expect(s.registries.dois.get(value)?.state).toBe('registered')
    expect(await s.stateOf(value)).toMatchObject({ state: 'withdrawn', told: 'withdrawn' })
  })

  test('of CSTR is registered by the template of its kind, updated, and marked as no longer to be had', async () => {
    const { id, value } = await s.published('cstr')
    expect(value).toMatch(/^31253\.11\.\d{8}$/)
    expect(await s.work()).toEqual([])
    expect(s.registries.cstrs.get(value)).toMatchObject({
      template: 'v3_scientific_data',
      metadata: {
        titles: [
          { lang: 'zh', name: soil.title.zh },
          { lang: 'en', name: soil.title.en },
        ],
        urls: [`http://hexi.test/records/${id}`],
        cstr_state: '2',
      },
    })
    await s.withdraw(id)
    await s.work()
    expect(s.registries.cstrs.get(value)?.metadata['cstr_state']).toBe('1')
  })

  test('is given to instruments by a template of their own, and no CSTR to germplasm', async () => {
    const title = { zh: '质谱仪' }
    const instrument = await s.house.add('instrument', { ...publishable.instrument, title })
    const { value } = await s.reserve(instrument, 'cstr')
    expect(await s.work()).toEqual([])
    expect(s.registries.cstrs.get(value)?.template).toBe('v3_equipment_data')
    const accession = await s.house.add('accession', { ...publishable.accession, title })
    const refused = await s.curator().post(`/api/v1/records/${accession}/identifiers`, {
      scheme: 'cstr',
    })
    expect(refused.status).toBe(409)
    expect((await s.reserve(accession, 'doi')).value).toMatch(/^10\.5072/)
    await s.work()
  })

  test('is one of each type, however often and at once it is asked for', async () => {
    const id = await s.house.add('dataset', soil)
    const answers = await Promise.all(
      [1, 2, 3].map(async () =>
        s.curator().post(`/api/v1/records/${id}/identifiers`, { scheme: 'doi' }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 409, 409,
    ])
    await s.work()
  })

  test('passes over a number that somebody typed into another record', async () => {
    const first = await s.published('doi')
    const taken = first.value.replace(/\d{8}$/, (no) => String(Number(no) + 1).padStart(8, '0'))
    await s.house.add('dataset', {
      ...soil,
      identifiers: [{ scheme: 'doi', value: taken.toUpperCase() }],
    })
    expect((await s.published('doi')).value).not.toBe(taken)
    await s.work()
  })

  test('stays when an edit leaves it out', async () => {
    const { id, value } = await s.published('doi')
    await s.edit(id, { identifiers: [{ scheme: 'local', value: 'GS-7' }] })
    const { identifiers } = await (await s.curator().get(`/api/v1/datasets/${id}`)).json()
    expect(identifiers).toContainEqual({ scheme: 'doi', value })
    expect(identifiers).toContainEqual({ scheme: 'local', value: 'GS-7' })
    await s.work()
  })

  test('goes with its draft, and the registry lets it go', async () => {
    const id = await s.house.add('dataset', soil, { publish: false })
    const { value } = await s.reserve(id, 'doi')
    await s.work()
    expect(s.registries.dois.has(value)).toBe(true)
    const path = `/api/v1/datasets/${id}`
    const deleted = await s.curator().delete(path, undefined, await s.matching(id))
    expect(deleted.status).toBe(204)
    expect(await s.work()).toEqual([])
    expect(s.registries.dois.has(value)).toBe(false)
    const all = await (await s.house.as('demo-admin').get('/api/v1/identifiers?limit=200')).json()
    expect(JSON.stringify(all)).not.toContain(value)
  })

  test('of what is for members only is not told to anybody; one that was told is hidden', async () => {
    const id = await s.house.add('dataset', { ...soil, audience: 'members' })
    const { value } = await s.reserve(id, 'doi')
    await s.work()
    expect(s.registries.dois.get(value)).toEqual({ state: 'draft', attributes: { doi: value } })
    await s.edit(id, { audience: 'public' })
    await s.work()
    expect(s.registries.dois.get(value)?.state).toBe('findable')
    await s.edit(id, { audience: 'institution', title: { zh: '只给本单位的名称', en: null } })
    await s.work()
    expect(s.registries.dois.get(value)?.state).toBe('registered')
    expect(JSON.stringify(s.registries.dois.get(value))).not.toContain('只给本单位')
  })

  test('is reserved by who keeps the record alone', async () => {
    const id = await s.house.add('dataset', soil)
    const ask = async (token?: string) =>
      (await s.house.as(token).post(`/api/v1/records/${id}/identifiers`, { scheme: 'doi' })).status
    expect(await ask()).toBe(401)
    expect(await ask('demo-outsider')).toBe(403)
    expect(await ask('demo-researcher')).toBe(403)
    expect((await s.house.as().get('/api/v1/identifiers')).status).toBe(401)
    const theirs = await (await s.house.as('demo-outsider').get('/api/v1/identifiers')).json()
    expect(theirs.items).toEqual([])
  })
})

describe('a registry that fails', () => {
  test.each([
    ['answers 500', 'unavailable', { status: 500 }],
    ['answers 503', 'unavailable', { status: 503 }],
    ['does not answer', 'timeout', 'silent'],
    ['takes it, and its answer is lost', 'unavailable', 'lost-after-commit'],
    ['asks who we are', 'unauthorised', { status: 401 }],
  ] as const)(
    'because it %s is asked again by the queue',
    async (_, code, trouble) => {
      for (const scheme of ['doi', 'cstr'] as const) {
        const { value } = await s.published(scheme)
        // The CSTR platform is asked what it knows first.
        s.registries.trouble(
          ...(scheme === 'cstr' && trouble === 'lost-after-commit' ? [{ status: 200 }] : []),
          trouble,
        )
        const [failure] = await s.work()
        expect(failure).toBeInstanceOf(RegistryError)
        const { state, failure: shown, id } = await s.stateOf(value)
        expect({ state, shown }).toMatchObject({ state: 'failed', shown: { code } })
        // The queue calls the same handler again.
        await createJobs(s.house.services).register_identifier({ identifierId: id })
        expect((await s.stateOf(value)).state).toBe('registered')
        expect(s.registries.dois.has(value) || s.registries.cstrs.has(value)).toBe(true)
      }
    },
    30_000,
  )

  test('because it is asked too often is asked again when it says', async () => {
    const { value } = await s.published('doi')
    s.registries.trouble({ status: 429, headers: { 'retry-after': '120' } })
    expect(await s.work()).toEqual([])
    expect((await s.stateOf(value)).failure).toMatchObject({ code: 'busy' })
    const [at] = await s.waiting()
    const now = s.house.services.now().epochMilliseconds
    expect(Math.round((Number(at) - now) / 1000)).toBe(120)
    expect(await s.work()).toEqual([])
    expect((await s.stateOf(value)).state).toBe('registered')
  })

  test('because it refuses the metadata is not asked again, until the record changes or somebody asks', async () => {
    const { id, value, identifier } = await s.published('doi')
    const refusal = { status: 422, body: { errors: [{ source: 'creators', title: 'Invalid.' }] } }
    s.registries.trouble(refusal)
    expect(await s.work()).toEqual([])
    expect(await s.waiting()).toEqual([])
    expect(await s.stateOf(value)).toMatchObject({
      state: 'failed',
      failure: { code: 'refused', detail: 'creators: Invalid.' },
    })
    const page = await (await s.curator().get(`/records/${id}`)).text()
    expect(page).toContain('creators: Invalid.')
    expect(page).toContain(`/identifiers/${identifier}/retry`)
    expect(await (await s.house.as().get(`/records/${id}`)).text()).not.toContain(
      'creators: Invalid.',
    )
    const retried = await s.curator().post(`/api/v1/identifiers/${identifier}/retry`)
    expect(retried.status).toBe(200)
    await s.work()
    expect((await s.stateOf(value)).state).toBe('registered')
  })

  test('keeps nobody waiting: publishing does not ask it', async () => {
    const id = await s.house.add('dataset', soil, { publish: false })
    await s.reserve(id, 'doi')
    await s.work()
    const before = s.registries.calls.length
    await s.curator().post(`/api/v1/datasets/${id}/publication`, {})
    expect(s.registries.calls.length).toBe(before)
    await s.work()
  })

  test('is told of two changes once, and of the newest last, whoever works', async () => {
    const { id, value } = await s.published('doi')
    await s.edit(id, { title: { zh: '一', en: null } })
    await s.edit(id, { title: { zh: '二', en: null } })
    expect(await s.waiting()).toHaveLength(1)
    const { id: identifierId } = await s.stateOf(value)
    const jobs = createJobs(s.house.services)
    await Promise.all([
      jobs.register_identifier({ identifierId }),
      jobs.register_identifier({ identifierId }),
    ])
    while ((await s.waiting()).length > 0) await s.work()
    expect(JSON.stringify(s.registries.dois.get(value)?.attributes['titles'])).toContain('二')
    expect((await s.stateOf(value)).state).toBe('registered')
  })

  test.each(['doi', 'cstr'] as const)(
    'that knows a %s of which the job was killed before it noted so is told of the same one again',
    async (scheme) => {
      const { value, identifier } = await s.published(scheme)
      const known = () => (scheme === 'doi' ? s.registries.dois : s.registries.cstrs)
      const registry = s.registries.registries[scheme]
      await new Promise<void>((killed, failed) => {
        const dying = {
          ...registry,
          tell: async (sent: Parameters<typeof registry.tell>[0]) => {
            await registry.tell(sent).then(killed, failed)
            // The process is gone: nothing is noted, and nobody lets go of the identifier.
            return new Promise<never>(() => {})
          },
        }
        const registries = { ...s.registries.registries, [scheme]: dying }
        createJobs({ ...s.house.services, registries })
          .register_identifier({ identifierId: identifier })
          .catch(failed)
      })
      expect(known().has(value)).toBe(true)
      expect((await s.stateOf(value)).state).toBe('waiting')
      const size = known().size

      // While nobody knows that it is dead, others wait; then one of them goes on.
      expect(await s.work()).toEqual([])
      expect((await s.stateOf(value)).state).toBe('waiting')
      const now = () => s.house.services.now().add({ minutes: 10 })
      await createJobs({ ...s.house.services, now }).register_identifier({
        identifierId: identifier,
      })
      expect(await s.stateOf(value)).toMatchObject({ state: 'registered', failure: null })
      expect(known().size).toBe(size)
      await s.work()
    },
  )

  test('cannot be asked where it is not set up, and says so', async () => {
    const { value, identifier } = await s.published('doi')
    const { registries: _, ...without } = s.house.services
    await createJobs(without).register_identifier({ identifierId: identifier })
    expect((await s.stateOf(value)).failure).toMatchObject({ code: 'unconfigured' })
    await s.work()
  })
})
