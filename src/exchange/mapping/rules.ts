import type { Kind } from '../../catalog/records/model/record.ts'
import type { Field } from '../../core/fields.ts'
import { type Issue, Problem } from '../../core/problem.ts'
import type { Lang, Text } from '../../core/text.ts'
import { fieldsOf, kindDefinitions } from '../../kinds.ts'
import type { RowProblem } from '../model.ts'
import { mappingWords as words } from './words.ts'

/** Where a column's cells go: a field of the kind, a common one, or a name that holds genus, species and rest. */
export type Target =
  | { type: 'field'; field: Field }
  | { type: 'common'; key: CommonColumn }
  | { type: 'taxon' }
  /** Read past on purpose: the reasons in a returned file, and what somebody left out. */
  | { type: 'none' }

export type Targets = readonly (Target | undefined)[]

const commonColumns = [
  {
    key: 'title.zh',
    label: { zh: '中文名称', en: 'Title (Chinese)' },
    names: ['titlezh', 'title_zh', '名称', '标题'],
  },
  {
    key: 'title.en',
    label: { zh: '英文名称', en: 'Title (English)' },
    names: ['titleen', 'title_en', 'title', '外文名', '外文名称'],
  },
  {
    key: 'summary.zh',
    label: { zh: '简介', en: 'Summary (Chinese)' },
    names: ['summaryzh', 'summary_zh', '描述'],
  },
  {
    key: 'summary.en',
    label: { zh: '英文简介', en: 'Summary (English)' },
    names: ['summaryen', 'summary_en', 'summary', 'abstract'],
  },
  { key: 'keywords', label: { zh: '关键词', en: 'Keywords' }, names: [] },
  { key: 'library', label: { zh: '资源库', en: 'Library' }, names: [] },
] as const

/** Common ones that tables of datasets have columns for; passports call other things so. */
const datasetColumns = [
  {
    key: 'identifiers',
    label: { zh: '标识符', en: 'Identifiers' },
    names: ['identifier', 'pid'],
  },
  { key: 'identifiers.doi', label: { zh: 'DOI', en: 'DOI' }, names: ['doi', 'doi_value'] },
  { key: 'identifiers.cstr', label: { zh: 'CSTR', en: 'CSTR' }, names: ['cstr'] },
  {
    key: 'subjects',
    label: { zh: '学科分类代码', en: 'GB/T 13745 codes' },
    names: ['subject_codes'],
  },
  { key: 'access', label: { zh: '获取方式', en: 'Access' }, names: ['accessRights'] },
] as const
export type CommonColumn = (typeof commonColumns | typeof datasetColumns)[number]['key']

/** Headers of the column of reasons in a returned file. */
export const reasonsHeader: Text = { zh: '退回原因', en: 'Reasons for return' }

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
/** Names of DataCite, Dublin Core and NCDC that tables of datasets have as headers. */
const datasetNames: Record<string, readonly string[]> = {
  'title.zh': ['title_cn'],
  'summary.zh': ['ds_abstract'],
  'summary.en': ['description'],
  keywords: ['ds_topic', 'subject', 'subjects'],
  creators: ['creator', 'creatorname', 'author', 'authors'],
  contributors: ['contributor', 'contributorname'],
  publicationYear: ['year', 'pubyear'],
  datasetVersion: ['version'],
  rightsList: ['rights', 'licence', 'license'],
  formats: ['format'],
  sizes: ['size'],
  fundingReferences: ['fundingreference', 'funder', 'fundername', 'funding'],
  geoLocations: ['geolocation', 'geolocationplace', 'coverage', 'spatial'],
  alternateIdentifiers: ['alternateidentifier'],
  variables: ['variable', 'variablemeasured'],
  resourceTypeGeneral: ['type'],
}
const taxonNames = ['botanicalname', 'scientificname', 'taxon', 'species name', '学名', '拉丁名']

