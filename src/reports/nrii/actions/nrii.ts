import { signedIn } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { defaultZone } from '../../../core/time.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { NriiField, NriiPart, NriiState, NriiValues, Threshold } from '../model.ts'
import { type AskedPeriod } from '../../use/model/period.ts'
import { codesOf, nriiFields } from '../queries/nrii.ts'
import { type NriiRow, nriiRows, type NriiScope } from '../queries/facts.ts'
import { yearlyNorms } from '../../use/queries/use.ts'
import { type Codes, type NriiProblem, nriiStateOf, nriiValues, problemsOf } from '../rules/nrii.ts'
import { askedPeriod, bucketsIn } from '../../use/rules/period.ts'
import { staffedInstitutions } from '../../sharing/rules/reach.ts'
import { nriiWords as words } from '../words.ts'

/** So many that a year of a busy province fits. */
const most = 20_000

export type NriiAsked = {
  institution?: string | undefined
  threshold: Threshold
  from?: string | undefined
  to?: string | undefined
}

export type NriiItem = Omit<NriiRow, 'facts' | 'reviewed'> & {
  values: NriiValues
  problems: NriiProblem[]
  state: NriiState
}

export type NriiList = { fields: NriiField[]; items: NriiItem[]; from: string; to: string }

/** All records of a part, each checked against the field list; for staff of their institutions. */
export async function nriiList(ctx: Context, part: NriiPart, asked: NriiAsked): Promise<NriiList> {
  const period = askedPeriod(asked, ctx.now(), defaultZone)
  const scope = await scopeOf(ctx, { ...asked, ...momentsOf(period) })
  const { fields, items } = await checked(ctx, part, scope)
  if (items.length > most) throw new Problem('invalid', words.tooManyRecords)
  return { fields, items, ...period }
}

/** One record of a part. What is below the threshold is found here too. */
export async function nriiRecord(
  ctx: Context,
  part: NriiPart,
  id: string,
): Promise<{ fields: NriiField[]; item: NriiItem; codes: Codes }> {
  if (!isId(id)) throw new Problem('not-found', words.noRecord)
  const scope = await scopeOf(ctx, { threshold: 'none', ...ever })
  const { fields, items, codes } = await checked(ctx, part, { ...scope, ids: [id] })
  const [item] = items
  if (!item) throw new Problem('not-found', words.noRecord)
  return { fields, item, codes }
}

const ever = { from: '-infinity', to: 'infinity' }

/** The same of some records, as they are inside a transaction. */
export async function nriiNamed(
  ctx: Context,
  part: NriiPart,
  ids: readonly string[],
): Promise<NriiItem[]> {
  const scope = await scopeOf(ctx, { threshold: 'none', ...ever })
  return (await checked(ctx, part, { ...scope, ids })).items
}

/** What the thresholds are now, in 10,000 yuan. */
export async function worthThresholds(ctx: Context): Promise<{ province: number; nation: number }> {
  const norms = await yearlyNorms(ctx.db)
  return { province: norms['worth_province'] ?? 0, nation: norms['worth_nation'] ?? 0 }
}

/** From the first midnight of a period to the last, in the province's zone. */
function momentsOf(period: AskedPeriod) {
  const [bucket] = bucketsIn([defaultZone], period, 'all')
  return { from: isoAt(bucket?.startMs ?? 0), to: isoAt(bucket?.endMs ?? 0) }
}

const isoAt = (ms: number) => new Date(ms).toISOString()

type Scoped = Pick<NriiAsked, 'institution' | 'threshold'> & { from: string; to: string }

async function scopeOf(
  ctx: Context,
  { institution, threshold, from, to }: Scoped,
): Promise<NriiScope> {
  const institutions = allowedInstitutions(ctx, institution)
  const worthFrom = threshold === 'none' ? undefined : (await worthThresholds(ctx))[threshold]
  return { institutions, worthFrom, from, to, baseUrl: ctx.baseUrl, limit: most }
}

/** The institution asked for, or all of one's own; refused to who is staff of none. */
function allowedInstitutions(ctx: Context, asked: string | undefined) {
  const own = staffedInstitutions(ctx.actor)
  if (own === undefined) return asked === undefined ? undefined : [asked]
  if (ctx.actor.type === 'anonymous') signedIn(ctx)
  const allowed = asked === undefined ? own : own.filter((id) => id === asked)
  if (allowed.length === 0) throw new Problem('forbidden', words.staffOnly)
  return allowed
}

async function checked(ctx: Context, part: NriiPart, scope: NriiScope) {
  const [fields, rows] = await Promise.all([
    nriiFields(ctx.db, part),
    nriiRows(ctx.db, part, scope),
  ])
  const codes = await codesOf(
    ctx.db,
    fields.flatMap(({ vocabulary }) => vocabulary ?? []),
  )
  const items = rows.map(({ facts, reviewed, ...row }): NriiItem => {
    const values = nriiValues(fields, named(facts), row.extra)
    const problems = problemsOf(fields, values, codes)
    const state = nriiStateOf({ status: row.status, values, reviewed, problems })
    return { ...row, values, problems, state }
  })
  return { fields, items, codes }
}

/** Columns under the names that fields have: `inner_id` is `innerId`. */
const named = (facts: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
