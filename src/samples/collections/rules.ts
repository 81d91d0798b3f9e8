import type { KindDefinition, SearchFacts } from '../../catalog/records/model/record.ts'
import { agesBetween } from '../../catalog/search/rules/facets.ts'
import { numberIn, rowsIn, textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { latinNameIn } from '../../germplasm/rules/taxon.ts'
import { chapters } from '../facts/rules/chapters.ts'
import { chapterOf } from '../facts/rules/question.ts'
import { bandName } from '../facts/words.ts'
import { datasetTypeNames, sexNames, sourceNames, typeNames } from '../words/codes.ts'

export function collectionFacts(values: FieldValues): SearchFacts {
  return {
    names: textsIn(values, ['acronym', 'biobankName', 'biobankAcronym']),
    numbers: textsIn(values, ['miabisId', 'biobankId']),
    taxon: taxonOf(textsIn(values, ['organisms'])),
    subjects: [],
    year: numberIn(values, 'foundedYear'),
    region: null,
    extent: null,
    own: {
      sample_source: { counted: textsIn(values, ['sampleSource']) },
      sample_type: { counted: textsIn(values, ['sampleTypes']) },
      disease: diseasesOf(values),
      sex: { counted: textsIn(values, ['sex']) },
      age: { counted: agesOf(values) },
      data_type: { counted: textsIn(values, ['datasetTypes']) },
    },
  }
}

const agesNamed = agesBetween(0, 90).map((age) => {
  const from = Number.parseInt(age)
  return [age, bandName(from, age.endsWith('+') ? null : from + 9)] as const
})

/** What the values of these facets are called. */
export const collectionFacets: NonNullable<KindDefinition['facets']> = {
  sample_source: sourceNames,
  sample_type: typeNames,
  disease: Object.fromEntries(chapters.map(({ code, name }) => [code, name])),
  sex: sexNames,
  age: Object.fromEntries(agesNamed),
  data_type: datasetTypeNames,
}

/** A collection of one species is found under it; one of many is under none. */
const taxonOf = ([first, ...others]: string[]) =>
  first && others.length === 0 ? latinNameIn(first) : null

const known = /^(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|ORPHA:\d{1,7})$/

/** Counted by chapters of ICD-10, and found by each code and by how it begins. */
function diseasesOf(values: FieldValues) {
  const codes = rowsIn(values, 'diseases')
    .map((row) => textIn(row, 'code')?.toUpperCase() ?? '')
    .filter((code) => known.test(code))
  return {
    counted: [...new Set(codes.flatMap((code) => chapterOf(code) ?? []))],
    within: [...new Set(codes.flatMap(beginningsOf))],
  }
}

/** `E11.90` is found by E11, E11.9 and itself. */
const beginningsOf = (code: string) =>
  code.startsWith('ORPHA')
    ? [code]
    : [3, 5, 6, 7, 8]
        .filter((length) => length <= code.length)
        .map((length) => code.slice(0, length))

const yearsIn: Readonly<Record<string, number>> = {
  years: 1,
  months: 12,
  weeks: 52,
  days: 365,
  gestational_weeks: Infinity,
}

/** Decades of life; of a collection that names one end alone, all on that side. */
function agesOf(values: FieldValues): string[] {
  const [low, high] = (['Low', 'High'] as const).map((end) => {
    const age = numberIn(values, `age${end}`)
    return age === null ? null : age / (yearsIn[textIn(values, `age${end}Unit`) ?? 'years'] ?? 1)
  })
  if ((low ?? null) === null && (high ?? null) === null) return []
  return agesBetween(Math.floor(low ?? 0), Math.floor(high ?? 130))
}
