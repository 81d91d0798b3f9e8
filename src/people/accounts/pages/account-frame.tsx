import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '../../../core/text.ts'
import { PageHead, Tabs } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { accountWords as words } from '../words/account.ts'
import { peoplePaths } from '../../words/paths.ts'

const tabs = [
  { text: words.profile, href: peoplePaths.account },
  { text: words.security, href: `${peoplePaths.account}/security` },
  { text: words.tokens, href: `${peoplePaths.account}/tokens` },
  { text: words.feeds, href: paths.feeds },
  { text: words.notices, href: paths.notices },
  { text: words.belonging, href: `${peoplePaths.account}/memberships` },
] as const

type AccountPage = { text: Text; lead?: Text; status?: ContentfulStatusCode }

/** One of the pages of my account, under their tabs. */
export function accountPage(
  c: HonoContext<Env>,
  { text, lead, status = 200 }: AccountPage,
  body: Child,
) {
  const { lang } = c.var.ctx
  const crumbs =
    text === words.profile
      ? [{ text: words.account }]
      : [{ text: words.account, href: peoplePaths.account }, { text }]
  return page(
    c,
    { title: text[lang], crumbs, width: 'reading', status },
    <>
      <PageHead title={words.account} {...(lead && { lead })} />
      <Tabs
        label={words.account[lang]}
        tabs={tabs.map((tab) => ({ ...tab, current: tab.text === text }))}
      />
      {body}
    </>,
  )
}
