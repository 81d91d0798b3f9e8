import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type FullHouse, fullHouse } from '../hostile/scene.ts'
import { fieldsIn } from '../web/forms-in.ts'

let house: FullHouse
let instrument = ''
const labs: Record<'first' | 'second', string> = { first: '', second: '' }
const Made = z.looseObject({ id: z.string() })

beforeAll(async () => {
  house = await fullHouse([])
  instrument = house.ids.get('instruments')?.[0] ?? ''
  labs.first = house.ids.get('labs')?.[0] ?? ''
  const admin = house.as('demo-admin')
  const made = await admin.post('/api/v1/labs', { institution: house.own, name: { en: 'A lab' } })
  labs.second = Made.parse(await made.json()).id
  const person = house.people['demo-pi']
  await admin.post(`/api/v1/labs/${labs.second}/members`, { person, role: 'member' })
})
afterAll(() => house[Symbol.asyncDispose]())

/** Is of one lab; the other of two. */
const [ofOne, ofTwo] = ['demo-researcher', 'demo-pi'] as const
const form = () => `/instruments/${instrument}/book`

let day = 0
/** Books some day of December that nobody has taken. */
async function book(as: string, typed: Record<string, string>, lang = 'en') {
  day += 1
  const date = `2026-12-${String(day).padStart(2, '0')}`
  const times = { start: `${date}T10:00`, end: `${date}T11:00` }
  const answer = await house.app.request(form(), {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, cookie: `hexi_lang=${lang}` },
    body: new URLSearchParams({ purpose: `Day ${day}`, ...times, ...typed }),
  })
  return { status: answer.status, text: await answer.text(), purpose: `Day ${day}` }
}

const labsPaying = async (purpose: string) =>
  (
    await house.db
      .selectFrom('booking')
      .where('purpose', '=', purpose)
      .select('lab_id as lab')
      .execute()
  ).map(({ lab }) => lab)

test.each([
  ['/book', ofTwo, ''],
  ['/calendar', ofTwo, ''],
  ['/book', ofOne, 'first'],
  ['/calendar', ofOne, 'first'],
] as const)('the form at %s opens for %s with the lab “%s”', async (path, as, lab) => {
  const answer = await house.as(as).get(`/instruments/${instrument}${path}`)
  const field = fieldsIn(await answer.text()).find(({ name }) => name === 'lab')
  expect(field?.value).toBe(lab && labs[lab])
})

test.each([
  ['en', 'This lab does not exist. Choose one from the list.'],
  ['zh', '该课题组不存在，请从列表中选择。'],
])('who has several labs and chose none is asked for it at its field (%s)', async (lang, said) => {
  const { status, text, purpose } = await book(ofTwo, { lab: '' }, lang)
  expect(status).toBe(422)
  expect(text).toMatch(/<select[^>]*name="lab"[^>]*aria-invalid="true"/)
  expect(text).toContain(said)
  expect(await labsPaying(purpose)).toEqual([])
})

test.each([
  [ofTwo, 'second', 'second'],
  [ofTwo, 'none', null],
  [ofOne, 'first', 'first'],
  [ofOne, 'none', null],
] as const)('a booking of %s is paid by the lab that was chosen: %s', async (as, chosen, pays) => {
  const lab = chosen === 'none' ? chosen : labs[chosen]
  const { status, purpose } = await book(as, { lab })
  expect(status).toBe(303)
  expect(await labsPaying(purpose)).toEqual([pays && labs[pays]])
})
