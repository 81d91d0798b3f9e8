import type { Extent } from '../../core/place.ts'
import type { Cluster, MapSettings } from './model.ts'
import { addressWithin } from './rules/live.ts'

/** What a cluster is on the map in the browser: one leads to its record, several to the results in their box. */
export function linkTo(
  { count, bounds, record }: Cluster,
  { address, record: records, lang, words }: MapSettings,
): HTMLAnchorElement {
  const link = document.createElement('a')
  link.setAttribute('role', 'link')
  link.className = record ? `map-spot-live map-one kind-${record.kind}` : 'map-spot-live'
  link.href = record ? records + record.id : addressWithin(address, cornersOf(bounds))
  if (!record) link.textContent = shortCount(lang).format(count)
  const title = record && (record.title[lang] ?? record.title.zh ?? record.title.en)
  link.title = title ?? words.several.replace('{count}', String(count))
  link.setAttribute('aria-label', link.title)
  return link
}

/** Nearer looking does not part them. */
export const isOnePlace = ({ west, south, east, north }: Extent): boolean =>
  west === east && south === north

const cornersOf = ({ west, south, east, north }: Extent) =>
  [
    [west, south],
    [east, north],
  ] as const

const shortCount = (lang: MapSettings['lang']) =>
  new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', {
    notation: 'compact',
    maximumFractionDigits: 1,
  })
