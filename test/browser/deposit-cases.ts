import { z } from 'zod'
import type { PageCase } from './cases.ts'

export type FoundDeposits = {
  project: string
  institution: string
  receipt: string
  draft: string
  returned: string
  checked: string
}

const Deposits = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      receiptNumber: z.string().nullable(),
      project: z.object({ id: z.string() }),
      institution: z.object({ id: z.string() }),
    }),
  ),
})

/** Deposits of the demo in different states. */
export async function findDeposits(origin: string): Promise<FoundDeposits> {
  const headers = { authorization: 'Bearer demo-admin' }
  const answer = await fetch(`${origin}/api/v1/deposits?limit=50`, { headers })
  const { items } = Deposits.parse(await answer.json())
  const inState = (state: string) => {
    const found = items.find((one) => one.state === state)
    if (!found) throw new Error(`the demo has no deposit that is ${state}`)
    return found
  }
  const receipted = inState('receipted')
  return {
    project: receipted.project.id,
    institution: receipted.institution.id,
    receipt: receipted.receiptNumber ?? '',
    draft: inState('draft').id,
    returned: inState('returned').id,
    checked: inState('centre_check').id,
  }
}

export const depositCases = (found: FoundDeposits): PageCase[] => [
  { name: 'receipt', path: `/receipts/${found.receipt}` },
  ...[
    { name: 'deposits', path: '/deposits' },
    { name: 'deposits-late', path: '/deposits?late=true' },
    { name: 'deposit-new', path: '/deposits/projects/new' },
    { name: 'deposit-project', path: `/deposits/projects/${found.project}` },
    { name: 'deposit-project-edit', path: `/deposits/projects/${found.project}/edit` },
    { name: 'deposit-item-new', path: `/deposits/projects/${found.project}/items` },
    { name: 'deposit-draft', path: `/deposits/${found.draft}` },
    { name: 'deposit-returned', path: `/deposits/${found.returned}` },
    { name: 'deposit-edit', path: `/deposits/${found.draft}/edit` },
    { name: 'deposit-checks', path: `/deposits/checks?deposit=${found.checked}` },
    { name: 'deposit-settings', path: '/deposits/settings' },
    { name: 'institution-deposits', path: `/institutions/${found.institution}/deposits` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' })),
]
