import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Actor, PersonActor } from '../core/actor.ts'
import type { Navigation, NavLink, Audience, MenuLink } from '../core/navigation.ts'
import { type Lang, langTag, type LocalText } from '../core/text.ts'
import { Breadcrumb, type Crumb } from './components/navigation.tsx'
import { Kept } from './components/kept.tsx'
import { SearchBox } from './components/search-box.tsx'
import { Toast } from './components/messages.tsx'
import type { Sent, Theme } from './env.ts'
import { Local, useLang, useText } from './lang.tsx'
import { paths, withQuery } from './paths.ts'
import type { Bundle } from './services.ts'
import { ShownAgain, shownAgainAt, shownAgainForm } from './shown-again.tsx'
import { frameWords, themeNames } from './words.ts'
import { ButtonLink, Menu } from './components/button.tsx'
import { Icon } from './components/icon.tsx'

/** All that the page's frame shows; `page()` gathers it from the request. */
export type Frame = {
  title: string
  description?: string
  /** Address of this page with its query, for the language and theme switches. */
  here: string
  /** Where it answers a form: the switches then show it again. */
  sent?: Sent
  baseUrl: string
  actor: Actor
  theme: Theme
  demo: boolean
  navigation: Navigation
  /** What areas show in the header. */
  parts: readonly Child[]
  /** What waits for who is signed in, by the address of a link in their menu. */
  counts: ReadonlyMap<string, number>
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
  const width = frame.width === 'work' ? '' : ` main-${frame.width}`
  return (
    <html lang={langTag(lang)} data-theme={frame.theme}>
      <Head {...frame} />
      <body>
        <Kept of={frameWords} name="skip">
          <Local as="a" class="skip" href="#main" text={frameWords.skip} />
        </Kept>
        <header class="frame-header">
          <div class="bar">
            <Kept of={frameWords} name="brand">
              <Brand />
            </Kept>
            <Search {...frame} />
            <FrameActions {...frame} />
          </div>
        </header>
        {frame.crumbs.length > 0 && <Breadcrumb crumbs={frame.crumbs} />}
        <main id="main" tabindex={-1} class={`main${width}${frame.main ? ` ${frame.main}` : ''}`}>
          {frame.flash && <Toast text={frame.flash} />}
          {frame.children}
        </main>
        <Kept of={frame.navigation.footer} name={`footer ${frame.demo}`}>
          <Footer demo={frame.demo} links={frame.navigation.footer} />
        </Kept>
        <hexi-once></hexi-once>
        {frame.assets.font && <hexi-cjk data-font={frame.assets.font}></hexi-cjk>}
      </body>
    </html>
  )
}

function Head({ title, description, here, baseUrl, assets, bundle, head }: Frame) {
  const alternate = (lang: Lang) => baseUrl + withQuery(here, { lang })
  return (
    <head>
      <Kept of={assets} name="head">
        <HeadOfAll assets={assets} />
      </Kept>
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {bundle?.css && <link rel="stylesheet" href={bundle.css} />}
      {bundle && <script type="module" src={bundle.js}></script>}
      {html`<link rel="alternate" hreflang="zh-CN" href="${alternate('zh')}" />
        <link rel="alternate" hreflang="en" href="${alternate('en')}" />`}
      {head}
    </head>
  )
}

const HeadOfAll = ({ assets }: Pick<Frame, 'assets'>) => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="stylesheet" href={assets.css} />
    <script type="module" src={assets.js}></script>
    {assets.icon && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
    {assets.font && (
      <noscript>
        <link rel="stylesheet" href={assets.font} />
      </noscript>
    )}
  </>
)

function Search({ headerSearch, query }: Pick<Frame, 'headerSearch' | 'query'>) {
  if (!headerSearch) return <span class="no-search"></span>
  if (query) return <SearchBox query={query} />
  return (
    <Kept of={frameWords} name="search">
      <SearchBox />
    </Kept>
  )
}

