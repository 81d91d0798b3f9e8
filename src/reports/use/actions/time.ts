import type { Context } from '../../../core/context.ts'
import type { UseSums } from '../model/use.ts'
import { heatOfUse } from '../queries/heat.ts'
import { sumUse } from '../queries/use.ts'
import { noUse } from '../rules/figures.ts'
import { bucketsIn } from '../rules/period.ts'
import { type UseScope, whole } from './scope.ts'

export type UseOverTime = {
  per: 'month' | 'week'
  points: readonly { key: string; sums: UseSums }[]
}

/** Used and external time month by month, or week by week in a short period: for the chart. */
export async function useOverTime(ctx: Context, scope: UseScope): Promise<UseOverTime> {
  const months = bucketsIn(scope.zones, scope.asked, 'month')
  const per: 'month' | 'week' = new Set(months.map(({ key }) => key)).size >= 4 ? 'month' : 'week'
  const buckets = per === 'month' ? months : bucketsIn(scope.zones, scope.asked, 'week')
  const sums = await sumUse(ctx.db, { ...whole(scope), buckets }, 'part')
  const rows = new Map(sums.map((row) => [row.key, row]))
  const keys = [...new Set(buckets.map(({ key }) => key))].toSorted()
  return { per, points: keys.map((key) => ({ key, sums: rows.get(key) ?? noUse })) }
}

/** Used time in each hour of the week. */
export const useByHour = (ctx: Context, scope: UseScope) => heatOfUse(ctx.db, whole(scope))
