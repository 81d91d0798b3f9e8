import { getRecord } from '../../../catalog/records/actions/read.ts'
import { vocabulariesNamed } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import { csvLine, withoutFormula } from '../../../core/csv.ts'
import { streamOf } from '../../../core/streams.ts'
import { bothLanguages, type Lang, type LocalText } from '../../../core/text.ts'
import type { WorkbookCell } from '../../../ports/workbook.ts'
import { workbookStream } from '../../../ports/workbook-stream.ts'
import { isStaffOf, staffedCollection } from '../../../samples/actions.ts'
import { familyNames, furtherUseNames, unitNames } from '../../../samples/words/common.ts'
import { wellName } from '../../../stock/places/rules.ts'
import { biobankOf, donorPart, eventsOf, type Exported, samplePart } from '../queries.ts'
import { type ColumnKey, columnKeys, sampleColumns } from '../rules/columns.ts'
import {
  collectionJson,
  collectionLists,
  filled,
  jsonOf,
  type LabelOf,
  standardValue,
} from '../rules/miabis-json.ts'
import { sampleImportWords as words } from '../words.ts'

const atOnce = 2000

/** Every sample of a collection but blocked ones, part by part: no part is held longer than it is written. */
async function* samplesIn(ctx: Context, recordId: string): AsyncGenerator<Exported[]> {
  let before: string | null = null
  for (;;) {
    const asked: Parameters<typeof samplePart>[1] = { recordId, before, limit: atOnce }
    // oxlint-disable-next-line no-await-in-loop -- a part follows the other
    const part: Exported[] = await samplePart(ctx.db, asked)
    yield part
    const last = part.at(-1)
    if (part.length < atOnce || !last) return
    before = last.id
  }
}

async function labelsFor(ctx: Context, names: readonly string[]): Promise<LabelOf> {
  const found = await vocabulariesNamed(ctx.db, [...new Set(names)])
  const own: Readonly<Record<string, Readonly<Record<string, { zh: string; en: string }>>>> = {
    family: familyNames,
    unit: unitNames,
    furtherUse: furtherUseNames,
  }
  return (list, code) => own[list]?.[code] ?? found.get(list)?.terms.get(code)?.label
}

const sampleLists = ['miabis_sample_type', 'miabis_storage_temperature', 'miabis_sex']

/** The samples of a collection as a table that an import takes again; for its staff. */
export async function exportSamples(
  ctx: Context,
  { id, format }: { id: string; format: 'csv' | 'xlsx' },
): Promise<ReadableStream<Uint8Array>> {
  const { id: recordId } = await staffedCollection(ctx, id)
  const { lang } = ctx
  const labelOf = await labelsFor(ctx, sampleLists)
  const header = columnKeys.map((key) => sampleColumns[key].label[lang])
  const cells = (sample: Exported) =>
    columnKeys.map((key) => cellOf(sample, key, { labelOf, lang }))
  const parts = samplesIn(ctx, recordId)
  if (format === 'xlsx')
    return workbookStream({
      name: words.samples[lang],
      header,
      parts: mapped(parts, cells),
      madeAt: new Date(ctx.now().epochMilliseconds),
    })
  return streamOf(csvOf(header, mapped(parts, cells)))
}

async function* csvOf(
  header: readonly string[],
  parts: AsyncIterable<readonly (readonly WorkbookCell[])[]>,
): AsyncGenerator<string> {
  // Excel needs the byte order mark for Chinese.
  yield `\ufeff${csvLine(header)}`
  for await (const part of parts) yield part.map((row) => csvLine(row.map(withoutFormula))).join('')
}

async function* mapped<From, To>(
  parts: AsyncIterable<readonly From[]>,
  make: (one: From) => To,
): AsyncGenerator<To[]> {
  for await (const part of parts) yield part.map(make)
}

type Naming = { labelOf: LabelOf; lang: Lang }

function cellOf(sample: Exported, key: ColumnKey, { labelOf, lang }: Naming): WorkbookCell {
  if (key === 'well') return wellOf(sample)
  const column = sampleColumns[key]
  const value = sample[key]
  const list = 'vocabulary' in column ? column.vocabulary : undefined
  const named = (code: string) => (list ? (labelOf(list, code)?.[lang] ?? code) : code)
  if (typeof value === 'string') return named(value)
  return typeof value === 'number' || value === null ? value : value.map(named).join(';')
}

const wellOf = ({ well, columns, wellNames }: Exported): string | null =>
  well === null || columns === null
    ? null
    : wellName({ rows: 1, columns, wellNames: wellNames ?? 'letters' }, well)

/**
 * A collection as MIABIS has it. Everybody who may read it gets the biobank and the collection; its staff also donors,
 * samples and events, without those who withdrew.
 */
