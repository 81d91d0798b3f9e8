import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const en = { cookie: 'hexi_lang=en' }
const itemsAt = async (path: string): Promise<Record<string, unknown>[]> =>
  (await (await house.as('').get(`/api/v1${path}`)).json()).items

test('anybody sees each version of each vocabulary, with how many terms it has', async () => {
  const page = await (await house.as('').get('/vocabularies?q=licence', en)).text()
  expect(page).toContain('/vocabulary-terms?vocabulary=licence')
  const [licence] = await itemsAt('/vocabularies?q=licence')
  expect(licence).toMatchObject({ name: 'licence', isCurrent: true })
  expect(licence?.['terms']).toBe(
    (await itemsAt('/vocabulary-terms?vocabulary=licence&limit=200')).length,
  )
})

const codes = async (q: string) => {
  const terms = await itemsAt(`/vocabulary-terms?vocabulary=licence&q=${encodeURIComponent(q)}`)
  return terms.map(({ code }) => code)
}

test('terms are found by code or by name in either language, and lead to their synonyms', async () => {
  expect(await codes('cc0')).toContain('CC0-1.0')
  expect(await codes('%')).toEqual([])
  const page = await (
    await house.as('').get('/vocabulary-terms?vocabulary=country&q=China', en)
  ).text()
  expect(page).toContain('CHN')
  expect(page).toContain(`/synonyms?q=${encodeURIComponent('中国')}`)
})

test('terms of an older version are shown only when it is asked for', async () => {
  await house.db
    .insertInto('vocabulary')
    .values({
      name: 'licence',
      version: '0',
      title_zh: '许可',
      title_en: 'Licences',
      is_current: false,
    })
    .execute()
  await house.db
    .insertInto('vocabulary_term')
    .values({
      vocabulary: 'licence',
      version: '0',
      code: 'OLD',
      label_zh: '旧',
      label_en: 'Old',
      position: 1,
    })
    .execute()
  expect(await itemsAt('/vocabulary-terms?q=OLD&vocabulary=licence')).toEqual([])
  expect(await itemsAt('/vocabulary-terms?vocabulary=licence&version=0')).toMatchObject([
    { code: 'OLD', version: '0' },
  ])
})
