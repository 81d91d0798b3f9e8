import type { PageCase } from './cases.ts'

export type FoundAgreements = { agreement: string }

/** An agreement of the demo. */
export const findAgreements = async (
  first: (path: string) => Promise<string>,
): Promise<FoundAgreements> => ({ agreement: await first('/api/v1/agreements?kind=dua') })

export const agreementCases = ({ agreement }: FoundAgreements): PageCase[] => [
  { name: 'agreements', path: '/agreements' },
  { name: 'agreement', path: `/agreements/${agreement}` },
  ...[
    { name: 'agreement-new', path: '/agreements/new' },
    { name: 'agreement-kept', path: `/agreements/${agreement}` },
    { name: 'agreement-edit', path: `/agreements/${agreement}/edit` },
    { name: 'agreement-draft', path: `/agreements/${agreement}/texts/2` },
    { name: 'agreement-text', path: `/agreements/${agreement}/texts/1` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' })),
]
