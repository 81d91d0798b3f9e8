import { allowReading, allowWriting } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { leadsLab, managesInstitution } from '../rules.ts'
import { refusalWords as words } from '../../words/refusals.ts'

export function allowManagerToRead(ctx: Context, institutionId: string): void {
  allowReading(ctx)
  if (!managesInstitution(ctx.actor, institutionId))
    throw new Problem('forbidden', words.managersOnly)
}

export function allowManager(ctx: Context, institutionId: string): void {
  allowWriting(ctx)
  allowManagerToRead(ctx, institutionId)
}

export function allowLabLeader(ctx: Context, lab: { id: string; institutionId: string }): void {
  allowWriting(ctx)
  if (!leadsLab(ctx.actor, lab)) throw new Problem('forbidden', words.labLeadersOnly)
}
