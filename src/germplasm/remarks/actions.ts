import { getRecord } from '../../catalog/records/actions/read.ts'
import { keyOf } from '../../catalog/search/rules/terms.ts'
import type { Context } from '../../core/context.ts'
import { taxonOf } from '../rules/taxon.ts'
import { findTaxonNamed } from '../taxa/actions.ts'
import { recordsNumbered } from './queries.ts'
import { numbersOf, type Remark, remarksOn } from './rules.ts'

/** What should be looked at in an accession, as far as the caller may know of the others. */
export async function remarksOnRecord(ctx: Context, id: string): Promise<Remark[]> {
  const { row, values } = await getRecord(ctx, id, 'accession')
  if (row.withdrawnAt) return []
  const name = taxonOf(values)
  const keys = numbersOf(values).map(keyOf).filter(Boolean)
  const [taxon, records] = await Promise.all([
    name === null ? undefined : findTaxonNamed(ctx, name),
    keys.length === 0 ? [] : recordsNumbered(ctx.db, ctx.actor, { keys, except: id }),
  ])
  return remarksOn(values, { taxon, records })
}
