import type { Actor, PersonActor } from '../core/actor.ts'
import { langTag } from '../core/text.ts'
import { ButtonLink } from './components/button.tsx'
import { Icon } from './components/icon.tsx'
import { Menu } from './components/menu.tsx'
import type { Theme } from './env.ts'
import { useLang, useText } from './lang.tsx'
import { paths, withQuery } from './paths.ts'
import { frameWords, themeNames } from './words.ts'

type Props = { here: string; actor: Actor; theme: Theme; demo: boolean }

/** The right end of the header: language, theme, and who is signed in. */
export function FrameActions({ here, actor, theme, demo }: Props) {
  const t = useText()
  return (
    <nav class="frame-actions" aria-label={t(frameWords.mainNav)}>
      <a class="frame-wide" href={paths.calendar}>
        {t(frameWords.calendar)}
      </a>
      <LanguageSwitch here={here} />
      <ThemeSwitch here={here} theme={theme} />
      {actor.type === 'person' ? (
        <Mine person={actor} demo={demo} />
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

function Mine({ person, demo }: { person: PersonActor; demo: boolean }) {
  const t = useText()
  const { institutionIds, collectionIds } = person.curates
  const keeps = person.isAdmin || institutionIds.length + collectionIds.length > 0
  const { stewards } = person
  const decides = keeps || stewards.institutionIds.length + stewards.collectionIds.length > 0
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
      <a href={paths.bookings}>{t(frameWords.bookings)}</a>
      <a href={paths.orders}>{t(frameWords.orders)}</a>
      <a href={paths.trainings}>{t(frameWords.trainings)}</a>
      {decides && <a href={paths.bookingQueue}>{t(frameWords.bookingQueue)}</a>}
      {decides && <a href={paths.orderQueue}>{t(frameWords.orderQueue)}</a>}
      {decides && <a href={paths.upkeepDue}>{t(frameWords.upkeepDue)}</a>}
      {keeps && <a href={paths.desk}>{t(frameWords.desk)}</a>}
      <a href={paths.statements}>{t(frameWords.statements)}</a>
      <a href={paths.reports}>{t(frameWords.reports)}</a>
      <a href={paths.account}>{t(frameWords.account)}</a>
      {person.isAdmin && <a href={paths.admin}>{t(frameWords.admin)}</a>}
      {demo && <a href={paths.outbox}>{t(frameWords.outbox)}</a>}
      <hr />
      <form method="post" action={paths.signOut}>
        <button>{t(frameWords.signOut)}</button>
      </form>
    </Menu>
  )
}
