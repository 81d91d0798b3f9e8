import type { Text } from '../../../core/text.ts'
import { Icon } from '../../../web/components/icon.tsx'
import type { FramePart } from '../../../web/env.ts'
import { useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { myInbox } from '../actions.ts'
import { mostCounted } from '../model.ts'
import { noticeWords as words } from '../words.ts'

/** How many notices are unread, in the header of every page of who is signed in. */
export const unreadPart: FramePart = async ({ var: { ctx } }) =>
  ctx.actor.type === 'person' ? <Unread count={(await myInbox(ctx)).unread} /> : null

/** The island finds its sentences here: it has no language of its own. */
function Unread({ count }: { count: number }) {
  const t = useText()
  const named = (text: Text) => t(text).replace('{}', shownCount(count))
  return (
    <hexi-unread data-none={t(words.noneUnread)} data-some={t(words.someUnread)}>
      <a
        class="counted"
        href={paths.notices}
        aria-label={named(count === 0 ? words.noneUnread : words.someUnread)}
      >
        <Icon name="bell" />
        <span class="count" hidden={count === 0}>
          {shownCount(count)}
        </span>
      </a>
      <span class="unseen" role="status"></span>
    </hexi-unread>
  )
}

const shownCount = (count: number) => (count >= mostCounted ? `${mostCounted - 1}+` : String(count))
