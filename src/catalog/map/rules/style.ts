import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { shapesOf } from '../../../core/place.ts'
import type { MapSettings } from '../model.ts'
import { landPolygons } from './land.ts'
import { graticuleAsGeoJson, shapesAsGeoJson } from './live.ts'

/** The value of a custom property of the page, as its theme has it. */
type Colours = (property: `--${string}`) => string

type Part = { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] }

/** What the map lies on: the operator's tiles, or the bundled land; above it the area that is searched. */
export function styleOf(
  { tiles, outlines }: Pick<MapSettings, 'tiles' | 'outlines'>,
  colour: Colours,
): StyleSpecification {
  const base = tiles.length > 0 ? tiled(tiles) : bundled(colour)
  const outline = shapesAsGeoJson(outlines.flatMap(shapesOf).map((ring) => [ring]))
  return {
    version: 8,
    sources: { ...base.sources, outline: { type: 'geojson', data: outline } },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colour('--map-water') } },
      ...base.layers,
      {
        id: 'outline',
        type: 'line',
        source: 'outline',
        paint: { 'line-color': colour('--accent'), 'line-width': 2 },
      },
    ],
  }
}

function tiled(tiles: MapSettings['tiles']): Part {
  const names = tiles.map((_, at) => `tiles${at}`)
  return {
    sources: Object.fromEntries(
      names.map((name, at) => [
        name,
        { type: 'raster', tiles: tiles.slice(at, at + 1), tileSize: 256 } as const,
      ]),
    ),
    layers: names.map((name) => ({ id: name, type: 'raster', source: name })),
  }
}

function bundled(colour: Colours): Part {
  const [land, line] = [colour('--map-land'), colour('--map-line')]
  return {
    sources: {
      land: { type: 'geojson', data: shapesAsGeoJson(landPolygons) },
      graticule: { type: 'geojson', data: graticuleAsGeoJson() },
    },
    layers: [
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': land } },
      { id: 'shore', type: 'line', source: 'land', paint: { 'line-color': line } },
      { id: 'graticule', type: 'line', source: 'graticule', paint: { 'line-color': line } },
    ],
  }
}
