import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { validated } from '../../core/validated.ts'
import { allowAnyCurator } from '../../people/roles/actions/roles.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { type NewTrait, type TraitChange, traitEdit, type TraitFilter } from './model.ts'
import {
  countsByBin,
  countsByValue,
  findTrait,
  insertTrait,
  listTraits,
  lockTrait,
  sumOfValues,
  type TraitRow,
  updateTrait,
} from './queries.ts'
import { traitWords as words } from './words.ts'

export async function getTrait({ db }: Pick<Context, 'db'>, id: string): Promise<TraitRow> {
  const row = isId(id) ? await findTrait(db, id) : undefined
  if (!row) throw new Problem('not-found', words.noTrait)
  return row
}

export const searchTraits = ({ db }: Context, asked: Paging & TraitFilter) => listTraits(db, asked)

/** Traits are everybody's: whoever curates something adds and mends them. */
export async function createTrait(ctx: Context, input: NewTrait): Promise<{ id: string }> {
  allowAnyCurator(ctx)
  return codeOnce(() => transact(ctx, (trx) => createTraitIn(trx, ctx, input)))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createTraitIn(
  trx: Trx,
  ctx: Context,
  input: NewTrait,
): Promise<{ id: string }> {
  const created = { created_at: ctx.now(), created_by: personIdOf(ctx) }
  const id = await insertTrait(trx, { ...columnsOf(input), ...created })
  await recordChange(trx, ctx, {
    action: 'trait.create',
    entity: 'trait',
    entityId: id,
    after: input,
  })
  return { id }
}

/** Changes the named fields; what has been observed keeps the value that it was given. */
export async function editTrait(
  ctx: Context,
  change: TraitChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAnyCurator(ctx)
  await codeOnce(() =>
    transact(ctx, async (trx) => {
      const trait = isId(id) ? await lockTrait(trx, id) : undefined
      if (!trait) throw new Problem('not-found', words.noTrait)
      if (version !== undefined && version !== trait.version)
        throw new Problem('stale', refusalWords.stale)
      const row = { ...trait, closed: trait.closedAt !== null }
      const [before, after] = [traitEdit.merged(row, {}), traitEdit.merged(row, change)]
      const { closed, ...kept } = validated(traitEdit.schema, after)
      const closed_at = closed ? (trait.closedAt ?? ctx.now()) : null
      await updateTrait(trx, id, { ...columnsOf(kept), closed_at })
      const of = { entity: 'trait', entityId: id } as const
      await recordChange(trx, ctx, { action: 'trait.edit', ...of, before, after })
    }),
  )
}

const bins = 12
const mostBars = 40

/** How a trait's values are spread, of accessions that the viewer may list. */
export async function distributionOf(ctx: Context, id: string) {
  const trait = await getTrait(ctx, id)
  const { low, high, ...sum } = await sumOfValues(ctx.db, ctx.actor, trait.id)
  const isSpread = trait.scale === 'numerical' && low !== null && high !== null && low < high
  return { ...sum, bars: isSpread ? await binned({ low, high }) : await byValue() }

  async function binned({ low: from, high: to }: { low: number; high: number }) {
    const counts = await countsByBin(ctx.db, ctx.actor, { traitId: id, low: from, high: to, bins })
    const edge = (at: number) => from + ((to - from) * at) / bins
    return Array.from({ length: bins }, (_, at) => ({
      from: edge(at),
      to: edge(at + 1),
      value: null,
      count: counts.find(({ bin }) => bin === at + 1)?.count ?? 0,
    }))
  }

  async function byValue() {
    const counts = await countsByValue(ctx.db, ctx.actor, id, mostBars)
    return counts.map(({ value, count }) => ({ from: null, to: null, value, count }))
  }
}

const codeOnce = <T>(write: () => Promise<T>) =>
  unlessBroken('trait_code_taken', words.codeTaken, write)

const columnsOf = ({ name, method, ...trait }: NewTrait) => ({
  code: trait.code,
  name_zh: name.zh,
  name_en: name.en,
  crop: trait.crop ?? null,
  category: trait.category,
  method_zh: method.zh,
  method_en: method.en,
  scale: trait.scale,
  unit: trait.unit ?? null,
  lowest: trait.lowest ?? null,
  highest: trait.highest ?? null,
  classes: trait.classes || null,
})
