import type { PageCase } from './cases.ts'

export type FoundTraits = { trait: string; trial: string; accession: string }

export async function findTraits(first: (path: string) => Promise<string>): Promise<FoundTraits> {
  return {
    trait: await first('/api/v1/traits'),
    trial: await first('/api/v1/trials'),
    accession: await first(`/api/v1/records?kind=accession&q=${encodeURIComponent('马铃薯')}`),
  }
}

export const traitCases = ({ trait, trial, accession }: FoundTraits): PageCase[] => {
  const as = 'demo-admin'
  return [
    { name: 'traits', path: '/traits' },
    { name: 'traits-none', path: '/traits?q=zzzz' },
    { name: 'trait-new', path: '/traits/new', as },
    { name: 'trait', path: `/traits/${trait}`, as },
    { name: 'trials', path: '/trials' },
    { name: 'trial-new', path: '/trials/new', as },
    { name: 'trial', path: `/trials/${trial}`, as },
    { name: 'comparison-none', path: '/comparison' },
    { name: 'comparison', path: `/comparison?accession=${accession}` },
  ]
}
