import type { QualityFacts } from '../../../catalog/records/model/record.ts'
import type { FieldValues } from '../../../core/fields.ts'
import { numberIn, textIn, textsIn } from '../../../core/field-values.ts'
import { type PartialDate, partialDateOf } from '../../../core/partial-date.ts'
import type { Finding } from '../model.ts'
import { findingWords as words } from '../words.ts'
import { boxesOf, formerCountries } from './countries.ts'
import { isInside, placeFindings, pointIn } from './places.ts'

/** Everything in a passport that looks wrong; none when nothing does. */
export const findingsIn = (values: FieldValues, facts: QualityFacts): Finding[] => [
  ...placeFindings(values),
  ...elevationFindings(values, facts),
  ...dateFindings(values, facts),
  ...orderFindings(values, facts),
  ...countryFindings(values),
  ...caseFindings(values),
]

/** From the shore of the Dead Sea to the highest flowering plants; strains come from deep seas too. */
const livable = { from: -450, to: 6500 }

function elevationFindings(values: FieldValues, { profile }: QualityFacts): Finding[] {
  const metres = numberIn(values, 'elevation')
  if (metres === null || profile === 'microbe') return []
  if (metres >= livable.from && metres <= livable.to) return []
  return [{ code: 'elevation_implausible', field: 'elevation', detail: words.elevation(metres) }]
}

const dateKeys = [
  'colldate',
  'acqdate',
  'isolationDate',
  'depositDate',
  'inclusionDate',
  'birthDate',
]

function dateFindings(values: FieldValues, { on }: QualityFacts): Finding[] {
  return dateKeys.flatMap((field): Finding[] => {
    const raw = textIn(values, field)
    if (raw === null) return []
    const date = partialDateOf(raw)
    if (date === null) return [unreadable(field, raw)]
    return firstDay(date) > on ? [{ code: 'date_in_future', field, detail: words.future(raw) }] : []
  })
}

const unreadable = (field: string, raw: string): Finding => {
  const year = yearInWords(raw)
  return {
    code: 'date_unreadable',
    field,
    detail: words.unreadableDate(raw, year),
    ...(year !== null && { mend: { [field]: `${year}----` } }),
  }
}

const digits = '〇一二三四五六七八九'

/** A year as people write it, 一九八五年 or 1985年; null where it is written otherwise. */
function yearInWords(raw: string): string | null {
  const figures = raw
    .trim()
    .replaceAll(/[零○]/g, '〇')
    .replaceAll(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
  return /^(?<year>(?:1[89]|20)\d\d)\s*年$/.exec(figures)?.groups?.['year'] ?? null
}

/** A collecting date against the date of acquisition, and both against the institution's founding. */
function orderFindings(values: FieldValues, { keeper, collectors }: QualityFacts): Finding[] {
  const collected = datedIn(values, 'colldate')
  const acquired = datedIn(values, 'acqdate')
  const codes = textsIn(values, ['collcode'])
  const collector = [keeper, ...collectors].find(
    ({ wiews }) => wiews !== null && codes.includes(wiews),
  )
  const isLate = collected && acquired && firstDay(collected.date) > lastDay(acquired.date)
  return [
    ...(isLate ? [lateFinding(collected.raw, acquired.raw)] : []),
    ...beforeFounding('colldate', collected, collector?.founded ?? null),
    ...beforeFounding('acqdate', acquired, keeper.founded),
  ]
}

const lateFinding = (collected: string, acquired: string): Finding => ({
  code: 'collected_after_acquired',
  field: 'colldate',
  detail: words.afterAcquired(collected, acquired),
})

function beforeFounding(field: string, dated: Dated | null, founded: number | null): Finding[] {
  if (dated === null || founded === null || dated.date.year >= founded) return []
  const detail = words.beforeInstitute(dated.raw, founded)
  return [{ code: 'before_institute', field, detail }]
}

type Dated = { raw: string; date: PartialDate }

function datedIn(values: FieldValues, field: string): Dated | null {
  const raw = textIn(values, field)
  const date = raw === null ? null : partialDateOf(raw)
  return raw === null || date === null ? null : { raw, date }
}

const isoDay = (year: number, month: number, day: number) =>
  [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')

/** The earliest and the latest day that a partial date may mean, as ISO text. */
const firstDay = ({ year, month, day }: PartialDate) => isoDay(year, month ?? 1, day ?? 1)
const lastDay = ({ year, month, day }: PartialDate) => isoDay(year, month ?? 12, day ?? 31)

/** A country that is no more: the one of today, where there is one or the place tells. */
function countryFindings(values: FieldValues): Finding[] {
  const country = textIn(values, 'origcty')
  const successors = formerCountries[country ?? '']
  if (country === null || !successors) return []
  const point = pointIn(values)
  const fitting =
    successors.length > 1 && point
      ? successors.filter((code) => isInside(boxesOf(code), point))
      : successors
  const detail = words.formerCountry(
    country,
    (fitting.length > 0 ? fitting : successors).join(', '),
  )
  const [only] = fitting
  const mend = only !== undefined && fitting.length === 1 && { mend: { origcty: only } }
  return [{ code: 'country_former', field: 'origcty', detail, ...mend }]
}

/** ICN recommendation 60F: epithets in lower case; a genus begins with a capital. */
function caseFindings(values: FieldValues): Finding[] {
  const genus = textIn(values, 'genus')
  const species = textIn(values, 'species')
  const rightGenus = genus?.replace(/^[×x]?\s*\p{L}+$/u, capitalised)
  const rightSpecies = species?.replace(/^\p{L}[\p{L}-]*/u, (word) => word.toLowerCase())
  return [
    ...(genus && rightGenus && rightGenus !== genus
      ? [caseFinding('genus', rightGenus, words.genusCase(rightGenus))]
      : []),
    ...(species && rightSpecies && rightSpecies !== species
      ? [caseFinding('species', rightSpecies, words.speciesCase(rightSpecies))]
      : []),
  ]
}

const capitalised = (name: string) =>
  name.replace(/\p{L}+$/u, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())

const caseFinding = (field: string, right: string, detail: Finding['detail']): Finding => ({
  code: 'taxon_case',
  field,
  detail,
  mend: { [field]: right },
})
