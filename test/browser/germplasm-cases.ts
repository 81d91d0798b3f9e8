import type { PageCase } from './cases.ts'

/** A name of the taxonomy, a mission, an accession that was introduced, and one whose parents are known. */
export type FoundGermplasm = {
  taxon: string
  synonyms: string
  mission: string
  introduced: string
  descended: string
}

export async function findGermplasm(
  first: (path: string) => Promise<string>,
): Promise<FoundGermplasm> {
  const called = (name: string) =>
    first(`/api/v1/records?kind=accession&q=${encodeURIComponent(name)}`)
  return {
    taxon: await first('/api/v1/taxa'),
    synonyms: await first('/api/v1/synonyms'),
    mission: await first('/api/v1/missions'),
    introduced: await called('陇藜1号'),
    descended: await called('重离子抗抽薹系'),
  }
}

export const germplasmCases = (found: FoundGermplasm, picture: string): PageCase[] => {
  const { taxon, synonyms, mission, introduced, descended } = found
  const as = 'demo-admin'
  const curator = 'demo-curator'
  return [
    { name: 'libraries', path: '/libraries' },
    { name: 'library', path: '/libraries/forage' },
    { name: 'library-new', path: '/libraries/new', as },
    { name: 'library-edit', path: '/libraries/forage/edit', as },
    { name: 'synonyms', path: '/synonyms' },
    { name: 'vocabularies', path: '/vocabularies' },
    { name: 'vocabulary-terms', path: '/vocabulary-terms?vocabulary=licence' },
    { name: 'vocabulary-terms-none', path: '/vocabulary-terms?q=zzzz' },
    { name: 'synonyms-none', path: '/synonyms?q=zzzz' },
    { name: 'synonyms-new', path: '/synonyms/new', as: curator },
    { name: 'synonyms-edit', path: `/synonyms/${synonyms}`, as: curator },
    { name: 'search-also', path: '/records?q=TEM' },
    { name: 'search-exact', path: '/records?q=TEM&exact=true' },
    { name: 'taxa', path: '/taxa' },
    { name: 'taxa-none', path: '/taxa?q=zzzz' },
    { name: 'taxon', path: `/taxa/${taxon}` },
    { name: 'taxon-new', path: '/taxa/new', as },
    { name: 'taxon-edit', path: `/taxa/${taxon}/edit`, as },
    { name: 'missions', path: '/missions' },
    { name: 'mission', path: `/missions/${mission}` },
    { name: 'mission-new', path: '/missions/new', as },
    { name: 'mission-edit', path: `/missions/${mission}/edit`, as },
    { name: 'introduced', path: `/records/${introduced}` },
    { name: 'introduction', path: `/records/${introduced}/introduction`, as },
    { name: 'descended', path: `/records/${descended}` },
    { name: 'pedigree', path: `/records/${descended}/pedigree`, as },
    { name: 'trait-pictures', path: `/records/${picture}/trait-pictures`, as },
    { name: 'desk-incomplete', path: '/desk/incomplete-passports', as: curator },
    { name: 'desk-suspicious', path: '/desk/suspicious-passports', as: curator },
    { name: 'desk-bulk', path: `/desk/bulk?record=${introduced}&record=${descended}`, as },
    { name: 'desk-bulk-edits', path: '/desk/bulk-edits', as: curator },
    { name: 'report-germplasm', path: '/reports/germplasm', as },
  ]
}
