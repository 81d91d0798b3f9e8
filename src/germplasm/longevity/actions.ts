import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { allowAnyCurator } from '../../people/roles/actions/roles.ts'
import { planSoon } from '../viability/actions/plan.ts'
import { canPredict } from '../viability/rules.ts'
import type { Constants, ConstantsFilter, NewConstants } from './model.ts'
import { enterConstants, listConstants } from './queries.ts'

/** The constants of species, and whether anything can be predicted by them. */
export async function searchConstants({ db }: Context, asked: Paging & ConstantsFilter) {
  const { items, ...rest } = await listConstants(db, asked)
  const judged = items.map((row) => ({
    ...row,
    predicts: canPredict({ ...row, reference: row.reference ?? '' }),
  }))
  return { ...rest, items: judged }
}

/** Enters constants, of each species the last named; what is due by them is worked out anew. By curators. */
export async function addConstants(ctx: Context, { constants }: NewConstants) {
  allowAnyCurator(ctx)
  const bySpecies = new Map(constants.map((one) => [one.species.toLowerCase(), one]))
  return transact(ctx, async (trx) => {
    const done = await enterConstants(
      trx,
      [...bySpecies.values()].map((one) => rowOf(ctx, one)),
    )
    const species = [...bySpecies.values()].map((one) => one.species)
    await recordChange(trx, ctx, {
      action: 'life_constants.enter',
      entity: 'life_constants',
      entityId: null,
      after: { ...done, species },
    })
    await planSoon(trx, ctx)
    return done
  })
}

const rowOf = (ctx: Context, { reference = '', ...constants }: Constants) => ({
  ...constants,
  reference: reference || null,
  entered_at: ctx.now(),
  entered_by: personIdOf(ctx),
})
