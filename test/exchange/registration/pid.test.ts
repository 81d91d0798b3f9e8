import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../../src/catalog/records/model/record.ts'
import { publishable } from '../../support/publishable.ts'
import { type RegistrationScene, registrationScene, soil } from './scene.ts'

let s: RegistrationScene
beforeAll(async () => {
  s = await registrationScene()
})
afterAll(async () => s[Symbol.asyncDispose]())

const follow = async (pid: string, token?: string) => {
  const answer = await s.house.as(token).get(`/pid/${pid}`)
  return { status: answer.status, location: answer.headers.get('location') }
}

describe('an address under /pid', () => {
  test('leads to the landing page of what was published, however it is written', async () => {
    const { id, value } = await s.published('doi')
    const cstr = await s.reserve(id, 'cstr')
    const found = { status: 302, location: `/records/${id}` }
    for (const pid of [
      value,
      value.toUpperCase(),
      `doi:${value}`,
      `https://doi.org/${value}`,
      cstr.value,
      `CSTR:${cstr.value}`,
      `https://cstr.cn/${cstr.value}`,
    ])
      expect(await follow(pid)).toEqual(found)
    await s.work()
  })

  test('leads to the tombstone of what was withdrawn', async () => {
    const { id, value } = await s.published('doi')
    await s.withdraw(id)
    expect(await follow(value)).toEqual({ status: 302, location: `/records/${id}` })
    expect((await s.house.as().get(`/records/${id}`)).status).toBe(410)
    await s.work()
  })

  test('is not found for drafts, for what is not for the reader, and for what nobody knows', async () => {
    const draft = await s.house.add('dataset', soil, { publish: false })
    const reserved = await s.reserve(draft, 'doi')
    expect((await follow(reserved.value)).status).toBe(404)
    expect((await follow(reserved.value, 'demo-curator')).status).toBe(404)
    const id = await s.house.add('dataset', { ...soil, audience: 'members' })
    const { value } = await s.reserve(id, 'doi')
    expect((await follow(value)).status).toBe(404)
    expect((await follow(value, 'demo-outsider')).status).toBe(302)
    for (const pid of [
      '10.5072/nothing',
      'nonsense',
      '31253.11.9',
      '%00',
      '..%2f..',
      '10.5072/%00',
    ])
      expect((await follow(pid)).status).toBe(404)
    await s.work()
  })
})

describe.each(kinds)('of a record of kind %s', (kind) => {
  let path: string
  let id: string
  beforeAll(async () => {
    id = await s.house.add(kind, { ...publishable[kind], title: { zh: '有标识符的记录' } })
    path = `/pid/${(await s.reserve(id, 'doi')).value}`
    await s.work()
  })

  /** Goes where it is led, as programs do. */
  async function arrive(accept: string, method = 'GET') {
    let at = path
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- an answer names the next
      const answer = await s.house.app.request(at, { method, headers: { accept } })
      const next = answer.headers.get('location')
      if (next === null || answer.status < 300 || answer.status > 399)
        return { at, answer, type: answer.headers.get('content-type')?.split(';')[0] }
      at = next
    }
  }

  test('it leads people to the page, and programs to the form that they ask for', async () => {
    for (const [accept, type, end] of [
      ['text/html', 'text/html', ''],
      ['*/*', 'text/html', ''],
      ['application/ld+json', 'application/ld+json', '.jsonld'],
      ['application/x-bibtex', 'application/x-bibtex', '.bib'],
      [
        'application/vnd.datacite.datacite+xml',
        'application/vnd.datacite.datacite+xml',
        '.datacite.xml',
      ],
    ] as const)
      for (const method of ['GET', 'HEAD']) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { answer, ...arrived } = await arrive(accept, method)
        expect([method, answer.status, arrived]).toEqual([
          method,
          200,
          { at: `/records/${id}${end}`, type },
        ])
        // oxlint-disable-next-line no-await-in-loop -- the same
        expect((await answer.text()) === '').toBe(method === 'HEAD')
      }
  })

  test('once it is withdrawn it leads to the page that says so, and to what describes the tombstone', async () => {
    const reason = '登记有误，作废'
    const withdrawn = await s.curator().post(`/api/v1/${kind}s/${id}/withdrawal`, { reason })
    expect(withdrawn.status).toBe(200)
    const page = await arrive('text/html')
    expect([page.at, page.answer.status]).toEqual([`/records/${id}`, 410])
    expect(await page.answer.text()).toContain(reason)
    expect((await arrive('application/ld+json')).answer.status).toBe(200)
    await s.work()
  })
})

test('HEAD of what nobody knows is not found either', async () => {
  expect((await s.house.app.request('/pid/10.5072/nothing', { method: 'HEAD' })).status).toBe(404)
})
