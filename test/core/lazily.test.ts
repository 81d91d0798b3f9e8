import { expect, test } from 'vitest'
import { lazily } from '../../src/core/lazily.ts'

test('a property is made when it is first asked for, once, also of a spread copy', () => {
  const calls: string[] = []
  const made = lazily({
    one: () => {
      calls.push('one')
      return { is: 1 }
    },
    two: () => {
      calls.push('two')
      return 2
    },
  })
  const whole = Object.assign(made, { three: 3 })
  expect(calls).toEqual([])
  expect(whole.one).toBe(made.one)
  expect(calls).toEqual(['one'])
  expect({ ...whole }).toEqual({ one: { is: 1 }, two: 2, three: 3 })
  expect(calls).toEqual(['one', 'two'])
})
