import type { Context as HonoContext } from 'hono'
import { Tabs } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { germinationWords } from '../../germination/words.ts'
import { longevityWords } from '../../longevity/words.ts'
import { protocolWords } from '../../protocols/words.ts'
import { germplasmPaths as to } from '../../words/paths.ts'
import { viabilityWords as words } from '../words.ts'

const tabs = [
  { text: words.due, href: to.viabilityDue },
  { text: germinationWords.tests, href: to.tests },
  { text: words.regeneration, href: to.regeneration },
  { text: protocolWords.protocols, href: to.protocols },
  { text: longevityWords.constants, href: to.constants },
]

/** The lists of viability, as links. */
export const viabilityTabs = (c: HonoContext<Env>) => (
  <Tabs
    label={words.tabs[c.var.ctx.lang]}
    tabs={tabs.map((tab) => ({ ...tab, current: tab.href === c.req.path }))}
  />
)
