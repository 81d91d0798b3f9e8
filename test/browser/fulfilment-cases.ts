import { z } from 'zod'
import type { PageCase } from './cases.ts'
import type { Who } from './found.ts'
import type { FoundStock } from './stock-cases.ts'

/** An approved request, the terms that were accepted for it, and the lot from which it is picked. */
export type FoundFulfilment = { request: string; agreement: string; code: string }

const Sent = z.looseObject({ id: z.string() })
const Drafts = z.object({
  items: z.array(z.object({ id: z.string(), items: z.array(Sent).length(1) })).length(1),
})

const Decided = z.object({
  items: z.array(z.object({ decision: z.object({ agreements: z.array(z.string()) }) })),
})

/** A request of the demo’s researcher for a hundred seeds of a lot of its own, approved. */
export async function approvedRequest(
  origin: string,
  { accession }: Pick<FoundStock, 'accession'>,
  code: string,
): Promise<FoundFulfilment> {
  const ask = async (path: string, body: object | undefined, as: Who) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text)
  }
  const asked = { code, unit: 'seed', quantity: 500 }
  const lot = Sent.parse(await ask(`/accessions/${accession}/lots`, asked, 'demo-curator')).id
  const items = [{ record: accession, quantity: 100, unit: 'seed', target: { lotId: lot } }]
  const [draft] = Drafts.parse(await ask('/requests', { items }, 'demo-researcher')).items
  const request = draft?.id ?? ''
  await ask(`/requests/${request}/submission`, {}, 'demo-researcher')
  const decisions = [{ item: draft?.items[0]?.id, answer: 'approved' }]
  const decided = await ask(`/requests/${request}/decision`, { decisions }, 'demo-curator')
  const { agreements = [] } = Decided.parse(decided).items[0]?.decision ?? {}
  for (const agreement of agreements) {
    const shown = `/requests/${request}/agreements/${agreement}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { sha256 } = await ask(shown, undefined, 'demo-researcher')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await ask(`/requests/${request}/agreement-acceptance`, { agreement, sha256 }, 'demo-researcher')
  }
  return { request, agreement: agreements[0] ?? '', code }
}

export const fulfilmentCases = ({ request, agreement }: FoundFulfilment): PageCase[] => [
  { name: 'request-picks', path: '/requests/picks', as: 'demo-curator' },
  { name: 'request-picking', path: `/requests/${request}/picking`, as: 'demo-curator' },
  { name: 'request-to-ship', path: `/requests/${request}`, as: 'demo-curator' },
  { name: 'request-reply', path: `/requests/${request}/reply`, as: 'demo-researcher' },
  {
    name: 'request-agreement',
    path: `/requests/${request}/agreements/${agreement}`,
    as: 'demo-researcher',
  },
  {
    name: 'request-paper',
    path: `/requests/${request}/papers/packing-list`,
    as: 'demo-researcher',
  },
]
