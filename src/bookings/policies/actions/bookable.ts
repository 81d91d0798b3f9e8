import { isId } from '../../../core/shapes.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { allowStaff } from '../../../instruments/actions.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { type BookableRow, findBookables } from '../queries/bookable.ts'

export type { BookableRow } from '../queries/bookable.ts'

/** An instrument that the viewer may know of, with its policy in force. */
export async function getBookable(ctx: Context, id: string): Promise<BookableRow> {
  const [row] = isId(id) ? await findBookables(ctx.db, ctx.actor, [id]) : []
  if (!row) throw new Problem('not-found', instrumentWords.noInstrument)
  return row
}

/** The same for those who decide about it. */
export async function getBookableAsStaff(ctx: Context, id: string): Promise<BookableRow> {
  const row = await getBookable(ctx, id)
  allowStaff(ctx, row)
  return row
}
