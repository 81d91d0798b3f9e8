import { readPid } from '../../catalog/identifiers/rules.ts'
import { isId } from '../../core/shapes.ts'
import { defaultZone, endOfDay, type Temporal } from '../../core/time.ts'
import { entitlementsOf } from '../requests/rules/projections.ts'
import type { Request } from '../requests/rules/state.ts'

export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const looksLikeDoi = /^(?:10\.\d|doi\b|https?:\/\/(?:dx\.)?doi\.org)/i

/** A line as a publication: with its DOI where it begins with one; undefined where that is none. */
export function publicationOf(line: string): { text: string; doi: string | null } | undefined {
  if (!looksLikeDoi.test(line)) return { text: line, doi: null }
  const [first = '', ...rest] = line.replace(/^doi:\s+/i, 'doi:').split(/\s+/)
  const doi = readPid(first)
  return doi?.startsWith('10.') ? { text: rest.join(' '), doi } : undefined
}

/** The id at the end of a record's address, or the id itself. */
const idIn = (text: string) => text.replace(/[?#].*$/, '').replace(/^.*\//, '')

/** A line that names a derived accession, and what it was derived from where that is not clear. */
export function derivedOf(
  line: string,
): { record: string; parent: string | undefined } | undefined {
  const [record = '', parent, ...more] = line.split(/\s+/).map(idIn)
  const isWhole = more.length === 0 && [record, parent ?? record].every(isId)
  return isWhole ? { record, parent } : undefined
}

/** Items that somebody has something of: received, or open to download. */
function itemsHad(request: Request): Set<string> {
  const received = request.items.filter((item) => item.received > 0).map(({ id }) => id)
  return new Set([...received, ...entitlementsOf(request).map(({ itemId }) => itemId)])
}

/** Items that were had for the first time between two states of a request. */
export const newlyHad = (before: Request, after: Request): string[] => {
  const had = itemsHad(before)
  return [...itemsHad(after)].filter((id) => !had.has(id))
}

/** Until when a report is due: the end of that local day, so many months later. */
export const reportDue = (now: Temporal.Instant, months: number): Temporal.Instant =>
  endOfDay(now.toZonedDateTimeISO(defaultZone).add({ months }).toInstant(), defaultZone)
