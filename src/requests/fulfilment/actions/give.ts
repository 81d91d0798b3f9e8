import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting } from '../../../core/permission.ts'
import { invalidField } from '../../../core/problem.ts'
import { giveCommandIn, type Held } from '../../requests/actions/command.ts'
import type { Asked } from '../../requests/rules/commands.ts'
import type { Item } from '../../requests/rules/state.ts'
import { smallestIn, unitNamed } from '../../requests/rules/units.ts'
import { fulfilmentWords as words } from '../words.ts'

export type Key = { id: string }

type Given<Wanted extends Asked> = {
  wish: (trx: Trx, held: Held) => Promise<Wanted> | Wanted
  /** What it moves, once the rules allow it. */
  moves: (trx: Trx, held: Held, wanted: Wanted) => Promise<void>
}

/** Gives a command of a request, and moves what it is about in the same transaction. */
export async function giveMoving<Wanted extends Asked>(
  ctx: Context,
  { id }: Key,
  { wish, moves }: Given<Wanted>,
): Promise<Key> {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    let wanted: Wanted | undefined
    return giveCommandIn(trx, ctx, {
      key: { id },
      wish: async (_, held) => (wanted = await wish(trx, held)),
      alongside: async (held) => {
        if (wanted) await moves(trx, held, wanted)
      },
    })
  })
}

/** A quantity of an item in smallest parts. */
export function partsOfItem(item: Item, quantity: number, field: string): number {
  const unit = unitNamed(item.unit)
  const parts = unit === null ? undefined : smallestIn(unit, quantity)
  if (parts === undefined || parts === 0) throw invalidField(field, words.tooFine)
  return parts
}
