import { z } from 'zod'
import type { Extent, Ring } from '../../core/place.ts'
import type { Lang, LocalText } from '../../core/text.ts'
import { WholeSearch } from '../exports/model.ts'
import { type Kind, kinds } from '../records/model/record.ts'
import type { Count } from '../search/model.ts'

/** The parameters of `GET /map/clusters`: a search, and how near it is looked at. */
export const MapQuery = WholeSearch.extend({
  zoom: z.coerce
    .number()
    .min(0)
    .max(24)
    .default(3)
    .describe('As of tiles of 512 px: 0 shows the globe, each step halves what is shown.'),
})

/** Records that stand close to each other at some zoom, in the smallest box around where they are shown. */
export type Cluster = {
  count: number
  bounds: Extent
  /** Where it is one. */
  record: { id: string; kind: Kind; title: LocalText } | null
}

export type Clusters = { clusters: Cluster[]; total: Count }

const Degrees = z.object({
  west: z.number(),
  south: z.number(),
  east: z.number(),
  north: z.number(),
})

export const ClustersAnswer = z
  .object({
    clusters: z.array(
      z.object({
        count: z.int(),
        bounds: Degrees.describe('Around the places of its records, in degrees WGS84.'),
        record: z
          .object({
            id: z.string(),
            kind: z.enum(kinds),
            title: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
          })
          .nullable()
          .describe('Of a cluster of one, with at most 100 characters of each title.'),
      }),
    ),
    total: z
      .object({ value: z.int(), relation: z.enum(['eq', 'gte']) })
      .describe('Records that have a place; `gte` where only the newest of many hits were placed.'),
  })
  .meta({ id: 'Clusters' })

/** What the map's element in the browser is told. */
export type MapSettings = {
  /** Parameters of the clusters' address but for box and zoom. */
  query: string
  /** What the drawing shows; east may be beyond 180. */
  view: Extent
  /** What the search is narrowed to, as outlines. */
  outlines: readonly Ring[]
  /** Results without box and polygon: a drawn one is put behind it. */
  address: string
  /** Address of records, to be followed by an id. */
  record: string
  worker: string
  tiles: readonly string[]
  lang: Lang
  words: Record<MapWord, string>
  /** What maplibre-gl itself says, by its names for it. */
  locale: Record<string, string>
}

/** Sentences that the browser says. */
export type MapWord = 'found' | 'failed' | 'several' | 'box' | 'polygon'
