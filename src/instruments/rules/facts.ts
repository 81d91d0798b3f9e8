import type { SearchFacts } from '../../catalog/records/model/record.ts'
import { numberIn, textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { partialDateOf } from '../../core/partial-date.ts'
import { pointAt } from '../../core/place.ts'

export function instrumentFacts(values: FieldValues): SearchFacts {
  const region = textIn(values, 'county') ?? textIn(values, 'city') ?? textIn(values, 'province')
  return {
    names: textsIn(values, ['instrVersion']),
    numbers: textsIn(values, ['innerId', 'serialNumber', 'assetNumber']),
    taxon: null,
    subjects: [],
    year: partialDateOf(textIn(values, 'beginDate') ?? '')?.year ?? null,
    region,
    extent: pointAt(numberIn(values, 'lng'), numberIn(values, 'lat')),
  }
}
