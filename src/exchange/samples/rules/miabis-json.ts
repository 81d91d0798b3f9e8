import type { Text } from '../../../core/text.ts'

export type LabelOf = (vocabulary: string, code: string) => Text | undefined
type Values = Readonly<Record<string, unknown>>

/** A value of the standard’s list, in its own words. */
export const standardValue = (labelOf: LabelOf, vocabulary: string, code: unknown): unknown =>
  typeof code === 'string' ? (labelOf(vocabulary, code)?.en ?? code) : undefined

/** Attributes of MIABIS Core 3.0, Collection, by the fields of a collection; with the list that a code is of. */
const collectionAttributes = [
  ['id', 'miabisId'],
  ['acronym', 'acronym'],
  ['url', 'collectionUrl'],
  ['sampleSource', 'sampleSource', 'miabis_sample_source'],
  ['sex', 'sex', 'miabis_sex'],
  ['ageLow', 'ageLow'],
  ['ageHigh', 'ageHigh'],
  ['ageLowUnit', 'ageLowUnit', 'miabis_age_unit'],
  ['ageHighUnit', 'ageHighUnit', 'miabis_age_unit'],
  ['datasetType', 'datasetTypes', 'miabis_dataset_type'],
  ['sampleType', 'sampleTypes', 'miabis_sample_type'],
  ['storageTemperature', 'storageTemperatures', 'miabis_storage_temperature'],
  ['disease', 'diseases'],
  ['sampleCollectionSetting', 'collectionSetting', 'miabis_collection_setting'],
  ['collectionDesign', 'collectionDesign', 'miabis_collection_design'],
  ['useAndAccessConditions', 'useConditions', 'miabis_use_condition'],
  ['collectionStatus', 'collectionStatus', 'miabis_collection_status'],
  ['totalNumberOfSubjects', 'subjectsTotal'],
  ['inclusionCriteria', 'inclusionCriteria', 'miabis_inclusion_criteria'],
  ['publications', 'publications'],
] as const

export const collectionLists = collectionAttributes.flatMap(([, , list]) => list ?? [])

type Named = { name: Text; description: Text }

/** A collection as MIABIS Core 3.0 describes it: only what is said of it. */
export function collectionJson(
  values: Values,
  { name, description }: Named,
  labelOf: LabelOf,
): Values {
  const attributes = collectionAttributes.map(([attribute, field, list]): [string, unknown] => {
    const value = values[field]
    if (!list) return [attribute, value]
    return Array.isArray(value)
      ? [attribute, value.map((code) => standardValue(labelOf, list, code))]
      : [attribute, standardValue(labelOf, list, value)]
  })
  return filled({
    name: name.en,
    description: description.en,
    ...Object.fromEntries(attributes),
  })
}

/** Without what is empty. */
export const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => isFilled(value)))

const isFilled = (value: unknown) =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0)

/** One text of JSON, part by part: lists are written as they come. */
export async function* jsonOf(
  head: Values,
  lists: Readonly<Record<string, AsyncIterable<readonly unknown[]>>>,
): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1)
  for (const [name, parts] of Object.entries(lists)) {
    yield `,${JSON.stringify(name)}:[`
    let isFirst = true
    for await (const part of parts) {
      if (part.length === 0) continue
      yield (isFirst ? '' : ',') + part.map((one) => JSON.stringify(one)).join(',')
      isFirst = false
    }
    yield ']'
  }
  yield '}\n'
}
