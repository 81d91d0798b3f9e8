import type { Context as HonoContext } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { langTag } from '../core/text.ts'
import type { Crumb } from './components/navigation.tsx'
import type { Env } from './env.ts'
import { takeFlash } from './flash.ts'
import { LangContext } from './lang.tsx'
import { type Frame, Layout } from './layout.tsx'
import { frameWords } from './words.ts'

export type PageOptions = {
  /** In the page's language; the tab shows it before the name of the site. */
  title: string
  /** Where the page stands, without 首页 before it; the last is the page itself. */
  crumbs?: readonly Crumb[]
  /** `reading`: prose · `work`: the default · `full`: edge to edge. */
  width?: Frame['width']
  /** One sentence for search engines. */
  description?: string
  /** Further class of `<main>`. */
  main?: string
  status?: ContentfulStatusCode
  /** Further elements of `<head>`: links, machine-readable data. */
  head?: Child
  /** Styles and islands beside those of every page. */
  bundle?: 'calendar' | 'booking'
  /** False where the page has its own search box: the home page. */
  headerSearch?: boolean
}

/** Answers a whole HTML page in the request's language and theme. The body's components use `useText()`. */
export function page(
  c: HonoContext<Env>,
  options: PageOptions,
  body: Child,
): Response | Promise<Response> {
  const { ctx } = c.var
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache')
  c.header('content-language', langTag(ctx.lang))
  const document = (
    <LangContext.Provider value={ctx.lang}>
      <Layout {...frameOf(c, options)}>{body}</Layout>
    </LangContext.Provider>
  )
  return c.html(html`<!doctype html>${document}`, options.status ?? 200)
}

function frameOf(c: HonoContext<Env>, options: PageOptions): Frame {
  const { ctx, services, theme, navigation } = c.var
  const { title, crumbs = [], width = 'work', headerSearch = true } = options
  const { pathname, search } = new URL(c.req.url)
  const house = `${frameWords.brand.zh} ${frameWords.brand.en}`
  const flash = takeFlash(c)
  return {
    title: title === house ? house : `${title} · ${house}`,
    ...(options.description && { description: options.description }),
    here: pathname + search,
    baseUrl: ctx.baseUrl,
    actor: ctx.actor,
    theme,
    demo: services.demo,
    navigation,
    assets: services.assets,
    ...(options.bundle && { bundle: services.assets[options.bundle] }),
    crumbs,
    width,
    ...(options.main && { main: options.main }),
    head: options.head,
    ...(flash && { flash }),
    query: c.req.query('q') ?? '',
    headerSearch,
  }
}
