import type { Text, Words } from '../../core/text.ts'

export const pickWords = {
  picks: { zh: '取货单', en: 'Picking list' },
  lead: {
    zh: '为人预留、还没有发出的批次，按存放位置排列。到位置后扫描标签，即登记发出。',
    en: 'What is held back and not yet shipped, in order of place. Scan the label there: it is entered as shipped.',
  },
  none: { zh: '没有待取的预留。', en: 'Nothing is waiting to be picked.' },
  scan: { zh: '扫描要取的标签', en: 'Scan the label to pick' },
  take: { zh: '取出', en: 'Pick' },
  taken: (code: string, amount: Text): Text => ({
    zh: `已从 ${code} 发出 ${amount.zh}`,
    en: `${amount.en} of ${code} are shipped`,
  }),
  madeAt: { zh: '预留时间', en: 'Held back' },
  noneOf: (code: string): Text => ({
    zh: `批次 ${code} 没有待取的预留。`,
    en: `Nothing of lot ${code} is waiting to be picked.`,
  }),
  severalOf: (code: string): Text => ({
    zh: `批次 ${code} 有几笔预留，请在下面选择一笔。`,
    en: `Lot ${code} is held back for several purposes: choose one of them below.`,
  }),
} satisfies Words
