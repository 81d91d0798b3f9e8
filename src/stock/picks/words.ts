import type { Text, Words } from '../../core/text.ts'

export const pickWords = {
  picks: { zh: '取货单', en: 'Picking list' },
  lead: {
    zh: '为人预留、还没有发出的批次，按存放位置排列。到位置后扫描标签，即登记发出。',
    en: 'Lots reserved and not yet shipped, in order of place. Scan the label there to record it as shipped.',
  },
  none: { zh: '没有待取的预留。', en: 'Nothing is waiting to be picked.' },
  scan: { zh: '扫描要取的标签', en: 'Scan the label to pick' },
  ofRequest: { zh: '在申请中取货', en: 'Pick for the request' },
  take: { zh: '取出', en: 'Pick' },
  taken: (code: string, amount: Text): Text => ({
    zh: `已从 ${code} 发出 ${amount.zh}`,
    en: `Shipped ${amount.en} of ${code}`,
  }),
  madeAt: { zh: '预留时间', en: 'Reserved at' },
  noneOf: (code: string): Text => ({
    zh: `批次 ${code} 没有待取的预留。`,
    en: `Nothing of lot ${code} is waiting to be picked.`,
  }),
  severalOf: (code: string): Text => ({
    zh: `批次 ${code} 有几笔预留，请在下面选择一笔。`,
    en: `Lot ${code} has several reservations: choose one below.`,
  }),
} satisfies Words
