import { recordChange } from '../../../audit/actions.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { allowReading, allowWriting } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import { refusalWords } from '../../../people/words/refusals.ts'
import type {
  Dimension,
  FactAnswer,
  FactFilters,
  FactsAnswer,
  LocatedAnswer,
  LocatorQuery,
  SettingsChange,
} from '../model.ts'
import {
  findCollections,
  findSecret,
  findSettings,
  findStanding,
  putSettings,
  type Standing,
} from '../queries/collections.ts'
import { countedIn } from './kept.ts'
import { shownCounts } from '../rules/publish.ts'
import { type Question, questionOf, textOf } from '../rules/question.ts'
import { type Fact, type FactTable, keyOf, knownValues, tableOf, titleOf } from '../rules/tables.ts'
import { factWords as words } from '../words.ts'

export type Facts = {
  recordId: string
  title: LocalText
  standing: Standing
  /** When the public counts were made; null: now. */
  countedAt: Temporal.Instant | null
  tables: FactTable[]
}

/**
 * What a collection has, counted by each of these: the one answer of page, API and files. Public counts are withheld
 * and rounded by `rules/publish.ts`; staff see exact ones beside them.
 */
export async function factsOf(
  ctx: Context,
  id: string,
  { filters, tables }: { filters: FactFilters; tables: readonly (readonly Dimension[])[] },
): Promise<Facts> {
  const { row } = await getRecord(ctx, id, 'collection')
  const recordId = row.id
  const standing = await findStanding(ctx.db, ctx.actor, recordId)
  if (row.withdrawnAt && !standing.isStaff) throw new Problem('not-found', words.withdrawn)
  const question = questionOf(filters)
  const { isHuman, isStaff } = standing
  const [known, { countedAt, published, now }] = await Promise.all([
    knownTo(ctx),
    countedIn(ctx, { recordId, question, tables, sees: isHuman && !isStaff ? 'published' : 'all' }),
  ])
  // Nobody has to be protected where there are no people.
  const shown = isHuman ? published : now
  const exact = isHuman && isStaff ? now : null
  return {
    recordId,
    title: { zh: row.titleZh, en: row.titleEn },
    standing,
    countedAt: isHuman ? countedAt : null,
    tables: tables.map((by, at) =>
      tableOf(
        { published: shown[at] ?? [], exact: exact && (exact[at] ?? []) },
        { question, by, known, rule: { ...standing, recordId } },
      ),
    ),
  }
}

async function knownTo(ctx: Context) {
  const [sex, type] = await Promise.all([
    currentTerms(ctx, 'miabis_sex'),
    currentTerms(ctx, 'miabis_sample_type'),
  ])
  return knownValues({ sex, type })
}

/** The choices of filters: of vocabularies, never of what there is. */
export async function filterChoices(ctx: Context) {
  const { sex, type } = await knownTo(ctx)
  const choicesOf = (named: typeof sex) =>
    named.map(({ value, label }) => ({ value: value ?? '', label }))
  return { sex: choicesOf(sex), type: choicesOf(type) }
}

/** Facts for programs. */
export async function factsAnswer(
  ctx: Context,
  id: string,
  { by, ...filters }: FactFilters & { by: Dimension[] },
): Promise<FactsAnswer> {
  const found = await factsOf(ctx, id, { filters, tables: by.length === 0 ? [[]] : [[], by] })
  const { recordId, standing, tables } = found
  const [all = noTable] = tables
  const { facts, hasOthers } = tables.at(-1) ?? noTable
  const { isHuman, smallestCell } = standing
  return {
    collection: recordId,
    counts: isHuman ? 'donors' : 'samples',
    smallestCell: isHuman ? smallestCell : null,
    countedAt: found.countedAt && isoOf(found.countedAt),
    by,
    total: all.facts.map((fact) => countsOf(fact, standing))[0] ?? { suppressed: true },
    items: facts.map((fact) => ({
      ...Object.fromEntries(by.map((name, at) => [name, keyOf(name, fact.values[at] ?? null)])),
      label: titleOf(fact),
      ...countsOf(fact, standing),
    })),
    others: hasOthers ? { suppressed: true } : null,
  }
}

const noTable: FactTable = { by: [], facts: [], hasOthers: false }

function countsOf({ shown, exact }: Fact, { isHuman }: Standing): Omit<FactAnswer, 'label'> {
  const counts = shown
    ? { count: isHuman ? shown.donors : shown.samples, samples: shown.samples }
    : { suppressed: true as const }
  return exact ? { ...counts, exact } : counts
}

/** Listed collections that have so many donors of the kind, counted as the public sees them, whoever asks. */
export async function locate(ctx: Context, { atLeast = 1, ...filters }: LocatorQuery) {
  const question = questionOf(filters)
  const [secret, collections] = await Promise.all([
    findSecret(ctx.db),
    findCollections(ctx.db, ctx.actor),
  ])
  const items: LocatedAnswer[] = []
  for (const { isHuman, smallestCell, ...collection } of collections) {
    // oxlint-disable-next-line no-await-in-loop -- the samples of one at a time are in memory
    const all = await totalOf(ctx, { recordId: collection.id, isHuman, question })
    const asking = { smallestCell, secret, question: `${collection.id} ${textOf(question)}` }
    const shown = isHuman ? shownCounts(all, asking) : { ...all, donors: all.samples }
    if (shown === null || shown.donors < atLeast) continue
    const counts = { count: shown.donors, samples: shown.samples }
    items.push({ ...collection, ...counts, smallestCell: isHuman ? smallestCell : null })
  }
  return { items, next: null, total: { value: items.length, relation: 'eq' as const } }
}

type Total = { recordId: string; isHuman: boolean; question: Question }

async function totalOf(ctx: Context, { isHuman, ...asked }: Total) {
  const sees = isHuman ? 'published' : 'all'
  const { published, now } = await countedIn(ctx, { ...asked, tables: [[]], sees })
  const [[all] = []] = isHuman ? published : now
  return all ?? { donors: 0, samples: 0 }
}

const defaults = { smallestCell: 10, version: 1 }

/** How a collection's samples are handled; for its staff. */
export async function getSettings(ctx: Context, id: string) {
  allowReading(ctx)
  const { row } = await getRecord(ctx, id, 'collection')
  const { isStaff } = await findStanding(ctx.db, ctx.actor, row.id)
  if (!isStaff) throw new Problem('forbidden', words.staffOnly)
  const settings = (await findSettings(ctx.db, row.id)) ?? defaults
  const title = { zh: row.titleZh, en: row.titleEn }
  return { id: row.id, institutionId: row.institutionId, title, ...settings }
}

export async function changeSettings(
  ctx: Context,
  change: SettingsChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowWriting(ctx)
  const read = await getSettings(ctx, id)
  if (version !== undefined && version !== read.version)
    throw new Problem('stale', refusalWords.stale)
  const smallestCell = change.smallestCell ?? read.smallestCell
  await transact(ctx, async (trx) => {
    const kept = await putSettings(trx, {
      recordId: read.id,
      smallestCell,
      version: read.version,
    })
    if (!kept) throw new Problem('stale', refusalWords.stale)
    await recordChange(trx, ctx, {
      action: 'sample_settings.edit',
      entity: 'sample_settings',
      entityId: read.id,
      institutionId: read.institutionId,
      before: { smallestCell: read.smallestCell },
      after: { smallestCell },
    })
  })
}
