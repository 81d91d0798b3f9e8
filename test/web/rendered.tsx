import type { Child } from 'hono/jsx'
import { html } from 'hono/html'
import type { Lang } from '../../src/core/text.ts'
import { LangContext } from '../../src/web/lang.tsx'

/** What a part of a page is as HTML, in one language. */
export async function rendered(part: Child, lang: Lang = 'zh'): Promise<string> {
  const whole = <LangContext.Provider value={lang}>{part}</LangContext.Provider>
  return String(await html`${whole}`)
}
