import { benchPart } from '../../../catalog/bench/pages.tsx'
import { bothLanguages } from '../../../core/text.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { germplasmPaths } from '../../words/paths.ts'
import { searchDue } from '../actions/keep.ts'
import { viabilityWords as words } from '../words.ts'

/** Lots whose day of testing has come, the longest waiting first. */
export const viabilityBench = [
  benchPart({
    title: words.dueToday,
    none: words.noneDue,
    href: `${germplasmPaths.viabilityDue}?state=overdue`,
    query: (ctx, paging) => searchDue(ctx, { ...paging, state: 'overdue' }),
    item: ({ id, code, record, nextDueOn }) => ({
      href: `${stockPaths.lot(id)}#viability`,
      text: { zh: code, en: code },
      about: words.dueSince(bothLanguages(record.title), nextDueOn),
    }),
  }),
]
