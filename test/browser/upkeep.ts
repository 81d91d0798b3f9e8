import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Temporal } from '../../src/core/time.ts'
import type { PageCase } from './cases.ts'

/** What stands on an instrument of the demo, made through the doors that its staff use. */
export type FoundUpkeep = { kiosk: string; training: string }

const asAdmin = { authorization: 'Bearer demo-admin' }
const Made = z.looseObject({ id: z.string() })

export async function findUpkeep(
  origin: string,
  { instrument, now }: { instrument: string; now: Temporal.Instant },
): Promise<FoundUpkeep> {
  const label = `${origin}/instruments/${instrument}/label`
  await post(label, {})
  const page = await (await fetch(label, { headers: asAdmin })).text()
  const kiosk = /\/k\/[\da-z]{10}/.exec(page)?.[0]
  if (!kiosk) throw new Error('the label carries no code')
  const api = `${origin}/api/v1/instruments/${instrument}`
  const training = await post(`${api}/trainings`, {
    title: '上机培训',
    place: '3 号楼 112',
    start: now.add({ hours: 72 }).toString(),
    end: now.add({ hours: 74 }).toString(),
    seats: 6,
    kinds: ['training'],
  })
  const person = { email: 'researcher@hexi.example' }
  await post(`${api}/trainings/${training}/enrolment`, person)
  await post(`${api}/qualifications`, { ...person, kind: 'operation', validMonths: 1 })
  await post(`${api}/problems`, { severity: 'degraded', description: '样品台偶有卡顿' })
  await post(`${api}/maintenance-plans`, { kind: 'calibration', name: '校准', everyDays: 10 })
  await post(`${api}/outages`, {
    kind: 'maintenance',
    reason: '年度保养',
    start: now.add({ hours: 80 * 24 }).toString(),
  })
  return { kiosk, training: `/instruments/${instrument}/trainings/${training}` }
}

/** Answers the id of what was made. */
async function post(address: string, body: object): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { ...asAdmin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  })
  // There already: the demo was looked at before.
  if (answer.status === 303 || answer.status === 409) return ''
  if (answer.status >= 400) throw new Error(`${address} answered ${answer.status}`)
  return Made.parse(await answer.json()).id
}

/** The pages of use and upkeep. */
export const upkeepCases = (instrument: string, { kiosk, training }: FoundUpkeep): PageCase[] => {
  const as = 'demo-admin'
  const base = `/instruments/${instrument}`
  return [
    { name: 'kiosk', path: kiosk },
    { name: 'kiosk-staff', path: kiosk, as, act: unfold },
    { name: 'label', path: `${base}/label`, as },
    { name: 'upkeep', path: `${base}/upkeep`, as, act: unfold },
    { name: 'qualifications', path: `${base}/qualifications`, as, act: unfold },
    { name: 'trainings', path: '/trainings', as: 'demo-researcher' },
    { name: 'training', path: training },
    { name: 'training-staff', path: training, as, act: unfold },
    { name: 'due', path: '/upkeep', as },
    { name: 'due-none', path: '/upkeep', as: 'demo-outsider' },
  ]
}

/** Opens all that is folded away, so that it is looked at too. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details'))
      fold.open = true
  })
