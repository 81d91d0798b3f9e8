import type { FieldRow } from '../../../core/fields.ts'
import { filled } from './parties.ts'

/**
 * Rights with the code of a standard licence where an address or an identifier names one. What the code list does not
 * have stays in words, together with the identifier as it came.
 */
export function rightsOf(row: FieldRow): FieldRow {
  const texts = [row['rightsIdentifier'], row['rightsUri'], row['rights']]
  const code = texts
    .map((text) => (typeof text === 'string' ? licenceIn(text) : null))
    .find(Boolean)
  const uri = row['rightsUri']
  return filled({
    ...row,
    rightsIdentifier: code ?? row['rightsIdentifier'] ?? null,
    rightsUri: uri ?? null,
  })
}

/** The SPDX identifier of a licence by its address or its usual spellings. */
export function licenceIn(text: string): string | null {
  const zero = /creativecommons\.org\/publicdomain\/zero\/1\.0|^cc[- ]?0(?:[- ]1\.0)?$/i
  if (zero.test(text)) return 'CC0-1.0'
  const address = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(text)
  const named = /^cc[- ](by(?:-(?:nc|nd|sa))*)[- ](\d\.\d)$/i.exec(text)
  const [, terms, version] = address ?? named ?? []
  if (terms && version) return `CC-${terms.toUpperCase()}-${version}`
  return /spdx\.org\/licenses\/([\w.+-]+?)(?:\.html|\.json)?$/i.exec(text)?.[1] ?? null
}
