import { sql } from 'kysely'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  record,
} from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { countLot, enterEntry, pickOf } from '../../src/stock/entries/actions.ts'
import { enteredKinds } from '../../src/stock/entries/model.ts'
import { mergeLots, splitLot, transferLot } from '../../src/stock/moves/actions.ts'
import { houseContext } from '../support/people.ts'
import { publishable } from '../support/publishable.ts'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene({ max: 12 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const critical = 20
const otherCommands = ['count', 'pick', 'transfer', 'split', 'merge'] as const
const commands = record({
  what: constantFrom(...enteredKinds, ...enteredKinds, ...otherCommands, 'pick' as const),
  at: integer({ min: 0, max: 2 }),
  quantity: integer({ min: 1, max: 60 }),
  passReserve: boolean(),
})
type Command = typeof commands extends Arbitrary<infer T> ? T : never

describe('a ledger', () => {
  test('that 32 write at once adds up: no balance below zero, nothing picked of a reserve', async () => {
    const property = asyncProperty(
      array(commands, { minLength: 32, maxLength: 32 }),
      async (all) => {
        const bank = await newBank()
        const ended = await Promise.allSettled(all.map((one, at) => act(bank, one, at)))
        const failed = ended.flatMap((one) =>
          one.status === 'rejected' ? [String(one.reason)] : [],
        )
        expect(failed).toEqual([])
        expect(await wrongLots(bank.accession)).toEqual([])
        expect(await wrongLines(bank.accession)).toEqual([])
      },
    )
    await assert(property, { numRuns: 8, endOnFailure: true })
  }, 240_000)

  test('has lines that nobody changes or takes away', async () => {
    const lot = await scene.lot()
    const change = sql`update lot_entry set change = 5 where lot_id = ${lot}`.execute(scene.db)
    await expect(change).rejects.toThrow('never changed')
    const removal = sql`delete from lot_entry where lot_id = ${lot}`.execute(scene.db)
    await expect(removal).rejects.toThrow('never changed')
  })

  test('is the only way to a balance', async () => {
    const lot = await scene.lot()
    const cheat = sql`update lot set balance = 5000 where id = ${lot}`.execute(scene.db)
    await expect(cheat).rejects.toThrow('not the sum of its entries')
    expect((await scene.read(lot)).balance).toBe(1000)
  })

  test('holds against whoever writes past the program', async () => {
    const lot = await scene.lot({ criticalReserve: 100 })
    const insert = async (kind: string, change: number) =>
      sql`insert into lot_entry (lot_id, kind, change, at) values (${lot}, ${kind}, ${change}, now())`.execute(
        scene.db,
      )
    await expect(insert('out', -1001)).rejects.toThrow('lot_not_overdrawn')
    await expect(insert('out', -901)).rejects.toThrow('lot_reserve_kept')
    await expect(insert('out', 5)).rejects.toThrow('lot_entry_in_its_direction')
    await expect(insert('reserve', 0)).rejects.toThrow('lot_entry_in_its_direction')
    await insert('out', -900)
    expect(await scene.read(lot)).toMatchObject({ balance: 100, free: 0, level: 'low' })
  })
})

type Bank = { accession: string; lots: string[]; reservations: string[]; codes: string[] }

/** An accession of its own with three lots of 100, one of them with something held back. */
async function newBank(): Promise<Bank> {
  const accession = await scene.add('accession', { ...publishable.accession, title: { en: 'One' } })
  const codes = ['a', 'b', 'c'].map((name) => `${accession.slice(-12)}-${name}`)
  const lots: string[] = []
  for (const code of codes)
    lots.push(
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await scene.made(`/accessions/${accession}/lots`, {
        code,
        unit: 'seed',
        quantity: 100,
        criticalReserve: critical,
      }),
    )
  const reservations = await Promise.all(
    lots.map(async (lot) => {
      const line = await scene.enter(lot, { kind: 'reserve', quantity: 10, reason: 'A course' })
      return line.reservation?.id ?? ''
    }),
  )
  return { accession, lots, reservations, codes }
}

/** Does one thing; a refusal is an answer, anything else a fault. */
async function act(bank: Bank, command: Command, number: number): Promise<void> {
  try {
    await done(bank, command, number)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

async function done(bank: Bank, { what, at, quantity, passReserve }: Command, number: number) {
  const ctx = houseContext(scene.services)
  const [id = '', reservation = '', to = ''] = [
    bank.lots[at],
    bank.reservations[at],
    bank.codes[(at + 1) % 3],
  ]
  const reason = 'It had to be.'
  const taken = { quantity, reason, passReserve }
  const code = `${bank.accession.slice(-12)}-n${number}`
  const pick = { quantity, unit: 'seed', purpose: reason } as const
  const others = {
    count: async () => countLot(ctx, { counted: quantity }, { id }),
    pick: async () => pickOf(ctx, pick, { id: bank.accession }),
    transfer: async () => transferLot(ctx, { to, ...taken }, { id }),
    split: async () => splitLot(ctx, { code, ...taken }, { id }),
    merge: async () => mergeLots(ctx, { others: to, code, reason }, { id }),
  }
  if (isOther(what)) return others[what]()
  const ofReservation = what === 'release' || (what === 'ship' && passReserve)
  return enterEntry(ctx, { kind: what, ...taken, ...(ofReservation && { reservation }) }, { id })
}

const isOther = (what: Command['what']): what is (typeof otherCommands)[number] =>
  otherCommands.some((one) => one === what)

/** Lots whose sums are not those of their lines, or that are below zero. */
async function wrongLots(accession: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select lot.code, lot.balance, lot.reserved, lot.entry_count, total.*
    from lot
    cross join lateral (
      select coalesce(sum(change), 0) as changed, coalesce(sum(held), 0) as held,
        count(*) as lines, coalesce(max(number), 0) as last
      from lot_entry where lot_id = lot.id
    ) total
    where lot.record_id = ${accession} and not (
      lot.balance = total.changed and lot.reserved = total.held
      and lot.entry_count = total.lines and total.lines = total.last
      and lot.balance >= 0 and lot.reserved between 0 and lot.balance
      and lot.reserved = (select coalesce(sum(open), 0) from lot_reservation where lot_id = lot.id)
    )
  `.execute(scene.db)
  return rows
}

/** Lines that do not follow from the one before, or that took of a reserve unsaid. */
async function wrongLines(accession: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select * from (
      select lot.code, lot_entry.*,
        coalesce(lag(lot_entry.balance) over ledger, 0) as before,
        coalesce(lag(lot_entry.reserved) over ledger, 0) as reserved_before
      from lot_entry join lot on lot.id = lot_entry.lot_id
      where lot.record_id = ${accession}
      window ledger as (partition by lot_entry.lot_id order by lot_entry.number)
    ) line
    where balance <> before + change or reserved <> reserved_before + held
      or (
        balance - reserved < critical_reserve and change - held < 0
        and kind <> 'adjust' and not passes_reserve
      )
  `.execute(scene.db)
  return rows
}
