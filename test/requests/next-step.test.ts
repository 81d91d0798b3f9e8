import { expect, test } from 'vitest'
import { nextStepOf } from '../../src/requests/requests/rules/next.ts'

test.each([
  ['draft', 'requester', 'finish'],
  ['returned', 'requester', 'change'],
  ['submitted', 'supervisor', 'consent'],
  ['submitted', 'reviewer', 'review'],
  ['submitted', 'steward', 'decide'],
  ['decided', 'requester', 'accept'],
  ['fulfilling', 'steward', 'provide'],
  ['fulfilling', 'requester', 'receive'],
  ['fulfilled', 'steward', 'renew'],
  ['closed', 'steward', 'renew'],
  ['fulfilled', null, undefined],
  ['expired', null, undefined],
] as const)('a request that is %s and waits for %s has one next step: %s', (state, turn, step) => {
  expect(nextStepOf({ state, turn })).toBe(step)
})
