import { benchPart } from '../../../catalog/bench/pages.tsx'
import { bothLanguages, type Text } from '../../../core/text.ts'
import { amountOf } from '../../rules.ts'
import { stockPaths } from '../../words/paths.ts'
import { searchLots } from '../actions/keep.ts'
import type { Level } from '../model.ts'
import { lotWords as words } from '../words.ts'

/** Lots in use of one level. */
const lotsOn = (level: Level, { title, none }: { title: Text; none: Text }) =>
  benchPart({
    title,
    none,
    href: stockPaths.lotsOn(level),
    query: (ctx, paging) => searchLots(ctx, { ...paging, level, show: 'used' }),
    item: ({ id, code, record, unit, balance }) => ({
      href: stockPaths.lot(id),
      text: { zh: code, en: code },
      about: words.left(bothLanguages(record.title), amountOf(unit, balance)),
    }),
  })

/** What of the stock a curator has to see to. */
export const stockBench = [
  lotsOn('low', { title: words.low, none: words.noneLow }),
  lotsOn('below_reserve', { title: words.belowReserve, none: words.noneBelowReserve }),
]
