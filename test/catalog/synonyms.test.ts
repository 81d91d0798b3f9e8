import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { synonyms } from '../../db/vocabularies/synonyms.ts'
import { installSynonyms } from '../../db/synonyms.ts'
import { publishable } from '../support/publishable.ts'
import { smallCatalogue, type SmallCatalogue } from './search/scene.ts'

let house: SmallCatalogue
beforeAll(async () => {
  house = await smallCatalogue()
})
afterAll(async () => house[Symbol.asyncDispose]())

const at = '/api/v1/synonyms'
const etag = async (id: string) => (await house.as().get(`${at}/${id}`)).headers.get('etag') ?? ''

describe('synonyms', () => {
  test('come with the program, some hundreds of them, and each word leads to the others', async () => {
    expect(synonyms.length).toBeGreaterThanOrEqual(300)
    expect(await house.found('lucerne')).toEqual(['alfalfa'])
    expect(await house.found('MS')).toEqual(['isotopes'])
    expect(await house.found('稳定同位素质谱')).toEqual(['isotopes'])
    expect((await house.search({ q: 'lucerne' })).also).toContain('苜蓿')
  })

  test('stand in a question as whole words, however they are spaced and written', async () => {
    for (const q of ['IRMS', 'irms', 'I-RMS', 'mass-spec', 'MASS SPEC', '穩定同位素質譜'])
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      expect([q, await house.found(q)]).toEqual([q, ['isotopes']])
    expect(await house.search({ q: 'items' })).not.toHaveProperty('also')
  })

  test('are left out where exactly what was typed is asked for, or in quotes', async () => {
    expect(await house.found({ q: 'lucerne', exact: 'true' })).toEqual([])
    expect(await house.found('"lucerne"')).toEqual([])
  })

  test('are marked where they stand, and told of on the page with the way to what was typed', async () => {
    const { items } = await house.search({ q: 'lucerne' })
    const marked = items[0]?.highlights?.flatMap(({ parts }) => parts.filter(({ hit }) => hit))
    expect(marked?.map(({ text }) => text)).toEqual(expect.arrayContaining(['紫花苜蓿', 'alfalfa']))
    const page = await (await house.as().get('/records?q=lucerne&lang=en')).text()
    expect(page).toContain('Also searched: 苜蓿')
    expect(page).toContain('href="/records?q=lucerne&amp;exact=true"')
    expect(await (await house.as().get('/records?q=lucerne')).text()).toContain('同时检索：苜蓿')
  })

  test('are written by curators, act at once, and are in the audit', async () => {
    const curator = house.as('demo-curator')
    const group = { words: '队列\n隊列\ncohorte\nCOHORTE' }
    expect((await house.as('demo-outsider').post(at, group)).status).toBe(403)
    expect((await house.as().post(at, group)).status).toBe(401)
    expect((await curator.post(at, { words: 'cohorte' })).status).toBe(422)
    expect(await house.found('cohorte')).toEqual([])
    const made = await curator.post(at, group)
    expect(made.status).toBe(201)
    const { id } = await made.json()
    expect(await house.found('cohorte')).toEqual(['cohort'])
    const closed = await curator.patch(
      `${at}/${id}`,
      { closed: true },
      { 'if-match': await etag(id) },
    )
    expect(closed.status).toBe(200)
    expect(await house.found('cohorte')).toEqual([])
    const audited = await house.db
      .selectFrom('audit')
      .where('entity_id', '=', id)
      .select('action')
      .orderBy('id')
      .execute()
    expect(audited.map(({ action }) => action)).toEqual([
      'synonym_group.create',
      'synonym_group.edit',
    ])
  })

  test('that were changed stay so when the program is installed again', async () => {
    const { items } = await (await house.as().get(`${at}?q=lucerne`)).json()
    const { id } = items[0]
    const change = { words: '苜蓿\nalfalfa' }
    const headers = { 'if-match': await etag(id) }
    expect((await house.as('demo-curator').patch(`${at}/${id}`, change, headers)).status).toBe(200)
    await installSynonyms(house.db)
    expect(await house.found('lucerne')).toEqual([])
  })
})

describe('traditional characters', () => {
  test.each([
    ['馬鈴薯', '马铃薯'],
    ['質譜', '质谱'],
    ['佛教學', '佛教学'],
    ['歷史', '历史'],
    ['麵粉', '面粉'],
    ['説明', '说明'],
    ['犛牛', '牦牛'],
  ])('%s is %s, in records and in questions', async (traditional, simplified) => {
    const [first, second] = [traditional, simplified].map((zh) => ({ zh: `甲 ${zh} 乙` }))
    const ids = [
      await house.add('dataset', { ...publishable.dataset, title: first }),
      await house.add('dataset', { ...publishable.dataset, title: second }),
    ]
    for (const q of [traditional, simplified]) {
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      const { items } = await house.search({ q, exact: 'true' })
      expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
      const marked = items.flatMap(({ highlights = [] }) =>
        highlights.flatMap(({ parts }) => parts.flatMap(({ text, hit }) => (hit ? [text] : []))),
      )
      expect(marked).toEqual(expect.arrayContaining([traditional, simplified]))
      // oxlint-disable-next-line no-await-in-loop
      const texts = (await house.suggested(q)).map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining([`甲 ${traditional} 乙`, `甲 ${simplified} 乙`]))
    }
  })
})

describe('a number that is typed whole', () => {
  test('opens its record in the browser, and is a search in the API', async () => {
    const answer = await house.as().get('/records?q=zxm 000123')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/records/${house.idOf('alfalfa')}`,
    ])
    expect(await house.found('ZXM000123')).toEqual(['alfalfa'])
    expect((await house.as().get('/records?q=ZXM000123&kind=accession')).status).toBe(200)
    expect((await house.as().get('/records?q=ZXM000123&exact=true')).status).toBe(200)
    expect((await house.as().get('/records?q=ZXM0001')).status).toBe(200)
  })

  test('does not tell of a draft that the viewer may not see', async () => {
    const draft = await house.add(
      'accession',
      { ...publishable.accession, title: { en: 'Secret' }, accenumb: 'SECRET4711' },
      { publish: false },
    )
    expect((await house.as().get('/records?q=SECRET4711')).status).toBe(200)
    const seen = await house.as('demo-curator').get('/records?q=SECRET4711')
    expect(seen.headers.get('location')).toBe(`/records/${draft}`)
  })
})

const suggested = async (q: string) => (await house.suggested(q)).map(({ text }) => text)

const texts = async (lang: string) => {
  const headers = { 'accept-language': lang }
  const answer = await house.as().get('/api/v1/suggestions?q=alfal', headers)
  const { items } = await answer.json()
  return items.map(({ text }: { text: string }) => text)
}

describe('suggestions', () => {
  test('are in the language of the page first', async () => {
    expect((await texts('en'))[0]).toBe('Longdong alfalfa')
    expect((await texts('zh'))[0]).toBe('陇东紫花苜蓿')
  })

  test('lead from synonyms and from misspelt words to titles', async () => {
    expect(await suggested('masss')).toContain('气体稳定同位素质谱仪')
    expect(await suggested('spectrometre')).toContain('气体稳定同位素质谱仪')
    expect(await suggested('IRMS')).toContain('气体稳定同位素质谱仪')
  })
})
