import { isoOf, defaultZone } from '../../core/time.ts'
import { personIdOf, signedIn, writing } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { type Context, transact } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import type { NriiDecision, NriiField, NriiItem, NriiPart, NriiStatus, Threshold } from './model.ts'
import { type AskedPeriod, edgesOf } from '../use/model.ts'
import { codesOf, markNrii, nriiFields, putExtra } from './queries/nrii.ts'
import { nriiRows, type NriiScope } from './queries/records.ts'
import { yearlyNorms } from '../use/queries/instruments.ts'
import { type Codes, decisionsFor, nriiStateOf, nriiValues, problemsOf } from './rules.ts'
import { askedPeriod, bucketsIn } from '../use/rules/period.ts'
import { staffedInstitutions } from '../use/rules/reach.ts'
import { nriiStateNames, nriiWords as words } from './words.ts'
import { recordChange } from '../../audit/actions.ts'
import { isoAt } from '../use/queries/spans.ts'

/** A year of a busy province fits. */
const maxRecords = 20_000

type NriiAsked = {
  institution?: string | undefined
  threshold: Threshold
  from?: string | undefined
  to?: string | undefined
}

export type NriiList = { fields: NriiField[]; items: NriiItem[]; from: string; to: string }

/** All records of a part, checked against the field list; for staff of their institutions. */
export async function nriiList(ctx: Context, part: NriiPart, asked: NriiAsked): Promise<NriiList> {
  const period = askedPeriod(asked, ctx.now(), defaultZone)
  const scope = await scopeOf(ctx, { ...asked, ...momentsOf(period) })
  const { fields, items } = await checkedRecords(ctx, part, scope)
  if (items.length > maxRecords) throw new Problem('invalid', words.tooManyRecords)
  return { fields, items, ...period }
}

/** One record of a part, also below the threshold. */
export async function nriiRecord(
  ctx: Context,
  part: NriiPart,
  id: string,
): Promise<{ fields: NriiField[]; item: NriiItem; codes: Codes }> {
  if (!isId(id)) throw new Problem('not-found', words.noRecord)
  const scope = await scopeOf(ctx, { threshold: 'none', ...ever })
  const { fields, items, codes } = await checkedRecords(ctx, part, { ...scope, ids: [id] })
  const [item] = items
  if (!item) throw new Problem('not-found', words.noRecord)
  return { fields, item, codes }
}

const ever = { from: '-infinity', to: 'infinity' }

async function nriiNamed(
  ctx: Context,
  part: NriiPart,
  ids: readonly string[],
): Promise<NriiItem[]> {
  const scope = await scopeOf(ctx, { threshold: 'none', ...ever })
  return (await checkedRecords(ctx, part, { ...scope, ids })).items
}

/** In 10,000 yuan. */
export async function worthThresholds(ctx: Context): Promise<{ province: number; nation: number }> {
  const norms = await yearlyNorms(ctx.db)
  return { province: norms['worth_province'] ?? 0, nation: norms['worth_nation'] ?? 0 }
}

/** From the first midnight of a period to the last, in the province's zone. */
function momentsOf(period: AskedPeriod) {
  const { startMs, endMs } = edgesOf(bucketsIn([defaultZone], period, 'all'))
  return { from: isoAt(startMs), to: isoAt(endMs) }
}

type Scoped = Omit<NriiAsked, 'from' | 'to'> & { from: string; to: string }

async function scopeOf(
  ctx: Context,
  { institution, threshold, from, to }: Scoped,
): Promise<NriiScope> {
  const institutions = allowedInstitutions(ctx, institution)
  const worthFrom = threshold === 'none' ? undefined : (await worthThresholds(ctx))[threshold]
  return { institutions, worthFrom, from, to, baseUrl: ctx.baseUrl, limit: maxRecords }
}

