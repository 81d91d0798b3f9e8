import type { Text, Words } from '../../core/text.ts'

export const voucherWords = {
  vouchers: { zh: '创新券', en: 'Vouchers' },
  lead: {
    zh: '发给课题组的补助，可在对账单上抵付一部分费用。',
    en: 'What labs are given towards their statements.',
  },
  none: { zh: '还没有创新券', en: 'There are no vouchers yet' },
  noneHint: {
    zh: '创新券由单位的资源管理员发放，发给您的课题组后会出现在这里。',
    en: 'Curators of institutions give them; those of your labs appear here.',
  },
  issue: { zh: '发放创新券', en: 'Give a voucher' },
  issued: (code: string): Text => ({ zh: `创新券 ${code} 已发放`, en: `Voucher ${code} is given` }),
  code: { zh: '编号', en: 'Code' },
  codeHint: { zh: '字母、数字和连字符，例如 GS-2026-018', en: 'Such as GS-2026-018' },
  title: { zh: '名称', en: 'Name' },
  institution: { zh: '发放单位', en: 'Given by' },
  lab: { zh: '持有课题组', en: 'Lab' },
  face: { zh: '面值（元）', en: 'Worth (CNY)' },
  balance: { zh: '余额（元）', en: 'Left (CNY)' },
  cover: { zh: '每次抵付', en: 'Pays at once' },
  coverPercent: { zh: '按比例抵付（%）', en: 'Pays a share (%)' },
  coverSum: { zh: '或按金额抵付（元）', en: 'Or up to a sum (CNY)' },
  coverHint: { zh: '与比例二者填一', en: 'One of the two' },
  cap: { zh: '每次最多（元）', en: 'At most at once (CNY)' },
  capHint: { zh: '可留空', en: 'May be left blank' },
  validFrom: { zh: '有效期自', en: 'Valid from' },
  validTo: { zh: '有效期至', en: 'Valid until' },
  validity: { zh: '有效期', en: 'Valid' },
  state: { zh: '状态', en: 'State' },
  usable: { zh: '可用', en: 'Usable' },
  notYet: { zh: '未到有效期', en: 'Not yet valid' },
  over: { zh: '已过期', en: 'Expired' },
  spent: { zh: '已用完', en: 'Used up' },
  withdrawn: { zh: '已收回', en: 'Withdrawn' },
  withdraw: { zh: '收回', en: 'Withdraw' },
  withdrawOf: (code: string): Text => ({ zh: `收回 ${code}`, en: `Withdraw ${code}` }),
  withdrawnNow: {
    zh: '创新券已收回，之后不能再用于抵付',
    en: 'The voucher is withdrawn and pays nothing more',
  },
  action: { zh: '操作', en: 'Action' },
  share: (percent: number, cap: string | null): Text => ({
    zh: `应付的 ${percent}%${cap === null ? '' : `，最多 ${cap} 元`}`,
    en: `${percent}% of what is due${cap === null ? '' : `, ${cap} CNY at most`}`,
  }),
  sum: (sum: string): Text => ({ zh: `最多 ${sum} 元`, en: `${sum} CNY at most` }),
  noVoucher: {
    zh: '没有这张创新券，请从列表中选择。',
    en: 'There is no such voucher: choose one of the list.',
  },
  codeTaken: { zh: '这个编号已被使用，请换一个。', en: 'This code is taken: choose another.' },
  badCode: {
    zh: '应为 3–40 位字母、数字或连字符，例如 GS-2026-018。',
    en: '3 to 40 letters, digits or hyphens, such as GS-2026-018.',
  },
  badDay: { zh: '应为日期，例如 2026-12-31。', en: 'A day, such as 2026-12-31.' },
  oneCover: {
    zh: '请填写抵付比例或抵付金额，二者选一。',
    en: 'Say a share or a sum, one of the two.',
  },
  inOrder: { zh: '截止日期不能早于开始日期。', en: 'The last day is not before the first.' },
  issuersOnly: {
    zh: '只有平台管理员和发放单位的资源管理员可以发放和收回创新券。',
    en: 'Only administrators, and curators of the institution that gives it, give and withdraw vouchers.',
  },
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
