import type { Text, Words } from '../../core/text.ts'

export const entryWords = {
  ledger: { zh: '流水', en: 'Ledger' },
  none: { zh: '还没有流水记录。', en: 'No entries yet.' },
  enter: { zh: '登记', en: 'Record' },
  enterTitle: { zh: '登记出入库', en: 'Record stock in or out' },
  entered: { zh: '已登记', en: 'Recorded' },
  number: { zh: '序号', en: 'No.' },
  at: { zh: '时间', en: 'Date' },
  kind: { zh: '事项', en: 'Transaction' },
  who: { zh: '经办人', en: 'Recorded by' },
  taken: { zh: '减少', en: 'Out' },
  given: { zh: '增加', en: 'In' },
  held: { zh: '预留变动', en: 'Reserved' },
  otherLot: { zh: '相关批次', en: 'Other lot' },
  unitHint: {
    zh: '留空表示采用批次的单位；粒与克按本批次的千粒重换算。',
    en: 'Leave empty to use the lot’s unit. Seeds and grams are converted using the lot’s thousand-seed weight.',
  },
  reasonHint: {
    zh: '预留时填写预留对象和用途。',
    en: 'For reservations: for whom and for what purpose.',
  },
  reservation: { zh: '对应的预留', en: 'Reservation' },
  reservationHint: {
    zh: '释放或发出预留的数量时选择。',
    en: 'When releasing or shipping a reserved quantity.',
  },
  passReserve: { zh: '动用保底量', en: 'Use minimum stock' },
  passReserveHint: { zh: '须填写说明。', en: 'A reason is required.' },
  count: { zh: '盘点', en: 'Stock-take' },
  countAbout: {
    zh: '填写实际清点的数量；与账面的差额记为一笔调整，账面数和实数均保留。',
    en: 'Enter the quantity counted. The difference is recorded as an adjustment; both figures are kept.',
  },
  counted: { zh: '实数', en: 'Counted' },
  countedNow: (counted: Text, expected: Text): Text => ({
    zh: `已盘点：实数 ${counted.zh}，账面 ${expected.zh}`,
    en: `Counted ${counted.en}, expected ${expected.en}`,
  }),
  countedLine: (counted: Text, expected: Text): Text => ({
    zh: `实数 ${counted.zh}，账面 ${expected.zh}`,
    en: `counted ${counted.en}, expected ${expected.en}`,
  }),
  holdBack: { zh: '预留', en: 'Reserve' },
  pick: { zh: '自动预留', en: 'Reserve automatically' },
  pickAbout: {
    zh: '从可对外提供的批次中预留，优先余量多的，不动用保底量。',
    en: 'Reserves from lots available to others, largest first, without using minimum stock.',
  },
  picked: { zh: '已预留', en: 'Reserved' },
  purpose: { zh: '预留对象和用途', en: 'For whom and for what purpose' },
  isFrozen: {
    zh: '批次已冻结，不能登记出入库。',
    en: 'This lot is frozen. No transactions can be recorded.',
  },
  harvestOpen: {
    zh: '收获尚未结束，目前只能称重入库。请结束收获后再提取或盘点。',
    en: 'The harvest is still open, so seeds can only be weighed in. Close it before taking or counting seeds.',
  },
  harvestClosed: {
    zh: '收获已结束，不能再称重入库；差额请通过盘点更正。',
    en: 'The harvest is closed, so nothing more can be weighed in. Correct differences with a stock-take.',
  },
  notEnough: (left: Text): Text => ({
    zh: `数量不足：扣除预留后剩余 ${left.zh}。`,
    en: `Not enough: ${left.en} left after reservations.`,
  }),
  touchesReserve: (free: Text): Text => ({
    zh: `此操作会动用保底量；不动用时最多可取 ${free.zh}。确需动用时，请勾选“动用保底量”并填写说明。`,
    en: `This would use the minimum stock. At most ${free.en} can be taken without it. If necessary, tick “Use minimum stock” and give a reason.`,
  }),
  approval: { zh: '批准文号', en: 'Approval number' },
  approvalHint: {
    zh: '剔除受保护的畜禽遗传资源时填写主管部门的批准文号。',
    en: 'Required to discard protected livestock genetic resources: the competent authority’s approval number.',
  },
  approvedBy: (number: string): Text => ({
    zh: `批准文号 ${number}`,
    en: `approval ${number}`,
  }),
  protectedStock: {
    zh: '该资源列入畜禽遗传资源保护名录，未经批准不得处理（《畜牧法》第十四条）。请填写批准文号。',
    en: 'This is a listed livestock genetic resource and may not be disposed of without approval (Animal Husbandry Law, art. 14). Enter the approval number.',
  },
  reasonNeeded: { zh: '请填写说明。', en: 'Enter a reason.' },
  reservationNeeded: {
    zh: '请选择要释放的预留。',
    en: 'Choose the reservation to release.',
  },
  noReservation: {
    zh: '该批次没有这笔预留。',
    en: 'This lot does not have this reservation.',
  },
  notOfReservation: {
    zh: '只有释放和发出需要选择预留。',
    en: 'Only releases and shipments refer to a reservation.',
  },
  reservedLess: (open: Text): Text => ({
    zh: `这笔预留仅剩 ${open.zh}。`,
    en: `Only ${open.en} of this reservation is left.`,
  }),
  forRequest: (number: string): Text => ({
    zh: `这笔预留属于申请 ${number}，请在该申请的取货单中发出，或在申请中撤销。`,
    en: `This is reserved for request ${number}. Ship it from the request’s pick list, or revoke it there.`,
  }),
  countedBelowReserved: (reserved: Text): Text => ({
    zh: `实数少于已预留的 ${reserved.zh}，请先释放预留，再盘点。`,
    en: `This is less than the ${reserved.en} reserved. Release reservations before counting.`,
  }),
  notToPick: (free: Text): Text => ({
    zh: `可提取的数量不足：不动用保底量时最多 ${free.zh}。`,
    en: `Not enough: at most ${free.en} without using minimum stock.`,
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
