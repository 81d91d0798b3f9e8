import { defaultZone } from '../../../core/time.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { useScope } from '../actions/scope.ts'
import { useOverTime } from '../actions/time.ts'
import { lastMonthsAt } from '../rules/presets.ts'
import { TrendFigure } from './use-charts.tsx'

/** On an instrument's page: twelve months of its use; nothing where it was not used. */
export const useSection: RecordSection = async (c, { id: instrument }) => {
  const { ctx } = c.var
  const period = lastMonthsAt(ctx.now(), defaultZone)
  const scope = await useScope(ctx, { instrument, ...period })
  const over = await useOverTime(ctx, scope)
  if (over.points.every(({ sums }) => sums.usedMs === 0)) return <></>
  const asked = { ...scope.asked, instrument }
  return <TrendFigure over={over} asked={asked} opens={scope.reach !== 'public'} />
}
