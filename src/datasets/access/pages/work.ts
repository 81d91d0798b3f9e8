import { benchPart } from '../../../catalog/bench/pages.tsx'
import { formatDate } from '../../../web/format.ts'
import { paths } from '../../../web/paths.ts'
import { myGrants } from '../actions.ts'
import { grantWords as words } from '../words.ts'

/** Datasets whose files I may download, the newest first, for the page of my work. */
export const grantWork = benchPart({
  title: words.mine,
  none: words.noneMine,
  query: myGrants,
  item: ({ recordId, title, expiresAt }) => ({
    href: paths.record(recordId),
    text: title,
    about: expiresAt
      ? words.heldUntil(formatDate(expiresAt, 'zh'), formatDate(expiresAt, 'en'))
      : words.forGood,
  }),
})
