import { textIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'

/** Genus and epithet, a hybrid's × between them. */
const binomial =
  /(?<genus>\p{Lu}[\p{Ll}-]+)(?:\s+(?<hybrid>[×x]\s*)?(?<epithet>\p{Ll}[\p{Ll}-]+))?/u

/** Epithets that say that the species is not known. */
const unknown = /^(?:spp?|ssp|subsp|var|indet|cf|aff|hybrid)\.?$/

/**
 * The scientific name that the facet shows and the taxonomy places: by hand, from GENUS and SPECIES, or out of a name
 * written in one piece.
 */
export function taxonOf(values: FieldValues): string | null {
  const byHand = latinNameIn(textIn(values, 'placedAs') ?? '')
  if (byHand) return byHand
  const genus = textIn(values, 'genus')
  if (genus) return latinNameIn(`${capitalised(genus)} ${textIn(values, 'species') ?? ''}`)
  const written = ['taxonName', 'speciesName', 'animalSpecies'].map((key) => textIn(values, key))
  return written.map((name) => name && latinNameIn(name)).find(Boolean) ?? null
}

/** `Angelica sinensis (Oliv.) Diels` and `当归 Angelica sinensis` are both `Angelica sinensis`. */
export function latinNameIn(name: string): string | null {
  const groups = binomial.exec(name)?.groups
  const genus = groups?.['genus']
  const epithet = groups?.['epithet']
  if (!genus) return null
  if (!epithet || unknown.test(epithet)) return genus
  return `${genus} ${groups['hybrid'] ? '× ' : ''}${epithet}`
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
