import { yuanText } from '../../core/money.ts'
import type { Text } from '../../core/text.ts'
import { askedUnitNames } from '../requests/words/units.ts'
import type { FeeUnit } from './model.ts'

export const feeWords = {
  fees: { zh: '实物收费标准', en: 'Prices of material' },
  lead: {
    zh: '种质和样本按单位收费，提交申请前即可看到。批准时的价格不再变动，发出后计入费用。具体资源的价格优先于所在保藏库的，其次是本单位的。借用不收费。',
    en: 'What germplasm and samples cost for each unit, shown before anybody asks. The price at approval stays, and is charged once the material is shipped. That of a record comes before that of its collection, and that before the institution’s. Loans are free.',
  },
  human: {
    zh: '人类遗传资源不得买卖，只能收取成本费（《人类遗传资源管理条例》第十条）；一、二类病原微生物不得收费。',
    en: 'Human material is not sold: no more than its cost is asked for (Regulations on Human Genetic Resources, art. 10). For pathogens of classes 1 and 2 nothing is asked for.',
  },
  none: { zh: '还没有收费标准', en: 'No prices yet' },
  noneHint: { zh: '没有收费标准的实物不收费。', en: 'Material without a price is free.' },
  add: { zh: '新增收费', en: 'Add a price' },
  added: {
    zh: '收费标准已公布，今后批准的申请按此收费。',
    en: 'The price holds for what is approved from now on.',
  },
  end: { zh: '停止收费', en: 'End' },
  endAbout: (record: Text, unit: Text): Text => ({
    zh: `停止对“${record.zh}”（${unit.zh}）收费吗？已批准的申请仍按原价；重新收费须新增收费标准。`,
    en: `End the price for ${record.en} (${unit.en})? Approved requests keep their price. To charge again, add a new price.`,
  }),
  ended: {
    zh: '已停止收费；已批准的申请仍按原价。',
    en: 'It has ended; what was approved keeps its price.',
  },
  provider: { zh: '提供单位', en: 'Provider' },
  record: { zh: '保藏库或种质', en: 'Collection or accession' },
  recordHint: {
    zh: '其页面地址中的编号；留空为本单位全部实物。',
    en: 'Its id, as in the address of its page; left blank, all material of the institution.',
  },
  all: { zh: '全部实物', en: 'All material' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价（元）', en: 'Price of one (CNY)' },
  itemPrice: { zh: '价格', en: 'Price' },
  note: { zh: '说明', en: 'Note' },
  noteHint: { zh: '例如成本构成、批准文号。', en: 'For example what the cost is made of.' },
  since: { zh: '公布时间', en: 'Since' },
  item: { zh: '项目', en: 'Item' },
  reason: { zh: '免收原因', en: 'Reason' },
  waive: { zh: '免收费用', en: 'Waive the fee' },
  waiveOf: (title: Text): Text => ({
    zh: `免收费用：${title.zh}`,
    en: `Waive the fee: ${title.en}`,
  }),
  waived: { zh: '费用已免收。', en: 'The fee is waived.' },
  waivedFor: (reason: string): Text => ({ zh: `已免收：${reason}`, en: `Waived: ${reason}` }),
  itemFees: { zh: '费用', en: 'Fees' },
  charged: { zh: '已计费', en: 'Charged' },
  now: {
    zh: '现行价格，批准时确定，发出时计费。',
    en: 'The price now: it is fixed when it is approved, and charged when it is shipped.',
  },
  onShipment: { zh: '发出时计费', en: 'Charged when it is shipped' },
  /** `每粒 0.50 元`; of human material the law names it 成本费. */
  perUnit: ({
    priceFen,
    unit,
    isCost,
  }: {
    priceFen: number
    unit: FeeUnit
    isCost: boolean
  }): Text => ({
    zh: `${isCost ? '成本费：' : ''}每${askedUnitNames[unit].zh} ${yuanText(priceFen)} 元`,
    en: `${yuanText(priceFen)} CNY per ${unit}${isCost ? ' (cost only)' : ''}`,
  }),
  inAll: (fen: number): Text => ({
    zh: `，共 ${yuanText(fen)} 元`,
    en: `, ${yuanText(fen)} CNY in all`,
  }),
  why: ({ number, amount, isCost }: { number: string; amount: Text; isCost: boolean }): Text => ({
    zh: `${isCost ? '成本费，' : ''}申请 ${number}：${amount.zh}`,
    en: `${isCost ? 'Cost only. ' : ''}Request ${number}: ${amount.en}`,
  }),
  noFee: { zh: '没有这项收费标准。', en: 'There is no such price.' },
  taken: {
    zh: '这里已有按此单位的收费标准；请先停止原来的。',
    en: 'There is a price for this unit already: end that one first.',
  },
  priceNeeded: { zh: '请至少填写一个价格。', en: 'Enter at least one price.' },
  otherInstitution: {
    zh: '这不是该单位的保藏库或种质。',
    en: 'This is no collection or accession of the institution.',
  },
  notYours: {
    zh: '只有本单位的资源管理员可以设定收费。',
    en: 'Only curators of the institution set prices.',
  },
  onlyStewards: { zh: '只有审核人可以免收费用。', en: 'Only who decides waives a fee.' },
  nothingToWaive: {
    zh: '这一项没有待收的费用。已计入的费用请在该笔费用的页面更正。',
    en: 'There is nothing to waive for this item. What was charged is corrected on the page of the charge.',
  },
} as const
