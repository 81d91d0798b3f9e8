import type { Text, Words } from '../../core/text.ts'

export const pickWords = {
  picks: { zh: '取货单', en: 'Pick list' },
  lead: {
    zh: '已预留、尚未发出的批次，按存放位置排列。到达位置后扫描标签，即登记发出。',
    en: 'Lots reserved and not shipped yet, sorted by location. Scan the label at each location to record the shipment.',
  },
  none: { zh: '没有待取的批次。', en: 'Nothing to pick.' },
  scan: { zh: '扫描要取的标签', en: 'Scan the label' },
  ofRequest: { zh: '在申请中取货', en: 'Pick for request' },
  take: { zh: '取出', en: 'Pick' },
  taken: (code: string, amount: Text): Text => ({
    zh: `已从 ${code} 发出 ${amount.zh}`,
    en: `${amount.en} shipped from ${code}`,
  }),
  madeAt: { zh: '预留时间', en: 'Reserved at' },
  noneOf: (code: string): Text => ({
    zh: `批次 ${code} 没有待取的预留。`,
    en: `Lot ${code} has nothing to pick.`,
  }),
  severalOf: (code: string): Text => ({
    zh: `批次 ${code} 有多笔预留，请在下面选择。`,
    en: `Lot ${code} has several reservations. Choose one below.`,
  }),
} satisfies Words
