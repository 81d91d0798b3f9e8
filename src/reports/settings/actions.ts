import { allowAdministrator, allowAdministratorToRead } from '../../core/permission.ts'
import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import { type Issue, Problem } from '../../core/problem.ts'
import type { NriiField, NriiPart } from '../nrii/model.ts'
import { nriiFields } from '../nrii/queries/nrii.ts'
import { type FieldRule, listNorms, type Norm, putFieldRules, putNorms } from './queries.ts'
import { settingsWords as words } from './words.ts'

/** Yearly norms, and the field list of a part; for administrators. */
export async function reportSettings(
  ctx: Context,
  part: NriiPart,
): Promise<{ norms: Norm[]; fields: NriiField[] }> {
  allowAdministratorToRead(ctx)
  const [norms, fields] = await Promise.all([listNorms(ctx.db), nriiFields(ctx.db, part)])
  return { norms, fields }
}

/** Changes yearly norms and thresholds; all of them, or none. */
export async function changeNorms(ctx: Context, typed: (name: string) => string): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const before = await listNorms(trx)
    const issues = before.flatMap(({ name }): Issue[] =>
      isAmount(typed(name)) ? [] : [{ path: name, message: words.notAnAmount }],
    )
    if (issues.length > 0) throw new Problem('invalid', words.notAnAmount, { issues })
    const values = Object.fromEntries(before.map(({ name }) => [name, Number(typed(name))]))
    await putNorms(trx, values)
    await recordChange(trx, ctx, {
      action: 'report_norm.edit',
      entity: 'report_norm',
      entityId: null,
      before: Object.fromEntries(before.map(({ name, value }) => [name, value])),
      after: values,
    })
  })
}

const isAmount = (text: string) => /^\d{1,8}(?:\.\d{1,2})?$/.test(text.trim())

/** Changes which fields of a part are required, and how long they may be. */
export async function changeFieldRules(
  ctx: Context,
  part: NriiPart,
  typed: (name: string) => string,
): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const before = await nriiFields(trx, part)
    const issues = before.flatMap(({ name }): Issue[] =>
      [`${name}.maxLength`, `${name}.maxCount`]
        .filter((path) => !/^(?:|[1-9]\d{0,4})$/.test(typed(path).trim()))
        .map((path) => ({ path, message: words.notALength })),
    )
    if (issues.length > 0) throw new Problem('invalid', words.notALength, { issues })
    const rules = before.map(({ name }): FieldRule => ({
      name,
      required: typed(`${name}.required`) !== '',
      maxLength: Number(typed(`${name}.maxLength`)) || null,
      maxCount: Number(typed(`${name}.maxCount`)) || null,
    }))
    await putFieldRules(trx, part, rules)
    await recordChange(trx, ctx, {
      action: 'nrii_field.edit',
      entity: 'nrii_field',
      entityId: null,
      before: { part, ...rulesAsText(before) },
      after: { part, ...rulesAsText(rules) },
    })
  })
}

const rulesAsText = (rules: readonly FieldRule[]) =>
  Object.fromEntries(
    rules.map(({ name, required, maxLength, maxCount }) => [
      name,
      [required ? 'required' : '', maxLength ?? '', maxCount ?? ''].join('|'),
    ]),
  )
