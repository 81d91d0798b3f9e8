import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { brapiScene, type BrapiScene, refused, wheatPassport } from './scene.ts'
import { faultIn, isPresent } from './document.ts'

let s: BrapiScene
beforeAll(async () => {
  s = await brapiScene()
})
afterAll(async () => s[Symbol.asyncDispose]())

const names = (things: readonly Record<string, unknown>[]) =>
  things.map((thing) => String(thing['germplasmName']))

describe('A germplasm', () => {
  test('is its passport in the words of BrAPI', async () => {
    const shown = await s.anybody.one(`/germplasm/${s.ids.wheat}`)
    expect(shown).toMatchObject({
      germplasmName: '陇春27号',
      accessionNumber: 'ZM 27',
      germplasmPUI: '10.18730/ABC12',
      acquisitionDate: '1999-07-15',
      commonCropName: 'Wheat',
      biologicalStatusOfAccessionCode: '500',
      breedingMethodDbId: 'biparental',
      donors: [{ donorAccessionNumber: 'D 9', donorInstituteCode: 'CHN002' }],
      genus: 'Triticum',
      instituteCode: 'CHN001',
      synonyms: [
        { synonym: 'LC27', type: 'name' },
        { synonym: 'CHN001:00/27', type: 'number' },
      ],
      germplasmOrigin: [
        {
          coordinateUncertainty: '30',
          coordinates: { geometry: { type: 'Point', coordinates: [103.08765, 38.61234] } },
        },
      ],
    })
    expect(shown['additionalInfo']).toMatchObject({ collectingDate: '1981----' })
    const mcpd = await s.anybody.one(`/germplasm/${s.ids.wheat}/mcpd`)
    expect(mcpd).toMatchObject({
      mlsStatus: '1',
      collectingInfo: { collectingSite: { elevation: '-12', latitudeDecimal: '38.61234' } },
    })
    expect(mcpd['collectingInfo']).not.toHaveProperty('collectingDate')
  })

  test.skipIf(!isPresent)('with nothing but a name is one too', async () => {
    for (const part of ['', '/mcpd', '/pedigree', '/progeny']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await s.curator.get(`/germplasm/${s.ids.bare}${part}`)
      expect([part, answer.status]).toEqual([part, 200])
      // oxlint-disable-next-line no-await-in-loop -- the same
      const fault = faultIn({ path: `/germplasm/{germplasmDbId}${part}` }, await answer.json())
      expect(fault).toBeUndefined()
    }
    const shown = await s.curator.one(`/germplasm/${s.ids.bare}`)
    expect(shown).toMatchObject({ germplasmName: '无名', germplasmDbId: s.ids.bare })
    expect(shown['germplasmPUI']).toBe(`http://hexi.test/records/${s.ids.bare}`)
    expect(Object.values(shown)).not.toContain(null)
  })

  test.each([
    ['germplasmName', '陇春27号'],
    ['germplasmName', 'Longchun 27'],
    ['germplasmPUI', '10.18730/ABC12'],
    ['accessionNumber', 'ZM 27'],
    ['synonym', 'LC27'],
    ['synonym', 'CHN001:00/27'],
    ['genus', 'triticum'],
    ['species', 'aestivum'],
    ['binomialName', 'Triticum aestivum'],
    ['commonCropName', 'Wheat'],
    ['collection', '粮食作物'],
  ])('is found by %s=%s', async (name, value) => {
    const query = `${name}=${encodeURIComponent(value)}`
    expect(names(await s.anybody.things(`/germplasm?${query}`))).toEqual(['陇春27号'])
    const nothing = await s.anybody.list(`/germplasm?${query}&instituteCode=other&pageSize=7`)
    expect(nothing.data).toEqual([])
    expect(nothing.pagination).toEqual({
      currentPage: 0,
      pageSize: 7,
      totalCount: 0,
      totalPages: 0,
    })
  })

  test('without a PUID is found by institute, number and genus, or by its address', async () => {
    const [mother] = await s.anybody.things(`/germplasm?germplasmDbId=${s.ids.mother}`)
    const pui = String(mother?.['germplasmPUI'])
    expect(await s.anybody.things(`/germplasm?germplasmPUI=${encodeURIComponent(pui)}`)).toEqual([
      mother,
    ])
    const bare = await s.curator.one(`/germplasm/${s.ids.bare}`)
    const address = encodeURIComponent(String(bare['germplasmPUI']))
    expect(await s.curator.things(`/germplasm?germplasmPUI=${address}`)).toHaveLength(1)
  })

  test('has parents, a pedigree in words, and progeny', async () => {
    const pedigree = await s.anybody.one(`/germplasm/${s.ids.wheat}/pedigree`)
    expect(pedigree).toMatchObject({
      parents: [{ germplasmDbId: s.ids.mother, germplasmName: 'Mother', parentType: 'FEMALE' }],
      pedigree: 'Mother/Unknown father',
      crossingYear: 1998,
    })
    const progeny = await s.anybody.one(`/germplasm/${s.ids.mother}/progeny`)
    expect(progeny).toMatchObject({
      progeny: [{ germplasmDbId: s.ids.wheat, parentType: 'FEMALE' }],
    })
    const nodes = await s.anybody.things(`/pedigree?germplasmDbId=${s.ids.wheat}&pedigreeDepth=2`)
    expect(names(nodes).toSorted()).toEqual(['Mother', '陇春27号'])
    expect(names(await s.anybody.things(`/germplasm?parentDbId=${s.ids.mother}`))).toEqual([
      '陇春27号',
    ])
  })

  test('that is protected has no more digits here than elsewhere, but for its curators', async () => {
    const id = await s.add('accession', {
      ...wheatPassport,
      title: { en: 'Protected' },
      accename: ['Protected'],
      othernumb: [],
      accenumb: 'ZM 28',
      puid: null,
      protectionLevel: 'national_1',
    })
    for (const caller of [s.anybody, s.outsider]) {
      const answers = await Promise.all(
        ['', '/mcpd'].map(async (part) => (await caller.get(`/germplasm/${id}${part}`)).text()),
      )
      expect(answers.join()).not.toMatch(/38\.6|103\.0|民勤/)
    }
    expect(await (await s.curator.get(`/germplasm/${id}/mcpd`)).text()).toContain('38.61234')
  })

  test('that is a draft or was withdrawn is nothing to others', async () => {
    const gone = await s.add('accession', { title: { en: 'Gone' }, accenumb: 'G 1' })
    const withdrawn = await s
      .as('demo-curator')
      .post(`/api/v1/accessions/${gone}/withdrawal`, { reason: 'Lost in a fire.' })
    expect(withdrawn.status).toBe(200)
    for (const caller of [s.anybody, s.outsider])
      for (const id of [gone, s.ids.bare]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect((await caller.get(`/germplasm/${id}`)).status).toBe(404)
        // oxlint-disable-next-line no-await-in-loop -- the same
        expect(await caller.things(`/germplasm?germplasmDbId=${id}`)).toEqual([])
        // oxlint-disable-next-line no-await-in-loop -- the same
        expect(await caller.things(`/observations?germplasmDbId=${id}`)).toEqual([])
      }
    const { pagination } = await s.outsider.list('/observationunits')
    expect(pagination.totalCount).toBe(1)
    expect((await s.curator.list('/observationunits')).pagination.totalCount).toBe(2)
  })
})

