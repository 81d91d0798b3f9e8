import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
