import type { SearchFacts } from '../../catalog/records/model/record.ts'
import { numberIn, textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { partialDateOf } from '../../core/partial-date.ts'
import { pointAt } from '../../core/place.ts'
import { seatOf, seatWithinM } from './seats.ts'

export function instrumentFacts(values: FieldValues): SearchFacts {
  const region = textIn(values, 'county') ?? textIn(values, 'city') ?? textIn(values, 'province')
  const place = pointAt(numberIn(values, 'lng'), numberIn(values, 'lat'))
  return {
    names: textsIn(values, ['instrVersion']),
    numbers: textsIn(values, ['innerId', 'serialNumber', 'assetNumber']),
    taxon: null,
    subjects: [],
    year: partialDateOf(textIn(values, 'beginDate') ?? '')?.year ?? null,
    region,
    // Where it has no coordinates, its address says at least in which prefecture it is.
    extent: place ?? seatOf(region),
    withinM: place ? null : seatWithinM,
  }
}
