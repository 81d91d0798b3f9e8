import type { Audience, Kind } from '../../../src/catalog/records/model/record.ts'

/**
 * Who may see what, said once more and independently of the program: sentences of the domain, not its SQL.
 * A draft is its curators' alone; what is published is its audience's; of what was withdrawn a tombstone stays.
 */

export type Place = 'own' | 'other'

export type Facts = {
  kind: Kind
  place: Place
  audience: Audience
  /** Part of the collection that one of the viewers keeps. */
  inCollection: boolean
  /** `narrowed` was public first, and then given its audience. */
  history: 'draft' | 'published' | 'withdrawn' | 'narrowed'
}

export type Viewer = {
  name: string
  token: string | undefined
  belongsTo?: Place
  curates?: Place
  keepsCollection?: true
  isAdmin?: true
}

export const keeps = (viewer: Viewer, { place, inCollection }: Facts): boolean =>
  viewer.isAdmin === true ||
  viewer.curates === place ||
  (viewer.keepsCollection === true && inCollection)

function isAudience(viewer: Viewer, { audience, place }: Facts): boolean {
  if (audience === 'public') return true
  if (audience === 'members') return viewer.token !== undefined
  return viewer.belongsTo === place
}

export type Sight = {
  /** Found in lists, counts, suggestions, relations. */
  listed: boolean
  /** Has a page, if only a tombstone. */
  page: boolean
  /** Shows more than a tombstone. */
  body: boolean
  kept: boolean
}

export function sightOf(viewer: Viewer, facts: Facts): Sight {
  const kept = keeps(viewer, facts)
  const known = kept || isAudience(viewer, facts)
  if (facts.history === 'draft') return { listed: kept, page: kept, body: kept, kept }
  if (facts.history === 'withdrawn') return { listed: false, page: known, body: kept, kept }
  return { listed: known, page: known, body: known, kept }
}
