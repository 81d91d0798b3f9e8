import type { Text, Words } from '../../core/text.ts'

export const entryWords = {
  ledger: { zh: '流水', en: 'Ledger' },
  none: { zh: '还没有登记。', en: 'Nothing has been entered yet.' },
  enter: { zh: '登记', en: 'Enter' },
  enterTitle: { zh: '登记出入库', en: 'Enter stock' },
  entered: { zh: '已登记', en: 'Entered' },
  number: { zh: '序号', en: 'No.' },
  at: { zh: '时间', en: 'Date' },
  kind: { zh: '事项', en: 'What' },
  who: { zh: '经办人', en: 'Who' },
  taken: { zh: '减少', en: 'Out' },
  given: { zh: '增加', en: 'In' },
  held: { zh: '预留变动', en: 'Held back' },
  otherLot: { zh: '相关批次', en: 'Other lot' },
  unitHint: {
    zh: '留空为批次的单位；粒与克之间按本批次的千粒重换算。',
    en: 'Empty: the lot’s own. Seeds and grams are converted by the lot’s thousand-seed weight.',
  },
  reasonHint: { zh: '预留时填写为谁、做什么用。', en: 'Of what is held back: for whom, for what.' },
  reservation: { zh: '对应的预留', en: 'Held back before' },
  reservationHint: {
    zh: '释放或发出预留的数量时选择。',
    en: 'For releasing or shipping what was held back.',
  },
  passReserve: { zh: '动用保底量', en: 'Take of the critical reserve' },
  passReserveHint: { zh: '须填写说明。', en: 'Say the reason.' },
  count: { zh: '盘点', en: 'Stock-take' },
  countAbout: {
    zh: '填写实际清点的数量：与账面的差额记为一笔调整，账面数和实数都会保留。',
    en: 'Enter what was counted: the difference is entered as an adjustment that keeps both figures.',
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
  holdBack: { zh: '预留', en: 'Hold back' },
  pick: { zh: '自动预留', en: 'Pick by itself' },
  pickAbout: {
    zh: '从可对外提供的批次中预留，先用余量多的，不动用保底量。',
    en: 'Holds it back from lots that may be asked for, the fullest first, and leaves every critical reserve.',
  },
  picked: { zh: '已预留', en: 'Held back' },
  purpose: { zh: '为谁、做什么用', en: 'For whom, for what' },
  isFrozen: {
    zh: '这个批次已冻结，不能再登记。',
    en: 'This lot is frozen: nothing is entered any more.',
  },
  harvestOpen: {
    zh: '收获还没有结束：现在只能称重入库。结束收获后再提取或盘点。',
    en: 'The harvest is still open: it is only weighed in. Close it, then take or count.',
  },
  harvestClosed: {
    zh: '收获已经结束，不能再称重入库；差额请用盘点更正。',
    en: 'The harvest is closed and takes no more weighings: correct a difference by a stock-take.',
  },
  notEnough: (left: Text): Text => ({
    zh: `数量不够：除去已预留的，还剩 ${left.zh}。`,
    en: `There is not enough: ${left.en} are left beside what is held back.`,
  }),
  touchesReserve: (free: Text): Text => ({
    zh: `这会动用保底量：不动用时最多还可取 ${free.zh}。确需动用时请勾选“动用保底量”并说明。`,
    en: `This takes of the critical reserve: ${free.en} at most can be taken without. Tick “Take of the critical reserve” and say why if it must be.`,
  }),
  reasonNeeded: { zh: '请填写说明。', en: 'Say the reason.' },
  reservationNeeded: {
    zh: '请选择要释放哪一笔预留。',
    en: 'Choose what was held back and is released.',
  },
  noReservation: {
    zh: '这个批次没有这一笔预留。',
    en: 'Nothing of this lot is held back under that id.',
  },
  notOfReservation: {
    zh: '只有释放和发出才对应预留。',
    en: 'Only what is released or shipped belongs to what was held back.',
  },
  reservedLess: (open: Text): Text => ({
    zh: `这一笔预留只剩 ${open.zh}。`,
    en: `Only ${open.en} of it are still held back.`,
  }),
  countedBelowReserved: (reserved: Text): Text => ({
    zh: `实数少于已预留的 ${reserved.zh}，请先释放预留，再登记盘点。`,
    en: `This is less than the ${reserved.en} that are held back: release some of it, then count.`,
  }),
  notToPick: (free: Text): Text => ({
    zh: `可提取的数量不够：不动用保底量，最多 ${free.zh}。`,
    en: `There is not enough to pick: ${free.en} at most, without the critical reserves.`,
  }),
} satisfies Words

export const entryKindNames = {
  in: { zh: '入库', en: 'In' },
  out: { zh: '出库', en: 'Out' },
  adjust: { zh: '盘点调整', en: 'Stock-take' },
  test_consumed: { zh: '检测耗用', en: 'Used in a test' },
  regenerate: { zh: '繁殖耗用', en: 'Used for regeneration' },
  discard: { zh: '剔除', en: 'Discarded' },
  reserve: { zh: '预留', en: 'Held back' },
  release: { zh: '释放预留', en: 'Released' },
  ship: { zh: '发出', en: 'Shipped' },
  return: { zh: '退回', en: 'Returned' },
} as const satisfies Words
