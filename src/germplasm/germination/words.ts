import type { Text, Words } from '../../core/text.ts'

export const germinationWords = {
  tests: { zh: '检测记录', en: 'Tests' },
  lead: {
    zh: '扫描培养皿标签即可登记计数；也可以按状态查看检测。',
    en: 'Scan a dish label to record its count, or filter tests by status.',
  },
  none: { zh: '没有符合条件的检测。', en: 'No matching tests.' },
  noneHint: { zh: '检测在批次页面上开始。', en: 'Tests are started on the lot’s page.' },
  noneYet: { zh: '还没有检测。', en: 'Not tested yet.' },
  test: { zh: '检测', en: 'Test' },
  testOf: (code: string): Text => ({ zh: `活力检测 ${code}`, en: `Viability test ${code}` }),
  start: { zh: '开始检测', en: 'Start a test' },
  startAbout: {
    zh: '按方案取出种子，同时记入批次流水；粒数可以少于方案。',
    en: 'Seeds are taken from the lot according to the protocol and recorded in its ledger. You can use fewer.',
  },
  started: (seeds: number): Text => ({
    zh: `检测已开始，取出 ${seeds} 粒`,
    en: `Test started with ${seeds} seeds`,
  }),
  startedHint: { zh: '留空为今天。', en: 'Leave empty for today.' },
  inFuture: { zh: '不能晚于今天。', en: 'Cannot be later than today.' },
  beforeStart: { zh: '不能早于开始日期。', en: 'Cannot be before the start date.' },
  asPlannedHint: { zh: '留空表示按方案规定。', en: 'Leave empty to follow the protocol.' },
  fewerHint: {
    zh: '种子不足时可以少于方案；留空表示按方案规定。',
    en: 'Use fewer than the protocol if seed is scarce. Leave empty to follow the protocol.',
  },
  old: { zh: '录入以前的结果', en: 'Add an earlier result' },
  oldAbout: {
    zh: '用于已有的纸面结果，不从批次扣减种子。',
    en: 'For results already recorded on paper. No seeds are taken from the lot.',
  },
  oldEntered: { zh: '结果已录入', en: 'Result added' },
  conclusiveHint: {
    zh: '粒数足够且过程无误，可以作为该批次的活力。',
    en: 'Enough seeds were tested without errors; the result represents the lot.',
  },
  scan: { zh: '扫描培养皿标签或输入检测编号', en: 'Scan a dish label or enter a test code' },
  open: { zh: '打开', en: 'Open' },
  state: { zh: '状态', en: 'Status' },
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
  corrects: { zh: '更正的版本', en: 'Version corrected' },
  correctsHint: {
    zh: '该培养皿当天已有计数时，填写您看到的版本；没有则为 0。',
    en: 'If the dish was already counted on that day, the version you saw; otherwise 0.',
  },
  countOf: (replicate: number, day: number): Text => ({
    zh: `重复 ${replicate}，第 ${day} 天`,
    en: `Replicate ${replicate}, day ${day}`,
  }),
  countOn: (day: number): Text => ({ zh: `第 ${day} 天的计数`, en: `Counts of day ${day}` }),
  otherDay: { zh: '选择其他日期', en: 'Choose another day' },
  countAbout: {
    zh: '只登记当天新出现并已取走的；没有则留空。',
    en: 'Count only seedlings that are new on this day and were removed; leave the rest empty.',
  },
  countedSoFar: (counted: number, seeds: number): Text => ({
    zh: `已计 ${counted} / ${seeds} 粒`,
    en: `${counted} of ${seeds} counted`,
  }),
  saveCount: { zh: '保存，下一个', en: 'Save and next' },
  corrected: { zh: '更正计数', en: 'Correct count' },
  counted: (replicate: number, day: number, normal: number): Text => ({
    zh: `重复 ${replicate} 第 ${day} 天：正常幼苗 ${normal}`,
    en: `Replicate ${replicate}, day ${day}: ${normal} normal seedlings`,
  }),
  allCounted: (day: number): Text => ({
    zh: `第 ${day} 天的各重复都已计数。`,
    en: `All replicates have been counted for day ${day}.`,
  }),
  dishes: { zh: '各重复', en: 'Replicates' },
  noReplicate: (replicate: number): Text => ({
    zh: `这次检测没有重复 ${replicate}。`,
    en: `This test has no replicate ${replicate}.`,
  }),
  notCountedHere: (category: Text): Text => ({
    zh: `检测方案不计“${category.zh}”。`,
    en: `The test protocol does not count “${category.en}”.`,
  }),
  moreThanSown: (left: number): Text => ({
    zh: `超过播种粒数：该培养皿还有 ${left} 粒未计数。`,
    en: `More than were sown. Only ${left} seeds of this dish are still uncounted.`,
  }),
  countedMeanwhile: (found: string, by: string | null): Text => ({
    zh: `${by ?? '其他人'}已登记该培养皿当天的计数（${found}）。请核对；再次保存将作为更正。`,
    en: `${by ?? 'Someone else'} has already counted this dish for this day (${found}). Check it; saving again records a correction.`,
  }),
  correctsNothing: {
    zh: '该培养皿当天没有计数，无需更正。',
    en: 'This dish was not counted on that day, so there is nothing to correct.',
  },
  germination: { zh: '发芽曲线', en: 'Germination curve' },
  germinationAbout: (percent: string, days: number): Text => ({
    zh: `${days} 天内发芽 ${percent}%；阴影表示各重复的范围。`,
    en: `${percent}% germinated within ${days} days; shading shows the range across replicates.`,
  }),
  pointText: (day: number, percent: string): Text => ({
    zh: `第 ${day} 天 ${percent}%`,
    en: `Day ${day}: ${percent}%`,
  }),
  result: { zh: '结果', en: 'Result' },
  untilNow: { zh: '截至目前', en: 'So far' },
  error: { zh: '重复间标准误', en: 'Standard error' },
  half: { zh: '半数发芽天数', en: 'Days to 50% germination' },
  mean: { zh: '平均发芽天数', en: 'Mean germination time' },
  days: (days: string): Text => ({ zh: `${days} 天`, en: `${days} days` }),
  counts: { zh: '计数', en: 'Counts' },
  when: { zh: '登记', en: 'Recorded' },
  who: { zh: '经办人', en: 'Recorded by' },
  noCounts: { zh: '还没有计数。', en: 'No counts yet.' },
  finish: { zh: '完成检测', en: 'Finish test' },
  finishAbout: {
    zh: '完成后不能再计数或更正，结果决定下次检测日期。',
    en: 'Counts can no longer be added or corrected afterwards. The result determines the next test date.',
  },
  finished: (percent: string): Text => ({
    zh: `检测已完成：活力 ${percent}%`,
    en: `Test finished: viability ${percent}%`,
  }),
  uncounted: {
    zh: '还有种子没有计数，不能作为有结论的结果。请先计完，或不勾选“有结论”。',
    en: 'Some seeds have not been counted, so the result is not conclusive. Count them first, or untick “Conclusive”.',
  },
  nothingCounted: {
    zh: '还没有计数：请先登记计数，或放弃检测。',
    en: 'No counts yet. Record counts first, or abandon the test.',
  },
  abandon: { zh: '放弃检测', en: 'Abandon test' },
  abandonAbout: {
    zh: '例如霉变或断电。已取出的种子不退回，不产生结果。',
    en: 'For example because of mould or a power cut. Seeds are not returned and no result is recorded.',
  },
  abandoned: { zh: '检测已放弃', en: 'Test abandoned' },
  hasEnded: {
    zh: '这次检测已结束，不能再修改。',
    en: 'This test has ended and can no longer be changed.',
  },
  noTest: { zh: '检测不存在。', en: 'This test does not exist.' },
  labels: { zh: '打印标签', en: 'Print labels' },
} satisfies Words

export const testStateNames = {
  running: { tone: 'note', text: { zh: '进行中', en: 'In progress' } },
  finished: { tone: 'good', text: { zh: '已完成', en: 'Finished' } },
  abandoned: { tone: 'calm', text: { zh: '已放弃', en: 'Abandoned' } },
} as const

/** What the audit calls fields that no form asks for. */
export const testFieldNames = {
  lot: { zh: '批次', en: 'Lot' },
  count: { zh: '正常 · 不正常 · 硬实 · 死 · 空', en: 'Normal · abnormal · hard · dead · empty' },
  abandonedReason: { zh: '放弃原因', en: 'Reason for abandoning' },
} satisfies Words
