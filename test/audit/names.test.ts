import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordChange } from '../../src/audit/actions.ts'
import type { ActionName, AuditEntity } from '../../src/audit/model.ts'
import { auditedActions, auditedEntities } from '../../src/audited.ts'
import type { Context } from '../../src/core/context.ts'
import type { Trx } from '../../src/core/database.ts'
import { peopledHouse } from '../people/scene.ts'

const actions = Object.keys(auditedActions)

/** Compiled, never called: where one of these were no error, tsc would refuse the comment above it. */
const refusedByTheCompiler = (trx: Trx, ctx: Context) => {
  const unnamed = { action: 'booking.unnamed', entity: 'booking', entityId: null } as const
  // @ts-expect-error -- no area has a label for this action
  const first = recordChange(trx, ctx, unnamed)
  const mismatched = { action: 'booking.create', entity: 'person', entityId: null } as const
  // @ts-expect-error -- a booking is created, not a person
  const second = recordChange(trx, ctx, mismatched)
  const onNothing = { on: 'unnamed', zh: '某事', en: 'Something' } as const
  // @ts-expect-error -- no area has a label for this entity
  const third: ActionName<AuditEntity> = onNothing
  return [first, second, third]
}

test('an action or entity without a label does not compile, nor an action on another entity', () => {
  expect(refusedByTheCompiler).toBeTypeOf('function')
})

test('every action that the program writes down has a name, and every name is of such an action', () => {
  const written = new Set(filesThatRecord().flatMap(actionsIn))
  expect(written.size).toBeGreaterThan(75)
  expect([...written].toSorted()).toEqual(actions.toSorted())
})

test('the audit is filtered by every action and entity, on the page and in the API; others are refused', async () => {
  await using s = await peopledHouse()
  const page = await (await s.ask('GET', '/admin/audit', { cookie: s.rootsCookie })).text()
  for (const code of [...actions, ...Object.keys(auditedEntities)])
    expect(page).toContain(`<option value="${code}"`)
  const { paths } = await (await s.ask('GET', '/api/v1/openapi.json')).json()
  const filters: Array<{ name: string; schema: { enum?: string[] } }> =
    paths['/audit'].get.parameters
  const valuesOf = (filter: string) => filters.find(({ name }) => name === filter)?.schema.enum
  expect(valuesOf('action')).toEqual(actions)
  expect(valuesOf('entity')).toEqual(Object.keys(auditedEntities))
  const askFor = (query: string) =>
    s.ask('GET', `/api/v1/audit?${query}`, { cookie: s.rootsCookie })
  expect((await askFor('action=booking.create')).status).toBe(200)
  expect((await askFor('action=booking.unnamed')).status).toBe(422)
  expect((await askFor('entity=')).status).toBe(200)
})

const filesThatRecord = () =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((name) => name.endsWith('.ts') && !name.startsWith(join('src', 'audit')))
    .map((name) => readFileSync(name, 'utf8'))
    .filter((source) => /\brecord(?:Changes?|Booking|Upkeep)\b/.test(source))

/** The names in quotes, and those made of one word with a variable, as `order.${type}`. */
function actionsIn(source: string): string[] {
  const literal = [...source.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name = '']) => name)
  const prefixes = [...source.matchAll(/`([a-z_]+\.)\$\{/g)].map(([, prefix = '']) => prefix)
  const made = prefixes.flatMap((prefix) => actions.filter((name) => name.startsWith(prefix)))
  return [...literal, ...made]
}
