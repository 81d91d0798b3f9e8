import { isAdministrator } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { chooseInstitution } from '../../../people/institutions/actions/institutions.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { page } from '../../../web/page.tsx'
import { ownPath } from '../../../web/paths.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { nriiList, worthThresholds } from '../actions/nrii.ts'
import { decideNrii } from '../actions/decide.ts'
import { NriiDecision, NriiPageQuery } from '../model.ts'
import { staffedInstitutions } from '../../sharing/rules/reach.ts'
import { nriiPartNames, nriiWords as words } from '../words.ts'
import { settingsWords } from '../../settings/words.ts'
import { settingsPath, usePath } from '../../use/pages/links.ts'
import { NriiFilters } from './filters.tsx'
import { nriiDecisionsPath, nriiPath } from './links.ts'
import { NriiRecords } from './records.tsx'
import { ReportTabs } from '../../use/pages/report-tabs.tsx'
import { reportLinks } from '../../words/paths.ts'

type C = HonoContext<Env>

/** What is told to the national network: what is missing, what is to be looked at, what came of it. */
export const nriiPages = new Hono<Env>()
  .get(nriiPath, parsed('query', NriiPageQuery), async (c) => {
    const { ctx } = c.var
    const query = c.req.valid('query')
    const { part, page: _page, state: _state, ...asked } = query
    const list = await nriiList(ctx, part, asked)
    const view = { ...query, from: list.from, to: list.to }
    return page(
      c,
      {
        title: words.title[ctx.lang],
        crumbs: [{ text: reportLinks.use.text, href: usePath }, { text: words.title }],
        main: 'nrii',
      },
      <>
        <PageHead title={words.title} lead={words.lead}>
          {isAdministrator(ctx.actor) && (
            <ButtonLink href={settingsPath} icon="gear">
              {settingsWords.title[ctx.lang]}
            </ButtonLink>
          )}
        </PageHead>
        <ReportTabs current="nrii" actor={ctx.actor} />
        <NriiFilters
          view={view}
          institutions={await ownInstitutions(c)}
          worth={await worthThresholds(ctx)}
        />
        <NriiRecords list={list} view={view} name={nriiPartNames[part]} />
      </>,
    )
  })
  .post(nriiDecisionsPath, async (c) => {
    const form = await c.req.parseBody({ all: true })
    const input = await decisionOf(c, form)
    const count = await decideNrii(c.var.ctx, input)
    setFlash(c, words.decided(count))
    return c.redirect(ownPath(form['back']), 303)
  })

/** Of those who are staff of some only those. */
async function ownInstitutions({ var: { ctx } }: C) {
  const own = staffedInstitutions(ctx.actor)
  const all = await chooseInstitution(ctx)
  return own === undefined ? all : all.filter(({ id }) => own.includes(id))
}

const Whole = NriiPageQuery.extend({ wanted: z.enum(['to_review', 'reviewed']) })

/** Of one record, or of all in a state of what is looked at. */
async function decisionOf(c: C, form: Record<string, unknown>): Promise<NriiDecision> {
  const { part, decision, reason } = form
  const given = form['id']
  if (typeof given === 'string')
    return parseOrRefuse(NriiDecision, { part, decision, reason, ids: [given] })
  const { wanted, ...asked } = parseOrRefuse(Whole, form)
  const { items } = await nriiList(c.var.ctx, asked.part, asked)
  const ids = items.filter(({ state }) => state === wanted).map(({ id }) => id)
  const { ids: _, ...rest } = parseOrRefuse(NriiDecision, { part, decision, reason, ids: [] })
  return { ...rest, ids }
}
