import { expect, test } from 'vitest'
import { upkeepScene } from '../upkeep/scene.ts'

const { scene, get, post, here, turnTo } = upkeepScene()

const send = (
  path: string,
  fields: Record<string, string | File>,
  as: 'demo-steward' | 'demo-outsider',
) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return scene().as(as).post(path, form)
}
const look = async (path: string, as: 'demo-steward' | 'demo-outsider' = 'demo-steward') => {
  const answer = await scene().as(as).get(path)
  return { status: answer.status, text: await answer.text() }
}

test('staff offer a service by a form, somebody orders it with a file, and both see it through without scripts', async () => {
  const offered = await send(
    here('/services/new'),
    {
      'title.zh': '透射观察',
      unit: 'sample',
      turnaroundDays: '5',
      'prices.external': '300.50',
      rows: '3',
      'fields.0.type': 'choice',
      'fields.0.label.zh': '模式',
      'fields.0.choices': '明场；暗场',
      'fields.0.required': 'true',
      'fields.1.type': 'file',
      'fields.1.label.zh': '方案',
    },
    'demo-steward',
  )
  expect(offered.status).toBe(303)
  const services = await get(here('/services'))
  const [service] = JSON.parse(JSON.stringify(services.body['items']))
  expect(service).toMatchObject({
    prices: { external: 30_050 },
    fields: [{ choices: ['明场', '暗场'] }, {}],
  })
  expect((await look(here('/services'))).text).toContain('透射观察')
  expect((await look(here(`/services/${service.id}/edit`))).text).toContain('明场；暗场')

  const formPath = here(`/services/${service.id}/order`)
  const [mode, plan] = service.fields
  const wrong = await send(formPath, { 'samples.0.name': '粉末' }, 'demo-outsider')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('粉末')
  const placed = await send(
    formPath,
    {
      [`answers.${mode.key}`]: '暗场',
      [`answers.${plan.key}`]: new File(['x'], '方案.txt'),
      'samples.0.name': '粉末',
      'samples.0.quantity': '2 mg',
    },
    'demo-outsider',
  )
  expect(placed.status).toBe(303)
  const order = placed.headers.get('location') ?? ''
  expect((await look(order)).text).toContain('方案.txt')
  expect((await look('/orders', 'demo-outsider')).text).toContain('透射观察')
  expect((await look('/orders/queue')).text).toContain('透射观察')

  const line = { 'lines.0.text': '观察', 'lines.0.quantity': '2', 'lines.0.price': '300.50' }
  expect((await send(`${order}/quote`, line, 'demo-steward')).status).toBe(303)
  expect((await send(`${order}/acceptance`, { version: '1' }, 'demo-outsider')).status).toBe(412)
  expect((await send(`${order}/acceptance`, { version: '2' }, 'demo-outsider')).status).toBe(303)
  await send(`${order}/start`, {}, 'demo-steward')
  const file = new File(['y'], '图像.tif')
  expect((await send(`${order}/delivery`, { file, note: '' }, 'demo-steward')).status).toBe(303)
  expect((await send(`${order}/rating`, { rating: '5' }, 'demo-outsider')).status).toBe(303)
  const seen = await look(order, 'demo-outsider')
  expect(seen.text).toContain('图像.tif')
  expect(seen.text).toContain('601.00')
  expect(seen.text).toContain('非常满意')
})

test('a step that is refused keeps what was typed for it', async () => {
  const made = await post(here('/services'), {
    title: { zh: '能谱分析' },
    unit: 'sample',
    turnaroundDays: 3,
    prices: {},
    fields: [],
  })
  const placed = await post(here(`/services/${made.body.id}/orders`), {}, 'demo-outsider')
  const order = `/orders/${placed.body.id}`
  const quote = {
    'lines.0.text': '观察六个样品',
    'lines.0.price': '100',
    'lines.4.text': '前处理',
    'lines.4.quantity': '-2',
    note: '周五前送样',
  }
  const refused = await send(`${order}/quote`, quote, 'demo-steward')
  expect(refused.status).toBe(422)
  const shown = await refused.text()
  for (const typed of ['观察六个样品', '前处理', '周五前送样']) expect(shown).toContain(typed)
  expect(shown).toMatch(
    /name="lines\.1\.quantity"[^>]*aria-invalid|aria-invalid[^>]*name="lines\.1\.quantity"/,
  )
  const late = await send(`${order}/decline`, { note: '设备检修', version: '9' }, 'demo-steward')
  expect(late.status).toBe(412)
  expect(await late.text()).toContain('value="设备检修"')
})

test('no one but staff may offer services, and nobody orders without signing in', async () => {
  expect((await look(here('/services/new'), 'demo-outsider')).status).toBe(403)
  const answer = await scene().as().get('/orders')
  expect(answer.headers.get('location')).toContain('/sign-in')
})

test('a quote is accepted to the last minute of its last day, by the clock of the instrument', async () => {
  const made = await post(here('/services'), {
    title: { zh: '制样' },
    unit: 'sample',
    turnaroundDays: 3,
    prices: {},
    fields: [],
  })
  const acceptAt = async (time: string) => {
    const placed = await post(here(`/services/${made.body.id}/orders`), {}, 'demo-outsider')
    const order = `/orders/${placed.body.id}`
    const quote = { 'lines.0.text': '一件', 'lines.0.price': '1', validUntil: '2026-03-05' }
    expect((await send(`${order}/quote`, quote, 'demo-steward')).status).toBe(303)
    turnTo(time)
    return (await send(`${order}/acceptance`, {}, 'demo-outsider')).status
  }
  expect(await acceptAt('05 15:59')).toBe(303)
  expect(await acceptAt('05 16:00')).toBe(409)
})
