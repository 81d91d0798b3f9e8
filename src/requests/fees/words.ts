import { yuanText } from '../../core/money.ts'
import type { Text } from '../../core/text.ts'
import { askedUnitNames } from '../requests/words/units.ts'
import type { FeeUnit } from './model.ts'

export const feeWords = {
  fees: { zh: '实物收费标准', en: 'Material prices' },
  lead: {
    zh: '种质和样本按单位收费，提交申请前即可看到。价格在批准时确定，发出后计入费用。资源自身的价格优先，其次为所在样本集，再次为本单位。借用不收费。',
    en: 'Prices of germplasm and samples per unit, shown before a request is submitted. The price at approval is final and charged on shipment. A record’s own price takes precedence over its collection’s, then the institution’s. Loans are free of charge.',
  },
  human: {
    zh: '人类遗传资源不得买卖，只能收取成本费（《人类遗传资源管理条例》第十条）；一、二类病原微生物不得收费。',
    en: 'Human genetic resources may not be sold; only costs may be charged (Regulations on Human Genetic Resources, art. 10). Pathogens of classes 1 and 2 must be free of charge.',
  },
  none: { zh: '还没有收费标准', en: 'No prices yet' },
  noneHint: { zh: '没有收费标准的实物不收费。', en: 'Material without a price is free of charge.' },
  add: { zh: '新增收费', en: 'Add a price' },
  added: {
    zh: '收费标准已公布，今后批准的申请按此收费。',
    en: 'Price published. It applies to requests approved from now on.',
  },
  end: { zh: '停止收费', en: 'End' },
  endAbout: {
    zh: '已批准的申请仍按原价；重新收费须新增收费标准。',
    en: 'Approved requests keep their price. To charge again, add a new price.',
  },
  ended: {
    zh: '已停止收费；已批准的申请仍按原价。',
    en: 'Price ended. Approved requests keep their price.',
  },
  provider: { zh: '提供方', en: 'Provider' },
  record: { zh: '样本集或种质', en: 'Collection or accession' },
  recordHint: {
    zh: '页面地址中的编号；留空表示本单位全部实物。',
    en: 'The id in the address of its page. Leave empty for all material of the institution.',
  },
  all: { zh: '全部实物', en: 'All material' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价（元）', en: 'Unit price (CNY)' },
  itemPrice: { zh: '价格', en: 'Price' },
  note: { zh: '说明', en: 'Note' },
  noteHint: {
    zh: '例如成本构成、批准文号。',
    en: 'For example, cost components or the reference of an approval.',
  },
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
    zh: '现行价格；批准时确定，发出时计费。',
    en: 'Current price. Fixed on approval and charged on shipment.',
  },
  onShipment: { zh: '发出时计费', en: 'Charged on shipment' },
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
    en: `, ${yuanText(fen)} CNY in total`,
  }),
  why: ({ number, amount, isCost }: { number: string; amount: Text; isCost: boolean }): Text => ({
    zh: `${isCost ? '成本费，' : ''}申请 ${number}：${amount.zh}`,
    en: `${isCost ? 'Cost only. ' : ''}Request ${number}: ${amount.en}`,
  }),
  noFee: { zh: '该收费标准不存在。', en: 'This price does not exist.' },
  taken: {
    zh: '已有按此单位的收费标准，请先停止原标准。',
    en: 'There is already a price for this unit. End it first.',
  },
  priceNeeded: { zh: '请至少填写一个价格。', en: 'Enter at least one price.' },
  otherInstitution: {
    zh: '该单位没有这个样本集或种质。',
    en: 'This collection or accession does not belong to the institution.',
  },
  notYours: {
    zh: '只有本单位的资源管理员可以设定收费。',
    en: 'Only curators of the institution can set prices.',
  },
  onlyStewards: { zh: '只有审核人可以免收费用。', en: 'Only stewards can waive fees.' },
  nothingToWaive: {
    zh: '这一项没有待收的费用。已计入的费用请在该笔费用的页面更正。',
    en: 'This item has no outstanding fee. To correct a fee already charged, open the charge.',
  },
} as const
