import type { Text } from '../../core/text.ts'
import { type FurtherUse, type Purpose, purposes } from '../model.ts'
import { familyNames, furtherUseNames, purposeNames, unitNames } from '../words/common.ts'
import type { Criteria } from './model.ts'
import { ageSpans, matchingWords as words, yearSpans } from './words.ts'

/** Why a sample cannot be had for a request, the first that holds. */
export const misfits = ['out', 'reserved', 'consent', 'conditions', 'amount', 'criteria'] as const
export type Misfit = (typeof misfits)[number]

/** What samples are to be used for. */
export type Stated = {
  purpose?: Purpose | undefined
  diseases?: readonly string[] | undefined
  uses?: readonly FurtherUse[] | undefined
}

/** One consent of a donor; days are of the calendar, and the last one counts whole. */
export type Consent = {
  uses: readonly string[]
  diseases: readonly string[]
  givenOn: string
  until: string | null
  isEnded: boolean
}

/** Which purposes contain one: general research contains health research, which contains that of named diseases. */
export const containing: Readonly<Record<Purpose, readonly Purpose[]>> = {
  general: ['general'],
  health: ['general', 'health'],
  ancestry: ['general', 'ancestry'],
  disease: ['general', 'health'],
}

/** Whether a code stands for another: of ICD-10 for what begins with it, of ORPHA for itself alone. */
export const covers = (broad: string, narrow: string): boolean =>
  broad.startsWith('ORPHA:') ? broad === narrow : narrow.startsWith(broad)

/** Whether what is stated is contained in what a donor agreed to and holds on a day. Who states no purpose has nothing. */
export function allows(consents: readonly Consent[], stated: Stated, day: string): boolean {
  const { purpose, diseases = [], uses = [] } = stated
  if (purpose === undefined) return false
  const holding = consents.filter(
    ({ isEnded, givenOn, until }) => !isEnded && givenOn <= day && (until === null || until >= day),
  )
  const agreed = new Set(holding.flatMap((consent) => consent.uses))
  const named = holding.flatMap((consent) => consent.diseases)
  const isContained =
    containing[purpose].some((one) => agreed.has(one)) ||
    (purpose === 'disease' &&
      diseases.length > 0 &&
      diseases.every((asked) => named.some((broad) => covers(broad, asked))))
  return isContained && uses.every((use) => agreed.has(use))
}

/** The codes of use conditions (MIABIS-SAMPLE-11, MIABIS-COLLECTION-19) that forbid a further use. */
export const conditionsOn: Readonly<Record<FurtherUse, readonly string[]>> = {
  commercial: ['commercial', 'commercial_use'],
  genetic: ['genetic', 'genetic_data'],
  abroad: ['abroad', 'outside_eu'],
  xenograft: ['xenograft'],
  animal: ['animal', 'other_animal_work'],
}

/** Codes as people type them: with commas, spaces or semicolons between them. */
function codesIn(typed: unknown): string[] | undefined {
  if (typeof typed !== 'string') return undefined
  const found = typed.split(/[\s,;，；、]+/).filter(Boolean)
  return found.length > 0 ? [...new Set(found)] : undefined
}

/** What a form asks for, as {@link Criteria} take it; undefined where it asks for nothing. */
export function criteriaFrom(
  typed: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const { diagnoses, diseases, ...more } = typed
  const all = { ...more, diagnoses: codesIn(diagnoses), diseases: codesIn(diseases) }
  const said = Object.entries(all).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

/** The same as a form opens with it. */
export const typedCriteria = ({ diagnoses, diseases, ...more }: Criteria) => ({
  ...more,
  diagnoses: diagnoses?.join(', '),
  diseases: diseases?.join(', '),
})

type Labels = (vocabulary: string, code: string) => Text | undefined

const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})
const plain = (text: string): Text => ({ zh: text, en: text })

/** Criteria in words, part by part; `labels` knows what codes are called. */
export function criteriaParts(criteria: Criteria, labels: Labels): Text[] {
  const { family, types, sex, ageFrom, ageTo, diagnoses, yearFrom, yearTo } = criteria
  const { minAmount, amountUnit } = criteria
  const named = (vocabulary: string, codes: readonly string[] | undefined) =>
    codes ? [listed(codes.map((one) => labels(vocabulary, one) ?? plain(one)))] : []
  return [
    ...(family ? [familyNames[family]] : []),
    ...named('miabis_sample_type', types),
    ...named('miabis_sex', sex),
    ...span(ageFrom, ageTo, ageSpans),
    ...(diagnoses ? [plain(diagnoses.join(', '))] : []),
    ...span(yearFrom, yearTo, yearSpans),
    ...(minAmount !== undefined && amountUnit
      ? [words.atLeast(`${minAmount} ${unitNames[amountUnit].en}`)]
      : []),
    ...statedParts(criteria),
  ]
}

function span(from: number | undefined, to: number | undefined, of: typeof ageSpans) {
  if (from === undefined) return to === undefined ? [] : [of.upTo(to)]
  return to === undefined ? [of.since(from)] : [of.between(from, to)]
}

function statedParts({ purpose, diseases = [], uses = [] }: Stated): Text[] {
  if (purpose === undefined && uses.length === 0) return []
  const main = purpose && purposes.includes(purpose) ? [purposeNames[purpose]] : []
  const of = diseases.map(plain)
  return [words.usedFor(listed([...main, ...of, ...uses.map((use) => furtherUseNames[use])]))]
}
