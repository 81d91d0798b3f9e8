import type { Extent } from '../../../core/place.ts'
import type { Cluster, MapSettings } from '../model.ts'
import { addressWithin } from './live.ts'

/** What a cluster is on the map in the browser: one leads to its record, several to the results in their box. */
export function spotOf(
  { count, bounds, record }: Cluster,
  { address, record: records, lang, words }: MapSettings,
) {
  const title = record && (record.title[lang] ?? record.title.zh ?? record.title.en)
  const label = title ?? words.several.replace('{count}', String(count))
  return {
    className: record ? `map-spot-live map-one kind-${record.kind}` : 'map-spot-live',
    href: record ? records + record.id : addressWithin(address, cornersOf(bounds)),
    textContent: record ? '' : shortCount(lang).format(count),
    title: label,
    ariaLabel: label,
    role: 'link',
  }
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
