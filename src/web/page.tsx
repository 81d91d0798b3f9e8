import type { Context as HonoContext } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { inLang, type Lang, langTag, type LocalText } from '../core/text.ts'
import { type Crumb, PageHead } from './components/navigation.tsx'
import type { Env } from './env.ts'
import { takeFlash } from './flash.ts'
import { keptPage } from './kept-pages.ts'
import { LangContext } from './lang.tsx'
import { type Frame, Layout, menuOf } from './layout.tsx'
import { partsOf, paths } from './paths.ts'
import { AnsweredForm, sentTo } from './shown-again.tsx'
import { frameWords } from './words.ts'

export type PageOptions = {
  /** A text heads the page and is its last crumb; words in the page's language are the title of the tab alone. */
  title: string | LocalText
  /** The last crumb, where it is shorter than the heading. */
  crumb?: LocalText
  /** One sentence below the heading. */
  lead?: LocalText | undefined
  /** Links and buttons beside the heading. */
  actions?: Child
  /** Where the page stands, without 首页 before it; the page itself only where `title` is no text. */
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
  bundle?: 'calendar' | 'booking' | 'map' | 'uploads'
  /** False where the page has its own search box: the home page. */
  headerSearch?: boolean
  /**
   * All that the page shows, of one that costs more to draw than to read: a guest who would see the same as another
   * gets what was drawn then. Nothing else may be on it, also not the time.
   */
  shows?: readonly unknown[]
}

/** Answers a whole HTML page in the request's language and theme. The body's components use `useText()`. */
export async function page(
  c: HonoContext<Env>,
  options: PageOptions,
  body: Child,
): Promise<Response> {
  const { ctx, services } = c.var
  const [parts, counts] = await Promise.all([framePartsOf(c), countsOf(c)])
  c.header('content-language', langTag(ctx.lang))
  c.header('content-type', 'text/html; charset=UTF-8')
  const frame = { ...frameOf(c, options), parts, counts }
  const draw = () => drawn(c, frame, [<Heading {...options} />, body])
  const { here, theme, flash, sent, title, crumbs } = frame
  const isKept = options.shows && ctx.actor.type === 'anonymous' && !flash && !sent
  const shows = [here, ctx.lang, theme, title, crumbs, parts, options.shows]
  const bytes = isKept ? await keptPage(services, shows, draw) : await draw()
  return c.body(bytes, options.status ?? 200)
}

/** As bytes: of a text, the server first counts them, then makes them. */
async function drawn(c: HonoContext<Env>, frame: Frame, inside: Child[]) {
  const { ctx, sent } = c.var
  const document = (
    <LangContext.Provider value={ctx.lang}>
      <AnsweredForm.Provider value={sent && { to: c.req.path, form: sent.form }}>
        <Layout {...frame}>{inside}</Layout>
      </AnsweredForm.Provider>
    </LangContext.Provider>
  )
  return encoder.encode(String(await html`<!doctype html>${document}`))
}

const encoder = new TextEncoder()

const Heading = ({ title, lead, actions }: PageOptions) =>
  typeof title === 'string' ? null : (
    <PageHead title={title} {...(lead && { lead })}>
      {actions}
    </PageHead>
  )

/** A page is shown though a part of its frame cannot be: it may be the page that says why. */
async function framePartsOf(c: HonoContext<Env>): Promise<readonly Child[]> {
  const { ctx, services, frameParts } = c.var
  return Promise.all(
    (frameParts ?? []).map((part) =>
      part(c).catch((err: unknown) => {
        services.log.warn({ err, requestId: ctx.requestId }, 'a part of the header was left out')
        return null
      }),
    ),
  )
}

/** What waits behind each link of the menu of who is signed in; guests cost no query. */
async function countsOf({ var: { ctx, services, navigation, menuCounts = {} } }: HonoContext<Env>) {
  const counts = new Map<string, number>()
  if (ctx.actor.type !== 'person') return counts
  const links = menuOf(ctx.actor, services.demo, navigation)
  await Promise.all(
    links.map(async ({ href }) => {
      const count = await menuCounts[href]?.(ctx).catch((err: unknown) => {
        services.log.warn({ err, requestId: ctx.requestId, href }, 'a count was left out')
      })
      if (count) counts.set(href, count)
    }),
  )
  return counts
}

function frameOf(c: HonoContext<Env>, options: PageOptions): Omit<Frame, 'parts' | 'counts'> {
  const { ctx, services, theme, navigation, sent } = c.var
  const { width = 'work', headerSearch = true } = options
  const { pathname, search } = partsOf(c.req.url)
  const flash = takeFlash(c)
  return {
    ...placeOf(options, ctx.lang),
    ...(options.description && { description: options.description }),
    here: sent ? sentTo(c) : pathname + search,
    ...(sent && { sent }),
    baseUrl: ctx.baseUrl,
    actor: ctx.actor,
    theme,
    demo: services.demo,
    navigation,
    assets: services.assets,
    ...(options.bundle && { bundle: services.assets[options.bundle] }),
    width,
    ...(options.main && { main: options.main }),
    head: options.head,
    ...(flash && { flash }),
    query: searchedFor(c),
    headerSearch,
  }
}

/** On the page of results; elsewhere `q` is what a list of that page is narrowed by. */
const searchedFor = ({ req }: HonoContext<Env>) =>
  req.path === paths.search ? (req.query('q') ?? '') : ''

/** The title of the tab, and the crumbs. */
function placeOf({ title, crumb, crumbs = [] }: PageOptions, lang: Lang) {
  const site = `${frameWords.brand.zh} ${frameWords.brand.en}`
  if (typeof title === 'string')
    return { title: title === site ? site : `${title} · ${site}`, crumbs }
  const last = { text: crumb ?? title }
  return { title: `${inLang(title, lang)} · ${site}`, crumbs: [...crumbs, last] }
}
