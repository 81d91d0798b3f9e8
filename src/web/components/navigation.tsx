import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText, useLang } from '../lang.tsx'
import { partsOf, paths, withQuery } from '../paths.ts'
import { frameWords, partWords } from '../words.ts'
import { formatNumber } from '../format.ts'
import { ButtonLink } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

type HeadProps = { title: LocalText; lead?: LocalText; children?: Child }

/** What the page is, in its first lines, and its one main action. */
export function PageHead({ title, lead, children }: HeadProps) {
  return (
    <div class="page-head">
      <div>
        <Local as="h1" text={title} />
        {lead && <Local as="p" text={lead} />}
      </div>
      {children && <div class="page-actions">{children}</div>}
    </div>
  )
}

export type WayProps = { text?: LocalText; button: LocalText; href: string }

/** How one gets what the page is about, in one sentence and its main button. */
export const Way = ({ text = partWords.openOne, button, href }: WayProps) => (
  <div class="way">
    <Local as="p" class="access access-open" text={text} />
    <ButtonLink look="primary" href={href} text={button} />
  </div>
)

type SectionProps = {
  title: LocalText
  id?: string
  more?: { text: LocalText; href: string }
  children?: Child
}

/** A part of a page under its own heading. */
export function Section({ title, id, more, children }: SectionProps) {
  return (
    <section class="section">
      <div class="section-head">
        <Local as="h2" id={id} text={title} />
        {more && <Local as="a" href={more.href} text={more.text} />}
      </div>
      {children}
    </section>
  )
}

export type Crumb = { text: LocalText; href?: string }

/** 首页 / 种质 / 饲草 / 紫花苜蓿: the last is where one is. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useText()
  const all: Crumb[] = [{ text: frameWords.home, href: paths.home }, ...crumbs]
  return (
    <nav class="crumbs bar" aria-label={t(frameWords.breadcrumbs)}>
      <ol>
        {all.map(({ text, href }, index) => (
          <li>
            {href && index < all.length - 1 ? (
              <Local as="a" href={href} text={text} />
            ) : (
              <Local
                as="span"
                aria-current={index === all.length - 1 ? 'page' : undefined}
                text={text}
              />
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type Tab = { text: LocalText; href: string; current: boolean; count?: number }

/** Pages that belong together, as links. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const lang = useLang()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ text, href, current, count }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <Local text={text} />
              {count !== undefined && <span class="numeric">{formatNumber(count, lang)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A line of controls over a list: what it is at the start, what one may do at the end. */
export function Toolbar({ children, end }: { children?: Child; end?: Child }) {
  return (
    <div class="toolbar">
      {children}
      {end && <div class="toolbar-end">{end}</div>}
    </div>
  )
}

type View = { label: LocalText; icon: IconName; href: string; current: boolean }

/** Ways to look at the same list: cards, table. */
export function Views({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav class="toolbar-views" aria-label={label}>
      {views.map((view) => (
        <a href={view.href} rel="nofollow" aria-current={view.current ? 'true' : undefined}>
          <Icon name={view.icon} small />
          <Local text={view.label} />
        </a>
      ))}
    </nav>
  )
}

type PagerProps = {
  /** Of the page, with all that it was asked for. */
  url: string
  /** Cursor of the next page; null on the last. */
  next: string | null
  /** Name of the cursor in the page's address. */
  cursor?: string
  isFirst?: boolean
  /** A list of events goes to the older; any other to the next page. */
  order?: 'time' | 'rank'
}

/** Keyset paging: onwards, and back to the start; the browser's own back button does the rest. */
export function Pager({ url, next, cursor = 'after', order = 'rank', ...props }: PagerProps) {
  const t = useText()
  const { isFirst = !new URLSearchParams(partsOf(url).search).has(cursor) } = props
  if (isFirst && next === null) return <></>
  return (
    <nav class="pager" aria-label={t(partWords.pages)}>
      {!isFirst && (
        <a class="button button-plain" href={withQuery(url, { [cursor]: null })} rel="first">
          <Icon name="previous" small />
          {t(partWords.first)}
        </a>
      )}
      {next !== null && (
        <a
          class="button button-plain pager-next"
          href={withQuery(url, { [cursor]: next })}
          rel="next"
        >
          {t(order === 'time' ? partWords.older : partWords.next)}
          <Icon name="next" small />
        </a>
      )}
    </nav>
  )
}