/** A header name without case, spaces and marks: `Accession number` and `ACCESSION_NUMBER` are one. */
const folded = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * What each column of a header is: what somebody mapped it to (target's name by header); else by its standard's name,
 * its label in either language, or a usual synonym. A field that is a table itself (`rows`) has one where a cell can say
 * it: JSON of its rows, or the names that make them up.
 */
export function targetsOf(
  header: readonly string[],
  all: readonly Field[],
  mapping: Readonly<Record<string, string>> = {},
): Targets {
  const known = targetsByName(all)
  return header.map((name): Target | undefined => {
    const mapped = Object.hasOwn(mapping, name) ? mapping[name] : undefined
    if (mapped === '') return { type: 'none' }
    return known.get(folded(mapped ?? name))
  })
}

/** The names of a kind's fields that somebody may map a column to, in the reader's language. */
export function fieldNames(all: readonly Field[], lang: Lang): string[] {
  const known = targetsByName(all)
  const targets = [...known.values()].filter(({ type }) => type !== 'none')
  return [...new Set(targets.map((target) => shownName(target, known, lang)))]
}

/** What a form shows for each column: a name of its field that leads to it again; '' for a column without one. */
export function namesOfTargets(targets: Targets, all: readonly Field[], lang: Lang): string[] {
  const known = targetsByName(all)
  return targets.map((target) =>
    target && target.type !== 'none' ? shownName(target, known, lang) : '',
  )
}

/** What a reader calls a field that a problem is about; a column that no field has by its own name. */
export function fieldLabels(all: readonly Field[]): (name: string) => Text | string {
  const known = targetsByName(all)
  return (name) => {
    const target = known.get(folded(name))
    return target && keyOf(target) === name ? labelOf(target, name) : name
  }
}

/** The key that a typed name stands for, '' for none; undefined where there is no such field. */
export function targetNamed(typed: string, all: readonly Field[]): string | undefined {
  return typed.trim() === '' ? '' : keyOf(targetsByName(all).get(folded(typed)))
}

/** A field's label, or its key where another field has that label first. */
function shownName(target: Target, known: ReadonlyMap<string, Target>, lang: Lang): string {
  const key = keyOf(target) ?? ''
  const label = labelOf(target, key)[lang]
  return keyOf(known.get(folded(label))) === key ? label : key
}

function targetsByName(all: readonly Field[]): ReadonlyMap<string, Target> {
  const isOfDatasets = all.some(({ key }) => key === 'resourceTypeGeneral')
  const fields = all.filter(({ type }) => type !== 'rows' || isOfDatasets)
  const common = isOfDatasets ? [...commonColumns, ...datasetColumns] : commonColumns
  const known = new Map<string, Target>()
  const add = (names: readonly string[], target: Target) => {
    for (const name of names) if (!known.has(folded(name))) known.set(folded(name), target)
  }
  const addNames = (namesOf: (field: Field) => readonly string[]) => {
    for (const field of fields) add(namesOf(field), { type: 'field', field })
  }
  addNames(({ key }) => [key])
  addNames(({ standardNames = [] }) => standardNames)
  for (const { key, label, names } of common)
    add([key, label.zh, label.en, ...names], { type: 'common', key })
  addNames(({ label }) => [label.zh, label.en])
  addNames(({ key }) => synonyms[key] ?? [])
  for (const target of isOfDatasets ? [...known.values()] : [])
    add(datasetNames[keyOf(target) ?? ''] ?? [], target)
  if (fields.some(({ key }) => key === 'genus')) add(taxonNames, { type: 'taxon' })
  add([reasonsHeader.zh, reasonsHeader.en], { type: 'none' })
  return known
}

/** The profile of a kind whose fields know most columns of a header; the first of several alike. */
export function profileFor(kind: Kind, header: readonly string[]): string | null {
  const keys = kindDefinitions[kind].profiles.map(({ key }) => key)
  const counted = keys.map((key) => ({
    key,
    count: targetsOf(header, fieldsOf(kind, key)).filter(Boolean).length,
  }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.key ?? null
}

/** Whether a name is one of a kind's, in any of its profiles. */
export function knownNames(kind: Kind): (name: string) => boolean {
  const profiles = kindDefinitions[kind].profiles.map(({ key }) => key)
  const all = (profiles.length > 0 ? profiles : [null]).map((profile) =>
    targetsByName(fieldsOf(kind, profile)),
  )
  return (name) => all.some((names) => names.has(folded(name)))
}

/** Fields that tell one record from another, and those that say what it is. */
const identities: Record<Kind, { tells: readonly string[]; describes: readonly string[] }> = {
  accession: {
    tells: [
      'accenumb',
      'accename',
      'puid',
      'nationalNumber',
      'platformNumber',
      'resourceNumber',
      'breedNameZh',
      'breedNameEn',
      'title',
    ],
    describes: [
      'accename',
      'cropname',
      'genus',
      'taxon',
      'genusName',
      'speciesName',
      'taxonName',
      'animalSpecies',
      'breedNameZh',
      'breedNameEn',
      'foreignName',
      'title',
    ],
  },
  instrument: { tells: ['innerId', 'title'], describes: ['title'] },
  dataset: { tells: ['title'], describes: ['title'] },
  collection: { tells: ['title'], describes: ['title'] },
}

type Mapped = { kind: Kind; header: readonly string[]; targets: Targets }

/**
 * Refuses a table before anything of it is stored: no column is known, none tells its rows apart, it is a table of
 * something else (observations of accessions name the accession, and nothing more of it), or several columns are for one
 * value.
 */
export function refuseOtherTables({ kind, header, targets }: Mapped): void {
  const { label } = kindDefinitions[kind]
  if (targets.every((target) => target === undefined)) throw new Problem('invalid', words.noColumn)
  const present = new Set(targets.map((target) => target && nameOf(target)))
  const { tells, describes } = identities[kind]
  if (!tells.some((key) => present.has(key))) throw new Problem('invalid', words.noIdentity(label))
  const unknown = header.filter((name, at) => name !== '' && targets[at] === undefined)
  const known = targets.filter(Boolean).length
  const isVague =
    !describes.some((key) => present.has(key)) || (known < 3 && unknown.length >= known)
  if (unknown.length > 0 && isVague)
    throw new Problem('invalid', words.otherTable(label, unknown.slice(0, 5).join('、')))
  refuseTwice({ kind, header, targets })
}

function nameOf(target: Target): string {
  if (target.type === 'field') return target.field.key
  if (target.type !== 'common') return target.type
  return target.key.startsWith('title.') ? 'title' : target.key
}

/** Lists take several columns (`OtherID1`, `OtherID2`); nothing else does. */
function refuseTwice({ header, targets }: Mapped): void {
  const columns = Map.groupBy(header.keys(), (at) => keyOf(targets[at]))
  const issues: Issue[] = [...columns].flatMap(([key, places]) => {
    const target = targets[places[0] ?? 0]
    if (key === undefined || places.length < 2 || !target || takesSeveral(target)) return []
    const names = places.map((at) => header[at] ?? '')
    return [{ path: key, message: words.twice(labelOf(target, key), names) }]
  })
  const [first] = issues
  if (first) throw new Problem('invalid', first.message, { issues })
}

function keyOf(target: Target | undefined): string | undefined {
  if (target?.type === 'field') return target.field.key
  return target?.type === 'common' ? target.key : target?.type
}

const takesSeveral = (target: Target) =>
  target.type === 'field'
    ? ['list', 'codes', 'rows'].includes(target.field.type)
    : target.type === 'none'

function labelOf(target: Target, key: string): Text {
  if (target.type === 'field') return target.field.label
  const common = [...commonColumns, ...datasetColumns].find((one) => one.key === key)
  return common?.label ?? { zh: key, en: key }
}

/** Columns that nobody knows are named once, at the header's row; their rows are taken all the same. */
export const unknownColumns = (
  row: number,
  { header, targets }: Pick<Mapped, 'header' | 'targets'>,
): RowProblem[] =>
  header.flatMap((name, at) =>
    targets[at] === undefined && name !== ''
      ? [{ row, field: name, code: 'unknown_column', detail: words.unknownColumn(name) }]
      : [],
  )
