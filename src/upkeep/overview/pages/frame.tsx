import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { InstrumentRow } from '../../../instruments/actions.ts'
import { inLang } from '../../../core/text.ts'
import { PageHead, Tabs } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { kindNames } from '../../../catalog/records/words.ts'
import { pageWords as words } from '../words.ts'
import { upkeepPaths } from '../../words/paths.ts'

const tabs = ['upkeep', 'qualifications', 'label'] as const
export type Tab = (typeof tabs)[number]

type Options = {
  instrument: InstrumentRow
  at: Tab
  status?: ContentfulStatusCode
}

/** One of the pages on which staff keep an instrument, under their tabs. */
export function keepingPage(
  c: HonoContext<Env>,
  { instrument, at, status = 200 }: Options,
  body: Child,
) {
  const { lang } = c.var.ctx
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  return page(
    c,
    {
      title: `${words.tabs[at][lang]} · ${inLang(title, lang)}`,
      crumbs: [
        { text: kindNames.instrument, href: paths.kind('instrument') },
        { text: title, href: paths.record(instrument.id) },
        { text: words.tabs[at] },
      ],
      main: 'keeping',
      status,
    },
    <>
      <PageHead title={title} lead={words.leads[at]} />
      <Tabs
        label={words.keeping[lang]}
        tabs={tabs.map((tab) => ({
          text: words.tabs[tab],
          href: upkeepPaths[tab](instrument.id),
          current: tab === at,
        }))}
      />
      {body}
    </>,
  )
}
