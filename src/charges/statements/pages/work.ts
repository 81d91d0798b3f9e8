import { benchPart } from '../../../catalog/bench/pages.tsx'
import { formatYuan } from '../../../web/format.ts'
import { chargeLinks, monthHref } from '../../words/paths.ts'
import { statementsOfMyLabs } from '../actions.ts'
import { statementWords as words } from '../words.ts'

/** What my labs owe, for the page of my work. */
export const statementWork = benchPart({
  title: chargeLinks.statements.text,
  none: words.noneOfMine,
  href: chargeLinks.statements.href,
  query: async (ctx) => statementsOfMyLabs(ctx),
  item: ({ labId, labZh, labEn, month, totalFen }) => ({
    href: monthHref(labId, month),
    text: { zh: labZh ?? labEn, en: labEn ?? labZh },
    about: {
      zh: `${month}，${formatYuan(totalFen, 'zh')}`,
      en: `${month}, ${formatYuan(totalFen, 'en')}`,
    },
  }),
})
