import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bookingScene } from './scene.ts'

const Run = z.object({
  bookings: z.number(),
  refused: z.number(),
  newlyRefused: z.number(),
  isCut: z.boolean(),
  byCode: z.array(z.object({ code: z.string(), count: z.number() })),
  items: z.array(
    z.object({
      isNew: z.boolean(),
      booking: z.looseObject({ start: z.string() }),
      objections: z.array(z.object({ code: z.string(), detail: z.string() })),
    }),
  ),
})

type Scene = Awaited<ReturnType<typeof bookingScene>>

const dryRun = async (scene: Scene, rules: object, months = 6) => {
  const path = `/api/v1/instruments/${scene.instrument}/policy-dry-runs`
  const answer = await scene.as('demo-steward').post(path, { rules, months })
  expect(answer.status).toBe(200)
  return Run.parse(await answer.json())
}

const refusals = ({ items }: z.output<typeof Run>) =>
  items.map(({ booking, objections }) => [
    booking.start.slice(8, 13),
    ...objections.map(({ code }) => code),
  ])

/** A week of bookings, made on Monday, looked at in April. */
async function weekBooked() {
  const scene = await bookingScene()
  await scene.book('03 02:00', '03 03:00')
  await scene.book('03 04:00', '03 07:00')
  await scene.book('04 02:00', '04 04:00', { as: 'demo-pi' })
  const cancelled = await scene.book('05 02:00', '05 12:00')
  await scene.cancel(cancelled.body.id)
  scene.clock.now = scene.clock.now.add({ hours: 24 * 40 })
  return scene
}

describe('a dry run of rules', () => {
  test('says which of the past bookings they would have refused, and for which reasons', async () => {
    await using scene = await weekBooked()
    expect(await dryRun(scene, {})).toMatchObject({ bookings: 3, refused: 0, byCode: [] })
    const run = await dryRun(scene, { maxMinutes: 120, leadMinutes: 24 * 60 })
    expect(refusals(run)).toEqual([
      ['03T02', 'too_soon'],
      ['03T04', 'too_soon', 'too_long'],
    ])
    expect(run.byCode).toEqual([
      { code: 'too_soon', count: 2 },
      { code: 'too_long', count: 1 },
    ])
  })

  test('counts only what the same rules gave: a refused booking takes no quota and no time', async () => {
    await using scene = await weekBooked()
    const quota = { of: 'person', measure: 'count', max: 1, per: 'day' }
    expect(refusals(await dryRun(scene, { quotas: [quota] }))).toEqual([['03T04', 'quota']])
    expect(refusals(await dryRun(scene, { quotas: [quota], minMinutes: 90 }))).toEqual([
      ['03T02', 'too_short'],
    ])
    expect(refusals(await dryRun(scene, { bufferAfterMinutes: 90 }))).toEqual([
      ['03T04', 'slot_taken'],
    ])
  })

  test('tells what is newly refused from what the rules in force refuse already, in order of dates', async () => {
    await using scene = await weekBooked()
    await scene.setPolicy({ minMinutes: 90 })
    const run = await dryRun(scene, { minMinutes: 90, maxMinutes: 120 })
    expect(run.items.map(({ booking, isNew }) => [booking.start.slice(8, 13), isNew])).toEqual([
      ['03T02', false],
      ['03T04', true],
    ])
    expect([run.refused, run.newlyRefused]).toEqual([2, 1])
    const unchanged = await dryRun(scene, { minMinutes: 90 })
    expect([unchanged.refused, unchanged.newlyRefused]).toEqual([1, 0])
  })

  test('looks back no further than asked, changes nothing, and is for staff', async () => {
    await using scene = await weekBooked()
    expect((await dryRun(scene, { maxMinutes: 1 }, 1)).bookings).toBe(0)
    expect((await dryRun(scene, { maxMinutes: 1 }, 2)).refused).toBe(3)
    const path = `/api/v1/instruments/${scene.instrument}/policy`
    expect(await (await scene.as().get(path)).json()).toMatchObject({ version: 0 })
    const refused = await scene.as('demo-researcher').post(`${path}-dry-runs`, { rules: {} })
    expect(refused.status).toBe(403)
    const wrong = await scene
      .as('demo-steward')
      .post(`${path}-dry-runs`, { rules: { maxMinutes: -1 } })
    expect(wrong.status).toBe(422)
  })
})
