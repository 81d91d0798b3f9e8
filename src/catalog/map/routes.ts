import { Hono } from 'hono'
import { globe } from '../../core/place.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { ClustersAnswer, MapQuery } from './model.ts'
import { clustersFound } from './queries.ts'
import { areaOf, cellAt } from './rules/grid.ts'

/** Where the hits of a search are. */
export const mapRoutes = new Hono<Env>().get(
  '/map/clusters',
  operation({
    summary: 'Where the hits of a search are',
    description:
      'Grouped by a grid that fits the zoom, at most 24 cells across the box. An area stands in the middle of what of it lies in the box. Sites that are protected stand where everybody may know them to be, by whole degrees or tenths.',
    tag: 'records',
    answers: { 200: ClustersAnswer },
  }),
  parsed('query', MapQuery),
  async (c) => {
    const { db, actor } = c.var.ctx
    const { zoom, ...query } = c.req.valid('query')
    const cell = cellAt(zoom, areaOf(query) ?? globe)
    return c.json(await clustersFound(db, actor, { query, cell }))
  },
)
