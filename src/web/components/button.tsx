import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'
type Face = {
  look?: Look
  icon?: IconName
  dense?: boolean
  text?: LocalText
  children?: Child
  label?: string
}

const classOf = ({ look = 'plain', dense }: Face) =>
  `button button-${look}${dense ? ' button-dense' : ''}`

type Content = { [K in 'icon' | 'text' | 'children']?: Face[K] | undefined }

const Inside = ({ icon, text, children }: Content) => (
  <>
    {icon && <Icon name={icon} small />}
    {text && <Local text={text} />}
    {children}
  </>
)

type ButtonProps = Face & {
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  form?: string
  formaction?: string
  disabled?: boolean
}

/** One primary button a page; `label` names one that shows an icon only. */
export function Button({ label, type = 'submit', icon, text, children, ...rest }: ButtonProps) {
  const { look: _, dense: __, ...attributes } = rest
  return (
    <button type={type} class={classOf(rest)} aria-label={label} {...attributes}>
      <Inside {...{ icon, text, children }} />
    </button>
  )
}

type LinkProps = Face & { href: string; download?: boolean; opens?: string }

/** Goes somewhere, looking like a button. `opens` names the dialog that shows the same where scripts run. */
export function ButtonLink({ label, href, download, opens, ...face }: LinkProps) {
  return (
    <a class={classOf(face)} {...{ href, download }} data-opens={opens} aria-label={label}>
      <Inside {...face} />
    </a>
  )
}

type Props = {
  id: string
  title: LocalText
  /** A link or button that opens it: `<ButtonLink href="/page" opens={id}>`. Its page shows the same children. */
  opener: Child
  children?: Child
}

/** A question over the page. Without scripts the opener leads to a page that asks the same. */
export function Dialog({ id, title, opener, children }: Props) {
  const t = useText()
  return (
    <hexi-dialog>
      {opener}
      <dialog id={id} class="dialog" aria-labelledby={`${id}-title`}>
        <div class="dialog-head">
          <Local as="h2" id={`${id}-title`} text={title} />
          <button type="button" class="icon-button" data-closes aria-label={t(partWords.close)}>
            <Icon name="close" />
          </button>
        </div>
        <div class="dialog-body">{children}</div>
      </dialog>
    </hexi-dialog>
  )
}

/** A disclosure that opens over the page; the island closes it on Escape and on a click elsewhere. */
export function Menu({ summary, children }: { summary: Child; children?: Child }) {
  return (
    <hexi-menu>
      <details class="menu">
        <summary>{summary}</summary>
        <div class="menu-panel">{children}</div>
      </details>
    </hexi-menu>
  )
}
