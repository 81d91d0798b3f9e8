import { Hono } from 'hono'
import { orderPaths } from '../../orders/words/paths.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'
import { datasetPaths } from '../../datasets/words/paths.ts'
import { peoplePaths } from '../../people/words/paths.ts'
import type { Env } from '../../web/env.ts'
import { operation } from '../../web/api.ts'
import { paths, withQuery } from '../../web/paths.ts'
import { upkeepPaths } from '../../upkeep/words/paths.ts'
import { basketPaths } from '../words/baskets.ts'
import { contactOf, type RecordWay, stockText, termsOf, wayOf } from './actions.ts'
import { type Act, WayAnswer } from './model.ts'
import { sentenceOf } from './rules.ts'

/** How a record is got, as programs read it. */
export const wayRoutes = new Hono<Env>().get(
  '/records/:id/way',
  operation({
    summary: 'How who asks gets the thing itself',
    tag: 'requests',
    answers: { 200: WayAnswer },
  }),
  async (c) => {
    const { ctx } = c.var
    const found = await wayOf(ctx, c.req.param('id'))
    const { way, provider, available } = found
    const { institution, collection, hasSteward, mailbox, needsConsent, answerDays } = provider
    const { price, papers, usualAnswerDays } = await termsOf(ctx, found)
    return c.json({
      ...way,
      sentence: sentenceOf(found, papers),
      href: hrefOf(found),
      provider: { institution, collection, hasSteward, mailbox },
      contact: contactOf(found),
      availability: available ? stockText(available) : null,
      usualAnswerDays,
      answersWithinDays: answerDays,
      price,
      papers: [...papers],
      asksConsent: needsConsent,
    })
  },
)

/** Where what comes next is done; null where nothing can be. */
export const hrefOf = (found: RecordWay): string | null => hrefs[found.way.act](found)

const filesOf = ({ row, version }: RecordWay) =>
  version ? datasetPaths.download(row.id, version.number) : null

const hrefs: Readonly<Record<Act, (found: RecordWay) => string | null>> = {
  book: ({ row }) => bookingPaths.bookInstrument(row.id),
  train: () => upkeepPaths.trainings,
  download: filesOf,
  accept_terms: filesOf,
  sign_in: (found) => {
    const next = filesOf(found)
    return next && withQuery(paths.signIn, { next })
  },
  add: () => basketPaths.api,
  order: ({ row }) => orderPaths.services(row.id),
  contact: (found) => {
    const { email } = contactOf(found)
    return email ? `mailto:${email}` : peoplePaths.institution(found.row.institutionId)
  },
  none: () => null,
}
