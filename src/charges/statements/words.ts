import type { Text, Words } from '../../core/text.ts'

export const statementWords = {
  statements: { zh: '对账单', en: 'Statements' },
  statementsOf: (lab: Text): Text => ({
    zh: `${lab.zh}的对账单`,
    en: `Statements of ${lab.en}`,
  }),
  lead: {
    zh: '课题组每月应付给各仪器单位的费用。',
    en: 'Monthly amounts the lab owes to the institutions whose instruments it used.',
  },
  ownOnly: {
    zh: '仅显示您本人的费用；课题组负责人可查看全部。',
    en: 'Only your own charges are shown. The lab’s PI can see all charges.',
  },
  staffOnly: {
    zh: '仅显示本单位仪器产生的费用。',
    en: 'Only charges for your institution’s instruments are shown.',
  },

  mineLead: (month: Text): Text => ({
    zh: `${month.zh}与您有关的费用：您的课题组，以及使用您单位仪器的课题组。`,
    en: `${month.en}: charges of your labs and of labs that used your institution’s instruments.`,
  }),
  lab: { zh: '课题组', en: 'Lab' },
  none: { zh: '还没有费用', en: 'No charges yet' },
  noneHint: {
    zh: '课题组成员使用收费仪器后，费用按月列在这里。',
    en: 'Charges for the lab’s members are listed here by month.',
  },
  noneOfMine: { zh: '您的课题组没有费用。', en: 'Your labs have no charges.' },
  noneInMonth: { zh: '这个月没有费用', en: 'No charges in this month' },
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
  running: { zh: '本月未结束', en: 'In progress' },
  issuedOn: { zh: '出账日期', en: 'Issued on' },
  monthOf: (month: Text, lab: Text): Text => ({
    zh: `${lab.zh} ${month.zh}对账单`,
    en: `Statement of ${lab.en}, ${month.en}`,
  }),
  zoneNote: {
    zh: '费用按仪器所在地时间归入月份。出账后不再修改；之后的更正和减免列入下一期。',
    en: 'Charges are assigned to months by each instrument’s local time. Issued statements do not change; later corrections and waivers appear on the next one.',
  },
  openNote: {
    zh: '尚未出账。每月 1 日自动出上月对账单，此前金额可能变化。',
    en: 'Not issued yet. Statements are issued on the 1st of the next month; until then the amount may change.',
  },
  what: { zh: '使用', en: 'Use' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  trace: { zh: '明细', en: 'Details' },
  count: (count: string): Text => ({
    zh: `${count} 笔`,
    en: count === '1' ? '1 charge' : `${count} charges`,
  }),
  institutions: (count: string): Text => ({ zh: `${count} 家单位`, en: `${count} institutions` }),
  partly: { zh: '部分已出账', en: 'Partly issued' },
  sums: { zh: '按收款单位合计', en: 'By institution paid' },
  issue: { zh: '出账', en: 'Issue' },
  issuedNow: (count: number): Text => ({
    zh: `已出 ${count} 份对账单`,
    en: count === 1 ? '1 statement issued' : `${count} statements issued`,
  }),
  nothingToIssue: {
    zh: '没有可出账的费用：可能已经出账，或本月尚未结束。',
    en: 'Nothing to issue. The statement was already issued, or the month has not ended.',
  },
  notOver: {
    zh: '本月尚未结束，结束后才能出账。',
    en: 'This month has not ended. The statement can be issued afterwards.',
  },
  staffIssue: {
    zh: '只有收款单位的管理人员可以出账。',
    en: 'Only staff of the institution being paid can issue its statements.',
  },
  notForYou: {
    zh: '只有课题组成员和收款单位的管理人员可以查看对账单。',
    en: 'Only members of the lab and staff of the institutions being paid can view statements.',
  },
  noStatement: {
    zh: '该对账单不存在，或您没有访问权限。',
    en: 'This statement does not exist, or you do not have access.',
  },
  badMonth: { zh: '应为月份，例如 2026-11。', en: 'Enter a month, such as 2026-11.' },
  pay: { zh: '用创新券抵付', en: 'Pay by voucher' },
  payChoice: { zh: '创新券', en: 'Voucher' },
  left: (code: string, sum: string): Text => ({
    zh: `${code}，可抵付 ${sum} 元`,
    en: `${code}, covers up to ¥${sum}`,
  }),
  paidNow: (sum: string): Text => ({
    zh: `已用创新券抵付 ${sum} 元`,
    en: `¥${sum} paid by voucher`,
  }),
  paidByCode: (code: string): Text => ({
    zh: `创新券 ${code} 抵付`,
    en: `Paid by voucher ${code}`,
  }),
  earlier: { zh: '上月', en: 'Previous month' },
  later: { zh: '下月', en: 'Next month' },
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
  cause: { zh: '事由', en: 'Reason' },
  item: { zh: '项目', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  unitPrice: { zh: '单价（元）', en: 'Unit price (CNY)' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  why: { zh: '依据', en: 'Basis' },
  charge: { zh: '费用编号', en: 'Charge ID' },
  booking: { zh: '预约编号', en: 'Booking ID' },
} satisfies Words

/** When a statement cannot be paid by a voucher. */
export const tenderWords = {
  notUsable: {
    zh: '这张创新券不能使用：不在有效期内、已用完或已收回。',
    en: 'This voucher cannot be used. It is not valid at this time, used up or withdrawn.',
  },
  otherLab: {
    zh: '这张创新券发给了另一个课题组，不能抵付这份对账单。',
    en: 'This voucher belongs to another lab and cannot be used for this statement.',
  },
  usedHere: {
    zh: '这张创新券在这份对账单上已经用过。',
    en: 'This voucher has already been used for this statement.',
  },
  nothingDue: {
    zh: '这份对账单已经没有应付金额。',
    en: 'Nothing is due on this statement.',
  },
  payersOnly: {
    zh: '只有课题组负责人和收款单位的管理人员可以用创新券抵付。',
    en: 'Only the lab’s PI and staff of the institution being paid can use vouchers.',
  },
} satisfies Words
