import type { Text, Words } from '../../core/text.ts'

export const entryWords = {
  ledger: { zh: '流水', en: 'Ledger' },
  none: { zh: '还没有登记。', en: 'No entries yet.' },
  enter: { zh: '登记', en: 'Record' },
  enterTitle: { zh: '登记出入库', en: 'Record stock in or out' },
  entered: { zh: '已登记', en: 'Recorded' },
  number: { zh: '序号', en: 'No.' },
  at: { zh: '时间', en: 'Date' },
  kind: { zh: '事项', en: 'Entry' },
  who: { zh: '经办人', en: 'By' },
  taken: { zh: '减少', en: 'Out' },
  given: { zh: '增加', en: 'In' },
  held: { zh: '预留变动', en: 'Reserved' },
  otherLot: { zh: '相关批次', en: 'Other lot' },
  unitHint: {
    zh: '留空为批次的单位；粒与克之间按本批次的千粒重换算。',
    en: 'Leave empty for the lot’s own unit. Seeds and grams are converted by the lot’s thousand-seed weight.',
  },
  reasonHint: { zh: '预留时填写为谁、做什么用。', en: 'For a reservation: for whom and for what.' },
  reservation: { zh: '对应的预留', en: 'Reservation' },
  reservationHint: {
    zh: '释放或发出预留的数量时选择。',
    en: 'When releasing or shipping a reserved quantity.',
  },
  passReserve: { zh: '动用保底量', en: 'Use the critical reserve' },
  passReserveHint: { zh: '须填写说明。', en: 'A reason is required.' },
  count: { zh: '盘点', en: 'Stock-take' },
  countAbout: {
    zh: '填写实际清点的数量：与账面的差额记为一笔调整，账面数和实数都会保留。',
    en: 'Enter the quantity counted. The difference is recorded as an adjustment; both figures are kept.',
  },
  counted: { zh: '实数', en: 'Counted' },
  countedNow: (counted: Text, expected: Text): Text => ({
    zh: `已盘点：实数 ${counted.zh}，账面 ${expected.zh}`,
    en: `Counted ${counted.en}; expected ${expected.en}`,
  }),
  countedLine: (counted: Text, expected: Text): Text => ({
    zh: `实数 ${counted.zh}，账面 ${expected.zh}`,
    en: `counted ${counted.en}, expected ${expected.en}`,
  }),
  holdBack: { zh: '预留', en: 'Reserve' },
  pick: { zh: '自动预留', en: 'Reserve automatically' },
  pickAbout: {
    zh: '从可对外提供的批次中预留，先用余量多的，不动用保底量。',
    en: 'Reserves from lots that are offered, the fullest first, and never uses a critical reserve.',
  },
  picked: { zh: '已预留', en: 'Reserved' },
  purpose: { zh: '为谁、做什么用', en: 'For whom and for what' },
  isFrozen: {
    zh: '这个批次已冻结，不能再登记。',
    en: 'This lot is frozen and takes no more entries.',
  },
  harvestOpen: {
    zh: '收获还没有结束：现在只能称重入库。结束收获后再提取或盘点。',
    en: 'The harvest is still open, so seeds can only be weighed in. Close it before taking or counting.',
  },
  harvestClosed: {
    zh: '收获已经结束，不能再称重入库；差额请用盘点更正。',
    en: 'The harvest is closed and takes no more weighings. Correct a difference with a stock-take.',
  },
  notEnough: (left: Text): Text => ({
    zh: `数量不够：除去已预留的，还剩 ${left.zh}。`,
    en: `Not enough: ${left.en} left after reservations.`,
  }),
  touchesReserve: (free: Text): Text => ({
    zh: `这会动用保底量：不动用时最多还可取 ${free.zh}。确需动用时请勾选“动用保底量”并说明。`,
    en: `This would use the critical reserve: without it, at most ${free.en} can be taken. If necessary, tick “Use the critical reserve” and give a reason.`,
  }),
  approval: { zh: '批准文号', en: 'Approval number' },
  approvalHint: {
    zh: '剔除受保护的畜禽遗传资源时填写主管部门的批准文号。',
    en: 'To discard protected livestock genetic resources, the number of the authority’s approval.',
  },
  approvedBy: (number: string): Text => ({
    zh: `批准文号 ${number}`,
    en: `approval ${number}`,
  }),
  protectedStock: {
    zh: '这是列入保护名录的畜禽遗传资源，未经批准不得处理（《畜牧法》第十四条）。请填写批准文号。',
    en: 'This is listed livestock, which is not disposed of without approval (Animal Husbandry Law, art. 14). Enter the number of the approval.',
  },
  reasonNeeded: { zh: '请填写说明。', en: 'Enter a reason.' },
  reservationNeeded: {
    zh: '请选择要释放哪一笔预留。',
    en: 'Choose the reservation to release.',
  },
  noReservation: {
    zh: '这个批次没有这一笔预留。',
    en: 'This lot has no such reservation.',
  },
  notOfReservation: {
    zh: '只有释放和发出才对应预留。',
    en: 'Only releases and shipments belong to a reservation.',
  },
  reservedLess: (open: Text): Text => ({
    zh: `这一笔预留只剩 ${open.zh}。`,
    en: `Only ${open.en} of this reservation are left.`,
  }),
  forRequest: (number: string): Text => ({
    zh: `这一笔是为申请 ${number} 预留的，请在该申请的取货单中发出，或在申请中收回。`,
    en: `This is held back for request ${number}: ship it from the picking list of the request, or revoke it there.`,
  }),
  countedBelowReserved: (reserved: Text): Text => ({
    zh: `实数少于已预留的 ${reserved.zh}，请先释放预留，再登记盘点。`,
    en: `This is less than the ${reserved.en} reserved: release reservations first, then count.`,
  }),
  notToPick: (free: Text): Text => ({
    zh: `可提取的数量不够：不动用保底量，最多 ${free.zh}。`,
    en: `Not enough: at most ${free.en} without the critical reserves.`,
  }),
} satisfies Words

export const entryKindNames = {
  in: { zh: '入库', en: 'In' },
  out: { zh: '出库', en: 'Out' },
  adjust: { zh: '盘点调整', en: 'Stock-take' },
  test_consumed: { zh: '检测耗用', en: 'Used in a test' },
  regenerate: { zh: '繁殖耗用', en: 'Used for regeneration' },
  discard: { zh: '剔除', en: 'Discarded' },
  reserve: { zh: '预留', en: 'Reserved' },
  release: { zh: '释放预留', en: 'Released' },
  ship: { zh: '发出', en: 'Shipped' },
  return: { zh: '退回', en: 'Returned' },
} as const satisfies Words
