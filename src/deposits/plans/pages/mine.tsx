import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../../core/permission.ts'
import { bothLanguages } from '../../../core/text.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { depositPaths } from '../../words/paths.ts'
import { depositCounts } from '../actions.ts'
import { planWords as words } from '../words.ts'
import { CountStats, deposits, institutionDeposits, projects } from './lists.tsx'

type C = HonoContext<Env>

/** What the viewer has to do with, and what one institution promised. */
export const minePages = new Hono<Env>()
  .get(depositPaths.mine, (c) => minePage(c))
  .get('/institutions/:institution/deposits', (c) => institutionPage(c))

async function minePage(c: C) {
  const { ctx } = c.var
  signedIn(ctx)
  return page(
    c,
    {
      title: words.deposits,
      lead: words.depositsLead,
      actions: (
        <ButtonLink
          href={depositPaths.newProject}
          icon="plus"
          look="primary"
          text={words.newProject}
        />
      ),
    },
    <>
      <CountStats counts={await depositCounts(ctx)} />
      <Section title={words.packages}>{await deposits.view(c, {})}</Section>
      <Section title={words.projects}>{await projects.view(c, { cursor: 'projects' })}</Section>
    </>,
  )
}

async function institutionPage(c: C) {
  const { ctx } = c.var
  signedIn(ctx)
  const { id, name } = await getInstitution(ctx, c.req.param('institution') ?? '')
  return page(
    c,
    {
      title: words.ofInstitution(bothLanguages(name)),
      crumb: words.deposits,
      crumbs: [{ text: name, href: peoplePaths.institution(id) }],
    },
    <>
      <CountStats counts={await depositCounts(ctx, id)} />
      <Section title={words.packages}>
        {await institutionDeposits.view(c, { of: { institution: id } })}
      </Section>
    </>,
  )
}
