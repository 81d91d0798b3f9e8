import { inLang, type Lang } from '../../core/text.ts'
import { isoOf } from '../../core/time.ts'
import { digitsOf } from '../../core/numbers.ts'
import type { Scale } from '../../germplasm/traits/model.ts'
import { classesIn } from '../../germplasm/traits/rules.ts'
import type { Answer } from '../calls/model.ts'
import { known } from '../calls/rules.ts'
import type { VariableRow } from './model.ts'

const dataTypes: Readonly<Record<Scale, string>> = {
  numerical: 'Numerical',
  ordinal: 'Ordinal',
  nominal: 'Nominal',
  date: 'Date',
  text: 'Text',
}

const common = { additionalInfo: {}, externalReferences: [] }

/** Where its code comes from. */
const referenceOf = ({ ontology }: VariableRow) => ({
  ontologyDbId: ontology,
  ontologyName: ontology,
  documentationLinks: [],
})

const nameIn = ({ name, code }: VariableRow, lang: Lang) => inLang(name, lang) || code

export const traitOf = (row: VariableRow, lang: Lang): Answer =>
  known({
    ...common,
    traitDbId: row.id,
    traitName: nameIn(row, lang),
    traitPUI: row.code,
    traitClass: row.category,
    alternativeAbbreviations: [],
    mainAbbreviation: row.code,
    ontologyReference: referenceOf(row),
    status: row.closedAt ? 'archived' : 'recommended',
    synonyms: synonymsOf(row, lang),
  })

export const methodOf = (row: VariableRow, lang: Lang): Answer =>
  known({
    ...common,
    methodDbId: row.id,
    methodName: nameIn(row, lang),
    description: inLang(row.method, lang) || null,
    ontologyReference: referenceOf(row),
  })

const whole = (value: number | null) =>
  value !== null && Number.isSafeInteger(value) ? value : null
const digits = (value: number | null) => (value === null ? null : digitsOf(value))

export function scaleOf(row: VariableRow, lang: Lang): Answer {
  return known({
    ...common,
    scaleDbId: row.id,
    scaleName: nameIn(row, lang),
    dataType: dataTypes[row.scale],
    ontologyReference: referenceOf(row),
    units: row.unit,
    validValues: known({
      categories: (classesIn(row.classes) ?? []).map(({ code, label }) => ({
        value: code,
        label: inLang(label, lang),
      })),
      min: whole(row.lowest),
      minimumValue: digits(row.lowest),
      max: whole(row.highest),
      maximumValue: digits(row.highest),
    }),
  })
}

/** Its name in the other language, and its code. */
const synonymsOf = (row: VariableRow, lang: Lang): string[] =>
  [row.name.zh, row.name.en, row.code].filter(
    (name): name is string => name !== null && name !== nameIn(row, lang),
  )

const describedOf = (row: VariableRow, lang: Lang) => ({
  ...common,
  commonCropName: row.crop,
  contextOfUse: [],
  language: lang,
  method: methodOf(row, lang),
  ontologyReference: referenceOf(row),
  scale: scaleOf(row, lang),
  status: row.closedAt ? 'archived' : 'recommended',
  submissionTimestamp: isoOf(row.createdAt),
  synonyms: synonymsOf(row, lang),
  trait: traitOf(row, lang),
})

export const variableOf = (row: VariableRow, lang: Lang): Answer =>
  known({
    ...describedOf(row, lang),
    observationVariableDbId: row.id,
    observationVariableName: nameIn(row, lang),
    observationVariablePUI: row.code,
  })

export const attributeOf = (row: VariableRow, lang: Lang): Answer =>
  known({
    ...describedOf(row, lang),
    attributeDbId: row.id,
    attributeName: nameIn(row, lang),
    attributePUI: row.code,
    attributeCategory: row.category,
  })

export const ontologyOf = ({ id }: { id: string }): Answer => ({
  additionalInfo: {},
  ontologyDbId: id,
  ontologyName: id,
})
