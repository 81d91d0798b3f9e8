import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'
type Face = { look?: Look; icon?: IconName; dense?: boolean; children?: Child; label?: string }

const classOf = ({ look = 'plain', dense }: Face) =>
  `button button-${look}${dense ? ' button-dense' : ''}`

const Inside = ({ icon, children }: Face) => (
  <>
    {icon && <Icon name={icon} small />}
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
export function Button({
  look,
  icon,
  dense,
  label,
  children,
  type = 'submit',
  ...rest
}: ButtonProps) {
  const face = { ...(look && { look }), ...(dense && { dense }) }
  return (
    <button type={type} class={classOf(face)} {...rest} {...(label && { 'aria-label': label })}>
      <Inside {...(icon && { icon })}>{children}</Inside>
    </button>
  )
}

type LinkProps = Face & { href: string; download?: boolean; opens?: string }

/** Goes somewhere, looking like a button. `opens` names the dialog that shows the same where scripts run. */
export function ButtonLink({
  look,
  icon,
  dense,
  label,
  children,
  href,
  download,
  opens,
}: LinkProps) {
  const face = { ...(look && { look }), ...(dense && { dense }) }
  return (
    <a
      class={classOf(face)}
      href={href}
      {...(download && { download: true })}
      {...(opens && { 'data-opens': opens })}
      {...(label && { 'aria-label': label })}
    >
      <Inside {...(icon && { icon })}>{children}</Inside>
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
          <h2 id={`${id}-title`}>
            <Local text={title} />
          </h2>
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
