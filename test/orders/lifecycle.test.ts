import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { orderStates, sides } from '../../src/orders/orders/model.ts'
import {
  commands,
  commandsIn,
  isEnded,
  isOnSideOf,
  lineFen,
  stateAfter,
  totalFen,
} from '../../src/orders/orders/rules.ts'
import { Fields } from '../../src/orders/forms/model.ts'
import { issuesOfAnswers } from '../../src/orders/forms/rules.ts'
import { priceFor } from '../../src/orders/prices/rules.ts'

test('no walk through an order does what its state and side do not allow, and an end is an end', () => {
  const walk = array(record({ command: constantFrom(...commands), side: constantFrom(...sides) }))
  assert(
    property(walk, (taken) => {
      let state: (typeof orderStates)[number] = 'submitted'
      for (const { command, side } of taken) {
        const may = commandsIn(state, [side])
        const next = stateAfter(state, command)
        expect(may.includes(command)).toBe(isOnSideOf(command, [side]) && next !== undefined)
        expect(isEnded(state) && next !== undefined).toBe(false)
        if (may.includes(command) && next) state = next
      }
    }),
    { numRuns: 2000 },
  )
})

test('every state is reached, and every state that is not an end is left by somebody', () => {
  const reached = new Set(
    orderStates.flatMap((state) => commands.flatMap((c) => stateAfter(state, c) ?? [])),
  )
  for (const state of orderStates) {
    expect(reached.has(state)).toBe(true)
    expect(commandsIn(state, sides).length > 0).toBe(!isEnded(state))
  }
})

test('work never begins on a quote that was not accepted since it changed', () => {
  expect(stateAfter('accepted', 'quote')).toBe('quoted')
  expect(stateAfter('quoted', 'start')).toBeUndefined()
  expect(stateAfter('submitted', 'start')).toBeUndefined()
})

test('a quote is summed in whole 分, and a price is that of the next wider audience', () => {
  expect(lineFen({ text: 'a', quantity: 1.5, priceFen: 333 })).toBe(500)
  expect(
    totalFen([
      { text: 'a', quantity: 3, priceFen: 100 },
      { text: 'free', quantity: 1, priceFen: 0 },
    ]),
  ).toBe(300)
  expect(priceFor({ member: 500 }, 'own_lab')).toBe(500)
  expect(priceFor({ institution: 300, member: 500 }, 'external')).toBe(500)
  expect(priceFor({}, 'external')).toBeUndefined()
})

test('a form names everything that is wrong with its answers at once', () => {
  const label = { zh: '问', en: 'Ask' }
  const fields = Fields.parse([
    { key: 'what', type: 'text', label, required: true },
    { key: 'mass', type: 'number', label, unit: 'mg' },
    { key: 'mode', type: 'choice', label, choices: ['a', 'b'] },
    { key: 'wet', type: 'yes_no', label },
    { key: 'plan', type: 'file', label, required: true },
  ])
  const wrong = { mass: 'much', mode: 'c', wet: 'yes', more: 1 }
  expect(issuesOfAnswers(fields, { answers: wrong, files: [] }).map(({ path }) => path)).toEqual([
    'answers.what',
    'answers.mass',
    'answers.mode',
    'answers.wet',
    'answers.plan',
    'answers.more',
  ])
  const right = { what: 'x', mass: 2.5, mode: 'b', wet: false }
  expect(issuesOfAnswers(fields, { answers: right, files: ['plan'] })).toEqual([])
})
