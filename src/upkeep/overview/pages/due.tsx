import { Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { due } from '../../plans/pages.tsx'
import { planWords } from '../../plans/words.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { dueLead } from '../words.ts'

/** What is due at all instruments of whoever asks. */
export const duePage = new Hono<Env>().get(upkeepPaths.upkeepDue, async (c) =>
  page(c, { title: planWords.plans, lead: dueLead }, await due.view(c, {})),
)