/** The institution asked for, or all where the actor is staff; refused to everybody else. */
function allowedInstitutions(ctx: Context, asked: string | undefined) {
  const own = staffedInstitutions(ctx.actor)
  if (own === undefined) return asked === undefined ? undefined : [asked]
  if (ctx.actor.type === 'anonymous') signedIn(ctx)
  const allowed = asked === undefined ? own : own.filter((id) => id === asked)
  if (allowed.length === 0) throw new Problem('forbidden', words.staffOnly)
  return allowed
}

async function checkedRecords(ctx: Context, part: NriiPart, scope: NriiScope) {
  const [fields, rows] = await Promise.all([
    nriiFields(ctx.db, part),
    nriiRows(ctx.db, part, scope),
  ])
  const codes = await codesOf(
    ctx.db,
    fields.flatMap(({ vocabulary }) => vocabulary ?? []),
  )
  const items = rows.map(({ facts, reviewed, ...row }): NriiItem => {
    const values = nriiValues(fields, camelKeys(facts), row.extra)
    const problems = problemsOf(fields, values, codes)
    const state = nriiStateOf({ status: row.status, values, reviewed, problems })
    return { ...row, values, problems, state }
  })
  return { fields, items, codes }
}

/** `inner_id` becomes `innerId`. */
const camelKeys = (facts: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

const statusAfter: Record<NriiDecision['decision'], NriiStatus> = {
  review: 0,
  report: 100,
  fail: 203,
  reset: 0,
}

/** Decides about all of the named records, or about none. */
export async function decideNrii(
  ctx: Context,
  { part, decision, ids, reason }: NriiDecision,
): Promise<number> {
  writing(ctx)
  if (decision === 'fail' && reason === undefined)
    throw new Problem('invalid', words.reasonNeeded, {
      issues: [{ path: 'reason', message: words.reasonNeeded }],
    })
  return transact(ctx, async (trx) => {
    const items = await nriiNamed({ ...ctx, db: trx }, part, ids)
    if (items.length < new Set(ids).size) throw new Problem('not-found', words.noRecord)
    for (const item of items) refuseUnless(item, decision)
    const marks = items.map((item) => ({
      part,
      id: item.id,
      instrumentId: item.instrumentId,
      institutionId: item.institutionId,
      status: statusAfter[decision],
      reason: decision === 'fail' ? (reason ?? null) : null,
      ...(decision === 'review' && { reviewed: item.values }),
    }))
    await markNrii(trx, marks, { at: isoOf(ctx.now()), by: personIdOf(ctx) })
    for (const [institutionId, own] of Map.groupBy(items, (item) => item.institutionId))
      await recordChange(trx, ctx, {
        action: `nrii.${decision}`,
        entity: 'nrii',
        entityId: own.length === 1 ? (own[0]?.id ?? null) : null,
        institutionId,
        after: { part, records: own.length, ...(reason && { reason }) },
      })
    return items.length
  })
}

function refuseUnless({ state, problems }: NriiItem, decision: NriiDecision['decision']): void {
  if (!decisionsFor(state, problems).includes(decision))
    throw new Problem('conflict', words.notThere(nriiStateNames[state]), { state })
}

/** Saves the typed values of fields without a source; other names are ignored. */
export async function saveNriiExtras(
  ctx: Context,
  { part, id, values }: { part: NriiPart; id: string; values: Readonly<Record<string, string>> },
): Promise<void> {
  writing(ctx)
  await transact(ctx, async (trx) => {
    const { fields, item } = await nriiRecord({ ...ctx, db: trx }, part, id)
    const open = fields.filter(({ source }) => source === null)
    const extra = Object.fromEntries(
      open.flatMap(({ name }) => {
        const value = values[name]?.trim()
        return value ? [[name, value.slice(0, 2000)]] : []
      }),
    )
    await putExtra(trx, { part, ...item }, extra)
    await recordChange(trx, ctx, {
      action: 'nrii.add',
      entity: 'nrii',
      entityId: id,
      institutionId: item.institutionId,
      before: { part, ...item.extra },
      after: { part, ...extra },
    })
  })
}
