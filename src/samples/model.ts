import { z } from 'zod'
import { partialDateOf } from '../core/partial-date.ts'
import { line, saying } from '../core/shapes.ts'
import { shapeWords as words } from './words/shapes.ts'

/** The families of samples that the national platforms tell apart. */
export const families = [
  'human',
  'animal',
  'plant',
  'environment',
  'specimen',
  'geological',
  'experimental',
  'reference',
] as const
export type Family = (typeof families)[number]

/** `out`: on loan, and expected back · `shipped`: gone for good. */
export const sampleStates = ['stored', 'out', 'shipped', 'used_up', 'destroyed'] as const
export type SampleState = (typeof sampleStates)[number]

/** What an amount is counted in. */
export const amountUnits = [
  'microlitre',
  'microgram',
  'milligram',
  'nanogram',
  'cell',
  'piece',
] as const
export type AmountUnit = (typeof amountUnits)[number]

/**
 * For what purpose samples may be used (DUO 0000042, 0000006, 0000007, 0000011): each contains what is narrower, and
 * `disease` names its codes.
 */
export const purposes = ['general', 'health', 'ancestry', 'disease'] as const
export type Purpose = (typeof purposes)[number]

/** What needs to be allowed besides the purpose (MIABIS-SAMPLE-11). */
export const furtherUses = ['commercial', 'genetic', 'abroad', 'xenograft', 'animal'] as const
export type FurtherUse = (typeof furtherUses)[number]

/** What stands on a tube, in bar codes and in lists parted by commas. */
export const Code = line().refine(
  (code) => /^[A-Za-z0-9][A-Za-z0-9._\-/()+:]{0,59}$/.test(code),
  saying(words.badCode),
)

/** A code that names somebody without saying who it is: with a number in it, no name is one. */
export const Pseudonym = Code.refine((code) => /\d/.test(code), saying(words.badPseudonym))

const separators = /[\s,，、;；]+/

/** Codes in a text, parted by commas or spaces, in upper case, each once. */
export const codesIn = (text: string | null | undefined): string[] => [
  ...new Set((text ?? '').toUpperCase().split(separators).filter(Boolean)),
]

/** Codes of ICD-10 (E11.9) or ORPHA (ORPHA:558), as they are typed or as a list. */
export const Diagnoses = z.preprocess(
  (value) => (Array.isArray(value) ? value.join(', ') : value),
  line()
    .max(2000)
    .overwrite((text) => codesIn(text).join(', '))
    .refine((text) => codesIn(text).every(isDiagnosis), saying(words.badDiagnosis)),
)

const isDiagnosis = (code: string) =>
  /^[A-Z]\d{2}(?:\.[0-9A-Z]{1,8})?$/.test(code) || /^ORPHA:\d{1,7}$/.test(code)

/** As much of a date as is known: 2021, 2021-06, 2021-06-03. */
export const PartialDay = line().refine(
  (text) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) && isWithin(partialDateOf(text)?.year),
  saying(words.badDay),
)

/** The same with its time, as MIABIS has it: 2021-06-03T09:30. */
export const PartialMoment = line().refine(
  (text) =>
    /^\d{4}(?:-\d{2}(?:-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?)?)?$/.test(text) &&
    isWithin(partialDateOf(text)?.year),
  saying(words.badMoment),
)

const isWithin = (year = 0) => year >= 1000 && year <= 2100

/** A code of a vocabulary, which the action looks up. */
export const Term = z.string().trim().min(1).max(60)
export const Terms = z.array(Term).max(100)
