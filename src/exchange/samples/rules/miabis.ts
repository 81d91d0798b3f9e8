import { Problem } from '../../../core/problem.ts'
import { sampleImportWords as words } from '../words.ts'
import type { ColumnKey } from './columns.ts'
import type { Row } from './row.ts'

/** Attributes of MIABIS Sample 1.1, and where their values go. */
const attributes: Readonly<Record<string, ColumnKey>> = {
  sampleId: 'code',
  family: 'family',
  sampleType: 'type',
  storageTemperature: 'temperature',
  creationDateTime: 'createdOn',
  anatomicalSiteDescription: 'anatomicalName',
  anatomicalSiteCode: 'anatomicalCode',
  sampleContentDiagnosis: 'diagnoses',
  useAndAccessConditions: 'useConditions',
  sampleDonorId: 'donorCode',
  sex: 'donorSex',
  sourceId: 'sourceCode',
  parentSampleIds: 'parentCodes',
  ageAtCollection: 'ageYears',
  amount: 'amount',
  unit: 'unit',
  freezeThawCycles: 'freezeThaws',
  sprec: 'sprec',
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const listIn = (json: Json, name: string): Json[] => {
  const found = json[name]
  return Array.isArray(found) ? found.filter(isObject) : []
}

/**
 * The samples of a MIABIS JSON as a table, each with its donor’s sex; undefined where the file is no JSON with samples.
 * What it has besides stays a column of its own, so that what identifies people is found there too.
 */
export function miabisTable(
  bytes: Uint8Array,
): { header: readonly string[]; rows: readonly Row[] } | undefined {
  const text = new TextDecoder().decode(bytes).trim()
  if (!text.startsWith('{')) return undefined
  const json = parsed(text)
  if (!isObject(json) || !Array.isArray(json['samples']))
    throw new Problem('invalid', words.unreadable)
  const donors = new Map(listIn(json, 'sampleDonors').map((one) => [one['sampleDonorId'], one]))
  const events = Map.groupBy(listIn(json, 'events'), ({ sampleId }) => sampleId)
  const samples = listIn(json, 'samples').map((sample) => ({
    ...donors.get(sample['sampleDonorId']),
    ...flat(sample),
    events: (events.get(sample['sampleId']) ?? []).map(eventText),
  }))
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))]
  const rows = samples.map((sample, at) => ({
    number: at + 1,
    cells: names.map((name) => cellOf(Object.entries(sample).find(([key]) => key === name)?.[1])),
  }))
  return { header: names.map((name) => attributes[name] ?? name), rows }
}

/** As a cell of a table has it. */
const eventText = ({ eventType, eventDateTime, ageAtEvent, ageAtEventUnit }: Json) =>
  [eventType, eventDateTime ?? ageAtEvent, ageAtEventUnit].map(cellOf).filter(Boolean).join(' ')

/** The parts of the anatomical site stand beside the others. */
function flat({ anatomicalSite, ...sample }: Json): Json {
  if (!isObject(anatomicalSite)) return sample
  const { code, description, ...others } = anatomicalSite
  return { ...sample, ...others, anatomicalSiteCode: code, anatomicalSiteDescription: description }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid', words.unreadable)
  }
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellOf).join(';')
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
