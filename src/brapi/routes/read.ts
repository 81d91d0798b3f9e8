import { Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { answerList, idIn, readRoutes, sentTo } from '../calls/routes.ts'
import { readAsked, singleAnswer } from '../calls/rules.ts'
import {
  breedingMethods,
  crops,
  germplasm,
  getMcpd,
  getPedigree,
  getProgeny,
  pedigree,
} from '../germplasm/actions/read.ts'
import { images } from '../images/actions/read.ts'
import { lists } from '../lists/actions.ts'
import { people } from '../people/actions.ts'
import { seedLots, transactions, transactionsOf } from '../stock/actions/read.ts'
import {
  attributeCategories,
  attributes,
  methods,
  ontologies,
  scales,
  traits,
  variables,
} from '../traits/actions.ts'
import {
  attributeValues,
  locations,
  observationLevels,
  observations,
  programs,
  seasons,
  studies,
  studyTypes,
  trials,
  units,
} from '../trials/actions/read.ts'

const resources = readRoutes([
  crops,
  germplasm,
  pedigree,
  breedingMethods,
  attributes,
  attributeCategories,
  attributeValues,
  seedLots,
  transactions,
  locations,
  people,
  lists,
  images,
  programs,
  trials,
  studies,
  studyTypes,
  seasons,
  observationLevels,
  units,
  observations,
  variables,
  traits,
  methods,
  scales,
  ontologies,
])

/** What of one thing has an address of its own. */
const parts = new Hono<Env>()
  .get('/germplasm/:germplasmDbId/mcpd', async (c) =>
    c.json(singleAnswer(await getMcpd(c.var.ctx, c.req.param('germplasmDbId')))),
  )
  .get('/germplasm/:germplasmDbId/pedigree', async (c) => {
    const withSiblings = c.req.query('includeSiblings') === 'true'
    const id = c.req.param('germplasmDbId')
    return c.json(singleAnswer(await getPedigree(c.var.ctx, id, withSiblings)))
  })
  .get('/germplasm/:germplasmDbId/progeny', async (c) =>
    c.json(singleAnswer(await getProgeny(c.var.ctx, c.req.param('germplasmDbId')))),
  )
  .get('/seedlots/:seedLotDbId/transactions', (c) => {
    const { transactionDirection: direction, ...sent } = sentTo(c)
    const asking = readAsked(sent, transactions.filters)
    const [one] = Array.isArray(direction) ? direction : []
    const of = { id: idIn(c, 'seedLotDbId'), direction: String(one ?? 'BOTH') }
    const list: typeof transactions.list = (ctx, asked) => transactionsOf(ctx, { ...of, asked })
    return answerList(c, { list }, asking)
  })

export const reads = new Hono<Env>().route('/', parts).route('/', resources)
