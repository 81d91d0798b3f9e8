import type { Text, Words } from '../../core/text.ts'

export const germinationWords = {
  tests: { zh: '检测记录', en: 'Tests' },
  lead: {
    zh: '扫描培养皿标签即可登记计数；也可以按状态查看检测。',
    en: 'Scan the label of a dish to enter its count, or look at tests by state.',
  },
  none: { zh: '没有符合条件的检测。', en: 'There are no such tests.' },
  noneHint: { zh: '检测在批次页面上开始。', en: 'Tests begin on the page of their lot.' },
  noneYet: { zh: '还没有检测。', en: 'Not tested yet.' },
  test: { zh: '检测', en: 'Test' },
  testOf: (code: string): Text => ({ zh: `活力检测 ${code}`, en: `Viability test ${code}` }),
  start: { zh: '开始检测', en: 'Begin a test' },
  startAbout: {
    zh: '按方案取出种子，同时记入批次流水；粒数可以少于方案。',
    en: 'Seeds are taken of the lot by the protocol, and entered in its ledger; there may be fewer.',
  },
  started: (seeds: number): Text => ({
    zh: `检测已开始，取出 ${seeds} 粒`,
    en: `The test has begun, with ${seeds} seeds`,
  }),
  startedHint: { zh: '留空为今天。', en: 'Empty: today.' },
  inFuture: { zh: '不能晚于今天。', en: 'Not later than today.' },
  beforeStart: { zh: '不能早于开始日期。', en: 'Not before it began.' },
  asPlannedHint: { zh: '留空为方案规定。', en: 'Empty: as the protocol says.' },
  fewerHint: {
    zh: '种子不够时可以少于方案；留空为方案规定。',
    en: 'Fewer than the protocol says where seed is scarce; empty: as it says.',
  },
  old: { zh: '录入以前的结果', en: 'Enter an older result' },
  oldAbout: {
    zh: '纸面上已有的结果，不从批次扣减种子。',
    en: 'A result that is on paper already; no seeds are taken of the lot.',
  },
  oldEntered: { zh: '结果已录入', en: 'The result is entered' },
  conclusiveHint: {
    zh: '粒数足够、过程没有差错，可以作为这个批次的活力。',
    en: 'Enough seeds, nothing went wrong: it may stand as the viability of the lot.',
  },
  scan: { zh: '扫描培养皿标签或输入检测编号', en: 'Label of a dish, scanned, or code of a test' },
  open: { zh: '打开', en: 'Open' },
  state: { zh: '状态', en: 'State' },
  seeds: { zh: '粒数', en: 'Seeds' },
  seedsOf: (seeds: number, planned: number | null): Text => ({
    zh: planned !== null && planned !== seeds ? `${seeds} 粒（方案 ${planned} 粒）` : `${seeds} 粒`,
    en: planned !== null && planned !== seeds ? `${seeds} (of ${planned} planned)` : `${seeds}`,
  }),
  percent: { zh: '活力（%）', en: 'Viability (%)' },
  startedOn: { zh: '开始', en: 'Begun' },
  finishedOn: { zh: '结束', en: 'Ended' },
  protocol: { zh: '方案', en: 'Protocol' },
  conclusive: { zh: '有结论', en: 'Conclusive' },
  note: { zh: '备注', en: 'Note' },
  replicate: { zh: '重复', en: 'Replicate' },
  day: { zh: '第几天', en: 'Day' },
  dayHint: { zh: '开始后的天数。', en: 'Days since it began.' },
  corrects: { zh: '更正第几版', en: 'Corrects version' },
  correctsHint: {
    zh: '这皿这天已有计数时，写明所见的版本；没有则为 0。',
    en: 'Where the dish was counted that day already: the version that you saw; 0 where it was not.',
  },
  countOf: (replicate: number, day: number): Text => ({
    zh: `重复 ${replicate}，第 ${day} 天`,
    en: `Replicate ${replicate}, day ${day}`,
  }),
  countOn: (day: number): Text => ({ zh: `第 ${day} 天的计数`, en: `Counts of day ${day}` }),
  otherDay: { zh: '换一天', en: 'Another day' },
  countAbout: {
    zh: '只记这一天新出现并取走的；没有就留空。',
    en: 'Count only what is new on this day and taken out; leave the others empty.',
  },
  countedSoFar: (counted: number, seeds: number): Text => ({
    zh: `已计 ${counted} / ${seeds} 粒`,
    en: `${counted} of ${seeds} counted`,
  }),
  saveCount: { zh: '保存，下一个', en: 'Save, next' },
  corrected: { zh: '更正计数', en: 'Correct the count' },
  counted: (replicate: number, day: number, normal: number): Text => ({
    zh: `重复 ${replicate} 第 ${day} 天：正常幼苗 ${normal}`,
    en: `Replicate ${replicate}, day ${day}: ${normal} normal`,
  }),
  allCounted: (day: number): Text => ({
    zh: `第 ${day} 天的各重复都已计数。`,
    en: `Every replicate is counted for day ${day}.`,
  }),
  dishes: { zh: '各重复', en: 'Replicates' },
  noReplicate: (replicate: number): Text => ({
    zh: `这次检测没有重复 ${replicate}。`,
    en: `This test has no replicate ${replicate}.`,
  }),
  notCountedHere: (category: Text): Text => ({
    zh: `这次检测的方案不计“${category.zh}”。`,
    en: `The protocol of this test does not count “${category.en}”.`,
  }),
  moreThanSown: (left: number): Text => ({
    zh: `超过播种粒数：这皿还剩 ${left} 粒没有计。`,
    en: `More than was sown: ${left} seeds of this dish are not counted yet.`,
  }),
  countedMeanwhile: (found: string, by: string | null): Text => ({
    zh: `${by ?? '有人'}已登记这皿这天的计数（${found}）。请核对；再次保存将作为更正。`,
    en: `${by ?? 'Somebody'} has counted this dish for this day (${found}). Check it; saved again, yours corrects it.`,
  }),
  correctsNothing: {
    zh: '这皿这天还没有计数，无可更正。',
    en: 'This dish was not counted that day: there is nothing to correct.',
  },
  germination: { zh: '发芽曲线', en: 'Germination' },
  germinationAbout: (percent: string, days: number): Text => ({
    zh: `${days} 天内发芽 ${percent}%；阴影为各重复的范围。`,
    en: `${percent}% germinated within ${days} days; shaded is the range of replicates.`,
  }),
  pointText: (day: number, percent: string): Text => ({
    zh: `第 ${day} 天 ${percent}%`,
    en: `Day ${day}: ${percent}%`,
  }),
  result: { zh: '结果', en: 'Result' },
  untilNow: { zh: '到目前', en: 'Until now' },
  error: { zh: '重复间标准误', en: 'Standard error' },
  half: { zh: '半数发芽天数', en: 'Half germinated after' },
  mean: { zh: '平均发芽天数', en: 'Mean time' },
  days: (days: string): Text => ({ zh: `${days} 天`, en: `${days} d` }),
  counts: { zh: '计数', en: 'Counts' },
  when: { zh: '登记', en: 'Entered' },
  who: { zh: '经办人', en: 'By' },
  noCounts: { zh: '还没有计数。', en: 'Nothing is counted yet.' },
  finish: { zh: '完成检测', en: 'Finish the test' },
  finishAbout: {
    zh: '完成后不能再计数或更正，结果决定下次检测日期。',
    en: 'Nothing is counted or corrected any more; the result decides when the lot is tested next.',
  },
  finished: (percent: string): Text => ({
    zh: `检测已完成：活力 ${percent}%`,
    en: `The test is finished: ${percent}% viable`,
  }),
  uncounted: {
    zh: '还有种子没有计数，不能作为有结论的结果。请先计完，或不勾选“有结论”。',
    en: 'Some seeds are not counted: that is not conclusive. Count them first, or leave “Conclusive” unticked.',
  },
  nothingCounted: {
    zh: '还没有任何计数：请先登记计数，或放弃检测。',
    en: 'Nothing is counted: enter counts first, or give the test up.',
  },
  abandon: { zh: '放弃检测', en: 'Give the test up' },
  abandonAbout: {
    zh: '例如霉变或断电。已取出的种子不退回，结果不计入。',
    en: 'As with mould or a power cut. Its seeds stay taken, and it has no result.',
  },
  abandoned: { zh: '检测已放弃', en: 'The test is given up' },
  hasEnded: {
    zh: '这次检测已结束，不能再改动。',
    en: 'This test has ended: nothing of it is changed any more.',
  },
  noTest: { zh: '没有这次检测。', en: 'There is no such test.' },
  labels: { zh: '打印标签', en: 'Print labels' },
} satisfies Words

export const testStateNames = {
  running: { tone: 'note', text: { zh: '进行中', en: 'Running' } },
  finished: { tone: 'good', text: { zh: '已完成', en: 'Finished' } },
  abandoned: { tone: 'calm', text: { zh: '已放弃', en: 'Given up' } },
} as const

/** What the audit calls fields that no form asks for. */
export const testFieldNames = {
  lot: { zh: '批次', en: 'Lot' },
  count: { zh: '正常 · 不正常 · 硬实 · 死 · 空', en: 'Normal · abnormal · hard · dead · empty' },
  abandonedReason: { zh: '放弃原因', en: 'Why it was given up' },
} satisfies Words
