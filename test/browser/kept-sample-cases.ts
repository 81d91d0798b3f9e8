import type { PageCase } from './cases.ts'

/** A collection of people and one of animals in the demo, with one of what each has. */
export type FoundKeptSamples = {
  people: string
  animals: string
  donor: string
  sample: string
  source: string
}

export async function findKeptSamples(
  first: (path: string) => Promise<string>,
): Promise<FoundKeptSamples> {
  const called = async (name: string) =>
    first(`/api/v1/records?kind=collection&q=${encodeURIComponent(name)}`)
  const [people, animals] = [await called('河西走廊慢病'), await called('牦牛与藏羊')]
  return {
    people,
    animals,
    donor: await first(`/api/v1/collections/${people}/donors`),
    sample: await first(`/api/v1/collections/${people}/samples`),
    source: await first(`/api/v1/collections/${animals}/sources`),
  }
}

export const keptSampleCases = ({
  people,
  animals,
  donor,
  sample,
  source,
  box,
}: FoundKeptSamples & { box: string }): PageCase[] =>
  [
    { name: 'samples', path: '/samples' },
    { name: 'samples-of', path: `/collections/${people}/samples` },
    { name: 'samples-none', path: `/collections/${people}/samples?code=NOWHERE` },
    { name: 'sample-new', path: `/collections/${people}/samples/new` },
    { name: 'sample-of-box', path: `/places/${box}/new-tube?code=NEW-1` },
    { name: 'sample-new-of-box', path: `/places/${box}/collections/${people}/new-tube?code=NEW-1` },
    { name: 'sample-pool', path: `/collections/${people}/samples/pool` },
    { name: 'sample-labels-of', path: `/collections/${people}/samples/labels?sheet=tube` },
    { name: 'sample', path: `/samples/${sample}` },
    { name: 'sample-edit', path: `/samples/${sample}/edit` },
    { name: 'sample-labels', path: `/samples/${sample}/labels?sheet=tube` },
    { name: 'donors', path: `/collections/${people}/donors` },
    { name: 'donor-new', path: `/collections/${people}/donors/new` },
    { name: 'donor', path: `/donors/${donor}` },
    { name: 'donor-edit', path: `/donors/${donor}/edit` },
    { name: 'sources', path: `/collections/${animals}/sources` },
    { name: 'source-new', path: `/collections/${animals}/sources/new` },
    { name: 'source', path: `/sample-sources/${source}` },
    { name: 'kits', path: `/collections/${people}/kits` },
    { name: 'collection-kept', path: `/records/${people}` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' }))
