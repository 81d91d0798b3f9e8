import type { SearchFacts } from '../../catalog/records/model/record.ts'
import { numberIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { latinNameIn } from '../../germplasm/rules/taxon.ts'

export function collectionFacts(values: FieldValues): SearchFacts {
  return {
    names: textsIn(values, ['acronym', 'biobankName', 'biobankAcronym']),
    numbers: textsIn(values, ['miabisId', 'biobankId']),
    taxon: taxonOf(textsIn(values, ['organisms'])),
    subjects: [],
    year: numberIn(values, 'foundedYear'),
    region: null,
    extent: null,
  }
}

/** A collection of one species is found under it; one of many is under none. */
const taxonOf = ([first, ...others]: string[]) =>
  first && others.length === 0 ? latinNameIn(first) : null
