import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { labelOf } from '../../src/audit/rules.ts'
import { auditedActions, auditedEntities } from '../../src/audited.ts'
import { codeNames, fieldLabels, vocabulariesOf } from '../../src/labels.ts'

const naming = { fieldLabels, codeNames, vocabulariesOf }
const entityOf = new Map(Object.entries(auditedActions).map(([action, { on }]) => [action, on]))

/** The text of a balanced bracket that opens at this place. */
function inside(source: string, open: number): string {
  let depth = 0
  for (let at = open; at < source.length; at += 1) {
    if ('({['.includes(source.charAt(at))) depth += 1
    if (')}]'.includes(source.charAt(at))) depth -= 1
    if (depth === 0) return source.slice(open + 1, at)
  }
  return ''
}

/** The names of an object literal's own properties; what is spread into it is met in the demo. */
function keysOf(literal: string): string[] {
  let depth = 0
  const flat = Array.from(literal)
    .filter((char) => {
      if (')}]'.includes(char)) depth -= 1
      const isOwn = depth === 0
      if ('({['.includes(char)) depth += 1
      return isOwn
    })
    .join('')
  return flat
    .replaceAll(/\/\/.*$/gm, '')
    .split(',')
    .flatMap((part) => /^\s*'?(\w+)'?\s*(?::|$|[({[])/.exec(part)?.[1] ?? [])
}

/** Every field that a call of `recordChange` names, with the entities of the actions in its call. */
function recordedFields() {
  const files = globSync('src/**/actions{,/**}/*.ts').concat(globSync('src/**/actions.ts'))
  return [...new Set(files)].flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return [...source.matchAll(/\brecord(?:Changes?|Booking|Upkeep)\(/g)].flatMap(({ index }) => {
      const call = inside(source, source.indexOf('(', index))
      const entities = [...call.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].flatMap(
        ([, action = '']) => entityOf.get(action) ?? [],
      )
      return [...call.matchAll(/\b(?:before|after): (?=\{)/g)].flatMap(({ index: at, 0: head }) =>
        keysOf(inside(call, at + head.length)).map((key) => ({ file, entities, key })),
      )
    })
  })
}

test('every field that the program writes down by name is called in words', () => {
  const fields = recordedFields()
  expect(fields.length).toBeGreaterThan(200)
  const unnamed = fields.flatMap(({ file, entities, key }) =>
    (entities.length > 0 ? entities : [Object.keys(auditedEntities)[0] ?? ''])
      .filter((entity) => !labelOf(naming, { entity, key }))
      .map((entity) => `${file}: ${entity}.${key}`),
  )
  expect([...new Set(unnamed)]).toEqual([])
})
