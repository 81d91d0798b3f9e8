import type { FieldRow } from '../../core/fields.ts'

/**
 * A part of a metadata file, whichever notation it is in: an element or attribute of XML, a property of JSON. A list in
 * JSON is several items of one name. Names are compared without their case: `schemeURI` of XML is `schemeUri` of JSON.
 */
export type Item = {
  name: string
  text: string
  items: readonly Item[]
  /** Set once something was made of it: what stays unset is said to whoever imports. */
  isRead: boolean
}

export const metadataFormats = ['ncdc', 'datacite', 'datapackage', 'ro-crate', 'oai'] as const
export type MetadataFormat = (typeof metadataFormats)[number] | 'schema.org'

/** What a file says of one dataset, by column of an import. */
export type Described = {
  [column: string]: string | readonly string[] | readonly FieldRow[] | null
}

/** What was recognised in a file: its datasets, and the items that each was read from. */
export type Recognised = {
  format: MetadataFormat
  datasets: readonly { root: Item; described: Described }[]
}
