import { isoOf, defaultZone } from '../../../core/time.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { permissionWords } from '../../../core/permission.ts'
import {
  type AskedPeriod,
  type Bucket,
  edgesOf,
  type Grouping,
  noLab,
  type UseReport,
  type UseSums,
} from '../model.ts'
import {
  type LabName,
  labsNamed,
  type Norms,
  type ReportedInstrument,
  reportedInstruments,
  yearlyNorms,
} from '../queries/instruments.ts'
import { heatOfUse, sumIncome, sumUse, type UseRow } from '../queries/sums.ts'
import { outagesDuring } from '../queries/rows.ts'
import type { Scope } from '../queries/spans.ts'
import { askedPeriod, bucketsIn, yearsIn } from '../rules/period.ts'
import { type Reach, reachOf, seesIncome } from '../rules/reach.ts'
import { useWords as words } from '../words.ts'
import type { LocalText } from '../../../core/text.ts'
import { emptyGroup, figuresOf, type Group, groupSum, noUse, rounded } from '../rules/figures.ts'
import { openClocks, openTimes } from '../rules/open.ts'
import { instrumentWords } from '../../../instruments/words.ts'

export type UseAsked = {
  from?: string | undefined
  to?: string | undefined
  institution?: string | undefined
  lab?: string | undefined
  instrument?: string | undefined
}

/** What a report counts: read once, and used by several queries. */
export type UseScope = {
  asked: AskedPeriod
  lab: string | undefined
  reach: Reach
  instruments: readonly ReportedInstrument[]
  zones: readonly string[]
  now: string
}

/** The instruments that the viewer may see, and how much of their use. */
export async function useScope(ctx: Context, query: UseAsked): Promise<UseScope> {
  const asked = askedPeriod(query, ctx.now(), defaultZone)
  const instruments = await reportedInstruments(ctx.db, ctx.actor, query)
  if (query.instrument !== undefined && instruments.length === 0)
    throw new Problem('not-found', instrumentWords.noInstrument)
  const reach = reachOf(ctx.actor, { lab: query.lab, instruments })
  if (query.lab !== undefined && reach === 'public') throw staffOnly(ctx, words.labsForStaff)
  const zones = [...new Set(instruments.map(({ zone }) => zone))]
  return { asked, lab: query.lab, reach, instruments, zones, now: isoOf(ctx.now()) }
}

/** Guests are asked to sign in, others read who may see it. */
export const staffOnly = ({ actor }: Context, detail: typeof words.labsForStaff): Problem =>
  actor.type === 'anonymous'
    ? new Problem('unauthenticated', permissionWords.signIn)
    : new Problem('forbidden', detail)

/** The labs of the viewer. */
export const ownLabs = async ({ db, actor }: Context): Promise<LabName[]> =>
  actor.type === 'person' && actor.labs.length > 0
    ? labsNamed(
        db,
        actor.labs.map(({ labId }) => labId),
      )
    : []

/** The whole period in each zone. */
export const wholePeriod = ({ instruments, zones, asked, lab, now }: UseScope): Scope => ({
  instruments,
  buckets: bucketsIn(zones, asked, 'all'),
  lab,
  now,
})

