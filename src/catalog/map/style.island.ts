import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { shapesOf } from '../../core/place.ts'
import type { MapSettings } from './model.ts'
import { landPolygons } from './rules/land.ts'
import { graticuleAsGeoJson, shapesAsGeoJson } from './rules/live.ts'

type Colours = { water: string; land: string; line: string; outline: string }

/** The colours of the page, as its theme has them. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    water: colour('--map-water'),
    land: colour('--map-land'),
    line: colour('--map-line'),
    outline: colour('--accent'),
  }
}

type Part = { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] }

/** What the map lies on: the operator's tiles, or the bundled land; above it the area that is searched. */
export function styleOf(
  { tiles, outlines }: Pick<MapSettings, 'tiles' | 'outlines'>,
  colours: Colours,
): StyleSpecification {
  const base = tiles.length > 0 ? tiled(tiles) : bundled(colours)
  const outline = shapesAsGeoJson(outlines.flatMap(shapesOf).map((ring) => [ring]))
  return {
    version: 8,
    sources: { ...base.sources, outline: { type: 'geojson', data: outline } },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      ...base.layers,
      {
        id: 'outline',
        type: 'line',
        source: 'outline',
        paint: { 'line-color': colours.outline, 'line-width': 2 },
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

function bundled({ land, line }: Colours): Part {
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
