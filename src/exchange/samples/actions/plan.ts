import { vocabulariesNamed } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { type Family, families } from '../../../samples/model.ts'
import { type Collection, isOfPeople, staffedCollection } from '../../../samples/actions.ts'
import { eventNames } from '../../../samples/events/words.ts'
import { boxesNamed } from '../../../samples/scans/actions.ts'
import { familyNames, furtherUseNames, unitNames } from '../../../samples/words/common.ts'
import type { Terms } from '../../values/rules/codes.ts'
import { donorsOf, type FoundImport, type KeptRow, knownSamples } from '../queries.ts'
import { targetsOf } from '../rules/columns.ts'
import { planOf } from '../rules/plan.ts'
import { readRow, type ReadRow } from '../rules/row.ts'
import { sampleImportWords as words } from '../words.ts'

export type Planned = ReturnType<typeof planOf> & { collection: Collection }

/** What a kept table would do now. */
export async function planFor(
  ctx: Context,
  db: Db,
  { found, rows }: { found: FoundImport; rows: readonly KeptRow[] },
): Promise<Planned> {
  const collection = await staffedCollection(ctx, found.recordId)
  const targets = targetsOf(found.header, found.mapping)
  if (!targets.includes('code')) throw new Problem('invalid', words.noCode)
  const vocabularies = await termsFor(db)
  const read = rows.map((row) => readRow(row, { targets, vocabularies }))
  const facts = await factsOf(ctx, db, { collection, read })
  return { ...planOf(read, facts), collection }
}

type Reads = { collection: Collection; read: readonly ReadRow[] }

async function factsOf(ctx: Context, db: Db, { collection, read }: Reads) {
  const { id: recordId, institutionId, sampleSource } = collection
  const upper = (key: 'code' | 'donorCode' | 'parentCodes') =>
    read
      .flatMap(({ values }) => [values[key] ?? []].flat())
      .map((code) => String(code).toUpperCase())
  const known = await knownSamples(db, {
    institutionId,
    codes: [...upper('code'), ...upper('parentCodes')],
  })
  const donors = await donorsOf(db, recordId, upper('donorCode'))
  const named = read.flatMap(({ values }) => (typeof values.box === 'string' ? [values.box] : []))
  return {
    recordId,
    family: families.find((one) => one === sampleSource) ?? ('human' satisfies Family),
    has: { donors: isOfPeople(collection), sources: sampleSource !== 'human' },
    known: new Map(known.map((one) => [one.code.toUpperCase(), one])),
    parents: new Map(
      known.flatMap((one) =>
        one.recordId === recordId ? [[one.code.toUpperCase(), one] as const] : [],
      ),
    ),
    withdrawn: new Set(
      donors.flatMap(({ code, isWithdrawn }) => (isWithdrawn ? [code.toUpperCase()] : [])),
    ),
    seatOf: await boxesNamed({ ...ctx, db }, institutionId, named),
  }
}

/** The code lists, and what is a list of this program alone. */
async function termsFor(db: Db): Promise<ReadonlyMap<string, Terms>> {
  const named = await vocabulariesNamed(db, [
    'miabis_sample_type',
    'miabis_storage_temperature',
    'miabis_sex',
    'miabis_age_unit',
  ])
  return new Map<string, Terms>([
    ...named,
    ['family', ownTerms(familyNames)],
    ['unit', ownTerms(unitNames)],
    ['furtherUse', ownTerms(furtherUseNames)],
    // A block follows from a withdrawal, and from nothing else.
    ['eventKind', ownTerms(without(eventNames, 'block'))],
  ])
}

const without = <Name extends string>(names: Readonly<Record<Name, Text>>, left: Name) =>
  Object.fromEntries(Object.entries<Text>(names).filter(([name]) => name !== left))

const ownTerms = (names: Readonly<Record<string, Text>>): Terms => ({
  title: words.title,
  terms: new Map(Object.entries(names).map(([code, label]) => [code, { code, label }])),
})
