import type { z } from 'zod'
import type { FieldValues } from '../../core/fields.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Access, Audience, Identifier, Kind, Visibility } from '../records/model/record.ts'
import { SearchQuery } from '../search/model.ts'

/** The parameters of a search whose hits are all taken: their order is that of listing, newest first. */
export const WholeSearch = SearchQuery.omit({ sort: true, facets: true, after: true, limit: true })
export type WholeSearch = z.output<typeof WholeSearch>

/** A hit with everything that the viewer may see of it, for files. */
export type FoundRecord = {
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  title: LocalText
  summary: LocalText
  institution: { id: string; name: LocalText; wiews: string | null }
  keywords: readonly string[]
  subjects: readonly string[]
  identifiers: readonly Identifier[]
  access: Access
  audience: Audience
  visibility: Visibility
  updatedAt: Temporal.Instant
  values: FieldValues
}
