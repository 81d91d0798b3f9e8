import type { Context } from '../../../core/context.ts'
import type { AssessmentReport, Indicator, MeasureUnit } from '../model.ts'
import { indicators } from '../model.ts'
import { countTrainings } from '../queries/sharing.ts'
import { rounded } from '../../use/rules/figures.ts'
import { indicatorNames, measureNames } from '../words.ts'
import { type UseScope, whole } from '../../use/actions/scope.ts'
import { shareOf, sharingFacts } from './sharing.ts'
import { useReport } from '../../use/actions/use.ts'

type MeasureKey = keyof typeof measureNames
type Measured = readonly [key: MeasureKey, value: number | null, unit: MeasureUnit]

/** Measured facts for each of the nine indicators. */
export async function assessmentReport(ctx: Context, scope: UseScope): Promise<AssessmentReport> {
  const measured = await measuresOf(ctx, scope)
  return {
    ...scope.asked,
    instruments: scope.instruments.length,
    indicators: indicators.map((key) => ({
      key,
      name: indicatorNames[key],
      measures: measured[key].map(([measure, value, unit]) => ({
        key: measure,
        name: measureNames[measure],
        value,
        unit,
      })),
    })),
  }
}

type Facts = Awaited<ReturnType<typeof factsOf>>

const iso = (ms: number) => new Date(Number.isFinite(ms) ? ms : 0).toISOString()

async function factsOf(ctx: Context, scope: UseScope) {
  const { buckets } = whole(scope)
  const ids = scope.instruments.map(({ id }) => id)
  const report = await useReport(ctx, scope, 'instrument')
  const { counts, outside } = await sharingFacts(ctx, scope)
  const trainings = await countTrainings(ctx.db, ids, {
    from: iso(Math.min(...buckets.map(({ startMs }) => startMs))),
    to: iso(Math.max(...buckets.map(({ endMs }) => endMs))),
  })
  return { report, counts: counts.get(''), outside: outside.get(''), trainings }
}

async function measuresOf(
  ctx: Context,
  scope: UseScope,
): Promise<Record<Indicator, readonly Measured[]>> {
  const facts = await factsOf(ctx, scope)
  return { ...keptMeasures(facts), ...useMeasures(facts) }
}

/** How instruments are kept and offered. */
function keptMeasures({ report, counts, trainings }: Facts) {
  const { instruments } = report
  const booked = report.items.filter(({ bookings }) => bookings > 0).length
  return {
    management: [
      ['rulesShare', shareOf(counts?.withRules, instruments), '%'],
      ['feesShare', shareOf(counts?.withFees, instruments), '%'],
    ],
    openRate: [['openRate', shareOf(counts?.open, counts?.aboveThreshold), '%']],
    technicians: [
      ['stewards', trainings.stewards, 'count'],
      ['sessions', trainings.sessions, 'count'],
      ['trained', trainings.trained, 'count'],
    ],
    platform: [
      ['bookings', report.total.bookings, 'count'],
      ['usedShare', shareOf(booked, instruments), '%'],
    ],
    selfReliance: [['domesticShare', shareOf(counts?.domestic, instruments), '%']],
  } satisfies Partial<Record<Indicator, readonly Measured[]>>
}

/** How they are used, and by whom. */
function useMeasures({ report, outside }: Facts) {
  const { total, national, instruments } = report
  const each = (hours: number) => (instruments > 0 ? rounded(hours / instruments, 1) : null)
  return {
    hours: [
      ['effectiveEach', each(total.effectiveHours), 'h'],
      ['nationalEffective', each(national.effectiveHours), 'h'],
      ['quotaRate', total.quotaRate, '%'],
    ],
    effect: [
      ['utilisation', total.utilisation, '%'],
      ['samples', total.samples, 'count'],
    ],
    sharedHours: [
      ['externalEach', each(total.externalHours), 'h'],
      ['nationalExternal', each(national.externalHours), 'h'],
      ['sharedRate', total.sharedRate, '%'],
    ],
    service: [
      ['outsidePeople', outside?.people ?? 0, 'count'],
      ['outsideInstitutions', outside?.institutions ?? 0, 'count'],
      ['income', total.incomeFen === null ? null : total.incomeFen / 100, 'CNY'],
    ],
  } satisfies Partial<Record<Indicator, readonly Measured[]>>
}
