import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowAdministrator, isAdministrator } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { validated } from '../../core/validated.ts'
import { seatOfInstitution } from '../../people/institutions/actions.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import type { Material, NewRule, PermitFilter, RuleChange } from './model.ts'
import { permitForm } from './model.ts'
import {
  findRule,
  insertRule,
  listRules,
  lockRule,
  materialsOf,
  type RuleRow,
  rulesOn,
  updateRule,
} from './queries.ts'
import { type Finding, findingsFor } from './rules.ts'
import { permitWords as words } from './words.ts'

export type { RuleRow } from './queries.ts'

/** Days on which rules and permits hold are of the calendar of Beijing. */
export const lawDay = ({ now }: Pick<Context, 'now'>): string => dayAt(now(), defaultZone)

export async function getRule({ db }: Context, id: string): Promise<RuleRow> {
  const row = isId(id) ? await findRule(db, id) : undefined
  if (!row) throw new Problem('not-found', words.noRule)
  return row
}

/** What the law asks: for everybody to read. */
export async function searchRules({ db, actor }: Context, asked: Paging & PermitFilter) {
  const { items, ...page } = await listRules(db, asked)
  const mayEdit = isAdministrator(actor)
  return { ...page, items: items.map((rule) => ({ ...rule, mayEdit })) }
}

export async function createRule(ctx: Context, input: NewRule): Promise<{ id: string }> {
  allowAdministrator(ctx)
  return transact(ctx, async (trx) => {
    const id = await insertRule(trx, { ...columnsOf(input), created_at: ctx.now() })
    const of = { entity: 'permit_rule', entityId: id } as const
    await recordChange(trx, ctx, { action: 'permit_rule.create', ...of, after: input })
    return { id }
  })
}

/** Changes the named fields; absent ones stay. */
export async function editRule(
  ctx: Context,
  change: RuleChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const rule = isId(id) ? await lockRule(trx, id) : undefined
    if (!rule) throw new Problem('not-found', words.noRule)
    if (version !== undefined && version !== rule.version)
      throw new Problem('stale', refusalWords.stale)
    const before = permitForm.merged(rule, {})
    const after = validated(permitForm.schema, permitForm.merged(rule, change))
    await updateRule(trx, id, columnsOf(after))
    const of = { entity: 'permit_rule', entityId: id } as const
    await recordChange(trx, ctx, { action: 'permit_rule.edit', ...of, before, after })
  })
}

export type Going = {
  /** Whose the recipient is; null: somebody of no institution, from where it goes. */
  recipientInstitutionId: string | null
  /** ISO 3166-1 alpha-2. */
  destinationCountry: string
}
export type RecordFindings = { recordId: string; materials: Material[]; findings: Finding[] }

/**
 * What the law asks today of giving these records to somebody, in three queries however many they are. A record that the
 * caller may not read is left out: who decides by this refuses what has no entry.
 */
export async function permitFindings(
  ctx: Context,
  {
    recordIds,
    recipientInstitutionId: institution,
    destinationCountry: destination,
  }: Going & { recordIds: readonly string[] },
): Promise<RecordFindings[]> {
  const [recipient, records] = await Promise.all([
    institution === null ? fromThere : seatOfInstitution(ctx, institution),
    materialsOf(ctx.db, ctx.actor, recordIds.filter(isId)),
  ])
  const at = lawDay(ctx)
  const all = [...new Set(records.flatMap(({ materials }) => materials))]
  const rules = await rulesOn(ctx.db, at, all)
  return records.map(({ id, materials }) => ({
    recordId: id,
    materials,
    findings: findingsFor(rules, { materials, recipient, destination, at }),
  }))
}

const fromThere = { country: null, isForeignControlled: false }

const columnsOf = ({ clause, sentence, ...rule }: NewRule) => ({
  material: rule.material,
  recipient: rule.recipient,
  destination: rule.destination,
  effect: rule.effect,
  document: rule.document ?? null,
  clause_zh: clause.zh ?? '',
  clause_en: clause.en ?? '',
  sentence_zh: sentence.zh ?? '',
  sentence_en: sentence.en ?? '',
  valid_from: rule.validFrom,
  valid_to: rule.validTo ?? null,
})
