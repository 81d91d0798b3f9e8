import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { MenuCounts } from '../../../web/env.ts'
import { formatDate } from '../../../web/format.ts'
import { depositLinks, depositPaths } from '../../words/paths.ts'
import { countDepositsToCheck, type ItemRow, searchDeposits } from '../actions.ts'
import { planWords as words } from '../words.ts'
import { stateOf } from './lists.tsx'

const item = (row: ItemRow) => {
  const { text } = stateOf(row)
  return {
    href: depositPaths.one(row.id),
    text: row.title,
    about: {
      zh: `${formatDate(row.dueOn, 'zh')}，${text.zh}`,
      en: `${formatDate(row.dueOn, 'en')}, ${text.en}`,
    },
    isLate: row.isLate || row.isOverrun,
  }
}

/** Deposits that I have to do with, and those that wait for my check, for the page of my work. */
export const depositWork = {
  waiting: benchPart({
    title: depositLinks.checks.text,
    none: words.none,
    href: depositPaths.checks,
    query: (ctx, paging) => searchDeposits(ctx, { ...paging, waiting: true }),
    item,
  }),
  own: benchPart({
    title: depositLinks.mine.text,
    none: words.none,
    href: depositPaths.mine,
    query: searchDeposits,
    item,
  }),
}

/** How many deposits wait for the viewer's check, beside the link of the menu. */
export const depositMenuCounts: MenuCounts = { [depositPaths.checks]: countDepositsToCheck }
