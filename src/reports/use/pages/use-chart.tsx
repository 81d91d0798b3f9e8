import type { Child } from 'hono/jsx'
import type { Context } from '../../../core/context.ts'
import { useScope } from '../actions/scope.ts'
import { useOverTime } from '../actions/time.ts'
import { defaultZone } from '../model/period.ts'
import { lastMonthsAt } from '../rules/presets.ts'
import { TrendFigure } from './use-charts.tsx'

/** Twelve months of one instrument's use, for its own page; nothing where it was not used. */
export async function useChart(ctx: Context, instrument: string): Promise<Child> {
  const period = lastMonthsAt(ctx.now(), defaultZone)
  const scope = await useScope(ctx, { instrument, ...period })
  const over = await useOverTime(ctx, scope)
  if (over.points.every(({ sums }) => sums.usedMs === 0)) return <></>
  const asked = { ...scope.asked, instrument }
  return <TrendFigure over={over} asked={asked} opens={scope.reach !== 'public'} />
}
