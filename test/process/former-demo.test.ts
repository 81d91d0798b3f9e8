import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'

let scene: ProcessScene
beforeAll(async () => {
  scene = await openProcessScene()
  const { code, err } = await scene.run(['seed'])
  if (code !== 0) throw new Error(err)
}, 180_000)
afterAll(() => scene.close())

test('data of the demo is served without it: nobody gets in by what everybody knows', async () => {
  const running = await scene.serve(['--no-demo'])
  const [, count] = /still contains (\d+) demo users.+hexi end-demo/.exec(running.said.err) ?? []
  expect(Number(count)).toBeGreaterThanOrEqual(Object.keys(demoSignIns).length)
  for (const [token, email] of Object.entries(demoSignIns)) {
    const headers = { authorization: `Bearer ${token}` }
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person tries
    expect((await fetch(`${running.address}/api/v1/me`, { headers })).status).toBe(401)
    const body = new URLSearchParams({ email, password: demoPassword })
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const signedIn = await fetch(`${running.address}/sign-in`, { method: 'POST', body })
    expect(signedIn.status).toBe(401)
  }
  const { code, out } = await scene.run(['end-demo'])
  expect([code, out]).toEqual([0, `Disabled ${count} demo users.\n`])
  running.child.kill('SIGTERM')
  await running.ended
  const again = await scene.serve(['--no-demo'])
  expect(again.said.err).not.toContain('demo users')
}, 120_000)
