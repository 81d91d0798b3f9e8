import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'
import { Icon, type IconName } from './icon.tsx'

type Props = {
  title: LocalText
  /** What to try instead; children are links or buttons for it. */
  text?: LocalText
  icon?: IconName
  children?: Child
}

/** Nothing is here: says so, and what to do next. */
export function Empty({ title, text, icon = 'search', children }: Props) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>
        <Local text={title} />
      </h2>
      {text && (
        <p>
          <Local text={text} />
        </p>
      )}
      {children && <div class="empty-actions">{children}</div>}
    </div>
  )
}
