import type { FieldRow } from '../../../core/fields.ts'

/** An identifier as a file gives it, with what the file says it is. */
export type Known = { value: string; type: string | null }

/** Identifiers that a record is known by everywhere stand beside it; others are alternate ones. */
export function identifiersOf(all: readonly Known[]) {
  const read = all.map(identifierOf)
  const global = read.filter(({ scheme }) => scheme === 'doi' || scheme === 'cstr')
  const others = read.filter(({ scheme }) => scheme !== 'doi' && scheme !== 'cstr')
  return {
    identifiers: unique(global.map(({ scheme, value }) => ({ scheme, value }))),
    alternateIdentifiers: unique(
      others.map(({ scheme, value }): FieldRow => ({
        alternateIdentifier: value,
        alternateIdentifierType: scheme,
      })),
    ),
  }
}

const unique = (rows: readonly FieldRow[]) => [
  ...new Map(rows.map((row) => [JSON.stringify(row).toLowerCase(), row])).values(),
]

/** What an identifier is by its own look, which says more than what it is called; without prefix or resolver. */
export function identifierOf({ value, type }: Known): { scheme: string; value: string } {
  const text = value.trim()
  const doi = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(
    text,
  )?.[1]
  if (doi) return { scheme: 'doi', value: doi }
  const cstr = /^(?:https?:\/\/(?:www\.)?cstr\.cn\/|cstr:\s*)(\S+)$/i.exec(text)?.[1]
  if (cstr) return { scheme: 'cstr', value: cstr }
  if (type?.toLowerCase() === 'cstr') return { scheme: 'cstr', value: text }
  return { scheme: type ?? (/^https?:/i.test(text) ? 'URL' : 'Other'), value: text }
}

/** The type that DataCite has for what an identifier looks like; null for a text that is none. */
export function relatedTypeOf(text: string): string | null {
  const { scheme } = identifierOf({ value: text, type: null })
  if (scheme === 'doi' || scheme === 'cstr') return scheme.toUpperCase()
  if (scheme === 'URL') return 'URL'
  if (/^urn:/i.test(text)) return 'URN'
  if (/^ark:/i.test(text)) return 'ARK'
  return null
}
