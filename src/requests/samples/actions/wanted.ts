import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { dayAt, defaultZone } from '../../../core/time.ts'
import { checkSamples, type Wanted } from '../../../samples/matching/actions.ts'
import type { Criteria } from '../../../samples/matching/model.ts'
import type { Item } from '../../requests/rules/state.ts'
import { criteriaOf } from '../model.ts'
import { requestSampleRefusals as refusals } from '../words.ts'

type Of = { destination: string | null; item: Pick<Item, 'id' | 'recordId' | 'target'> }

/** What an item wants of a collection today; what goes abroad is used abroad, whether or not that was stated. */
export function wantedOf(ctx: Context, { destination, item }: Of): Wanted {
  const stated = criteriaOf(item.target)
  return {
    recordId: item.recordId,
    itemId: item.id,
    criteria: destination === null || destination === 'CN' ? stated : abroad(stated),
    day: dayAt(ctx.now(), defaultZone),
  }
}

const abroad = ({ uses = [], ...criteria }: Criteria): Criteria => ({
  ...criteria,
  uses: [...new Set([...uses, 'abroad' as const])],
})

/** Refuses samples that are not what is asked for, or whose donors did not agree to what they are for. */
export async function refuseMisfits(
  trx: Trx,
  ctx: Context,
  { sampleIds, ...of }: Of & { sampleIds: readonly string[] },
): Promise<void> {
  const found = await checkSamples({ db: trx }, wantedOf(ctx, of), sampleIds)
  if (found.length < sampleIds.length) throw new Problem('conflict', refusals.blocked)
  const objections = found.flatMap(({ code, misfit }) =>
    misfit === null ? [] : [{ code: misfit, detail: refusals.misfit(code, misfit) }],
  )
  const [first] = objections
  if (first) throw new Problem('conflict', first.detail, { objections })
}
