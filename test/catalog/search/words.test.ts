import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCatalogue, type SmallCatalogue } from './scene.ts'

let house: SmallCatalogue
beforeAll(async () => {
  house = await smallCatalogue()
})
afterAll(async () => house[Symbol.asyncDispose]())

describe('words', () => {
  test.each([
    ['苜蓿', ['alfalfa']],
    ['同位素', ['isotopes']],
    ['alfalfa', ['alfalfa']],
    ['ALFALFA', ['alfalfa']],
    ['ZXM000123', ['alfalfa']],
    ['zxm 000123', ['alfalfa']],
    ['00/0214', ['barley']],
    ['000214', ['barley']],
    ['NR 010004', ['lentil']],
    ['NR010004', ['lentil']],
    ['nr-010004', ['lentil']],
    ['Medicago sativa', ['alfalfa']],
    ['祁连山 厚度', ['glacier']],
    ['同位素 spectrometer', ['isotopes']],
    ['"mass spectrometer"', ['isotopes']],
    ['甘肃省种质资源库 大麦', ['barley']],
  ])('%s finds %j', async (q, expected) => {
    expect(await house.found(q)).toEqual(expected)
  })

  test('one 汉字 is enough', async () => {
    expect(await house.found('麦')).toEqual(['barley'])
    expect(await house.found('冰')).toEqual(['glacier'])
  })

  test('two 汉字 are found across a word, and not when they stand apart', async () => {
    expect(await house.found('花苜')).toEqual(['alfalfa'])
    expect(await house.found('定同')).toEqual(['isotopes'])
    expect(await house.found('蓿陇')).toEqual([])
  })

  test('the beginning of a Latin word is enough', async () => {
    expect(await house.found('alfal')).toEqual(['alfalfa'])
    expect(await house.found('spectro')).toEqual(['isotopes'])
    expect(await house.found('ZXM0001')).toEqual(['alfalfa'])
    // In the middle of a question a word is taken as it stands.
    expect(await house.found('alfal longdong')).toEqual([])
  })

  test('words that nobody wrote in one piece are tried apart, and the answer says so', async () => {
    const result = await house.search({ q: '祁连山数据集厚度' })
    expect(result).toMatchObject({ isApart: true, total: { value: 1, relation: 'eq' } })
    expect(await house.found('祁连山数据集厚度')).toEqual(['glacier'])
  })

  test('what merely has marks in it asks for nothing in particular', async () => {
    expect(await house.found('。！ --')).toHaveLength(6)
  })

  test.each(["'", "O'Neil", String.raw`a\b`, '!(&|)', '<->', ':*', '\uD800', '%_'])(
    'anything may be typed: %j',
    async (q) => {
      expect((await house.as().get(`/api/v1/records?${new URLSearchParams({ q })}`)).status).toBe(
        200,
      )
      expect(
        (await house.as().get(`/api/v1/suggestions?${new URLSearchParams({ q })}`)).status,
      ).toBe(200)
    },
  )

  test('NUL, which nobody can type, is refused by the name of its parameter', async () => {
    const answer = await house.as().get('/api/v1/records?q=%00')
    expect(answer.status).toBe(422)
    expect((await answer.json()).issues[0].path).toBe('q')
  })
})

describe('a misspelt Latin name', () => {
  test('is asked about, in a spelling that finds something', async () => {
    const result = await house.search({ q: 'Medicgo sativa' })
    expect(result).toMatchObject({ items: [], didYouMean: 'medicago sativa' })
    expect((await house.search({ q: 'Horduem' })).didYouMean).toBe('hordeum')
  })

  test('is left alone when nothing is like it, or when it finds something', async () => {
    expect(await house.search({ q: 'xyzzyq' })).not.toHaveProperty('didYouMean')
    expect(await house.search({ q: 'Medicago' })).not.toHaveProperty('didYouMean')
  })
})

describe('a hit', () => {
  test('shows where the words are', async () => {
    const { items } = await house.search({ q: '苜蓿' })
    expect(items[0]?.highlights?.[0]).toMatchObject({
      field: 'title.zh',
      parts: [
        { text: '陇东', hit: false },
        { text: '紫花苜蓿', hit: true },
      ],
    })
  })

  test('shows them however they were written', async () => {
    const { items } = await house.search({ q: 'nr010004' })
    const marked = (items[0]?.highlights ?? []).flatMap(({ parts }) =>
      parts.flatMap(({ text, hit }) => (hit ? [text] : [])),
    )
    expect(marked).toContain('NR 010004')
  })

  test('of an own field shows that field, by its name', async () => {
    const { items } = await house.search({ q: '稳定同位素比值', exact: 'true' })
    expect(items[0]?.highlights).toMatchObject([{ field: 'function' }])
  })

  test('has none where nothing was searched for', async () => {
    const { items } = await house.search({})
    expect(items.every(({ highlights }) => highlights === undefined)).toBe(true)
  })
})

describe('suggestions', () => {
  test('are names that begin so, and lead to the record that alone has one', async () => {
    const record = { kind: 'accession', recordId: house.idOf('alfalfa'), group: '种质' }
    expect(await house.suggested('陇东')).toEqual([
      { text: '陇东紫花苜蓿', type: 'title', ...record },
    ])
    const [number] = await house.suggested('zxm0')
    expect(number).toEqual({ text: 'ZXM000123', type: 'number', ...record })
  })

  test('know numbers however they are spaced, and titles that have the words inside', async () => {
    expect(await house.suggested('nr-01')).toMatchObject([{ text: 'NR 010004' }])
    expect(await house.suggested('苜蓿')).toMatchObject([{ text: '陇东紫花苜蓿', type: 'title' }])
  })

  test('of a taxon are something to search for', async () => {
    expect(await house.suggested('medic')).toContainEqual({
      text: 'Medicago sativa',
      type: 'taxon',
      group: '词语',
    })
  })

  test('of nothing are none', async () => {
    expect(await house.suggested('')).toEqual([])
    expect(await house.suggested(' -- ')).toEqual([])
  })
})

test('a name in letters beyond U+FFFF is kept and found', async () => {
  const answer = await house.as('demo-curator').post('/api/v1/datasets', {
    institution: house.own,
    title: { en: '𓄐𓄑𓄒𓄓𓄔 𞤉𞤊𞤋𞤌' },
    identifiers: [{ scheme: 'local', value: `𓄐${'𞤉'.repeat(90)}` }],
  })
  expect(answer.status).toBe(201)
})
