import type { Text, Words } from '../../core/text.ts'

export const germinationWords = {
  tests: { zh: '检测记录', en: 'Tests' },
  lead: {
    zh: '扫描培养皿标签即可登记计数；也可以按状态查看检测。',
    en: 'Scan a dish label to record its count, or filter tests by state.',
  },
  none: { zh: '没有符合条件的检测。', en: 'No matching tests.' },
  noneHint: { zh: '检测在批次页面上开始。', en: 'Start a test on the page of its lot.' },
  noneYet: { zh: '还没有检测。', en: 'Not tested yet.' },
  test: { zh: '检测', en: 'Test' },
  testOf: (code: string): Text => ({ zh: `活力检测 ${code}`, en: `Viability test ${code}` }),
  start: { zh: '开始检测', en: 'Start a test' },
  startAbout: {
    zh: '按方案取出种子，同时记入批次流水；粒数可以少于方案。',
    en: 'Seeds are taken from the lot as the protocol requires and recorded in its ledger. You can use fewer.',
  },
  started: (seeds: number): Text => ({
    zh: `检测已开始，取出 ${seeds} 粒`,
    en: `Test started with ${seeds} seeds`,
  }),
  startedHint: { zh: '留空为今天。', en: 'Leave empty for today.' },
  inFuture: { zh: '不能晚于今天。', en: 'Not later than today.' },
  beforeStart: { zh: '不能早于开始日期。', en: 'Not before the start date.' },
  asPlannedHint: { zh: '留空为方案规定。', en: 'Leave empty to follow the protocol.' },
  fewerHint: {
    zh: '种子不够时可以少于方案；留空为方案规定。',
    en: 'Fewer than the protocol if seed is scarce; leave empty to follow the protocol.',
  },
  old: { zh: '录入以前的结果', en: 'Add an earlier result' },
  oldAbout: {
    zh: '纸面上已有的结果，不从批次扣减种子。',
    en: 'For results already on paper; no seeds are taken from the lot.',
  },
  oldEntered: { zh: '结果已录入', en: 'Result added' },
  conclusiveHint: {
    zh: '粒数足够、过程没有差错，可以作为这个批次的活力。',
    en: 'Enough seeds were tested without mishap: the result can stand for the lot.',
  },
  scan: { zh: '扫描培养皿标签或输入检测编号', en: 'Scan a dish label or type a test code' },
  open: { zh: '打开', en: 'Open' },
  state: { zh: '状态', en: 'State' },
  seeds: { zh: '粒数', en: 'Seeds' },
  seedsOf: (seeds: number, planned: number | null): Text => ({
    zh: planned !== null && planned !== seeds ? `${seeds} 粒（方案 ${planned} 粒）` : `${seeds} 粒`,
    en: planned !== null && planned !== seeds ? `${seeds} (of ${planned} planned)` : `${seeds}`,
  }),
  percent: { zh: '活力（%）', en: 'Viability (%)' },
  startedOn: { zh: '开始', en: 'Started' },
  finishedOn: { zh: '结束', en: 'Ended' },
  protocol: { zh: '方案', en: 'Protocol' },
  conclusive: { zh: '有结论', en: 'Conclusive' },
  note: { zh: '备注', en: 'Note' },
  replicate: { zh: '重复', en: 'Replicate' },
  day: { zh: '第几天', en: 'Day' },
  dayHint: { zh: '开始后的天数。', en: 'Days since the start.' },
  corrects: { zh: '更正第几版', en: 'Corrects version' },
  correctsHint: {
    zh: '这皿这天已有计数时，写明所见的版本；没有则为 0。',
    en: 'If the dish was already counted that day, the version you saw; otherwise 0.',
  },
  countOf: (replicate: number, day: number): Text => ({
    zh: `重复 ${replicate}，第 ${day} 天`,
    en: `Replicate ${replicate}, day ${day}`,
  }),
  countOn: (day: number): Text => ({ zh: `第 ${day} 天的计数`, en: `Counts of day ${day}` }),
  otherDay: { zh: '换一天', en: 'Another day' },
  countAbout: {
    zh: '只记这一天新出现并取走的；没有就留空。',
    en: 'Count only what is new on this day and removed; leave the rest empty.',
  },
  countedSoFar: (counted: number, seeds: number): Text => ({
    zh: `已计 ${counted} / ${seeds} 粒`,
    en: `${counted} of ${seeds} counted`,
  }),
  saveCount: { zh: '保存，下一个', en: 'Save and next' },
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
    en: `More than was sown: only ${left} seeds of this dish are still uncounted.`,
  }),
  countedMeanwhile: (found: string, by: string | null): Text => ({
    zh: `${by ?? '有人'}已登记这皿这天的计数（${found}）。请核对；再次保存将作为更正。`,
    en: `${by ?? 'Somebody'} has already counted this dish for this day (${found}). Check it; saving again records a correction.`,
  }),
  correctsNothing: {
    zh: '这皿这天还没有计数，无可更正。',
    en: 'This dish was not counted that day, so there is nothing to correct.',
  },
  germination: { zh: '发芽曲线', en: 'Germination curve' },
  germinationAbout: (percent: string, days: number): Text => ({
    zh: `${days} 天内发芽 ${percent}%；阴影为各重复的范围。`,
    en: `${percent}% germinated within ${days} days; the shading is the range of the replicates.`,
  }),
  pointText: (day: number, percent: string): Text => ({
    zh: `第 ${day} 天 ${percent}%`,
    en: `Day ${day}: ${percent}%`,
  }),
  result: { zh: '结果', en: 'Result' },
  untilNow: { zh: '到目前', en: 'So far' },
  error: { zh: '重复间标准误', en: 'Standard error' },
  half: { zh: '半数发芽天数', en: 'Days to 50% germination' },
  mean: { zh: '平均发芽天数', en: 'Mean germination time' },
  days: (days: string): Text => ({ zh: `${days} 天`, en: `${days} days` }),
  counts: { zh: '计数', en: 'Counts' },
  when: { zh: '登记', en: 'Recorded' },
  who: { zh: '经办人', en: 'By' },
  noCounts: { zh: '还没有计数。', en: 'No counts yet.' },
  finish: { zh: '完成检测', en: 'Finish the test' },
  finishAbout: {
    zh: '完成后不能再计数或更正，结果决定下次检测日期。',
    en: 'No more counts or corrections are possible afterwards; the result determines the next test date.',
  },
  finished: (percent: string): Text => ({
    zh: `检测已完成：活力 ${percent}%`,
    en: `Test finished: ${percent}% viable`,
  }),
  uncounted: {
    zh: '还有种子没有计数，不能作为有结论的结果。请先计完，或不勾选“有结论”。',
    en: 'Some seeds are not counted, so the result is not conclusive. Count them first, or untick “Conclusive”.',
  },
  nothingCounted: {
    zh: '还没有任何计数：请先登记计数，或放弃检测。',
    en: 'No counts yet: record counts first, or abandon the test.',
  },
  abandon: { zh: '放弃检测', en: 'Abandon the test' },
  abandonAbout: {
    zh: '例如霉变或断电。已取出的种子不退回，结果不计入。',
    en: 'For example after mould or a power cut. The seeds are not returned, and there is no result.',
  },
  abandoned: { zh: '检测已放弃', en: 'Test abandoned' },
  hasEnded: {
    zh: '这次检测已结束，不能再修改。',
    en: 'This test has ended and can no longer be changed.',
  },
  noTest: { zh: '没有这次检测。', en: 'No such test.' },
  labels: { zh: '打印标签', en: 'Print labels' },
} satisfies Words

export const testStateNames = {
  running: { tone: 'note', text: { zh: '进行中', en: 'Running' } },
  finished: { tone: 'good', text: { zh: '已完成', en: 'Finished' } },
  abandoned: { tone: 'calm', text: { zh: '已放弃', en: 'Abandoned' } },
} as const

/** What the audit calls fields that no form asks for. */
export const testFieldNames = {
  lot: { zh: '批次', en: 'Lot' },
  count: { zh: '正常 · 不正常 · 硬实 · 死 · 空', en: 'Normal · abnormal · hard · dead · empty' },
  abandonedReason: { zh: '放弃原因', en: 'Reason for abandoning' },
} satisfies Words
