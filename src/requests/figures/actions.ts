import type { Context } from '../../core/context.ts'
import { workingDaysIn } from '../../core/working-days.ts'
import { workingDaysFrom } from '../../deposits/centres/actions.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import type { Provider } from '../providers/model.ts'
import { fewest, type Figures } from './model.ts'
import { answersOf, reportsCounted } from './queries.ts'
import { quantile } from './rules.ts'

/** How soon a provider answers, and what came of what it gave: everybody may know. */
export async function figuresOf(ctx: Context, provider: Provider): Promise<Figures> {
  const [days, counted] = await Promise.all([
    daysTaken(ctx, provider),
    reportsCounted(ctx.db, provider),
  ])
  const isEnough = days.length >= fewest
  return {
    answered: days.length,
    medianDays: isEnough ? quantile(days, 0.5) : null,
    p90Days: isEnough ? quantile(days, 0.9) : null,
    ...counted,
  }
}

/** The same of an institution that exists. */
export async function getFigures(
  ctx: Context,
  { institution: asked, collection }: { institution: string; collection?: string | undefined },
): Promise<Figures> {
  const { id } = await getInstitution(ctx, asked)
  return figuresOf(ctx, { institutionId: id, collectionId: collection ?? null })
}

/** Median of working days until a provider answers; null while too few are counted. */
export async function usualDays(ctx: Context, provider: Provider): Promise<number | null> {
  const days = await daysTaken(ctx, provider)
  return days.length >= fewest ? quantile(days, 0.5) : null
}

async function daysTaken(ctx: Context, provider: Provider): Promise<number[]> {
  const since = ctx.now().subtract({ hours: 24 * 730 })
  const answers = await answersOf(ctx.db, provider, since)
  if (answers.length === 0) return []
  const calendar = await workingDaysFrom(ctx.db, since.subtract({ hours: 24 * 180 }))
  return answers.map((period) => workingDaysIn(period, calendar))
}
