import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsIn, formsIn } from '../web/forms-in.ts'
import { type ChargeScene, issuedScene, only } from './scene.ts'

const scenes: ChargeScene[] = []
const scene = () => only(scenes)
const month = () => `/labs/${scene().lab}/statements/2026-03`

beforeAll(async () => {
  scenes.push(await issuedScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

async function give(code: string): Promise<void> {
  const answer = await scene()
    .as('demo-curator')
    .post('/api/v1/vouchers', {
      code,
      title: { zh: '创新券' },
      institution: scene().own,
      lab: scene().lab,
      faceFen: 5000,
      coverPercent: 50,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    })
  expect(answer.status).toBe(201)
}

const shown = async () => (await scene().as('demo-pi').get(month())).text()
const chosen = (page: string) => fieldsIn(page).find(({ name }) => name === 'voucher')?.value

test('the only voucher of a lab is chosen, several are asked about', async () => {
  await give('GS-2026-001')
  expect(chosen(await shown())).toMatch(/^[\da-f-]{36}$/)
  await give('GS-2026-002')
  const page = await shown()
  expect(chosen(page)).toBe('')

  const action = formsIn(page).find(({ fields }) => fields.some(({ name }) => name === 'voucher'))
  const answer = await scene().app.request(action?.action ?? '', {
    method: 'POST',
    headers: { authorization: 'Bearer demo-pi' },
    body: new URLSearchParams({ voucher: '' }),
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toMatch(/<select[^>]*name="voucher"[^>]*aria-invalid="true"/)
})
