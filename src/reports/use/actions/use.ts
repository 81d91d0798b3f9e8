import { defaultZone } from '../../../core/time.ts'
import type { Context } from '../../../core/context.ts'
import type { LocalText } from '../../../core/text.ts'
import { type Grouping, noLab } from '../model/kinds.ts'
import { type Bucket } from '../model/period.ts'
import type { UseReport } from '../model/use.ts'
import type { ReportedInstrument } from '../../sharing/queries/instruments.ts'
import { sumIncome } from '../queries/income.ts'
import {
  labsNamed,
  type Norms,
  outagesDuring,
  sumUse,
  type UseRow,
  yearlyNorms,
} from '../queries/use.ts'
import { emptyGroup, figuresOf, type Group, groupSum, noUse, rounded } from '../rules/figures.ts'
import { openClocks } from '../rules/open.ts'
import { openTimes } from '../rules/opened.ts'
import { bucketsIn, yearsIn } from '../rules/period.ts'
import { useWords as words } from '../words/use.ts'
import { notForYou, type UseScope, whole } from './scope.ts'

/** The use of instruments, lab by lab, institution by institution or month by month; six queries at most. */
export async function useReport(
  ctx: Context,
  scope: UseScope,
  by: Grouping,
): Promise<UseReport & { norms: Norms }> {
  if (by === 'lab' && scope.reach === 'public') throw notForYou(ctx, words.labsForStaff)
  const norms = await yearlyNorms(ctx.db)
  const groups = await groupsOf(ctx, { scope, by, norms })
  const total = groupSum(
    groups.map(({ group }) => group),
    emptyGroup(),
  )
  const years = yearsIn(scope.asked, defaultZone)
  const count = scope.instruments.length
  return {
    ...scope.asked,
    by,
    items: groups.map(({ key, name, group }) => ({ key, name, ...figuresOf(group) })),
    total: figuresOf(total),
    instruments: count,
    national: {
      effectiveHours: rounded((norms['national_effective'] ?? 0) * years * count, 2),
      externalHours: rounded((norms['national_external'] ?? 0) * years * count, 2),
      instruments: count,
    },
    norms,
  }
}

type Named = { key: string; name: LocalText; group: Group }
type Wanted = { scope: UseScope; by: Grouping; norms: Norms }

async function groupsOf(ctx: Context, wanted: Wanted): Promise<Named[]> {
  if (wanted.by === 'lab') return groupsByLab(ctx, wanted)
  if (wanted.by === 'month') return groupsByMonth(ctx, wanted)
  const groups = await groupsByInstrument(ctx, wanted)
  return wanted.by === 'instrument' ? groups : joinedByInstitution(wanted.scope, groups)
}

async function groupsByInstrument(ctx: Context, { scope, norms }: Wanted): Promise<Named[]> {
  const buckets = bucketsIn(scope.zones, scope.asked, 'all')
  const rows = keyed(await sumUse(ctx.db, whole(scope), 'instrument'))
  const open = await openIn(ctx, scope, 'all')
  const income = await incomeBy(ctx, scope, { by: 'instrument', buckets })
  return scope.instruments
    .map((instrument): Named => {
      const { id, titleZh, titleEn } = instrument
      return {
        key: id,
        name: { zh: titleZh, en: titleEn },
        group: emptyGroup({
          sums: rows.get(id) ?? noUse,
          incomeFen: income(id),
          ...(scope.lab === undefined && {
            ...open.ofInstrument(instrument, buckets),
            quotaHours: quotaOf(instrument, norms) * yearsIn(scope.asked, instrument.zone),
          }),
        }),
      }
    })
    .toSorted((one, other) => other.group.sums.usedMs - one.group.sums.usedMs)
}

function joinedByInstitution({ instruments }: UseScope, groups: readonly Named[]): Named[] {
  const byId = new Map(groups.map((one) => [one.key, one.group]))
  const owners = Map.groupBy(instruments, ({ institutionId }) => institutionId)
  return [...owners]
    .map(([key, own]): Named => ({
      key,
      name: { zh: own[0]?.institutionZh ?? null, en: own[0]?.institutionEn ?? null },
      group: groupSum(
        own.flatMap(({ id }) => byId.get(id) ?? []),
        emptyGroup(),
      ),
    }))
    .toSorted((one, other) => other.group.sums.usedMs - one.group.sums.usedMs)
}

/** Labs have no open time: what they used is of instruments that others used too. */
async function groupsByLab(ctx: Context, { scope }: Wanted): Promise<Named[]> {
  const rows = await sumUse(ctx.db, whole(scope), 'lab')
  const labs = await labsNamed(
    ctx.db,
    rows.flatMap(({ key }) => key ?? []),
  )
  const income = await incomeBy(ctx, scope, { by: 'lab', buckets: whole(scope).buckets })
  const names = new Map(labs.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
  return rows
    .map(({ key, ...sums }): Named => ({
      key: key ?? noLab,
      name: (key ? names.get(key) : undefined) ?? words.noLabNamed,
      group: emptyGroup({ sums, incomeFen: income(key ?? '') }),
    }))
    .toSorted((one, other) => other.group.sums.usedMs - one.group.sums.usedMs)
}

async function groupsByMonth(ctx: Context, { scope, norms }: Wanted): Promise<Named[]> {
  const buckets = bucketsIn(scope.zones, scope.asked, 'month')
  const rows = keyed(await sumUse(ctx.db, { ...whole(scope), buckets }, 'part'))
  const open = await openIn(ctx, scope, 'month')
  const income = await incomeBy(ctx, scope, { by: 'part', buckets })
  const days = Map.groupBy(buckets, ({ key }) => key)
  const quota = scope.instruments.reduce((sum, one) => sum + quotaOf(one, norms), 0)
  return [...days]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([key, own]): Named => {
      const [first] = own
      const years = first ? (first.endMs - first.startMs) / (365 * 86_400_000) : 0
      return {
        key,
        name: { zh: key, en: key },
        group: emptyGroup({
          sums: rows.get(key) ?? noUse,
          incomeFen: income(key),
          ...(scope.lab === undefined && { ...open.ofAll(own), quotaHours: quota * years }),
        }),
      }
    })
}

type IncomeWanted = { by: 'instrument' | 'lab' | 'part'; buckets: readonly Bucket[] }

/** What each group brought; null for who may not know. */
async function incomeBy(ctx: Context, scope: UseScope, { by, buckets }: IncomeWanted) {
  if (scope.reach === 'public') return () => null
  const rows = await sumIncome(ctx.db, { ...whole(scope), buckets }, by)
  const sums = new Map(rows.map(({ key, fen }) => [key ?? '', fen]))
  return (key: string): number => sums.get(key) ?? 0
}

const keyed = (rows: readonly UseRow[]) => new Map(rows.map((row) => [row.key ?? '', row]))

async function openIn(ctx: Context, scope: UseScope, per: 'all' | 'month') {
  const outages = await outagesDuring(ctx.db, whole(scope))
  const all = bucketsIn(scope.zones, scope.asked, per)
  const starts = all.map(({ startMs }) => startMs)
  const ends = all.map(({ endMs }) => endMs)
  return openTimes({
    instruments: scope.instruments,
    outages,
    clocks: openClocks(Math.min(...starts), Math.max(...ends)),
  })
}

const quotaOf = ({ type }: ReportedInstrument, norms: Norms): number =>
  norms[type === '1' ? 'quota_special' : 'quota_general'] ?? 0
