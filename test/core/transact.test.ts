import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import type { Trx } from '../../src/core/database.ts'
import { houseContext } from '../support/people.ts'
import { testHouse, type TestHouse } from '../support/house.ts'

const opened = new AsyncDisposableStack()
let house: TestHouse
beforeAll(async () => {
  house = opened.use(await testHouse())
})
afterAll(() => opened.disposeAsync())

const hold = (trx: Trx, id: string) =>
  sql`select from institution where id = ${id}::uuid for update`.execute(trx)

test('of two writes that wait for each other one is done again, and both are done', async () => {
  const ctx = houseContext(house.services)
  const both = Promise.withResolvers<void>()
  let waiting = 0
  let tries = 0
  const holding = (first: string, second: string, other: () => Promise<void>) => {
    let isAgain = false
    return transact(ctx, async (trx) => {
      tries += 1
      // Else it may be in the way of who waited for it once more.
      if (isAgain) await other()
      isAgain = true
      await hold(trx, first)
      waiting += 1
      if (waiting === 2) both.resolve()
      await both.promise
      await hold(trx, second)
      await sql`update institution set name_en = name_en || '.' where id = ${first}::uuid`.execute(
        trx,
      )
    })
  }
  const one: Promise<void> = holding(house.own, house.other, () => two)
  const two: Promise<void> = holding(house.other, house.own, () => one)
  await Promise.all([one, two])
  expect(tries).toBe(3)
  const rows = await house.db.selectFrom('institution').select('name_en').execute()
  expect(rows.map(({ name_en }) => name_en?.replace(/[^.]/g, ''))).toEqual(['.', '.'])
})

async function triesOf(code: string) {
  let tries = 0
  const work = transact(houseContext(house.services), async (trx) => {
    tries += 1
    await sql`do ${sql.lit(`begin raise exception 'in the way' using errcode = '${code}'; end`)}`.execute(
      trx,
    )
  })
  await expect(work).rejects.toThrow('in the way')
  return tries
}

test('a write that fails so every time is tried four times, another failure once', async () => {
  expect([await triesOf('40P01'), await triesOf('40001'), await triesOf('22000')]).toEqual([
    4, 4, 1,
  ])
})
