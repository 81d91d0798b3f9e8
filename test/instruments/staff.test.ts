import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { staffToTell } from '../../src/instruments/actions.ts'
import { staffedBy } from '../../src/instruments/expressions.ts'
import { isStaffOf, isStaffOfAny } from '../../src/instruments/rules/standing.ts'
import { actorById } from '../../src/people/accounts/actions/actor.ts'
import { testHouse } from '../support/house.ts'

/** Three instruments: one's own institution's, another's, and another's in a collection; and who is granted what. */
async function staffScene() {
  const house = await testHouse()
  const { db, own, other, people } = house
  const addAt = async (institution: string, collection: string | null = null) => {
    const named = { institution: own, title: { zh: '质谱仪' } }
    const id = await house.add('instrument', {
      ...named,
      instrCategory: '010000',
      function: '分析',
    })
    const moved = { institution_id: institution, collection_id: collection }
    await db.updateTable('record').set(moved).where('id', '=', id).execute()
    return id
  }
  const ours = await addAt(own)
  const theirs = await addAt(other)
  const collected = await addAt(other, ours)
  const grant = { person_id: people['demo-pi'], role: 'steward', created_at: house.services.now() }
  await db
    .insertInto('role_grant')
    .values({ ...grant, collection_id: ours })
    .execute()
  return { ...house, ours, theirs, collected }
}

test('a list of what somebody decides about holds those instruments about which they decide', async () => {
  await using scene = await staffScene()
  const { db, people } = scene
  const all = await db
    .selectFrom('record')
    .select(['id', 'institution_id as institutionId', 'collection_id as collectionId'])
    .execute()
  const persons = await Promise.all(
    Object.values(people).map((id) => actorById(db, id, { type: 'session', sessionId: '' })),
  )
  const actors: Actor[] = [{ type: 'anonymous' }, { type: 'system', job: 'test' }]
  for (const actor of [...actors, ...persons.flatMap((one) => one ?? [])]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { rows } = await sql<{ id: string }>`
      select record.id from record where ${staffedBy(actor)}
    `.execute(db)
    const ruled = all.filter((one) => isStaffOf(actor, one)).map(({ id }) => id)
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ruled.toSorted())
    expect(isStaffOfAny(actor)).toBe(ruled.length > 0)
  }
})

test('stewards are told, curators where there are none, and nobody whose account is closed', async () => {
  await using scene = await staffScene()
  const { db, people, ours, theirs, collected } = scene
  const toldOf = async (id: string) => {
    const ids = await staffToTell(db, id)
    const told = db.selectFrom('person').select(['id', 'email']).orderBy('id')
    return (await told.execute()).filter((one) => ids.includes(one.id)).map(({ email }) => email)
  }
  expect(await toldOf(ours)).toEqual(['steward@hexi.example'])
  expect(await toldOf(collected)).toEqual(['pi@hexi.example'])
  expect(await toldOf(theirs)).toEqual([])
  await db
    .updateTable('person')
    .set({ disabled_at: scene.services.now() })
    .where('id', '=', people['demo-steward'])
    .execute()
  expect(await toldOf(ours)).toEqual(['curator@hexi.example'])
})
