import { type Context, transact } from '../../../core/context.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Dimension } from '../model.ts'
import {
  type Change,
  findChanged,
  findCounted,
  findKept,
  findPart,
  findTables,
  keepGroups,
  keepTables,
} from '../queries/kept.ts'
import { countParts, type Part } from '../rules/count.ts'
import { type Question, questionOf, textOf } from '../rules/question.ts'
import type { Cell } from '../rules/tables.ts'

type Tables = readonly (readonly Dimension[])[]
type Counting = {
  recordId: string
  question: Question
  tables: Tables
  /** All: also what has changed since the public counts were made. */
  sees: 'published' | 'all'
}
type Counted = {
  /** When the public counts were made; null: now. */
  countedAt: Temporal.Instant | null
  published: Cell[][]
  now: Cell[][]
}

/**
 * The cells of tables as the public counts them: from when the collection was last counted, but without those who withdrew
 * since; and as they are now.
 */
export async function countedIn(ctx: Context, counting: Counting): Promise<Counted> {
  return (await atHand(ctx, counting)) ?? counted(ctx, counting)
}

/** What is asked for most, by its dimensions: kept as it is shown on pages. */
const keptTables: Tables = [
  [],
  ['sex'],
  ['ageBand'],
  ['type'],
  ['chapter'],
  ['year'],
  ['sex', 'ageBand'],
]
const everything = questionOf({})

async function atHand(ctx: Context, asked: Counting): Promise<Counted | undefined> {
  if (textOf(asked.question) !== textOf(everything)) return undefined
  const found = await findTables(ctx.db, asked.recordId)
  if (!found || (asked.sees === 'all' ? found.isChanged : found.hasWithdrawals)) return undefined
  const cells = asked.tables.flatMap((by) => {
    const kept = found.tables[by.join()]
    return kept ? [[...kept]] : []
  })
  if (cells.length < asked.tables.length) return undefined
  return { countedAt: found.countedAt, published: cells, now: cells }
}

async function counted({ db }: Context, { recordId, sees, ...asked }: Counting): Promise<Counted> {
  const kept = await findKept(db, { recordId, types: asked.question.type })
  if (!kept) {
    const now = countParts([await findPart(db, { recordId, donors: 'all' })], asked)
    return { countedAt: null, published: now, now }
  }
  const { countedAt, changes, ...part } = kept
  /** Donors whose samples changed are read anew, and what was counted of them is left out. */
  const countWith = async (changed: readonly Change[]) => {
    if (changed.length === 0) return countParts([{ ...part, without: [] }], asked)
    const donors = changed.map(([donor]) => donor)
    const without = changed.flatMap(([donor, number]) =>
      donor !== null && number === null ? [] : [number],
    )
    return countParts([{ ...part, without }, await findPart(db, { recordId, donors })], asked)
  }
  const withdrawals = changes.filter(([, , isWithdrawal]) => isWithdrawal)
  const published = await countWith(withdrawals)
  const isSame = sees === 'published' || withdrawals.length === changes.length
  return { countedAt, published, now: isSame ? published : await countWith(changes) }
}

type Progress = (done: number, total: number) => void

/** Counts anew the collections whose samples have changed, or all; one after the other. Answers how many. */
export async function keepFacts(
  ctx: Context,
  { all = false, onProgress }: { all?: boolean; onProgress?: Progress } = {},
): Promise<number> {
  const ids = await (all ? findCounted : findChanged)(ctx.db)
  for (const [at, recordId] of ids.entries()) {
    onProgress?.(at, ids.length)
    // oxlint-disable-next-line no-await-in-loop -- each is a transaction of its own: what is done stays done
    await transact(ctx, async (trx) => {
      const groups = await keepGroups(trx, { recordId, at: ctx.now() })
      if (!groups) return
      const part: Part = { ...groups, without: [] }
      const cells = countParts([part], { question: everything, tables: keptTables })
      await keepTables(
        trx,
        recordId,
        Object.fromEntries(keptTables.map((by, place) => [by.join(), cells[place] ?? []])),
      )
    })
  }
  return ids.length
}