export async function exportMiabis(ctx: Context, id: string): Promise<ReadableStream<Uint8Array>> {
  const { row, shown } = await getRecord(ctx, id, 'collection')
  const isStaff = await isStaffOf(ctx, row.id)
  const lists = [...sampleLists, ...collectionLists, ...biobankLists.map(([, list]) => list)]
  const labelOf = await labelsFor(ctx, lists)
  const named = {
    name: bothLanguages(shown.title),
    description: bothLanguages('summary' in shown ? shown.summary : { zh: null, en: null }),
  }
  const head = {
    miabis: { core: '3.0', sample: '1.1' },
    biobank: await biobankJson(ctx, { id: row.id, values: shown, labelOf }),
    collection: collectionJson(shown, named, labelOf),
  }
  if (!isStaff) return streamOf(jsonOf(head, {}))
  return streamOf(
    jsonOf(head, {
      sampleDonors: mapped(donorsIn(ctx, row.id), (donor) => donorJson(donor, labelOf)),
      samples: mapped(samplesIn(ctx, row.id), (sample) => sampleJson(sample, labelOf)),
      events: eventsIn(ctx, row.id),
    }),
  )
}

const biobankLists = [
  ['infrastructure', 'miabis_infrastructure'],
  ['organisation', 'miabis_organisation'],
  ['bioprocessing', 'miabis_bioprocessing'],
  ['quality', 'miabis_quality'],
] as const

type Described = { id: string; values: Readonly<Record<string, unknown>>; labelOf: LabelOf }

const text = (local: LocalText | undefined) => local && bothLanguages(local).en

/** The biobank that hosts it, or what the collection says of its biobank. */
async function biobankJson(ctx: Context, { id, values, labelOf }: Described) {
  const found = await biobankOf(ctx.db, id)
  const told: Readonly<Record<string, unknown>> = found ?? {
    id: values['biobankId'],
    acronym: values['biobankAcronym'],
    url: values['biobankUrl'],
    infrastructure: values['infrastructure'],
    organisation: values['organisation'],
    bioprocessing: values['bioprocessing'],
    quality: values['qualityStandards'],
  }
  const coded = Object.fromEntries(
    biobankLists.map(([name, list]): [string, unknown] => {
      const codes = told[name]
      return [
        name,
        Array.isArray(codes) ? codes.map((code) => standardValue(labelOf, list, code)) : [],
      ]
    }),
  )
  return filled({
    id: told['id'],
    acronym: told['acronym'],
    name: found ? text(found.name) : values['biobankName'],
    url: told['url'],
    juristicPerson: text(found?.institution.name),
    country: found?.country,
    description: found ? text(found.description) : values['biobankDescription'],
    infrastructuralCapabilities: coded['infrastructure'],
    organisationalCapabilities: coded['organisation'],
    bioprocessingAndAnalyticalCapabilities: coded['bioprocessing'],
    qualityManagementStandard: coded['quality'],
  })
}

type Donor = Awaited<ReturnType<typeof donorPart>>[number]

async function* donorsIn(ctx: Context, recordId: string): AsyncGenerator<Donor[]> {
  let before: string | null = null
  for (;;) {
    const asked: Parameters<typeof donorPart>[1] = { recordId, before, limit: atOnce }
    // oxlint-disable-next-line no-await-in-loop -- a part follows the other
    const part: Donor[] = await donorPart(ctx.db, asked)
    yield part
    const last = part.at(-1)
    if (part.length < atOnce || !last) return
    before = last.id
  }
}

async function* eventsIn(ctx: Context, recordId: string): AsyncGenerator<unknown[]> {
  for await (const part of samplesIn(ctx, recordId)) {
    const events = await eventsOf(
      ctx.db,
      part.map(({ id }) => id),
    )
    yield events.map(({ id, code, kind, happenedOn, age, ageUnit }) =>
      filled({
        eventId: id,
        sampleId: code,
        eventType: kind,
        eventDateTime: happenedOn,
        ageAtEvent: age,
        ageAtEventUnit: ageUnit,
      }),
    )
  }
}

const donorJson = ({ code, sex, datasetTypes }: Donor, labelOf: LabelOf) =>
  filled({
    sampleDonorId: code,
    sex: standardValue(labelOf, 'miabis_sex', sex),
    datasetType: datasetTypes,
  })

/** MIABIS-SAMPLE-12. */
const sampleSources: Readonly<Record<string, string>> = {
  human: 'Human',
  animal: 'Animal',
  environment: 'Environment',
}

/** MIABIS Sample 1.1, with what an import needs besides: family, amounts, parents. */
const sampleJson = (sample: Exported, labelOf: LabelOf) =>
  filled({
    sampleId: sample.code,
    sampleType: standardValue(labelOf, 'miabis_sample_type', sample.type),
    storageTemperature: standardValue(labelOf, 'miabis_storage_temperature', sample.temperature),
    creationDateTime: sample.createdOn,
    anatomicalSite: siteOf(sample),
    sampleContentDiagnosis: sample.diagnoses,
    useAndAccessConditions: sample.useConditions,
    sampleSource: sampleSources[sample.family],
    sampleDonorId: sample.donorCode,
    sourceId: sample.sourceCode,
    parentSampleIds: sample.parentCodes,
    ageAtCollection: sample.ageYears,
    family: sample.family,
    amount: sample.amount,
    unit: sample.unit,
    freezeThawCycles: sample.freezeThaws,
    sprec: sample.sprec,
  })

function siteOf(sample: Exported) {
  const site = filled({
    ontology: sample.anatomicalOntology,
    ontologyVersion: sample.anatomicalVersion,
    code: sample.anatomicalCode,
    description: sample.anatomicalName,
    freeText: sample.anatomicalNote,
  })
  return Object.keys(site).length > 0 ? site : undefined
}
