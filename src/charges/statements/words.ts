import type { Text, Words } from '../../core/text.ts'

export const statementWords = {
  statements: { zh: '对账单', en: 'Statements' },
  statementsOf: (lab: Text): Text => ({
    zh: `${lab.zh}的对账单`,
    en: `Statements of ${lab.en}`,
  }),
  lead: {
    zh: '课题组每月应付给各仪器单位的费用。',
    en: 'What the lab owes month by month to the institutions whose instruments it used.',
  },
  ownOnly: {
    zh: '您看到的是自己产生的费用；课题组负责人可以看到全部。',
    en: 'These are your own charges; the PI of the lab sees all of them.',
  },
  staffOnly: {
    zh: '您看到的是本单位仪器产生的费用。',
    en: 'These are the charges for instruments of your institution.',
  },

  mineLead: (month: Text): Text => ({
    zh: `${month.zh}与您有关的费用：您的课题组，以及使用您单位仪器的课题组。`,
    en: `${month.en}: what your labs owe, and labs that used instruments of your institution.`,
  }),
  lab: { zh: '课题组', en: 'Lab' },
  none: { zh: '还没有费用', en: 'There are no charges yet' },
  noneHint: {
    zh: '课题组成员使用收费仪器后，费用会按月列在这里。',
    en: 'What members of the lab are charged with is listed here month by month.',
  },
  noneOfMine: { zh: '您的课题组没有费用。', en: 'Your labs have no charges.' },
  noneInMonth: { zh: '这个月没有费用', en: 'There are no charges in this month' },
  month: { zh: '月份', en: 'Month' },
  institution: { zh: '收款单位', en: 'Paid to' },
  lines: { zh: '笔数', en: 'Charges' },
  total: { zh: '合计（元）', en: 'Total (CNY)' },
  totalOnly: { zh: '合计', en: 'Total' },
  paid: { zh: '已抵付（元）', en: 'Paid by vouchers (CNY)' },
  due: { zh: '应付（元）', en: 'Due (CNY)' },
  state: { zh: '状态', en: 'State' },
  issued: { zh: '已出账', en: 'Issued' },
  open: { zh: '未出账', en: 'Not issued' },
  running: { zh: '本月进行中', en: 'Still running' },
  issuedOn: { zh: '出账日期', en: 'Issued on' },
  monthOf: (month: Text, lab: Text): Text => ({
    zh: `${lab.zh} ${month.zh}对账单`,
    en: `${month.en}: statement of ${lab.en}`,
  }),
  zoneNote: {
    zh: '费用按各仪器所在地的时间归入月份。出账后不再改动；之后的更正、免除记入下一期。',
    en: 'Charges belong to the month by the clock of each instrument. Once issued a statement stays; later corrections and waivers are in the next.',
  },
  openNote: {
    zh: '尚未出账：每月 1 日自动出上月的账，在此之前金额可能变化。',
    en: 'Not issued yet: the amount may change until the first of the next month.',
  },
  what: { zh: '使用', en: 'Use' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  trace: { zh: '明细', en: 'How' },
  count: (count: string): Text => ({
    zh: `${count} 笔`,
    en: count === '1' ? 'one charge' : `${count} charges`,
  }),
  institutions: (count: string): Text => ({ zh: `${count} 家单位`, en: `${count} institutions` }),
  partly: { zh: '部分已出账', en: 'Partly issued' },
  sums: { zh: '按收款单位合计', en: 'By whom is paid' },
  issue: { zh: '出账', en: 'Issue' },
  issuedNow: (count: number): Text => ({
    zh: `已出 ${count} 份对账单`,
    en: count === 1 ? 'One statement is issued' : `${count} statements are issued`,
  }),
  nothingToIssue: {
    zh: '没有可以出账的费用：可能已经出账，或这个月还没有结束。',
    en: 'There is nothing to issue: it was issued already, or the month is not over.',
  },
  notOver: {
    zh: '这个月还没有结束，结束后才能出账。',
    en: 'This month is not over: its statement is issued afterwards.',
  },
  staffIssue: {
    zh: '只有收款单位的管理人员可以出账。',
    en: 'Only staff of the institution that is paid issue its statements.',
  },
  notForYou: {
    zh: '只有课题组成员和收款单位的管理人员可以查看对账单。',
    en: 'Statements are for members of the lab and staff of the institutions that are paid.',
  },
  noStatement: {
    zh: '没有这份对账单，或您不能查看。',
    en: 'There is no such statement, or it is not yours to see.',
  },
  badMonth: { zh: '应为月份，例如 2026-11。', en: 'A month, such as 2026-11.' },
  pay: { zh: '用创新券抵付', en: 'Pay by voucher' },
  payChoice: { zh: '创新券', en: 'Voucher' },
  left: (code: string, sum: string): Text => ({
    zh: `${code}，可抵付 ${sum} 元`,
    en: `${code}, pays ${sum} CNY`,
  }),
  paidNow: (sum: string): Text => ({
    zh: `已用创新券抵付 ${sum} 元`,
    en: `The voucher paid ${sum} CNY`,
  }),
  paidByCode: (code: string): Text => ({ zh: `创新券 ${code} 抵付`, en: `Paid by ${code}` }),
  earlier: { zh: '上月', en: 'The month before' },
  later: { zh: '下月', en: 'The month after' },
  all: { zh: '全部月份', en: 'All months' },
} satisfies Words

/** Headings of the files. */
export const fileWords = {
  institution: { zh: '收款单位', en: 'Paid to' },
  state: { zh: '状态', en: 'State' },
  instrument: { zh: '仪器', en: 'Instrument' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  zone: { zh: '时区', en: 'Time zone' },
  person: { zh: '使用人', en: 'Person' },
  purpose: { zh: '用途', en: 'Purpose' },
  cause: { zh: '事由', en: 'For' },
  item: { zh: '项目', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  unitPrice: { zh: '单价（元）', en: 'Unit price (CNY)' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  why: { zh: '依据', en: 'Why' },
  charge: { zh: '费用编号', en: 'Charge' },
  booking: { zh: '预约编号', en: 'Booking' },
} satisfies Words

/** When a statement cannot be paid by a voucher. */
export const tenderWords = {
  notUsable: {
    zh: '这张创新券现在不能使用：不在有效期内、已用完或已收回。',
    en: 'This voucher cannot be used now: it is not valid, used up, or withdrawn.',
  },
  otherLab: {
    zh: '这张创新券发给了另一个课题组，不能抵付这份对账单。',
    en: 'This voucher was given to another lab: it pays nothing here.',
  },
  usedHere: {
    zh: '这张创新券在这份对账单上已经用过。',
    en: 'This voucher was used for this statement already.',
  },
  nothingDue: {
    zh: '这份对账单已经没有应付金额。',
    en: 'Nothing of this statement is due any more.',
  },
  payersOnly: {
    zh: '只有课题组负责人和收款单位的管理人员可以用创新券抵付。',
    en: 'Only the PI of the lab, and staff of the institution that is paid, use its vouchers.',
  },
} satisfies Words
