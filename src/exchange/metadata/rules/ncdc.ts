import type { FieldRow } from '../../../core/fields.ts'
import type { Described, Item } from '../model.ts'
import { plainText } from './html.ts'
import { identifiersOf } from './identifiers.ts'
import { has, partsOf, pass, textIn, textsIn } from './item.ts'
import { subjectsOf } from './subjects.ts'

/** The export of the National Cryosphere Desert Data Center: an object whose properties are called `ds_…`. */
export const isNcdc = (item: Item): boolean =>
  (has(item, 'title_cn') || has(item, 'title_en')) &&
  item.items.filter(({ name }) => name.startsWith('ds_')).length >= 2

/** Fields that are the same here, under other names. */
const texts = {
  dataSource: 'ds_source',
  processing: 'ds_process_way',
  quality: 'ds_quality',
  acquisitionPlace: 'ds_acq_place',
  lonEast: 'ds_acq_lon_east',
  latSouth: 'ds_acq_lat_south',
  lonWest: 'ds_acq_lon_west',
  latNorth: 'ds_acq_lat_north',
  altitudeLow: 'ds_acq_alt_low',
  altitudeHigh: 'ds_acq_alt_high',
  protected: 'protected',
  contactName: 'ds_serv_man',
  contactPhone: 'ds_serv_phone',
  contactEmail: 'ds_serv_mail',
  filesCount: 'ds_files_count',
  spatialResolution: 'ds_space_res',
  temporalResolution: 'ds_time_res',
  coordinateSystem: 'ds_coordinate',
  projection: 'ds_projection',
  qualityLevel: 'quality_level',
  datasetVersion: 'version',
} as const

/** Days, as far as they are known; NCDC writes a time of day behind them. */
const days = {
  acquisitionStart: 'ds_acq_start_time',
  acquisitionEnd: 'ds_acq_end_time',
  protectedUntil: 'protected_to',
} as const

export function ncdcDataset(root: Item): Described {
  // What the portal shows and how it is kept there.
  pass(
    ...partsOf(root, 'id', '_id', 'i18n', 'ds_thumbnail', 'status', 'deleted', 'organization_id'),
  )
  const said = (name: string) => plainTextIn(root, name)
  const citation = said('ds_ref_way')
  const created = textIn(root, 'created')
  const updated = textIn(root, 'updated')
  const titles = { zh: said('title_cn') ?? said('title'), en: said('title_en') }
  return {
    'title.zh': titles.zh,
    'title.en': titles.en,
    'summary.zh': said('ds_abstract'),
    'summary.en': said('ds_abstract_en'),
    ...mapped(texts, said),
    ...mapped(days, (name) => textIn(root, name)?.slice(0, 10) ?? null),
    ...identifiersOf([
      ...textsIn(root, 'doi_value', 'doi').map((value) => ({ value, type: 'DOI' })),
      ...textsIn(root, 'cstr').map((value) => ({ value, type: 'CSTR' })),
    ]),
    ...subjectsOf(
      textsIn(root, 'subject_codes').flatMap(splitList),
      textsIn(root, 'ds_topic', 'keywords').map(plainText).flatMap(splitList),
    ),
    ...sharingOf(textIn(root, 'ds_share_type')),
    totalSizeBytes: bytesOf(textIn(root, 'ds_total_size')),
    formats: textsIn(root, 'ds_format').flatMap(splitList),
    citation,
    paperReferences: textsIn(root, 'paper_ref_way').map(plainText).flatMap(splitLines),
    creators: creatorsOf(root, citation, titles),
    publicationYear: yearOf(citation) ?? created?.slice(0, 4) ?? null,
    dates: [
      ...(created ? [{ dateType: 'Created', date: created.slice(0, 10) }] : []),
      ...(updated ? [{ dateType: 'Updated', date: updated.slice(0, 10) }] : []),
    ],
    resourceTypeGeneral: 'Dataset',
  }
}

const plainTextIn = (root: Item, name: string): string | null => {
  const text = textIn(root, name)
  return text === null ? null : plainText(text) || null
}

const mapped = (names: Readonly<Record<string, string>>, said: (name: string) => string | null) =>
  Object.fromEntries(Object.entries(names).map(([field, name]) => [field, said(name)]))

const splitList = (text: string) => trimmed(text.split(/[;；,，、|]/))
const splitLines = (text: string) => trimmed(text.split(/\n/))
const trimmed = (parts: readonly string[]) =>
  parts.map((part) => part.trim()).filter((part) => part !== '')

const accesses: Readonly<Record<string, string>> = {
  'open-access': 'open',
  'login-access': 'registered',
  'apply-access': 'on_request',
  'offline-access': 'closed',
}

const sharingOf = (shareType: string | null) => ({
  shareType,
  access: accesses[shareType ?? ''] ?? null,
})

const units: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 }

/** A number is bytes; `12.5 GB` is what it says. */
function bytesOf(text: string | null): string | null {
  const [, number, unit = ''] = /^([\d.]+)\s*([kmgt]?)i?b?$/i.exec(text?.trim() ?? '') ?? []
  const factor = units[unit.toLowerCase()]
  return number && factor ? String(Math.round(Number(number) * factor)) : text
}

type Titles = { zh: string | null; en: string | null }

/**
 * Who made it: authors where the export names them, else those whom the citation names before the title
 * (`张三,李四.题名.国家冰川冻土沙漠科学数据中心,2021.`).
 */
function creatorsOf(root: Item, citation: string | null, { zh, en }: Titles): FieldRow[] {
  const authors = partsOf(root, 'author', 'authors', 'ds_author', 'creators')
  const named = authors.flatMap((item) => {
    const name = textIn(item, 'name', 'name_cn') ?? (item.text || null)
    if (name !== null) pass(item)
    return name === null ? [] : splitList(plainText(name))
  })
  if (named.length > 0) return named.map((name) => ({ name }))
  const at = [zh, en].flatMap((title) => (title ? (citation?.indexOf(title) ?? -1) : -1))
  const title = at.find((place) => place > 0)
  if (!citation || title === undefined) return []
  const names = trimmed(
    citation
      .slice(0, title)
      .replace(/[.．。\s]+$/, '')
      .split(/[,，、;；]/),
  )
  return names.every((name) => name.length <= 40) ? names.map((name) => ({ name })) : []
}

const yearOf = (citation: string | null) =>
  /(?:19|20)\d{2}(?=\D*(?:doi|cstr|https?:|$))/i.exec(citation ?? '')?.[0] ?? null

/** Whether one of several wrappers of an export has it inside. */
export const ncdcIn = (item: Item): Item[] =>
  isNcdc(item)
    ? [item]
    : ['data', 'result', 'list', 'rows', 'records', 'content', 'items'].flatMap((name) =>
        partsOf(item, name).flatMap(ncdcIn),
      )
