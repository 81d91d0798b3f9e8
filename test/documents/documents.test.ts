import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testHouse } from '../support/house.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let instrument: string
beforeAll(async () => {
  house = await testHouse()
  instrument = await house.add('instrument', {
    institution: house.own,
    title: { zh: '质谱仪' },
    instrCategory: '010000',
    function: '成分分析',
  })
})
afterAll(() => house[Symbol.asyncDispose]())

const Made = z.looseObject({ id: z.string(), title: z.string(), sizeBytes: z.number() })
const List = z.object({ items: z.array(Made) })

async function upload(
  { bytes, name, title }: { bytes: string; name: string; title?: string },
  as = 'demo-curator',
) {
  const body = new FormData()
  body.set('file', new File([bytes], name))
  if (title) body.set('title', title)
  return house.app.request(`/api/v1/records/${instrument}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}` },
    body,
  })
}

const list = async () => {
  const answer = await house.as().get(`/api/v1/records/${instrument}/documents`)
  return List.parse(await answer.json()).items
}

test('a curator adds a document, everybody downloads it, and it goes with its bytes', async () => {
  const added = await upload({ bytes: '开机前检查真空。', name: '操作手册.pdf', title: '操作手册' })
  expect(added.status).toBe(201)
  const { id } = Made.parse(await added.json())
  expect(await list()).toMatchObject([{ id, title: '操作手册', sizeBytes: 24 }])

  const got = await house.as().get(`/api/v1/documents/${id}`)
  expect(await got.text()).toBe('开机前检查真空。')
  expect(got.headers.get('content-type')).toBe('application/pdf')
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect(got.headers.get('content-security-policy')).toContain('sandbox')

  expect(await (await house.as().get(`/records/${instrument}`)).text()).toContain(
    `/api/v1/documents/${id}`,
  )
  expect((await house.as('demo-researcher').delete(`/api/v1/documents/${id}`)).status).toBe(403)
  expect((await house.as('demo-curator').delete(`/api/v1/documents/${id}`)).status).toBe(204)
  expect((await house.as().get(`/api/v1/documents/${id}`)).status).toBe(404)
  expect(await list()).toEqual([])
})

test('what is no program’s to run is bytes, and an empty one or none is refused', async () => {
  const page = Made.parse(
    await (await upload({ bytes: '<script>1</script>', name: 'x.html' })).json(),
  )
  const got = await house.as().get(`/api/v1/documents/${page.id}`)
  expect(got.headers.get('content-type')).toBe('application/octet-stream')
  expect((await upload({ bytes: '', name: '空.txt' })).status).toBe(422)
  expect((await upload({ bytes: 'a', name: 'a.txt' }, 'demo-researcher')).status).toBe(403)
  await house.as('demo-curator').delete(`/api/v1/documents/${page.id}`)
})

test('curators do all of it on a page', async () => {
  const path = `/records/${instrument}/documents`
  const body = new FormData()
  body.set('file', new File(['样品登记表'], '登记表.txt'))
  const headers = { authorization: 'Bearer demo-curator' }
  const added = await house.app.request(path, { method: 'POST', headers, body })
  expect([added.status, added.headers.get('location')]).toEqual([303, path])
  const page = await (await house.as('demo-curator').get(path)).text()
  expect(page).toContain('登记表.txt')
  const [, removal = ''] = /action="([^"]+\/removal)"/.exec(page) ?? []
  expect((await house.app.request(removal, { method: 'POST', headers })).status).toBe(303)
  expect(await list()).toEqual([])
  expect((await house.as('demo-researcher').get(path)).status).toBe(403)
})