function Brand() {
  const lang = useLang()
  const otherTag = langTag(lang === 'zh' ? 'en' : 'zh')
  return (
    <a class="brand" href={paths.home}>
      <BrandMark />
      <Local as="span" class="brand-name" text={frameWords.brand} />
      <Local as="span" class="brand-latin" lang={otherTag} text={frameWords.brandOther} />
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

type Props = Pick<
  Frame,
  'here' | 'sent' | 'actor' | 'theme' | 'demo' | 'navigation' | 'parts' | 'counts'
>

/** The right end of the header: language, theme, and who is signed in. */
function FrameActions({ actor, demo, navigation, parts, counts, ...page }: Props) {
  const t = useText()
  return (
    <nav class="frame-actions" aria-label={t(frameWords.mainNav)}>
      <Kept of={navigation.header} name="links">
        {navigation.header.map(({ href, text }) => (
          <Local as="a" class="frame-wide" href={href} text={text} />
        ))}
      </Kept>
      {parts}
      {page.sent && <ShownAgain sent={page.sent} />}
      <LanguageSwitch {...page} />
      <ThemeSwitch {...page} />
      {actor.type === 'person' ? (
        <Mine person={actor} links={menuOf(actor, demo, navigation)} counts={counts} />
      ) : (
        <ButtonLink
          href={withQuery(paths.signIn, { next: page.here })}
          dense
          text={frameWords.signIn}
        />
      )}
    </nav>
  )
}

type Switched = Pick<Frame, 'here' | 'sent' | 'theme'>

function LanguageSwitch({ here, sent }: Switched) {
  const other = useLang() === 'zh' ? 'en' : 'zh'
  const named = { lang: langTag(other), text: frameWords.otherLanguage }
  return sent ? (
    <Local as="button" {...buttonTo(here, sent, { lang: other })} {...named} />
  ) : (
    <Local as="a" href={withQuery(here, { lang: other })} hreflang={langTag(other)} {...named} />
  )
}

/** Shows a page that answers a form once more, as it is then chosen. */
const buttonTo = (here: string, sent: Sent, chosen: Record<string, string>) => ({
  form: shownAgainForm,
  formaction: shownAgainAt(here, sent, chosen),
})

const themeIcons = { auto: 'contrast', light: 'sun', dark: 'moon' } as const

/** A form of three buttons: the island makes them act at once, without it they ask the server. */
function ThemeSwitch({ here, sent, theme }: Switched) {
  const t = useText()
  return (
    <Menu summary={<Icon name={themeIcons[theme]} label={t(frameWords.theme)} />}>
      <hexi-theme>
        <form method="post" action={paths.theme}>
          <input type="hidden" name="back" value={here} />
          {sent ? (
            <Themes theme={theme} leadsTo={(name) => buttonTo(here, sent, { theme: name })} />
          ) : (
            <Kept of={themeNames} name={theme}>
              <Themes theme={theme} />
            </Kept>
          )}
        </form>
      </hexi-theme>
    </Menu>
  )
}

type ThemesProps = { theme: Theme; leadsTo?: (name: Theme) => ReturnType<typeof buttonTo> }

function Themes({ theme, leadsTo }: ThemesProps) {
  const t = useText()
  return (
    <>
      {(['auto', 'light', 'dark'] as const).map((name) => (
        <button
          name="theme"
          value={name}
          aria-pressed={name === theme ? 'true' : 'false'}
          {...leadsTo?.(name)}
        >
          <Icon name={themeIcons[name]} />
          {t(themeNames[name])}
        </button>
      ))}
    </>
  )
}

type MineProps = Pick<Frame, 'counts'> & { person: PersonActor; links: readonly MenuLink[] }

function Mine({ person, links, counts }: MineProps) {
  const t = useText()
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const summary = (
    <>
      <Icon name="user" />
      <Local as="span" text={frameWords.mine} />
      <WaitingCount count={all} />
    </>
  )
  return (
    <Menu summary={summary}>
      <p class="menu-who">
        <strong>{person.name}</strong>
        {person.email}
      </p>
      <hr />
      {links.map(({ href, text }) => {
        const count = href === paths.today ? all : counts.get(href)
        return (
          <a href={href}>
            {t(text)}
            {count ? <WaitingCount count={count} /> : null}
          </a>
        )
      })}
      <hr />
      <form method="post" action={paths.signOut}>
        <Local as="button" text={frameWords.signOut} />
      </form>
    </Menu>
  )
}

function WaitingCount({ count }: { count: number }) {
  const t = useText()
  if (count === 0) return <></>
  return (
    <span class="count" title={t(frameWords.waiting(count))}>
      {count > mostShown ? `${mostShown}+` : count}
    </span>
  )
}
const mostShown = 99

/** The links of the menu that somebody has use for. */
export function menuOf(person: PersonActor, demo: boolean, { menu }: Navigation): MenuLink[] {
  const audiences = audiencesOf(person, demo)
  return menu.filter((link) => link.for === undefined || audiences[link.for])
}

function audiencesOf({ isAdmin, curates, stewards, standsIn }: PersonActor, demo: boolean) {
  const curators = isAdmin || curates.institutionIds.length + curates.collectionIds.length > 0
  const decides = stewards.institutionIds.length + stewards.collectionIds.length > 0
  const staff = curators || decides || standsIn.length > 0
  return { staff, curators, administrators: isAdmin, demo } satisfies Record<Audience, boolean>
}

/** The Qilian ridge over the corridor's river. */
function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect class="brand-ground" width="32" height="32" rx="7" />
      <g fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">
        <path class="brand-ridge" d="M5.5 13.5 11 8l4 4 3.5-3 8 6.5" />
        <path class="brand-river" d="M5.5 19.5c5-2.6 8.2 1.8 12.2.4s4.8-2.6 8.8-1.6" />
        <path
          class="brand-river"
          stroke-opacity=".55"
          d="M5.5 25c5-2.6 8.2 1.8 12.2.4s4.8-2.6 8.8-1.6"
        />
      </g>
    </svg>
  )
}
