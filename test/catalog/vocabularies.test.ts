import { describe, expect, test } from 'vitest'
import { allVocabularies, installVocabularies } from '../../db/vocabularies.ts'
import type { VocabularyData } from '../../db/vocabularies/define.ts'
import { vocabulariesNamed } from '../../src/catalog/vocabularies/queries/terms.ts'
import { testDatabase } from '../support/database.ts'

const named = allVocabularies.map((one) => ({ ...one, says: `${one.name} (${one.version})` }))

const codesOf = (name: string) =>
  allVocabularies.find((one) => one.name === name)?.terms.map(({ code }) => code)

describe('The lists that ship', () => {
  test.each(named)('$says has each code once, with both labels', ({ title, source, terms }) => {
    const codes = terms.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(1)
    expect(codes.filter((code) => code.length > 40)).toEqual([])
    const texts = [title, ...terms.map(({ label }) => label)].flatMap(({ zh, en }) => [zh, en])
    expect([...texts, source].filter((text) => text.trim() === '')).toEqual([])
  })

  test.each(named.filter(({ name }) => name !== 'library'))(
    '$says names only parents that it has',
    ({ terms }) => {
      const codes = new Set(terms.map(({ code }) => code))
      expect(terms.filter(({ parent }) => parent !== undefined && !codes.has(parent))).toEqual([])
    },
  )

  test('each list has exactly one version that is not superseded', () => {
    const current = allVocabularies.filter(({ superseded }) => !superseded).map(({ name }) => name)
    expect(current.toSorted()).toEqual(
      [...new Set(allVocabularies.map(({ name }) => name))].toSorted(),
    )
  })

  test('the other side of every relation has its own label', () => {
    expect(codesOf('relation_type_inverse')).toEqual(codesOf('relation_type'))
  })

  test('Gansu’s regions are one province, 14 prefectures and 88 counties, each under its prefix', () => {
    const terms = allVocabularies.find(({ name }) => name === 'region')?.terms ?? []
    const inGansu = terms.filter(({ code }) => code.startsWith('62'))
    expect(inGansu.filter(({ code }) => code.length === 4)).toHaveLength(14)
    expect(inGansu.filter(({ code }) => code.length === 6)).toHaveLength(88)
    for (const { code, parent } of inGansu)
      expect(parent).toBe(code.length === 2 ? undefined : code.slice(0, -2))
  })
})

const colours = (version: string, codes: readonly string[]): VocabularyData => ({
  name: 'colour',
  version,
  title: { zh: '颜色', en: 'Colours' },
  source: 'a test',
  terms: codes.map((code) => ({ code, label: { zh: code, en: code } })),
})

describe('Installing', () => {
  test('twice, or twice at once, is as good as once', async () => {
    await using database = await testDatabase()
    const { db } = database
    const count = () =>
      db
        .selectFrom('vocabulary_term')
        .select(({ fn }) => fn.countAll<number>().as('terms'))
        .executeTakeFirstOrThrow()
    const before = await count()
    await Promise.all([installVocabularies(db), installVocabularies(db)])
    expect(await count()).toEqual(before)
    expect(before.terms).toBe(allVocabularies.reduce((sum, one) => sum + one.terms.length, 0))
  })

  test('both lists of 共享方式 are understood, and the one with 不共享 is offered', async () => {
    await using database = await testDatabase()
    const terms = (await vocabulariesNamed(database.db, ['share_mode'])).get('share_mode')?.terms
    expect(terms?.get('L')).toMatchObject({ label: { zh: '不共享' }, isCurrent: true })
    expect(terms?.get('6')).toMatchObject({ label: { zh: '资源租赁性共享' }, isCurrent: false })
  })

  test('a newer version becomes the current one, and old codes keep their labels', async () => {
    await using database = await testDatabase()
    const { db } = database
    const [first, second] = [colours('1', ['red', 'mauve']), colours('2', ['red', 'blue'])]
    await installVocabularies(db, [first])
    await installVocabularies(db, [{ ...first, superseded: true }, second])
    const terms = (await vocabulariesNamed(db, ['colour'])).get('colour')?.terms
    expect([...(terms?.values() ?? [])].map(({ code, isCurrent }) => [code, isCurrent])).toEqual([
      ['red', true],
      ['blue', true],
      ['mauve', false],
    ])
  })

  test('a version that an administrator made current stays so', async () => {
    await using database = await testDatabase()
    const { db } = database
    await installVocabularies(db, [colours('1', ['red'])])
    await db
      .updateTable('vocabulary')
      .set({ is_current: false })
      .where('name', '=', 'colour')
      .execute()
    await db
      .insertInto('vocabulary')
      .values({ name: 'colour', version: 'ours', title_zh: '颜色', title_en: 'Colours' })
      .execute()
    await installVocabularies(db, [colours('1', ['red'])])
    const current = await db
      .selectFrom('vocabulary')
      .select('version')
      .where('name', '=', 'colour')
      .where('is_current', '=', true)
      .execute()
    expect(current).toEqual([{ version: 'ours' }])
  })
})
