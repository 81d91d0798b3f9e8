import type { Child } from 'hono/jsx'
import type { Actor } from '../core/actor.ts'
import type { Navigation, NavLink } from '../core/navigation.ts'
import { langTag, type LocalText } from '../core/text.ts'
import { BrandMark } from './components/brand.tsx'
import { Breadcrumb, type Crumb } from './components/breadcrumb.tsx'
import { SearchBox } from './components/search-box.tsx'
import { Toast } from './components/toast.tsx'
import type { Theme } from './env.ts'
import { FrameActions } from './frame-actions.tsx'
import { useLang, useText } from './lang.tsx'
import { paths } from './paths.ts'
import type { Bundle } from './services.ts'
import { frameWords } from './words.ts'

/** All that the page's frame shows; `page()` gathers it from the request. */
export type Frame = {
  title: string
  description?: string
  /** Address of this page with its query, for the language and theme switches. */
  here: string
  baseUrl: string
  actor: Actor
  theme: Theme
  demo: boolean
  navigation: Navigation
  assets: { css: string; js: string; font?: string; icon?: string }
  bundle?: Bundle
  crumbs: readonly Crumb[]
  width: 'reading' | 'work' | 'full'
  main?: string
  head?: Child
  flash?: LocalText
  query: string
  headerSearch: boolean
  children?: Child
}

export function Layout(frame: Frame) {
  const lang = useLang()
  const t = useText()
  const width = frame.width === 'work' ? '' : ` main-${frame.width}`
  return (
    <html lang={langTag(lang)} data-theme={frame.theme}>
      <Head {...frame} />
      <body>
        <a class="skip" href="#main">
          {t(frameWords.skip)}
        </a>
        <header class="frame-header">
          <div class="bar">
            <Brand />
            {frame.headerSearch ? (
              <SearchBox query={frame.query} />
            ) : (
              <span class="no-search"></span>
            )}
            <FrameActions {...frame} />
          </div>
        </header>
        {frame.crumbs.length > 0 && <Breadcrumb crumbs={frame.crumbs} />}
        <main id="main" tabindex={-1} class={`main${width}${frame.main ? ` ${frame.main}` : ''}`}>
          {frame.flash && <Toast text={frame.flash} />}
          {frame.children}
        </main>
        <Footer demo={frame.demo} links={frame.navigation.footer} />
        {frame.assets.font && <hexi-cjk data-font={frame.assets.font}></hexi-cjk>}
      </body>
    </html>
  )
}

function Head({ title, description, here, baseUrl, assets, bundle, head }: Frame) {
  const own = new URL(here, 'http://local')
  own.searchParams.delete('lang')
  const alternate = (lang: string) => {
    own.searchParams.set('lang', lang)
    return baseUrl + own.pathname + own.search
  }
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <link rel="stylesheet" href={assets.css} />
      {bundle?.css && <link rel="stylesheet" href={bundle.css} />}
      <script type="module" src={assets.js}></script>
      {bundle && <script type="module" src={bundle.js}></script>}
      {assets.icon && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
      <link rel="alternate" hreflang="zh-CN" href={alternate('zh')} />
      <link rel="alternate" hreflang="en" href={alternate('en')} />
      {assets.font && (
        <noscript>
          <link rel="stylesheet" href={assets.font} />
        </noscript>
      )}
      {head}
    </head>
  )
}

function Brand() {
  const lang = useLang()
  const t = useText()
  const otherTag = langTag(lang === 'zh' ? 'en' : 'zh')
  return (
    <a class="brand" href={paths.home}>
      <BrandMark />
      <span class="brand-name">{t(frameWords.brand)}</span>
      <span class="brand-latin" lang={otherTag}>
        {t(frameWords.brandOther)}
      </span>
    </a>
  )
}

const aboutLinks: readonly NavLink[] = [
  { href: paths.openData, text: frameWords.openData },
  { href: paths.apiDocs, text: frameWords.api },
  { href: paths.help, text: frameWords.help },
  { href: paths.privacy, text: frameWords.privacy },
]
const styleguideLink: NavLink = { href: paths.styleguide, text: frameWords.styleguide }

function Footer({ demo, links }: { demo: boolean; links: readonly NavLink[] }) {
  const t = useText()
  const all = [...links, ...aboutLinks, ...(demo ? [styleguideLink] : [])]
  return (
    <footer class="frame-footer">
      <div class="bar">
        <p>{t(frameWords.tagline)}</p>
        <nav aria-label={t(frameWords.footerNav)}>
          <ul>
            {all.map(({ href, text }) => (
              <li>
                <a href={href}>{t(text)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
