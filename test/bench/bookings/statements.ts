import { Client, type Pool } from 'pg'
import { Temporal } from '../../../src/core/time.ts'

/** A statement as it went to the database. */
export type Statement = { name?: string; text: string; values: unknown[] }

/** Does something and answers every statement that this process sent for it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = []
  const query = Reflect.get(Client.prototype, 'query')
  Client.prototype.query = new Proxy(query, {
    apply: (target, client, given: unknown[]) => {
      const [asked, values] = given
      if (typeof asked === 'string')
        sent.push({ text: asked, values: Array.isArray(values) ? [...values] : [] })
      else if (isStatement(asked)) sent.push({ ...asked, values: [...(asked.values ?? [])] })
      return Reflect.apply(target, client, given)
    },
  })
  try {
    await work()
  } finally {
    Client.prototype.query = query
  }
  return sent
}

const isStatement = (asked: unknown): asked is Statement =>
  typeof asked === 'object' && asked !== null && 'text' in asked

/** The part between `begin` and `commit`, both included. */
export function transactionIn(statements: readonly Statement[]): Statement[] {
  const from = statements.findIndex(({ text }) => text === 'begin')
  const to = statements.findIndex(({ text }) => text === 'commit')
  if (from < 0 || to < from) throw new Error('No transaction was seen.')
  return statements.slice(from, to + 1)
}

/** The same statement with other ids, so many milliseconds later. */
export type Elsewhere = { ids: ReadonlyMap<string, string>; afterMs: number; shiftMs: number }

export async function replay(
  pool: Pool,
  statements: readonly Statement[],
  elsewhere?: Elsewhere,
): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { name, text, values } of statements) {
      const given = elsewhere ? values.map((value) => moved(value, elsewhere)) : values
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await client.query({ text, values: given, ...(name && { name }) })
    }
  } finally {
    client.release()
  }
}

function moved(value: unknown, elsewhere: Elsewhere): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => moved(one, elsewhere))
  if (typeof value !== 'string') return value
  const other = elsewhere.ids.get(value)
  if (other !== undefined) return other
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value
  const at = Date.parse(value)
  // The moment of asking stays; what is asked for lies well after it.
  return at < elsewhere.afterMs
    ? value
    : Temporal.Instant.fromEpochMilliseconds(at + elsewhere.shiftMs).toString()
}
