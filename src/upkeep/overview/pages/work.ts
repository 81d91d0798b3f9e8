import { benchPart } from '../../../catalog/bench/pages.tsx'
import { whole } from '../../../core/paging.ts'
import { dayAt } from '../../../core/time.ts'
import { formatDate } from '../../../web/format.ts'
import { plansDue } from '../../plans/actions.ts'
import { planStateNames as states, planWords } from '../../plans/words.ts'
import { upkeepLinks, upkeepPaths } from '../../words/paths.ts'

const mostDue = 100

/** Plans of the viewer's instruments that are overdue or due soon, for the page of their work. */
export const upkeepWork = benchPart({
  title: upkeepLinks.due.text,
  none: planWords.nothingDue,
  href: upkeepPaths.upkeepDue,
  query: async (ctx) => {
    // Overdue first, then by when they are due: what is not due stands at the end.
    const { items } = await plansDue(ctx, { limit: mostDue })
    return whole(items.filter(({ state }) => state !== 'fine'))
  },
  item: ({ instrumentId, instrument, name, state, dueAt, zone }) => {
    const about = (lang: 'zh' | 'en') =>
      [states[state].text[lang], dueAt && formatDate(dayAt(dueAt, zone), lang)]
        .filter(Boolean)
        .join(lang === 'zh' ? '，' : ', ')
    return {
      href: upkeepPaths.upkeep(instrumentId),
      text: {
        zh: `${name} ${instrument.title.zh ?? instrument.title.en}`,
        en: `${name} ${instrument.title.en ?? instrument.title.zh}`,
      },
      about: { zh: about('zh'), en: about('en') },
      isLate: state === 'overdue',
    }
  },
})
