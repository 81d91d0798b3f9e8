import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import type { Temporal } from '../../src/core/time.ts'
import type { Lang } from '../../src/core/text.ts'
import { demoPassword, demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import type { PageCase } from './cases.ts'
import type { Who } from './found.ts'

export type Look = {
  lang: Lang
  theme: 'light' | 'dark'
  width: number
  scale?: number
  scripts?: boolean
}

type Served = { origin: string; now: () => Temporal.Instant }

/** Opens pages of one address as this or that person, by the clock of who serves it; each person signs in once. */
export function visitor(browser: Browser, { origin, now }: Served) {
  const cookies = new Map<Who, Promise<string>>()
  const cookieOf = (who: Who) => {
    const cookie = cookies.get(who) ?? signIn(origin, demoSignIns[who])
    cookies.set(who, cookie)
    return cookie
  }

  /** A browser window of its own, as somebody signed in or as nobody. */
  const windowOf = async (look: Look, who?: Who): Promise<BrowserContext> => {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { width: look.width, height: look.width < 600 ? 740 : 800 },
      colorScheme: look.theme,
      locale: look.lang === 'zh' ? 'zh-CN' : 'en-GB',
      deviceScaleFactor: look.scale ?? 1,
      javaScriptEnabled: look.scripts ?? true,
      reducedMotion: 'reduce',
    })
    await context.clock.setSystemTime(now().epochMilliseconds)
    const secret = who && (await cookieOf(who))
    const cookie = (name: string, value: string) => ({ name, value, url: origin })
    await context.addCookies([
      cookie('hexi_lang', look.lang),
      ...(secret ? [cookie('hexi_session', secret)] : []),
    ])
    return context
  }

  return {
    windowOf,
    /** Looks at every case in as few windows as there are people, then closes them. */
    visitAll: async (
      cases: readonly PageCase[],
      look: Look,
      see: (page: Page, one: PageCase, answer: Response | null) => Promise<void>,
      /** Told of each page before anything is opened in it. */
      prepare: (page: Page) => void = () => {},
    ) => {
      for (const [who, theirs] of Map.groupBy(cases, ({ as }) => as)) {
        const window = await windowOf(look, who)
        const page = await window.newPage()
        prepare(page)
        for (const one of theirs) {
          const answer = await page.goto(one.path)
          await one.act?.(page)
          await see(page, one, answer)
        }
        await window.close()
      }
    },
  }
}

/** Does what leads to another page, and waits until all of that is there. */
export const followed = (page: Page, step: () => Promise<unknown>) =>
  Promise.all([page.waitForEvent('load'), step()])

async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password: demoPassword }),
    redirect: 'manual',
  })
  const secret = /hexi_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (!secret) throw new Error(`${email} could not sign in: ${answer.status}`)
  return secret
}
