import type { Context } from '../../core/context.ts'
import { edgesOf, type UseFigures } from '../use/model.ts'
import {
  type AssessmentReport,
  type Indicator,
  indicators,
  type MeasureUnit,
  type SharingFigures,
  type SharingReport,
} from './model.ts'
import {
  countInstruments,
  countTrainings,
  type OutsideUse,
  outsideUse,
  type SharingCounts,
} from './queries.ts'
import { rateOf, rounded } from '../use/rules/figures.ts'
import { worthThresholds } from '../nrii/actions.ts'
import { useReport, type UseScope, wholePeriod } from '../use/actions/use.ts'
import { indicatorNames, measureNames } from './words.ts'
import { isoAt } from '../use/queries/spans.ts'

/** Open instruments of each institution, and their use by others. */
export async function sharingReport(ctx: Context, scope: UseScope): Promise<SharingReport> {
  const use = await useReport(ctx, scope, 'institution')
  const { counts, outside } = await sharingFacts(ctx, scope)
  return {
    ...scope.asked,
    items: use.items.map(({ key, name, ...figures }) => ({
      key,
      name,
      ...sharingOf(figures, counts.get(key), outside.get(key)),
    })),
    total: sharingOf(use.total, counts.get(''), outside.get('')),
  }
}

/** Counts by institution; the empty key has the totals. */
async function sharingFacts(ctx: Context, scope: UseScope) {
  const { province } = await worthThresholds(ctx)
  const ids = scope.instruments.map(({ id }) => id)
  const [counts, outside] = await Promise.all([
    countInstruments(ctx.db, ids, province),
    outsideUse(ctx.db, wholePeriod(scope)),
  ])
  return { counts: byKey(counts), outside: byKey(outside) }
}

const byKey = <Row extends { key: string | null }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.key ?? '', row]))

const noInstruments: SharingCounts = {
  key: null,
  instruments: 0,
  aboveThreshold: 0,
  open: 0,
  withRules: 0,
  withFees: 0,
  domestic: 0,
}
const nobody: OutsideUse = { key: null, bookings: 0, people: 0, institutions: 0 }

const sharingOf = (
  figures: UseFigures,
  counts = noInstruments,
  outside = nobody,
): SharingFigures => ({
  instruments: counts.instruments,
  aboveThreshold: counts.aboveThreshold,
  open: counts.open,
  openRate: rateOf(counts.open, counts.aboveThreshold),
  usedHours: figures.usedHours,
  sharedHours: figures.sharedHours,
  externalHours: figures.externalHours,
  sharedRate: figures.sharedRate,
  outsideBookings: outside.bookings,
  outsidePeople: outside.people,
  outsideInstitutions: outside.institutions,
  samples: figures.samples,
  incomeFen: figures.incomeFen,
})

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

async function factsOf(ctx: Context, scope: UseScope) {
  const { startMs, endMs } = edgesOf(wholePeriod(scope).buckets)
  const ids = scope.instruments.map(({ id }) => id)
  const report = await useReport(ctx, scope, 'instrument')
  const { counts, outside } = await sharingFacts(ctx, scope)
  const trainings = await countTrainings(ctx.db, ids, {
    from: isoAt(startMs),
    to: isoAt(endMs),
  })
  return { report, counts: counts.get(''), outside: outside.get(''), trainings }
}

async function measuresOf(
  ctx: Context,
  scope: UseScope,
): Promise<Record<Indicator, readonly Measured[]>> {
  const facts = await factsOf(ctx, scope)
  return { ...offerMeasures(facts), ...useMeasures(facts) }
}

/** How instruments are managed and offered. */
function offerMeasures({ report, counts, trainings }: Facts) {
  const { instruments } = report
  const booked = report.items.filter(({ bookings }) => bookings > 0).length
  return {
    management: [
      ['rulesShare', rateOf(counts?.withRules, instruments), '%'],
      ['feesShare', rateOf(counts?.withFees, instruments), '%'],
    ],
    openRate: [['openRate', rateOf(counts?.open, counts?.aboveThreshold), '%']],
    technicians: [
      ['stewards', trainings.stewards, 'count'],
      ['sessions', trainings.sessions, 'count'],
      ['trained', trainings.trained, 'count'],
    ],
    platform: [
      ['bookings', report.total.bookings, 'count'],
      ['usedShare', rateOf(booked, instruments), '%'],
    ],
    selfReliance: [['domesticShare', rateOf(counts?.domestic, instruments), '%']],
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
