import type { Context } from '../../../core/context.ts'
import {
  around,
  boxText,
  type Extent,
  globe,
  type Ring,
  ringOf,
  shapesOf,
} from '../../../core/place.ts'
import { formatShort } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { SearchFilters } from '../../search/rules/facets.ts'
import { addressOf, type Asked, changed } from '../../search/rules/results.ts'
import type { Cluster, Clusters } from '../model.ts'
import { clustersFound } from '../queries.ts'
import { degreesText } from '../rules/graticule.ts'
import { areaOf, cellOf } from '../rules/grid.ts'
import { planeSpotOf, spotOf, type View, viewAround } from '../rules/view.ts'
import { mapWords as words } from '../words.ts'
import { MapDrawing, whole } from './drawing.tsx'

/** Hits of a search on a map, and what they are narrowed to. */
export type FoundMap = Clusters & { view: View; outlines: readonly Ring[] }

/** Cells across a drawing: as many as its links are wide enough for, on a phone too. */
const across = 10
const leastDegrees = 0.02

/** The hits of a search on a map that shows where it is narrowed to, or where all of them are. */
export async function mapOf({ db, actor }: Context, query: SearchFilters): Promise<FoundMap> {
  const area = areaOf(query)
  const find = (cell: number) => clustersFound(db, actor, { query, cell })
  const { clusters: far } = area ? { clusters: [] } : await find(cellOf(360, across))
  const shown = area ?? around(far.map(({ bounds }) => bounds)) ?? globe
  const view = viewAround(shown, leastDegrees)
  const { bbox, polygon } = query
  return {
    ...(await find(cellOf(view.east - view.west, across))),
    view,
    outlines: [...(bbox ? [ringOf(bbox)] : []), ...(polygon ? [polygon] : [])],
  }
}

/** An address of results without box and polygon, and with a box in their place. */
export const withoutArea = (asked: Asked) => changed(changed(asked, 'bbox', null), 'polygon', null)
export const withBox = (asked: Asked, box: Extent) =>
  changed(withoutArea(asked), 'bbox', boxText(box))

type Props = { found: FoundMap; asked: Asked }

/** A drawing of hits whose links lead nearer, to a record, or to the list of what stands in one place. */
export function FoundDrawing({ found: { clusters, view, outlines }, asked }: Props) {
  const t = useText()
  return (
    <MapDrawing view={view} label={t(words.mapOf(clusters.length))}>
      {outlines.map((ring) => (
        <path class="map-outline" d={outlineOf(view, ring)} />
      ))}
      {clusters.map((cluster) => (
        <ClusterSpot cluster={cluster} view={view} asked={asked} />
      ))}
    </MapDrawing>
  )
}

const outlineOf = (view: View, ring: Ring) =>
  shapesOf(ring)
    .flatMap((shape) => [0, 360].map((turn) => pathAt(view, shape, turn)))
    .join('')

const pathAt = (view: View, shape: Ring, turn: number) =>
  `M${shape
    .map(([x, y]) => planeSpotOf(view, x + turn, y))
    .map(({ x, y }) => `${whole(x)} ${whole(y)}`)
    .join('L')}z`

type SpotProps = { cluster: Cluster; view: View; asked: Asked }

function ClusterSpot({ cluster: { count, bounds, record }, view, asked }: SpotProps) {
  const t = useText()
  const lang = useLang()
  const { longitude, latitude } = middleOf(bounds)
  const { x, y } = spotOf(view, longitude, latitude)
  if (record)
    return (
      <a
        class={`map-spot map-one kind-${record.kind}`}
        href={paths.record(record.id)}
        aria-label={t(record.title)}
      >
        <circle cx={whole(x)} cy={whole(y)} r="12" />
      </a>
    )
  const isOnePlace = bounds.west === bounds.east && bounds.south === bounds.north
  const where = `${degreesText(longitude, 'longitude')} ${degreesText(latitude, 'latitude')}`
  const said = isOnePlace ? words.onePlace : words.cluster
  const near = withBox(asked, bounds)
  return (
    <a
      class={`map-spot map-${sizeOf(count)}`}
      href={addressOf(isOnePlace ? changed(near, 'view', null) : near)}
      rel="nofollow"
      aria-label={t(said(String(count), where))}
    >
      <circle cx={whole(x)} cy={whole(y)} r="20" />
      <text x={whole(x)} y={whole(y)} aria-hidden="true">
        {formatShort(count, lang)}
      </text>
    </a>
  )
}

const middleOf = ({ west, south, east, north }: Extent) => ({
  longitude: Number(((west + east) / 2).toFixed(5)),
  latitude: Number(((south + north) / 2).toFixed(5)),
})

const sizeOf = (count: number) => (count < 10 ? 'few' : count < 1000 ? 'some' : 'many')
