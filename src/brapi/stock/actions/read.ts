import type { Context } from '../../../core/context.ts'
import { getOf, resource } from '../../calls/actions.ts'
import type { Asked } from '../../calls/model.ts'
import { seedLotSource, transactionSource } from '../queries.ts'
import { seedLotOf, transactionOf } from '../rules.ts'

export const seedLots = resource({
  path: '/seedlots',
  id: 'seedLotDbId',
  source: seedLotSource,
  show: (rows, { lang }) => rows.map((row) => seedLotOf(row, lang)),
})

export const transactions = resource({
  path: '/seedlots/transactions',
  source: transactionSource,
  show: (rows) => rows.map(transactionOf),
})

const directions: Readonly<Record<string, string>> = {
  TO: 'toSeedLotDbId',
  FROM: 'fromSeedLotDbId',
}

/** What came into a lot and went out of it, or one of the two. */
export async function transactionsOf(
  ctx: Context,
  { id, direction, asked }: { id: string; direction: string; asked: Asked },
) {
  await getOf(ctx, { source: seedLotSource, id: 'seedLotDbId' }, id)
  const name = directions[direction] ?? 'seedLotDbId'
  return transactions.list(ctx, { ...asked, filters: new Map(asked.filters).set(name, [id]) })
}
