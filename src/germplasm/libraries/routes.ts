import { Hono } from 'hono'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { libraryTaxa } from './actions.ts'
import { TaxonCounts } from './model.ts'

/** The taxa of a library with counts: what its page draws as a tree. */
export const taxonCounts = new Hono<Env>().get(
  '/libraries/:id/taxa',
  operation({
    summary: 'How many records of a library that you may see each taxon has',
    description: 'The commonest hundred taxa; `gte` says that each has at least so many.',
    tag: 'libraries',
    answers: { 200: TaxonCounts },
  }),
  async (c) => {
    const { taxa, total } = await libraryTaxa(c.var.ctx, c.req.param('id'))
    return c.json({
      total,
      taxa: taxa.map(({ path, count }) => ({
        path: path.map(({ scientificName }) => scientificName),
        count,
      })),
    })
  },
)
