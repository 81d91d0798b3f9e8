import { expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import { createSamplesIn, eventIn } from '../../src/samples/samples/actions/make.ts'
import { systemContext } from '../../src/jobs.ts'
import { testHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

const sample = (code: string) => ({ code, family: 'animal', type: 'serum' }) as const

test('samples are made in bulk with their parents, and a thaw of theirs is counted', async () => {
  await using house = await testHouse()
  const id = await house.add('collection', {
    ...publishable.collection,
    title: { zh: '血清库' },
    institution: house.own,
  })
  const ctx = systemContext(house.services, 'test')
  const collection = { id, institutionId: house.own }
  const [parent = ''] = await transact(ctx, (trx) =>
    createSamplesIn(trx, ctx, { collection, samples: [sample('P-1')] }),
  )
  const made = await transact(ctx, async (trx) => {
    const samples = ['b', 'A', 'c'].map((code) => ({ ...sample(code), parentIds: [parent] }))
    const ids = await createSamplesIn(trx, ctx, { collection, samples })
    await eventIn(trx, ctx, { samples: ids, institutionId: house.own, kind: 'thaw' })
    return ids
  })
  const rows = await house.db
    .selectFrom('sample')
    .innerJoin('sample_parent', 'sample_parent.sample_id', 'sample.id')
    .select(['sample.id', 'code', 'freeze_thaws', 'parent_id'])
    .execute()
  const codes = made.map((one) => rows.find((row) => row.id === one)?.code)
  expect(codes).toEqual(['b', 'A', 'c'])
  expect(new Set(rows.map((row) => `${row.freeze_thaws} ${row.parent_id}`))).toEqual(
    new Set([`1 ${parent}`]),
  )
})

test('a code that is typed whole into the search opens its sample for staff of the collection alone', async () => {
  await using house = await testHouse()
  const title = { zh: '血浆库' }
  const id = await house.add('collection', { ...publishable.collection, title })
  const ctx = systemContext(house.services, 'test')
  const collection = { id, institutionId: house.own }
  const [made = ''] = await transact(ctx, (trx) =>
    createSamplesIn(trx, ctx, { collection, samples: [sample('LZ-7781')] }),
  )
  const asked = async (token?: string) => house.as(token).get('/records?q=lz-7781')
  expect((await asked('demo-curator')).headers.get('location')).toBe(`/samples/${made}`)
  expect((await asked('demo-outsider')).status).toBe(200)
  expect((await asked()).status).toBe(200)
})
