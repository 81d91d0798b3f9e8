import type { Context } from '../../core/context.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { Paging } from '../../core/paging.ts'
import { signedIn } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { recordsAmong } from '../../catalog/exports/actions.ts'
import { editRecord } from '../../catalog/records/actions/edit.ts'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { recordChangeShape } from '../../catalog/records/model/shapes.ts'
import type { RecordChecks } from '../../catalog/records/rules/checks.ts'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import { findCollectors } from '../../catalog/search/actions.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import {
  type Finding,
  type IncompleteFilter,
  type Mend,
  mostProposed,
  type SuspiciousFilter,
} from './model.ts'
import { findKeeper, listIncomplete, listSuspicious, wordsLike } from './queries.ts'
import { type Missing, pdciOf } from './rules/completeness.ts'
import { findingsIn } from './rules/findings.ts'
import { hasIndex } from './rules/quality.ts'
import { nameWordsIn, spellingFinding } from './rules/spelling.ts'
import { findingNames, qualityWords as words } from './words.ts'

type Key = { id: string }

/** How complete a passport is, and what to fill in next; for whoever may read it. */
export async function getCompleteness(ctx: Context, { id }: Key) {
  const { row, values } = await getRecord(ctx, id, 'accession')
  if (row.withdrawnAt && !keepsRecord(ctx.actor, row))
    throw new Problem('not-found', catalogWords.noRecord)
  return hasIndex(row.profile) ? pdciOf(values) : { index: null, next: [] }
}

/** What looks wrong in a passport today; for those who keep it. */
export async function getFindings(ctx: Context, { id }: Key): Promise<{ findings: Finding[] }> {
  const { row, values } = await getRecord(ctx, id, 'accession')
  signedIn(ctx)
  if (!keepsRecord(ctx.actor, row)) throw new Problem('forbidden', words.keepersOnly)
  const { profile, institutionId } = row
  return { findings: await findingsOf(ctx, { profile, institutionId, values }) }
}

type Described = { profile: string | null; institutionId: string | null; values: FieldValues }

async function findingsOf(ctx: Context, { profile, institutionId, values }: Described) {
  const [keeper, collectors, misspelt] = await Promise.all([
    institutionId === null ? undefined : findKeeper(ctx.db, institutionId),
    findCollectors(ctx),
    misspeltIn(ctx, values),
  ])
  const on = dayAt(ctx.now(), defaultZone)
  const facts = { profile, on, keeper: keeper ?? unknownKeeper, collectors }
  return [...findingsIn(values, facts), ...misspelt]
}

const unknownKeeper = { wiews: null, founded: null }

/** What looks wrong in a passport that is being filled in, and how complete it is. */
export async function checkPassport(ctx: Context, described: Described): Promise<RecordChecks> {
  const findings = await findingsOf(ctx, described)
  return {
    doubts: findings.map(({ code, field, detail }) => ({
      field,
      name: findingNames[code],
      detail,
    })),
    completeness: hasIndex(described.profile)
      ? { name: words.completeness, ...pdciOf(described.values) }
      : null,
  }
}

async function misspeltIn(ctx: Context, values: FieldValues): Promise<Finding[]> {
  const findings = await Promise.all(
    nameWordsIn(values).map(async (name) =>
      spellingFinding(name, await wordsLike(ctx.db, ctx.actor, name)),
    ),
  )
  return findings.filter((finding) => finding !== undefined)
}

/** Writes what a finding suggests into the record. Refused where there is no such finding any more. */
export async function mendFinding(ctx: Context, { code, field }: Mend, { id }: Key): Promise<void> {
  const { row } = await getRecord(ctx, id, 'accession')
  refuseUnlessKept(ctx.actor, row)
  const { findings } = await getFindings(ctx, { id })
  const found = findings.find((one) => one.code === code && one.field === field)
  if (!found?.mend) throw new Problem('conflict', words.nothingToMend)
  const change = recordChangeShape('accession').parse(found.mend)
  await editRecord(ctx, { id, version: row.version }, change)
}

/** The curator’s passports by completeness, lowest first, with what to fill in next. */
export async function searchIncomplete(ctx: Context, asked: Paging & IncompleteFilter) {
  signedIn(ctx)
  const { items, ...page } = await listIncomplete(ctx.db, ctx.actor, asked)
  const passports = await recordsAmong(
    ctx,
    items.map(({ id }) => id),
  )
  const valuesOf = new Map(passports.map(({ id, values }) => [id, values]))
  const nextOf = (id: string) => pdciOf(valuesOf.get(id) ?? {}).next.slice(0, mostProposed)
  return { ...page, items: items.map((item) => ({ ...item, next: nextOf(item.id) })) }
}

/**
 * What to fill in next in many passports: what it would add to the index of each on average, most first. The mean is that
 * of the records given, of which the viewer sees some.
 */
export async function fillNext(ctx: Context, ids: readonly string[]): Promise<Missing[]> {
  const passports = await recordsAmong(ctx, ids)
  const missing = passports.flatMap(({ values }) => pdciOf(values).next)
  return [...Map.groupBy(missing, ({ fields }) => fields.join())]
    .map(([, all]) => ({
      fields: all[0]?.fields ?? [],
      adds: roundTo2(all.reduce((sum, { adds }) => sum + adds, 0) / passports.length),
    }))
    .toSorted((one, other) => other.adds - one.adds)
    .slice(0, mostProposed)
}

const roundTo2 = (number: number) => Math.round(number * 100) / 100

/** The curator’s passports that look wrong. */
export async function searchSuspicious(ctx: Context, asked: Paging & SuspiciousFilter) {
  signedIn(ctx)
  return listSuspicious(ctx.db, ctx.actor, asked)
}
