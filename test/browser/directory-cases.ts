import type { PageCase } from './cases.ts'

export type FoundDirectory = { biobank: string; network: string; resource: string }

export const findDirectory = async (
  firstAt: (path: string) => Promise<string>,
): Promise<FoundDirectory> => ({
  biobank: await firstAt('/api/v1/biobanks'),
  network: await firstAt('/api/v1/networks'),
  resource: await firstAt('/api/v1/research-resources'),
})

export const directoryCases = ({ biobank, network, resource }: FoundDirectory): PageCase[] => [
  { name: 'biobanks', path: '/biobanks' },
  { name: 'biobanks-narrowed', path: '/biobanks?source=animal&q=库' },
  { name: 'biobanks-none', path: '/biobanks?q=nowhere' },
  { name: 'biobank', path: `/biobanks/${biobank}` },
  { name: 'networks', path: '/networks' },
  { name: 'network', path: `/networks/${network}` },
  { name: 'research-resources', path: '/research-resources' },
  { name: 'research-resource', path: `/research-resources/${resource}` },
  ...[
    { name: 'biobank-new', path: '/biobanks/new' },
    { name: 'biobank-edit', path: `/biobanks/${biobank}/edit` },
    { name: 'biobank-work', path: `/biobanks/${biobank}/work` },
    { name: 'network-new', path: '/networks/new' },
    { name: 'network-edit', path: `/networks/${network}/edit` },
    { name: 'network-kept', path: `/networks/${network}?find=样本` },
    { name: 'research-resource-new', path: '/research-resources/new' },
    { name: 'research-resource-edit', path: `/research-resources/${resource}/edit` },
    { name: 'research-resource-kept', path: `/research-resources/${resource}?find=样本` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' })),
]
