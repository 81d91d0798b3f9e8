import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const Listed = z.object({
  items: z.array(z.looseObject({ request: z.looseObject({ id: z.string() }), state: z.string() })),
})

const listed = async (query: string, as = 'demo-outsider') =>
  Listed.parse(await (await scene.as(as).get(`/api/v1/entitlements${query}`)).json()).items.map(
    ({ request, state }) => [request.id, state],
  )

test('access is listed by its state, for who has it and for who gave it, the newest first', async () => {
  const ids: string[] = []
  for (let at = 0; at < 3; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const sent = await scene.sent([{ record: scene.dataset }])
    // oxlint-disable-next-line no-await-in-loop -- the same
    await scene.decided(sent, 'approved')
    ids.push(sent.id)
  }
  const [valid, expired, ended] = ids
  const now = scene.services.now()
  await sql`update entitlement set until = ${now} where request_id = ${expired}`.execute(scene.db)
  const item = (await scene.read(String(ended))).items[0]?.id
  await scene.give(String(ended), 'revocation', { item, note: 'Misused' }, 'demo-curator')
  for (const [role, as] of [
    ['requester', 'demo-outsider'],
    ['steward', 'demo-curator'],
  ] as const) {
    const of = (state: string) => listed(`?role=${role}${state}`, as)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await of('&state=valid')).toEqual([[valid, 'valid']])
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await of('&state=expired')).toEqual([[expired, 'expired']])
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await of('&state=ended')).toEqual([[ended, 'ended']])
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await of('')).toEqual([
      [expired, 'expired'],
      [valid, 'valid'],
    ])
  }
  expect(await listed('?state=ended', 'demo-researcher')).toEqual([])
})
