import type { SearchFacts } from '../../catalog/records/model/record.ts'
import { numberIn, textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { partialDateOf } from '../../core/partial-date.ts'
import { pointAt } from '../../core/place.ts'
import { degreesOf } from './coordinates.ts'
import { taxonOf } from './taxon.ts'

const nameKeys = [
  'accename',
  'foreignName',
  'cropname',
  'breedNameZh',
  'breedNameEn',
  'breedNameLocal',
  'infrasubspecificNames',
  'otherDenominations',
]

const numberKeys = [
  'accenumb',
  'puid',
  'nationalNumber',
  'platformNumber',
  'resourceNumber',
  'holderNumber',
  'collnumb',
  'donornumb',
  'othernumb',
  'bankNumber',
  'fieldBankNumber',
  'introductionNumber',
  'otherCollectionNumbers',
  'breedCode',
  'earTag',
]

/** When it came into the collection; when that is not known, when it was collected. */
const dateKeys = [
  'acqdate',
  'inclusionDate',
  'depositDate',
  'isolationDate',
  'colldate',
  'birthDate',
]

export function accessionFacts(values: FieldValues): SearchFacts {
  return {
    names: textsIn(values, nameKeys),
    numbers: [...new Set(textsIn(values, numberKeys).map(withoutInstitute))],
    taxon: taxonOf(values),
    crop: textIn(values, 'cropname'),
    subjects: [],
    year: yearOf(values),
    region: null,
    extent: pointAt(
      coordinate(values, 'longitude', 'declongitude'),
      coordinate(values, 'latitude', 'declatitude'),
    ),
    withinM: numberIn(values, 'coorduncert'),
  }
}

/** OTHERNUMB is `institute:number`, or `:number`; people look for the number. */
export const withoutInstitute = (number: string) =>
  number.replace(/^(?:[A-Z]{3}\d{3,4})?:\s*(?=\S)/, '')

function yearOf(values: FieldValues): number | null {
  const dates = textsIn(values, dateKeys).map(partialDateOf)
  return dates.find((date) => date !== null)?.year ?? null
}

function coordinate(values: FieldValues, axis: 'latitude' | 'longitude', decimal: string) {
  const raw = textIn(values, axis)
  return numberIn(values, decimal) ?? (raw === null ? null : degreesOf(raw, axis))
}