describe('A list', () => {
  test('has pages from 0, in one order, and nothing beyond its end', async () => {
    await Promise.all(
      Array.from({ length: 7 }, (_, at) =>
        s.add('accession', { title: { en: `P ${at}` }, accenumb: `P ${at}` }),
      ),
    )
    const { data: all, pagination } = await s.anybody.list('/germplasm')
    expect(pagination).toMatchObject({ currentPage: 0, pageSize: all.length, totalPages: 1 })
    const paged: unknown[] = []
    for (let page = 0; page * 3 < all.length; page += 1) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const part = await s.anybody.list(`/germplasm?page=${page}&pageSize=3`)
      expect(part.pagination).toMatchObject({
        currentPage: page,
        pageSize: part.data.length,
        totalCount: all.length,
        totalPages: Math.ceil(all.length / 3),
      })
      paged.push(...part.data)
    }
    expect(paged).toEqual(all)
    const beyond = await s.anybody.list('/germplasm?page=999999&pageSize=3')
    expect([beyond.data, beyond.pagination.totalCount]).toEqual([[], all.length])
  })

  test.each([
    'pageSize=0',
    'pageSize=-1',
    'pageSize=many',
    'page=-1',
    'page=1.5',
    'page=99999999999',
  ])('%s is refused in a sentence', async (query) => {
    const [status, sentence] = await refused(await s.anybody.get(`/germplasm?${query}`))
    expect([status, sentence]).toEqual([400, expect.stringMatching(/^page/)])
  })

  test('gives at most 1,000 at once', async () => {
    const { pagination } = await s.anybody.list('/germplasm?pageSize=999999&accessionNumber=none')
    expect(pagination.pageSize).toBe(1000)
  })

  test('says which parameter does not narrow it', async () => {
    const { status, data } = await s.anybody.list('/programs?colour=red')
    expect(data.length).toBeGreaterThan(0)
    expect(status).toEqual([{ messageType: 'WARNING', message: expect.stringContaining('colour') }])
  })

  test('of studies is sorted as it is asked', async () => {
    const up = await s.anybody.things('/studies?sortBy=studyName&sortOrder=asc')
    const down = await s.anybody.things('/studies?sortBy=studyName&sortOrder=desc')
    expect(up).toEqual(down.toReversed())
  })
})

