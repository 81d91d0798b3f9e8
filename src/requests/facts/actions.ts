import type { Db } from '../../core/database.ts'
import { loadRequest } from '../requests/actions/read.ts'
import { Purpose } from '../requests/model/request.ts'
import type { Request } from '../requests/rules/state.ts'
import type { RequestFacts } from './model.ts'
import { findRequestFacts, listItemFacts } from './queries.ts'

/** A request in the words of its texts and papers, and as its log leaves it. Who may ask is the caller's to decide. */
export async function findFacts(
  db: Db,
  id: string,
): Promise<{ facts: RequestFacts; request: Request } | undefined> {
  const row = await findRequestFacts(db, id)
  if (!row) return undefined
  const request = await loadRequest(db, row)
  const { institutionId, collectionId, requesterId, lab, recipient, number, deliverTo } = row
  const facts = {
    id: row.id,
    number,
    institutionId,
    collectionId,
    requesterId,
    provider: { ...row.provider, collection: row.collection },
    requester: { name: row.requesterName, email: row.requesterEmail },
    recipient,
    deliverTo,
    lab,
    purpose: purposeIn(row.purpose),
    submittedAt: request.submittedAt,
    round: request.round,
    items: await listItemFacts(db, row.id),
  }
  return { facts, request }
}

/** What it is for in the requester's own words. */
const purposeIn = (purpose: unknown): string | null => {
  const { title, text } = Purpose.catch({ intendedUse: [] }).parse(purpose)
  return [title, text].filter(Boolean).join('\n') || null
}
