import type { Child } from 'hono/jsx'
import { useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

/** A text that is made to be copied: a citation, a token, an address. */
export function Copyable({ id, children }: { id: string; children?: Child }) {
  const t = useText()
  return (
    <div class="copyable">
      <div id={id}>{children}</div>
      <hexi-copy data-from={id} data-copied={t(partWords.copied)}>
        <button type="button" class="button button-plain button-dense" hidden>
          <Icon name="copy" small />
          {t(partWords.copy)}
        </button>
        <span class="unseen" role="status"></span>
      </hexi-copy>
    </div>
  )
}
