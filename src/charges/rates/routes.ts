import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../core/text.ts'
import { isoOf } from '../../core/time.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, versionIfSent } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { estimateUse, getRates, putRates, type InstrumentRates } from './actions.ts'
import { EstimateAnswer, NewEstimate, NewRates, RatesAnswer } from './model.ts'
import { estimateText, upcomingOf } from './rules.ts'
import { presentLines } from '../charges/rules/charge.ts'
import type { RateCardRow } from './queries.ts'

const tag = 'charges'

/** What an instrument costs. */
export const rateRoutes = new Hono<Env>()
  .get(
    '/instruments/:id/rates',
    operation({
      summary: 'Its prices by audience, in 分',
      description:
        'Who has no price of their own pays as the next wider audience does, or else as the widest that has one.',
      tag,
      answers: { 200: RatesAnswer },
    }),
    async (c) => answerRates(c, await getRates(c.var.ctx, c.req.param('id'))),
  )
  .put(
    '/instruments/:id/rates',
    operation({
      summary: 'Publish new prices; by staff of the instrument',
      description:
        'The body is all the prices. They hold for uses that begin from `validFrom` on. `If-Match` is honoured when sent.',
      tag,
      answers: { 200: RatesAnswer },
      refuses: [412],
      matchIsOptional: true,
    }),
    parsed('json', NewRates),
    async (c) => {
      const { version, ...input } = c.req.valid('json')
      const seen = versionIfSent(c) ?? version
      const rates = await putRates(c.var.ctx, c.req.param('id'), {
        ...input,
        ...(seen !== undefined && { version: seen }),
      })
      return answerRates(c, rates)
    },
  )
  .post(
    '/instruments/:id/estimates',
    operation({
      summary: 'What a use would cost, line by line',
      description: 'As if it lasts as long as is reserved. Nothing is booked.',
      tag,
      answers: { 200: EstimateAnswer },
    }),
    parsed('json', NewEstimate),
    async (c) => {
      const instrumentId = c.req.param('id')
      const { ctx } = c.var
      const found = await estimateUse(ctx, instrumentId, c.req.valid('json'))
      const { lines, ...estimate } = found
      return c.json({
        instrumentId,
        ...estimate,
        currency: 'CNY',
        lines: presentLines(lines, ctx.lang),
        text: estimateText(found).map((text) => inLang(text, ctx.lang)),
      })
    },
  )

function answerRates(c: HonoContext<Env>, { instrument, now, versions }: InstrumentRates) {
  c.header('etag', etagOf(versions[0]?.version ?? 0))
  return c.json({
    instrumentId: instrument.id,
    currency: 'CNY',
    timezone: instrument.zone,
    ...(now ? presentCard(now) : { version: 0, validFrom: null, rates: {} }),
    upcoming: upcomingOf(versions, c.var.ctx.now()).map(presentCard),
  })
}

const presentCard = ({ version, validFrom, rates }: RateCardRow) => ({
  version,
  validFrom: isoOf(validFrom),
  rates,
})
