import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

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
