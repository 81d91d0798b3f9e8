import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const english = { 'accept-language': 'en-GB,en;q=0.8' }
const langOf = async (answer: Response) => /<html lang="([\w-]+)"/.exec(await answer.text())?.[1]

test('pages and refusals follow a browser that lists no Chinese, and caches are told', async () => {
  for (const path of ['/', '/records', '/records?q=wheat', '/sign-in', '/nowhere']) {
    const answer = await house.as().get(path, english)
    expect(answer.headers.get('vary')).toContain('accept-language')
    expect(answer.headers.get('content-language')).toBe('en')
    expect(await langOf(answer)).toBe('en')
    expect(await langOf(await house.as().get(path))).toBe('zh-CN')
  }
})

test('the page of an address with two slashes leads to no other site', async () => {
  const page = await (await house.as().get('http://hexi.test//evil.example/x')).text()
  expect(page).toContain('href="/evil.example/x?lang=en"')
  expect(page).not.toMatch(/(?:href|action)="[/\\\\]{2}/)
})

test('so does what the API says to people', async () => {
  const path = '/api/v1/records/none'
  const answer = await house.as().get(path, english)
  expect(answer.headers.get('vary')).toContain('accept-language')
  expect(await answer.json()).toMatchObject({ title: 'Not found' })
  expect(await (await house.as().get(path)).json()).toMatchObject({ title: '未找到' })
})

test('who is signed in reads the language of their account, unless this browser chose another', async () => {
  const theirs = house.as('demo-researcher')
  expect(await langOf(await theirs.get('/', english))).toBe('zh-CN')
  const { db, people } = house
  await db
    .updateTable('person')
    .set({ lang: 'en' })
    .where('id', '=', people['demo-researcher'])
    .execute()
  expect(await langOf(await theirs.get('/', { 'accept-language': 'zh' }))).toBe('en')
  expect(await langOf(await theirs.get('/', { cookie: 'hexi_lang=zh' }))).toBe('zh-CN')
})
