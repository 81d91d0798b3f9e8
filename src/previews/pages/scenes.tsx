import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { MapDrawing, whole } from '../../catalog/map/pages/drawing.tsx'
import { whereText } from '../../catalog/map/rules/graticule.ts'
import { planeSpotOf, spotOf, type View, viewAround } from '../../catalog/map/rules/view.ts'
import { baseName } from '../../datasets/files/rules.ts'
import { datasetPaths } from '../../datasets/words/paths.ts'
import { around, type Extent } from '../../core/place.ts'
import { Section } from '../../web/components/navigation.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { type Scene, scenesOf } from '../actions.ts'
import { previewWords as words } from '../words.ts'

const leastDegrees = 8

/** Where the files of a dataset lie, for who may read them; nothing where none says so. */
export const scenesSection: RecordSection = async (c, row) => {
  const found = await scenesOf(c.var.ctx, row.id)
  const all = found && around(found.scenes.map(({ extent }) => extent))
  if (!found || !all) return null
  return (
    <Section id="scenes" title={words.scenes}>
      <ScenesMap scenes={found.scenes} view={viewAround(all, leastDegrees)} all={all} />
      <ul class="plain-list">
        {found.scenes.slice(0, mostListed).map(({ id, name, extent }) => (
          <li>
            <a href={datasetPaths.file(row.id, found.number, id)}>{baseName(name)}</a>{' '}
            <span class="small quiet">{whereText(extent)}</span>
          </li>
        ))}
      </ul>
      {found.scenes.length > mostListed && (
        <Local as="p" class="quiet" text={words.leftOut(found.scenes.length - mostListed)} />
      )}
    </Section>
  )
}

const mostListed = 10

type MapProps = { scenes: readonly Scene[]; view: View; all: Extent }

function ScenesMap({ scenes, view, all }: MapProps) {
  const t = useText()
  return (
    <figure class="map map-of-record">
      <div class="map-frame">
        <MapDrawing view={view} label={`${t(words.scenes)}: ${whereText(all)}`}>
          {scenes.map(({ extent }) => (
            <SceneBox extent={extent} view={view} />
          ))}
        </MapDrawing>
      </div>
    </figure>
  )
}

function SceneBox({ extent: { west, south, east, north }, view }: { extent: Extent; view: View }) {
  const { x, y } = spotOf(view, west, north)
  const { x: right, y: below } = planeSpotOf(view, east, south)
  return (
    <rect
      class="map-outline kind-dataset"
      x={whole(x)}
      y={whole(y)}
      width={whole(Math.max(4, right - x))}
      height={whole(Math.max(4, below - y))}
    />
  )
}