/** The use of instruments, by instrument, lab, institution or month; six queries at most. */
export async function useReport(
  ctx: Context,
  scope: UseScope,
  by: Grouping,
): Promise<UseReport & { norms: Norms }> {
  if (by === 'lab' && scope.reach === 'public') throw staffOnly(ctx, words.labsForStaff)
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

type NamedGroup = { key: string; name: LocalText; group: Group }
type GroupsInput = { scope: UseScope; by: Grouping; norms: Norms }

async function groupsOf(ctx: Context, wanted: GroupsInput): Promise<NamedGroup[]> {
  if (wanted.by === 'lab') return groupsByLab(ctx, wanted)
  if (wanted.by === 'month') return groupsByMonth(ctx, wanted)
  const groups = await groupsByInstrument(ctx, wanted)
  return wanted.by === 'instrument' ? groups : groupsByInstitution(wanted.scope, groups)
}

async function groupsByInstrument(
  ctx: Context,
  { scope, norms }: GroupsInput,
): Promise<NamedGroup[]> {
  const buckets = bucketsIn(scope.zones, scope.asked, 'all')
  const rows = keyed(await sumUse(ctx.db, wholePeriod(scope), 'instrument'))
  const open = await openTimesIn(ctx, scope, 'all')
  const income = await incomeBy(ctx, scope, { by: 'instrument', buckets })
  return scope.instruments
    .map((instrument): NamedGroup => {
      const { id, title } = instrument
      return {
        key: id,
        name: title,
        group: emptyGroup({
          sums: rows.get(id) ?? noUse,
          incomeFen: income.of(id),
          ...(scope.lab === undefined && {
            ...open.ofInstrument(instrument, buckets),
            quotaHours: quotaOf(instrument, norms) * yearsIn(scope.asked, instrument.zone),
          }),
        }),
      }
    })
    .toSorted((one, other) => other.group.sums.usedMs - one.group.sums.usedMs)
}

const noName: LocalText = { zh: null, en: null }

function groupsByInstitution(
  { instruments }: UseScope,
  groups: readonly NamedGroup[],
): NamedGroup[] {
  const byId = new Map(groups.map((one) => [one.key, one.group]))
  const owners = Map.groupBy(instruments, ({ institutionId }) => institutionId)
  return [...owners]
    .map(([key, own]): NamedGroup => ({
      key,
      name: own[0]?.institution ?? noName,
      group: groupSum(
        own.flatMap(({ id }) => byId.get(id) ?? []),
        emptyGroup(),
      ),
    }))
    .toSorted((one, other) => other.group.sums.usedMs - one.group.sums.usedMs)
}

/** Labs have no open time: they share their instruments with others. */
async function groupsByLab(ctx: Context, { scope }: GroupsInput): Promise<NamedGroup[]> {
  const rows = keyed(await sumUse(ctx.db, wholePeriod(scope), 'lab'))
  const income = await incomeBy(ctx, scope, { by: 'lab', buckets: wholePeriod(scope).buckets })
  // A lab that only ordered services used no time, and is charged.
  const keys = [...new Set([...rows.keys(), ...income.keys])]
  const labs = await labsNamed(
    ctx.db,
    keys.filter((key) => key !== ''),
  )
  const names = new Map(labs.map(({ id, name }) => [id, name]))
  return keys
    .map((key): NamedGroup => ({
      key: key || noLab,
      name: names.get(key) ?? words.noLabNamed,
      group: emptyGroup({ sums: rows.get(key) ?? noUse, incomeFen: income.of(key) }),
    }))
    .toSorted((one, other) => other.group.sums.usedMs - one.group.sums.usedMs)
}

async function groupsByMonth(ctx: Context, { scope, norms }: GroupsInput): Promise<NamedGroup[]> {
  const buckets = bucketsIn(scope.zones, scope.asked, 'month')
  const rows = keyed(await sumUse(ctx.db, { ...wholePeriod(scope), buckets }, 'part'))
  const open = await openTimesIn(ctx, scope, 'month')
  const income = await incomeBy(ctx, scope, { by: 'part', buckets })
  const days = Map.groupBy(buckets, ({ key }) => key)
  const quota = scope.instruments.reduce((sum, one) => sum + quotaOf(one, norms), 0)
  return [...days]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([key, own]): NamedGroup => {
      const [first] = own
      const years = first ? (first.endMs - first.startMs) / (365 * 86_400_000) : 0
      return {
        key,
        name: { zh: key, en: key },
        group: emptyGroup({
          sums: rows.get(key) ?? noUse,
          incomeFen: income.of(key),
          ...(scope.lab === undefined && { ...open.ofAll(own), quotaHours: quota * years }),
        }),
      }
    })
}

type IncomeInput = { by: 'instrument' | 'lab' | 'part'; buckets: readonly Bucket[] }

/** The income of each group that has some; null where the viewer may not see it. */
async function incomeBy(ctx: Context, scope: UseScope, { by, buckets }: IncomeInput) {
  if (!seesIncome(scope.reach)) return { keys: [], of: () => null }
  const rows = await sumIncome(ctx.db, { ...wholePeriod(scope), buckets }, by)
  const sums = new Map(rows.map(({ key, fen }) => [key ?? '', fen]))
  return { keys: [...sums.keys()], of: (key: string): number => sums.get(key) ?? 0 }
}

const keyed = (rows: readonly UseRow[]) => new Map(rows.map((row) => [row.key ?? '', row]))

async function openTimesIn(ctx: Context, scope: UseScope, per: 'all' | 'month') {
  const outages = await outagesDuring(ctx.db, wholePeriod(scope))
  const clocks = openClocks(edgesOf(bucketsIn(scope.zones, scope.asked, per)))
  return openTimes({ instruments: scope.instruments, outages, clocks })
}

const quotaOf = ({ type }: ReportedInstrument, norms: Norms): number =>
  norms[type === '1' ? 'quota_special' : 'quota_general'] ?? 0

export type UseOverTime = {
  per: 'month' | 'week'
  points: readonly { key: string; sums: UseSums }[]
}

/** Used and external time month by month, or week by week in a short period: for the chart. */
export async function useOverTime(ctx: Context, scope: UseScope): Promise<UseOverTime> {
  const months = bucketsIn(scope.zones, scope.asked, 'month')
  const per: 'month' | 'week' = new Set(months.map(({ key }) => key)).size >= 4 ? 'month' : 'week'
  const buckets = per === 'month' ? months : bucketsIn(scope.zones, scope.asked, 'week')
  const sums = await sumUse(ctx.db, { ...wholePeriod(scope), buckets }, 'part')
  const rows = new Map(sums.map((row) => [row.key, row]))
  const keys = [...new Set(buckets.map(({ key }) => key))].toSorted()
  return { per, points: keys.map((key) => ({ key, sums: rows.get(key) ?? noUse })) }
}

/** Used time in each hour of the week. */
export const useByHour = (ctx: Context, scope: UseScope) => heatOfUse(ctx.db, wholePeriod(scope))
