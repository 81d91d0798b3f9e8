import type { Context } from '../../../core/context.ts'
import type { Period } from '../../../core/periods.ts'
import { findBookables, type BookableRow } from '../../policies/queries/bookable.ts'
import { type AnyOpenings, openingsAmong } from './openings.ts'

export type FreeInstrument = { instrument: BookableRow; slots: Period[] }

/** The earliest free slots of all instruments that fit, by instrument: who is free first comes first. */
export async function freeInstruments(ctx: Context, asked: AnyOpenings): Promise<FreeInstrument[]> {
  const openings = await openingsAmong(ctx, asked)
  const byInstrument = Map.groupBy(openings, ({ instrumentId }) => instrumentId)
  const rows = await findBookables(ctx.db, ctx.actor, [...byInstrument.keys()])
  return [...byInstrument].flatMap(([id, theirs]) => {
    const instrument = rows.find((row) => row.id === id)
    return instrument ? [{ instrument, slots: theirs.map(({ period }) => period) }] : []
  })
}
