import type { Context } from '../core/context.ts'
import { sweepExpired } from './actions/sweep.ts'

export const sweepPeople = (ctx: Context): Promise<void> => sweepExpired(ctx)
