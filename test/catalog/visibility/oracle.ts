import type { Audience, Kind } from '../../../src/catalog/records/model/record.ts'

/**
 * Who may see what, said once more and independently of the program: sentences of the domain, not its SQL.
 * A draft is its curators' alone, and its depositors' where it is deposited; what is published is its audience's; of what
 * was withdrawn a tombstone stays.
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
  /** A dataset that a lab deposits: being written, in check by its institution, or passed on to the other one. */
  deposited?: 'no' | 'open' | 'submitted' | 'passed on'
}

export type Viewer = {
  name: string
  token: string | undefined
  belongsTo?: Place
  curates?: Place
  keepsCollection?: true
  isAdmin?: true
  /** Makes every deposit, or is a member of the lab that does. */
  deposits?: true
}

/** The centre that deposits are passed on to. */
const centre: Place = 'other'

export const keeps = (viewer: Viewer, { place, inCollection, kind, deposited }: Facts): boolean =>
  viewer.isAdmin === true ||
  viewer.curates === place ||
  (kind === 'dataset' && deposited === 'passed on' && viewer.curates === centre) ||
  (viewer.keepsCollection === true && inCollection)

const depositsIt = (viewer: Viewer, { kind, deposited = 'no' }: Facts): boolean =>
  viewer.deposits === true && kind === 'dataset' && deposited !== 'no'

const isBeingDeposited = ({ history, deposited }: Facts): boolean =>
  history === 'draft' && deposited === 'open'

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
  /** Reads all that its keepers do. */
  whole: boolean
  writes: boolean
  /** Is described beside its page, for programs: as a tombstone alone once it is withdrawn. */
  described: boolean
  describedWhole: boolean
}

export function sightOf(viewer: Viewer, facts: Facts): Sight {
  const kept = keeps(viewer, facts)
  const whole = kept || depositsIt(viewer, facts)
  const listed = kept || isAudience(viewer, facts)
  const page = whole || listed
  const writes = kept || (whole && isBeingDeposited(facts))
  const described = page && facts.history !== 'draft'
  const describedWhole = described && facts.history !== 'withdrawn'
  const who = { kept, whole, writes, described, describedWhole }
  if (facts.history === 'draft') return { listed: kept, page: whole, body: whole, ...who }
  if (facts.history === 'withdrawn') return { listed: false, page, body: whole, ...who }
  // Lists have what is published for one, one's deposits included only there; a deposit has its page always.
  return { listed, page, body: page, ...who }
}
