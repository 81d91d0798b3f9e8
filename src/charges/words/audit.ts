import type { AuditNames } from '../../audit/model.ts'

export const chargeAudit = {
  entities: {
    charge: { zh: '费用', en: 'Charge' },
    statement: { zh: '对账单', en: 'Statement' },
    voucher: { zh: '创新券', en: 'Voucher' },
  },
  actions: {
    'rates.change': { on: 'instrument', zh: '公布收费标准', en: 'Rates published' },
    'charge.make': { on: 'charge', zh: '记录费用', en: 'Charge recorded' },
    'charge.waive': { on: 'charge', zh: '减免费用', en: 'Charge waived' },
    'charge.correct': { on: 'charge', zh: '更正费用', en: 'Charge corrected' },
    'statement.issue': { on: 'statement', zh: '出对账单', en: 'Statement issued' },
    'voucher.issue': { on: 'voucher', zh: '发放创新券', en: 'Voucher issued' },
    'voucher.withdraw': { on: 'voucher', zh: '收回创新券', en: 'Voucher withdrawn' },
    'voucher.use': { on: 'voucher', zh: '用创新券抵付', en: 'Paid by voucher' },
  },
} as const satisfies AuditNames
