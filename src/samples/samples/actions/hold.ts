import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowReading } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { refuseWithdrawn } from '../../actions.ts'
import { findSample, type HeldSample, lockSamples, type SampleRow } from '../queries/keep.ts'
import { sampleListWords as words } from '../words.ts'

export type { HeldSample, SampleRow } from '../queries/keep.ts'

/** A sample, for the staff of its collection; for everybody else there is none. */
export async function getSample(ctx: Context, id: string): Promise<SampleRow> {
  allowReading(ctx)
  const row = isId(id) ? await findSample(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noSample)
  return row
}

/** The same held for a change; not in a withdrawn collection. */
export async function holdSample(trx: Trx, ctx: Context, id: string): Promise<HeldSample> {
  const [sample] = isId(id) ? await lockSamples(trx, ctx.actor, [id]) : []
  if (!sample) throw new Problem('not-found', words.noSample)
  refuseWithdrawn(sample)
  return sample
}
