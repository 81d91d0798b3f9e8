import type { Field } from '../../core/fields.ts'

/** Where a column's cells go: a field of the kind, a common one, or a name that holds genus, species and rest. */
export type Target =
  | { type: 'field'; field: Field }
  | { type: 'common'; key: CommonColumn }
  | { type: 'taxon' }

const commonColumns = [
  { key: 'title.zh', names: ['titlezh', 'title_zh', '名称', '中文名称', '标题'] },
  { key: 'title.en', names: ['titleen', 'title_en', 'title', '英文名称', '外文名'] },
  { key: 'summary.zh', names: ['summaryzh', 'summary_zh', '简介', '描述'] },
  { key: 'summary.en', names: ['summaryen', 'summary_en', 'summary', 'abstract'] },
  { key: 'keywords', names: ['keywords', '关键词'] },
  { key: 'library', names: ['library', '资源库'] },
] as const
export type CommonColumn = (typeof commonColumns)[number]['key']

/** Names that passports use in the wild for MCPD's fields. */
const synonyms: Record<string, readonly string[]> = {
  accenumb: ['nationalid', 'accessionnumber', 'accession', 'accno', 'accessionid'],
  collnumb: ['collno', 'collectornumber', 'collectingnumber'],
  donornumb: ['donorid', 'donorno', 'donoraccession'],
  othernumb: ['otherid', 'otherid1', 'otherid2', 'otherid3', 'otherno', 'synonym'],
  sampstat: ['biostatus', 'biologicalstatus', 'status'],
  origcty: ['sourcecountry', 'countryoforigin', 'country'],
  acqdate: ['transferyear', 'acquisitiondate', 'acquisitionyear'],
  cropname: ['commonname', 'crop'],
}
const taxonNames = ['botanicalname', 'scientificname', 'taxon', 'species name', '学名', '拉丁名']

/** A header name without case, spaces and marks: `Accession number` and `ACCESSION_NUMBER` are one. */
const folded = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What each column of a header is, by its standard's name, its label in either language, or a usual synonym. */
export function targetsOf(
  header: readonly string[],
  fields: readonly Field[],
): (Target | undefined)[] {
  const known = new Map<string, Target>()
  const add = (names: readonly string[], target: Target) => {
    for (const name of names) if (!known.has(folded(name))) known.set(folded(name), target)
  }
  for (const field of fields) add([field.key], { type: 'field', field })
  for (const field of fields) add(field.standardNames ?? [], { type: 'field', field })
  for (const { key, names } of commonColumns) add([key, ...names], { type: 'common', key })
  for (const field of fields) add([field.label.zh, field.label.en], { type: 'field', field })
  for (const field of fields) add(synonyms[field.key] ?? [], { type: 'field', field })
  if (fields.some(({ key }) => key === 'genus')) add(taxonNames, { type: 'taxon' })
  return header.map((name) => known.get(folded(name)))
}
