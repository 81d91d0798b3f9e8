import type { FieldValues } from '../../../core/fields.ts'
import { around, boxText, type Extent } from '../../../core/place.ts'
import type { Lang } from '../../../core/text.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import type { Kind } from '../../records/model/record.ts'
import { placeOf } from '../../records/rules/place.ts'
import { whereText } from '../rules/graticule.ts'
import { frame, planeSpotOf, spotOf, type View, viewAround } from '../rules/view.ts'
import { mapWords as words } from '../words.ts'
import { MapDrawing, whole } from './drawing.tsx'

type PlaceProps = {
  row: { kind: Kind; profile: string | null; region: string | null }
  /** As the reader may know them: a protected site by degrees. */
  values: FieldValues
  /** Boxes of what it consists of. */
  footprints?: readonly Extent[]
}

/** Where a record's thing is or comes from; nothing where that is not known. */
export function RecordPlace({ row, values, footprints = [] }: PlaceProps) {
  const { extent, withinM } = placeOf({ ...row, values })
  const own = extent ? [extent] : []
  const all = around([...own, ...footprints])
  if (!all) return <></>
  const known = { kind: row.kind, extent: extent ?? all, withinM }
  return <RecordMap {...known} all={all} footprints={footprints} />
}

type Props = {
  kind: Kind
  extent: Extent
  /** Metres within which a point lies, where they are known. */
  withinM: number | null
}

type MapProps = Props & { all: Extent; footprints: readonly Extent[] }

/** Degrees of latitude that are shown around a point at least: enough to see which part of the earth it is. */
const leastDegrees = 24
/** Around parts, which are to be told apart. */
const leastDegreesOfParts = 8

const metresOfDegree = 111_320

function RecordMap({ kind, extent, withinM, all, footprints }: MapProps) {
  const t = useText()
  const lang = useLang()
  const view = viewAround(all, footprints.length > 0 ? leastDegreesOfParts : leastDegrees)
  const where = whereText(extent)
  const said = t(
    withinM ? words.siteWithin(where, distanceText(withinM, lang)) : words.siteAt(where),
  )
  return (
    <figure class="map map-of-record">
      <div class="map-frame">
        <MapDrawing view={view} label={said}>
          {footprints.map((box) => (
            <Box look="map-footprint" box={box} view={view} />
          ))}
          <Site kind={kind} extent={extent} withinM={withinM} view={view} />
        </MapDrawing>
      </div>
      <figcaption class="small quiet">
        {said}{' '}
        <Local
          as="a"
          href={withQuery(paths.search, { view: 'map', bbox: boxText(aroundOf(extent)) })}
          rel="nofollow"
          text={words.near}
        />
      </figcaption>
    </figure>
  )
}

/** A point, with a ring where it may be; an area as its box. */
function Site({ kind, extent, withinM, view }: Props & { view: View }) {
  const { west, south, east, north } = extent
  const { x, y } = spotOf(view, west, north)
  if (west === east && south === north) {
    const radius = (((withinM ?? 0) / metresOfDegree) * frame.height) / (view.north - view.south)
    return (
      <g class={`map-one kind-${kind}`}>
        {radius > 10 && <circle class="map-within" cx={whole(x)} cy={whole(y)} r={whole(radius)} />}
        <circle cx={whole(x)} cy={whole(y)} r="9" />
      </g>
    )
  }
  return <Box look={`map-outline kind-${kind}`} box={extent} view={view} />
}

function Box({ look, box, view }: { look: string; box: Extent; view: View }) {
  const { x, y } = spotOf(view, box.west, box.north)
  const { x: right, y: below } = planeSpotOf(view, box.east, box.south)
  return (
    <rect
      class={look}
      x={whole(x)}
      y={whole(y)}
      width={whole(Math.max(4, right - x))}
      height={whole(Math.max(4, below - y))}
    />
  )
}

const distanceText = (metres: number, lang: Lang) =>
  metres < 1000
    ? `${formatNumber(metres, lang, 0)} m`
    : `${formatNumber(metres / 1000, lang, 0)} km`

/** A whole degree more to every side, on the globe: no corner has more digits than the place itself. */
const aroundOf = ({ west, south, east, north }: Extent): Extent => ({
  west: Math.max(-180, west - 1),
  south: Math.max(-90, south - 1),
  east: Math.min(180, east + 1),
  north: Math.min(90, north + 1),
})
