import type { Context } from '../../../core/context.ts'
import type { UseFigures } from '../../use/model/use.ts'
import type { SharingFigures, SharingReport } from '../model.ts'
import {
  countInstruments,
  type OutsideUse,
  outsideUse,
  type SharingCounts,
} from '../queries/sharing.ts'
import { rounded } from '../../use/rules/figures.ts'
import { worthThresholds } from '../../nrii/actions/nrii.ts'
import { type UseScope, whole } from '../../use/actions/scope.ts'
import { useReport } from '../../use/actions/use.ts'

/** What each institution opens, and who of others used it. */
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

/** Counts by institution; under the empty key those of all. */
export async function sharingFacts(ctx: Context, scope: UseScope) {
  const { province } = await worthThresholds(ctx)
  const ids = scope.instruments.map(({ id }) => id)
  const [counts, outside] = await Promise.all([
    countInstruments(ctx.db, ids, province),
    outsideUse(ctx.db, whole(scope)),
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
  openRate: shareOf(counts.open, counts.aboveThreshold),
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

export const shareOf = (part: number | undefined, all: number | undefined): number | null =>
  all ? rounded((part ?? 0) / all, 4) : null
