import type { Text, Words } from '../../core/text.ts'
import type { Unit } from '../model.ts'

/** Units, as they stand behind a number. */
export const unitNames = {
  seed: { zh: '粒', en: 'seeds' },
  gram: { zh: '克', en: 'g' },
  vial: { zh: '管', en: 'vials' },
  straw: { zh: '支（细管）', en: 'straws' },
  plant: { zh: '株', en: 'plants' },
  millilitre: { zh: '毫升', en: 'mL' },
} as const satisfies Record<Unit, Text>

/** What several subjects of stock say alike. */
export const stockWords = {
  stock: { zh: '库存', en: 'Stock' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '计量单位', en: 'Unit' },
  reason: { zh: '说明', en: 'Reason' },
  amount: (quantity: string, unit: Unit): Text => ({
    zh: `${quantity} ${unitNames[unit].zh}`,
    en: `${quantity} ${unitNames[unit].en}`,
  }),
  tooFine: (unit: Unit): Text =>
    unit === 'gram' || unit === 'millilitre'
      ? {
          zh: `${unitNames[unit].zh}数最多三位小数。`,
          en: `Up to three decimal places in ${unitNames[unit].en}.`,
        }
      : { zh: '应为整数。', en: 'Enter a whole number.' },
  noConversion: {
    zh: '粒数与克数按本批次的千粒重换算；请先在批次资料中填写千粒重，或改用批次的单位。',
    en: 'Seeds and grams are converted using this lot’s thousand-seed weight. Enter it in the lot’s details first, or use the lot’s unit.',
  },
  noneOfIt: {
    zh: '换算后不足一个最小单位，请增大数量。',
    en: 'After conversion this is less than the smallest unit. Enter a larger quantity.',
  },
  tooMuch: { zh: '数量过大，请核对。', en: 'The quantity is too large. Check it.' },
  keepersOnly: {
    zh: '只有资源管理员和审核人可以查看库存；可供数量见资源页面。',
    en: 'Only curators and stewards can view stock. The available quantity is shown on the record’s page.',
  },
} satisfies Words