describe('A trial', () => {
  test('is a study in a season at a location, of a program', async () => {
    const [study] = await s.anybody.things('/studies?seasonDbId=2025-26')
    expect(study).toMatchObject({
      studyDbId: s.ids.trial,
      trialDbId: s.ids.trial,
      seasons: ['2025-26'],
      locationName: '兰州',
      startDate: '2025-10-01T00:00:00Z',
      active: true,
      observationVariableDbIds: [s.ids.trait],
    })
    const location = await s.anybody.one(`/locations/${String(study?.['locationDbId'])}`)
    expect(location).toMatchObject({ locationName: '兰州', locationType: 'site' })
    expect(await s.anybody.one('/seasons/2025-26')).toEqual({
      seasonDbId: '2025-26',
      seasonName: '2025/26',
      year: 2025,
    })
    const [trial] = await s.anybody.things(`/trials?programDbId=${s.own}&active=true`)
    expect(trial).toMatchObject({ trialName: '小麦品比', programDbId: s.own })
  })

  test('has plots and values, each by its id', async () => {
    const [plot] = await s.anybody.things(`/observationunits?studyDbId=${s.ids.trial}`)
    const id = `${s.ids.trial}_${s.ids.wheat}_1`
    expect(plot).toMatchObject({ observationUnitDbId: id, germplasmDbId: s.ids.wheat })
    const [value] = await s.anybody.things(`/observations?observationUnitDbId=${id}`)
    expect(value).toMatchObject({
      value: '92.5',
      collector: 'Li',
      observationTimeStamp: '2026-06-01T00:00:00Z',
      observationVariableName: '株高',
    })
    const [known] = await s.anybody.things(`/attributevalues?germplasmDbId=${s.ids.wheat}`)
    expect(known).toMatchObject({ attributeDbId: s.ids.trait, value: '92.5' })
  })
})

describe('Stock', () => {
  test('is shown to who keeps it alone, with its ledger', async () => {
    for (const caller of [s.anybody, s.outsider]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await caller.things('/seedlots')).toEqual([])
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect(await caller.things('/seedlots/transactions')).toEqual([])
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect((await caller.get(`/seedlots/${s.ids.lot}/transactions`)).status).toBe(404)
    }
    const lot = await s.curator.one(`/seedlots/${s.ids.lot}`)
    expect(lot).toMatchObject({ seedLotName: 'L-1', amount: 500, units: 'seed' })
    const [line] = await s.curator.things(
      `/seedlots/${s.ids.lot}/transactions?transactionDirection=TO`,
    )
    expect(line).toMatchObject({ amount: 500, toSeedLotDbId: s.ids.lot })
    expect(
      await s.curator.things(`/seedlots/${s.ids.lot}/transactions?transactionDirection=FROM`),
    ).toEqual([])
  })
})

describe('A search', () => {
  test('of 500 names finds what has one of them', async () => {
    const germplasmNames = [
      ...Array.from({ length: 499 }, (_, at) => `Of no germplasm ${at}`),
      'Longchun 27',
    ]
    expect(names(await s.anybody.search('/germplasm', { germplasmNames }))).toEqual(['陇春27号'])
  })

  test('is answered 202 with an id, the same for the same search, and read by pages', async () => {
    const asked = { genus: ['Triticum'], pageSize: 1 }
    const [one, two] = await Promise.all([
      s.anybody.post('/search/germplasm', asked),
      s.outsider.post('/search/germplasm', asked),
    ])
    expect([one.status, two.status]).toEqual([202, 202])
    const found = z.looseObject({ result: z.object({ searchResultsDbId: z.string() }) })
    const [first, second] = [found.parse(await one.json()), found.parse(await two.json())]
    expect(first.result).toEqual(second.result)
    const path = `/search/germplasm/${first.result.searchResultsDbId}`
    expect((await s.anybody.list(path)).pagination.pageSize).toBe(1)
    expect((await s.anybody.list(`${path}?page=1&pageSize=1`)).pagination.currentPage).toBe(1)
    // Under another resource it is no search.
    const other = path.replace('germplasm', 'variables')
    expect((await s.anybody.get(other)).status).toBe(404)
  })

  test('finds for each reader what they may see', async () => {
    const asked = { germplasmDbIds: [s.ids.bare, s.ids.wheat] }
    expect(await s.anybody.search('/germplasm', asked)).toHaveLength(1)
    expect(await s.curator.search('/germplasm', asked)).toHaveLength(2)
  })

  test('by levels is one by their parts', async () => {
    const plots = { observationLevels: [{ levelName: 'plot', levelCode: '1' }] }
    expect(await s.curator.search('/observationunits', plots)).toHaveLength(2)
    const others = { observationLevels: [{ levelName: 'plant' }] }
    expect(await s.curator.search('/observationunits', others)).toEqual([])
  })

  test.each([
    ['{', 400],
    ['{"genus": {"deep": 1}}', 400],
    ['[1]', 400],
    ['{"genus": ["a\\u0000"]}', 400],
  ])('%s is refused', async (body, expected) => {
    const answer = await s.app.request('/brapi/v2/search/germplasm', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect((await refused(answer))[0]).toBe(expected)
  })
})
