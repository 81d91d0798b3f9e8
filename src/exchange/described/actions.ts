import { type RecordRow, recordsFor } from '../../catalog/records/actions/read.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { labelsOfCodes, type TermLabels } from '../../catalog/vocabularies/actions.ts'
import type { Context } from '../../core/context.ts'
import { rowsIn, textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { Problem } from '../../core/problem.ts'
import { type FileRow, firstFilesOf } from '../../datasets/files/actions.ts'
import { findNewestVersions, type VersionRow } from '../../datasets/versions/actions.ts'
import { hostNames } from '../../samples/biobanks/actions.ts'
import type { Described } from './model.ts'
import { findInstitutions, type InstitutionRow, type RelatedRow, relatedToEach } from './queries.ts'
import { describedOf } from './rules/described.ts'

type Options = {
  /** How many files of each are described at most, by name. */
  maxFiles?: number
}

const mostRelated = 500

/** A record for this viewer, in the terms of every format; not-found also where they may not know of it. */
export async function describe(
  ctx: Context,
  id: string,
  { maxFiles = 1000 }: Options = {},
): Promise<Described> {
  const described = (await describeMany(ctx, [id], { maxFiles })).get(id)
  if (!described) throw new Problem('not-found', catalogWords.noRecord)
  return described
}

/**
 * The same of many records in seven queries, however many they are; by id. Those that the viewer may not know of are left
 * out. Without files, unless some are asked for.
 */
export async function describeMany(
  ctx: Context,
  ids: readonly string[],
  { maxFiles = 0 }: Options = {},
): Promise<ReadonlyMap<string, Described>> {
  const records = await recordsFor(ctx, ids)
  if (records.length === 0) return new Map()
  const facts = await factsOf(ctx, records, maxFiles)
  const collections = records.filter(({ row }) => row.kind === 'collection')
  const hosts = await hostNames(ctx, idsOf(collections))
  return new Map(
    records.map(({ row, values }) => [
      row.id,
      describedOf(
        {
          row,
          values: hostedBy(values, hosts.get(row.id)),
          institution: facts.institutions.get(row.institutionId),
          related: facts.related.get(row.id) ?? [],
          version: facts.versions.get(row.id),
          files: facts.files.get(facts.versions.get(row.id)?.id ?? '') ?? [],
        },
        { baseUrl: ctx.baseUrl, labelOf: facts.labelOf, maxFiles },
      ),
    ]),
  )
}

const idsOf = (records: readonly { row: { id: string } }[]) => records.map(({ row }) => row.id)

/** A collection is hosted by the biobank that it is linked to, whatever its own fields say. */
const hostedBy = (values: FieldValues, biobankName: string | undefined): FieldValues =>
  biobankName === undefined ? values : { ...values, biobankName }

/** A record that could not be described or written: it is left out, and named in the log. */
export type Skipped = { id: string; error: unknown }

/** The same, for pages of many: where one of them cannot be described, that one is skipped and the others are there. */
export async function describeApart(
  ctx: Context,
  ids: readonly string[],
  skip: (one: Skipped) => void,
  options: Options = {},
): Promise<ReadonlyMap<string, Described>> {
  try {
    return await describeMany(ctx, ids, options)
  } catch {
    const found = new Map<string, Described>()
    for (const id of ids)
      try {
        // oxlint-disable-next-line no-await-in-loop -- one of them is spoilt: each by itself
        for (const [key, one] of await describeMany(ctx, [id], options)) found.set(key, one)
      } catch (error) {
        skip({ id, error })
      }
    return found
  }
}

type Kept = { row: RecordRow; values: FieldValues }

async function factsOf(ctx: Context, records: readonly Kept[], maxFiles: number) {
  const ids = records.map(({ row }) => row.id)
  // Of a withdrawn record nothing more is said, to whomever.
  const shown = records.filter(({ row }) => row.withdrawnAt === null)
  const datasets = shown.filter(({ row }) => row.kind === 'dataset').map(({ row }) => row.id)
  const [institutions, related, labelOf, versions] = await Promise.all([
    findInstitutions(ctx.db, [...new Set(records.map(({ row }) => row.institutionId))]),
    relatedToEach(ctx.db, ctx.actor, { ids, limit: mostRelated }),
    labelsFor(ctx, shown),
    findNewestVersions(ctx, datasets),
  ])
  // One more than is shown says whether there are more.
  const files = maxFiles > 0 ? await firstFilesOf(ctx, versions, maxFiles + 1) : []
  return {
    institutions: new Map(institutions.map((one): [string, InstitutionRow] => [one.id, one])),
    related: Map.groupBy(related, ({ recordId }: RelatedRow) => recordId),
    labelOf,
    versions: new Map(versions.map((one): [string, VersionRow] => [one.recordId, one])),
    files: Map.groupBy(files, ({ versionId }: FileRow) => versionId),
  }
}

const labelsFor = (ctx: Context, records: readonly Kept[]): Promise<TermLabels> =>
  labelsOfCodes(
    ctx,
    ['subject', 'licence', 'instrument_category', 'region'],
    records.flatMap(({ row, values }) => [
      ...row.subjects,
      ...rowsIn(values, 'rightsList').flatMap((one) => textIn(one, 'rightsIdentifier') ?? []),
      ...textsIn(values, ['instrCategory', 'coverageRegion', 'county', 'city', 'province']),
    ]),
  )
