import { dataciteOf } from '../../datacite/rules/datacite.ts'
import type { Described } from '../../described/model.ts'

/** Said where it is sent: which DOI is meant; and where files lie changes too often for a registry. */
const left = new Set(['doi', 'identifiers', 'contentUrl'])

/** A record as DataCite's REST API takes it. Empty lists are sent too: what is left out stays as the registry has it. */
export const doiMetadata = (described: Described): object =>
  Object.fromEntries(Object.entries(dataciteOf(described)).filter(([name]) => !left.has(name)))
