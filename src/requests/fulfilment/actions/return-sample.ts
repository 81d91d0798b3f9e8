import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import type { SampleReturn } from '../../samples/model.ts'
import { findSampleLoan, putSampleBack } from '../../samples/actions/back.ts'
import { requestSampleRefusals as refusals } from '../../samples/words.ts'
import { receivedLines, setReturned } from '../queries.ts'
import { returnedTo } from '../rules.ts'
import { giveMoving, type Key } from './give.ts'

/** Takes back one sample of a loan: what is left of it is there again, and a thaw is counted. */
export const takeBackSample = (
  ctx: Context,
  { sample, amount, thawed, condition }: SampleReturn,
  key: Key,
) =>
  giveMoving(ctx, key, {
    wish: async (trx, { row }) => {
      const loan = await findSampleLoan(trx, { requestId: row.id, sampleId: sample })
      if (!loan) throw new Problem('conflict', refusals.notOut)
      if (amount > (loan.sentAmount ?? 0)) throw invalidField('amount', refusals.tooMuch)
      return {
        command: 'return_shipment' as const,
        itemId: loan.itemId,
        quantity: 1,
        condition,
        loan,
      }
    },
    moves: async (trx, { row }, { itemId, loan }) => {
      await countReturned(trx, itemId)
      await putSampleBack(trx, {
        holdId: loan.id,
        sampleId: loan.sampleId,
        amount,
        isThawed: thawed,
        note: `${row.number} ${condition}`,
        at: ctx.now(),
        by: personIdOf(ctx),
      })
    },
  })

async function countReturned(trx: Trx, itemId: string): Promise<void> {
  for (const { to, returned } of returnedTo(await receivedLines(trx, itemId), 1))
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await setReturned(trx, to.id, returned)
}
