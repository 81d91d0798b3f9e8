import { keyOf } from '../../catalog/search/rules/terms.ts'
import { textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'
import { bothLanguages, type LocalText, type Text } from '../../core/text.ts'
import { withoutInstitute } from '../rules/facts.ts'
import { remarkWords as words } from './words.ts'

/** What should be looked at in a record that is good enough to be saved. */
export type Remark = {
  field: string
  text: Text
  /** What it has to do with. */
  taxonId?: string
  recordId?: string
}

type Placed = { scientificName: string; accepted: string | null; acceptedId: string | null }

/** Another record with one of its numbers. */
type Other = { id: string; title: LocalText; accenumb: string | null; others: readonly string[] }

/** OTHERNUMB and numbers in other culture collections, without their institutes. */
const otherKeys = ['othernumb', 'otherCollectionNumbers']

/** Every number by which another record may be the same material. */
export const numbersOf = (values: FieldValues): string[] => [
  ...textsIn(values, ['accenumb']),
  ...textsIn(values, otherKeys).map(withoutInstitute),
]

/** What its names and numbers have to do with the taxonomy and with other records, both ways. */
export function remarksOn(
  values: FieldValues,
  { taxon, records }: { taxon: Placed | undefined; records: readonly Other[] },
): Remark[] {
  return [
    ...remarkOnName(values, taxon),
    ...records.flatMap((other) => remarksOnOne(values, other)),
  ]
}

function remarkOnName(values: FieldValues, taxon: Placed | undefined): Remark[] {
  if (!taxon?.accepted || !taxon.acceptedId) return []
  const field = textIn(values, 'genus') ? 'species' : 'taxonName'
  const text = words.synonym(taxon.scientificName, taxon.accepted)
  return [{ field, text, taxonId: taxon.acceptedId }]
}

function remarksOnOne(values: FieldValues, other: Other): Remark[] {
  const title = bothLanguages(other.title)
  const own = textIn(values, 'accenumb')
  const theirs = other.accenumb
  const isOther = own !== null && other.others.some(sameAs(own))
  const mentioned =
    theirs === null
      ? undefined
      : otherKeys.find((key) => textsIn(values, [key]).some(sameAs(theirs)))
  return [
    ...(isOther
      ? [{ field: 'accenumb', text: words.isOther(own, title), recordId: other.id }]
      : []),
    ...(mentioned && theirs !== null
      ? [{ field: mentioned, text: words.isTheirs(theirs, title), recordId: other.id }]
      : []),
  ]
}

/** However they are spaced, and whether or not an institute stands before them. */
const sameAs = (number: string) => (other: string) =>
  keyOf(withoutInstitute(other)) === keyOf(number)
