import type { Context } from '../core/context.ts'
import { sweepExpired } from './accounts/actions/sweep.ts'

export const sweepPeople = (ctx: Context): Promise<void> => sweepExpired(ctx)
