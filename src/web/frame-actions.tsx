import type { Actor, PersonActor } from '../core/actor.ts'
import type { Audience, MenuLink, Navigation } from '../core/navigation.ts'
import { langTag } from '../core/text.ts'
import { ButtonLink } from './components/button.tsx'
import { Icon } from './components/icon.tsx'
import { Menu } from './components/menu.tsx'
import type { Theme } from './env.ts'
import { useLang, useText } from './lang.tsx'
import { paths, withQuery } from './paths.ts'
import { frameWords, themeNames } from './words.ts'

type Props = {
  here: string
  actor: Actor
  theme: Theme
  demo: boolean
  navigation: Navigation
}

/** The right end of the header: language, theme, and who is signed in. */
export function FrameActions({ here, actor, theme, demo, navigation }: Props) {
  const t = useText()
  return (
    <nav class="frame-actions" aria-label={t(frameWords.mainNav)}>
      {navigation.header.map(({ href, text }) => (
        <a class="frame-wide" href={href}>
          {t(text)}
        </a>
      ))}
      <LanguageSwitch here={here} />
      <ThemeSwitch here={here} theme={theme} />
      {actor.type === 'person' ? (
        <Mine person={actor} demo={demo} menu={navigation.menu} />
      ) : (
        <ButtonLink href={withQuery(paths.signIn, { next: here })} dense>
          {t(frameWords.signIn)}
        </ButtonLink>
      )}
    </nav>
  )
}

function LanguageSwitch({ here }: { here: string }) {
  const t = useText()
  const other = useLang() === 'zh' ? 'en' : 'zh'
  return (
    <a href={withQuery(here, { lang: other })} hreflang={langTag(other)} lang={langTag(other)}>
      {t(frameWords.otherLanguage)}
    </a>
  )
}

const themeIcons = { auto: 'contrast', light: 'sun', dark: 'moon' } as const

/** A form of three buttons: the island makes them act at once, without it they ask the server. */
function ThemeSwitch({ here, theme }: { here: string; theme: Theme }) {
  const t = useText()
  return (
    <Menu summary={<Icon name={themeIcons[theme]} label={t(frameWords.theme)} />}>
      <hexi-theme>
        <form method="post" action={paths.theme}>
          <input type="hidden" name="back" value={here} />
          {(['auto', 'light', 'dark'] as const).map((name) => (
            <button name="theme" value={name} aria-pressed={name === theme ? 'true' : 'false'}>
              <Icon name={themeIcons[name]} />
              {t(themeNames[name])}
            </button>
          ))}
        </form>
      </hexi-theme>
    </Menu>
  )
}

type MineProps = { person: PersonActor; demo: boolean; menu: readonly MenuLink[] }

function Mine({ person, demo, menu }: MineProps) {
  const t = useText()
  const audiences = audiencesOf(person, demo)
  const links = menu.filter((link) => link.for === undefined || audiences[link.for])
  const summary = (
    <>
      <Icon name="user" />
      <span>{t(frameWords.mine)}</span>
    </>
  )
  return (
    <Menu summary={summary}>
      <p class="menu-who">
        <strong>{person.name}</strong>
        {person.email}
      </p>
      <hr />
      {links.map(({ href, text }) => (
        <a href={href}>{t(text)}</a>
      ))}
      <hr />
      <form method="post" action={paths.signOut}>
        <button>{t(frameWords.signOut)}</button>
      </form>
    </Menu>
  )
}

function audiencesOf({ isAdmin, curates, stewards }: PersonActor, demo: boolean) {
  const curators = isAdmin || curates.institutionIds.length + curates.collectionIds.length > 0
  const staff = curators || stewards.institutionIds.length + stewards.collectionIds.length > 0
  return { staff, curators, administrators: isAdmin, demo } satisfies Record<Audience, boolean>
}
