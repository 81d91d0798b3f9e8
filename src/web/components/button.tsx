import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

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
