import { adminLink } from '../../core/navigation.ts'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Text } from '../../core/text.ts'
import { queueCounts } from '../../queue/actions.ts'
import { mailPaths } from '../../mail/words.ts'
import { adminWords as words } from './words.ts'
import { Icon, type IconName } from '../../web/components/icon.tsx'
import { StateBadge } from '../../web/components/badges.tsx'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'

/** The administrator's first page: what there is to look after, and whether anything waits for a decision. */
export const adminPages = new Hono<Env>().get(adminLink.href, async (c) => {
  const { ctx, services } = c.var
  const { dead, waiting } = await queueCounts(ctx)
  const title = adminLink.text
  return page(
    c,
    { title: title, lead: words.lead },
    <>
      <ul class="desks">
        <Desk
          icon="building"
          to="institutions"
          title={words.institutions}
          about={words.institutionsAbout}
        />
        <Desk icon="people" to="people" title={words.people} about={words.peopleAbout} />
        <Desk icon="collection" to="labs" title={words.labs} about={words.labsAbout} />
        <Desk icon="gear" to="jobs" title={words.jobs} about={words.jobsAbout}>
          {dead > 0 && <StateBadge tone="danger" text={words.givenUp(dead)} />}
          <StateBadge tone="calm" text={words.waiting(waiting)} />
        </Desk>
        <CatalogueDesks />
        {services.demo && <OutboxDesk />}
      </ul>
    </>,
  )
})

/** What concerns records. */
const CatalogueDesks = () => (
  <>
    <Desk icon="table" href="/reports/settings" title={words.reports} about={words.reportsAbout} />
    <Desk icon="link" to="identifiers" title={words.identifiers} about={words.identifiersAbout} />
    <Desk icon="check" href="/integrity" title={words.integrity} about={words.integrityAbout} />
    <Desk
      icon="list"
      href="/vocabularies"
      title={words.vocabularies}
      about={words.vocabulariesAbout}
    />
    <Desk icon="history" to="audit" title={words.audit} about={words.auditAbout} />
  </>
)

const OutboxDesk = () => (
  <Desk icon="mail" href={mailPaths.outbox} title={words.outbox} about={words.outboxAbout} />
)

type DeskProps = {
  icon: IconName
  title: Text
  about: Text
  to?: string
  href?: string
  children?: Child
}

function Desk({ icon, title, about, to, href, children }: DeskProps) {
  return (
    <li>
      <a class="desk" href={href ?? `${adminLink.href}/${to}`}>
        <Icon name={icon} />
        <Local as="strong" text={title} />
        <Local as="span" class="desk-about" text={about} />
        {children && <span class="desk-state">{children}</span>}
      </a>
    </li>
  )
}
