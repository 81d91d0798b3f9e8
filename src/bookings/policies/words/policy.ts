import type { Text, Words } from '../../../core/text.ts'

export const policyWords = {
  badClock: {
    zh: '应为 00:00 到 24:00 之间的时刻，例如 08:00。',
    en: 'Enter a time from 00:00 to 24:00, such as 08:00.',
  },
  badDay: { zh: '应为日期，例如 2026-10-01。', en: 'Enter a date, such as 2026-10-01.' },
  dayNeeded: { zh: '请至少勾选一天。', en: 'Tick at least one day.' },
  hoursInOrder: {
    zh: '结束时刻要晚于开始时刻；跨午夜的开放时间请分成两段。',
    en: 'The end must be after the start. Split hours that cross midnight into two rows.',
  },
  closureInOrder: {
    zh: '最后一天不能早于第一天。',
    en: 'The last day must not be before the first.',
  },
} satisfies Words

/** Of rules under which nobody could book or change anything; `shortest`: the shortest booking that the others allow. */
export const unusableWords = {
  beyondHorizon: (horizon: Text): Text => ({
    zh: `预约最多提前 ${horizon.zh}，请缩短这里的时间，或增大“最多提前”。`,
    en: `Bookings can be made at most ${horizon.en} ahead. Enter a shorter time here, or raise “Maximum notice”.`,
  }),
  noOwnLabs: {
    zh: '未填写本课题组，任何人都不能预约。请填写本课题组，或扩大开放范围。',
    en: 'No own labs are set, so no one could book. Add own labs, or open the instrument to more users.',
  },
  noneToCome: {
    zh: '至少为 1；不限次数请留空。',
    en: 'Enter at least 1, or leave empty for no limit.',
  },
  tooLittle: (shortest: Text): Text => ({
    zh: `按其他规则，预约最短为 ${shortest.zh}，超过此处的限制。请增大此值，或减小最短时长或时间间隔。`,
    en: `Under the other rules the shortest booking is ${shortest.en}, which exceeds this limit. Raise the limit, or lower the minimum length or the time step.`,
  }),
  noOpening: (shortest: Text): Text => ({
    zh: `各段开放时间均短于最短的预约（${shortest.zh}，起止须符合时间间隔）。请延长开放时间，或减小最短时长或时间间隔。`,
    en: `No opening period is long enough for the shortest booking (${shortest.en}, aligned to the time step). Extend the opening hours, or lower the minimum length or the time step.`,
  }),
} satisfies Words

export const presetNames = {
  open: { zh: '通用仪器，直接预约', en: 'General instrument, direct booking' },
  microscope: { zh: '显微镜，须经培训', en: 'Microscope, training required' },
  sorter: { zh: '分选仪，由技术人员操作', en: 'Sorter, operated by staff' },
  spectrometer: { zh: '谱仪，长时间运行', en: 'Spectrometer, long runs' },
} satisfies Words

/** The page on which staff write the rules. */
export const policyPageWords = {
  title: { zh: '预约规则', en: 'Booking rules' },
  lead: {
    zh: '留空的项目不作限制。保存后对新的预约和修改生效，已有的预约不变。',
    en: 'Empty fields mean no limit. The rules apply to new bookings and changes; existing bookings are not affected.',
  },
  preset: { zh: '从模板开始', en: 'Start from a template' },
  presetHint: {
    zh: '将替换下面填写的内容，保存后生效。',
    en: 'Replaces the values below. Takes effect when saved.',
  },
  usePreset: { zh: '套用', en: 'Apply' },
  when: { zh: '开放时间', en: 'Opening hours' },
  whenHint: {
    zh: '勾选星期并填写起止时间；全部留空表示全天开放，空行忽略不计。',
    en: 'Tick the days and enter the hours. If all rows are empty, it is open all day; empty rows are ignored.',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  row: (number: number): Text => ({ zh: `第 ${number} 行`, en: `Row ${number}` }),
  timezone: { zh: '时区', en: 'Time zone' },
  timezoneHint: {
    zh: '例如 Asia/Shanghai；留空则使用所属单位的时区。',
    en: 'For example Asia/Shanghai. Leave empty to use the institution’s time zone.',
  },
  closedDays: { zh: '不开放的日期', en: 'Closed days' },
  closedHint: {
    zh: '每行一个日期或一段起止日期，后面可写原因：2027-02-06 – 2027-02-12 春节',
    en: 'One date or range per line, optionally with a reason: 2027-02-06 – 2027-02-12 Spring Festival',
  },
  badClosed: (line: number): Text => ({
    zh: `第 ${line} 行不是日期，应为 2027-02-06 这样的格式。`,
    en: `Line ${line} is not a date. Use the form 2027-02-06.`,
  }),
  length: { zh: '时长与间隔', en: 'Length and gaps' },
  ahead: { zh: '提前时间', en: 'Notice' },
  who: { zh: '谁可以预约', en: 'Who may book' },
  quotas: { zh: '配额', en: 'Quotas' },
  quotasHint: {
    zh: '跨午夜的预约按实际时间分别计入两天。',
    en: 'A booking that crosses midnight is counted on each day for its part.',
  },
  peak: { zh: '高峰时段', en: 'Peak hours' },
  after: { zh: '修改、取消与计费', en: 'Changes, cancellation and charging' },
  audience: { zh: '开放到', en: 'Open to' },
  everybody: { zh: '所有人（默认）', en: 'everyone (default)' },
  notSet: { zh: '—', en: '—' },
  qualifications: { zh: '需要的资格', en: 'Required qualifications' },
  needsProject: { zh: '必须填写课题编号', en: 'Project number required' },
  ownLabs: { zh: '本课题组', en: 'Own labs' },
  ownLabsHint: {
    zh: '这些课题组的成员按“本课题组”收费和限制。',
    en: 'Members of these labs count as “own labs” for rates and limits.',
  },
  approval: { zh: '审批', en: 'Approval' },
  stale: {
    zh: '您填写的内容保留在下面，他人的修改见“历次版本”。再次保存将以您填写的内容为准。',
    en: 'Your entries are kept below. See the other changes under “Versions”. Saving again replaces them with your entries.',
  },
  moreRows: { zh: '添加行', en: 'Add rows' },
  approvalAlways: { zh: '所有预约均须审批', en: 'Every booking needs approval' },
  approvalAudiences: { zh: '须审批的用户', en: 'User groups that need approval' },
  quotaOf: { zh: '对象', en: 'For' },
  measure: { zh: '单位', en: 'Unit' },
  max: { zh: '最多', en: 'Maximum' },
  per: { zh: '周期', en: 'Per' },
  peakOnly: { zh: '只计高峰时段', en: 'Peak hours only' },
  person: { zh: '每人', en: 'Per person' },
  lab: { zh: '每个课题组', en: 'Per lab' },
  hours: { zh: '小时', en: 'Hours' },
  count: { zh: '次数', en: 'Bookings' },
  billBy: { zh: '计费依据', en: 'Charging basis' },
  note: { zh: '修改说明', en: 'Change note' },
  noteHint: {
    zh: '供日后查看版本时参考。',
    en: 'Shown in the list of versions.',
  },
  save: { zh: '保存规则', en: 'Save rules' },
  saved: (version: number): Text => ({
    zh: `规则已保存，当前为第 ${version} 版`,
    en: `Rules saved (version ${version})`,
  }),
  dryRun: { zh: '用以往的预约试算', en: 'Test on past bookings' },
  dryRunHint: {
    zh: '按这些规则重新检查以往的预约，列出现行规则允许而这些规则会拒绝的预约。不保存规则，也不影响任何预约。',
    en: 'Checks past bookings against these rules and lists those that the rules in force allow and these would refuse. Nothing is saved or changed.',
  },
  months: { zh: '回溯月数', en: 'Months to look back' },
  try: { zh: '试算', en: 'Test' },
  tried: (refused: number, bookings: number): Text => {
    if (bookings === 0)
      return { zh: '回溯期内没有预约可以检查。', en: 'There are no past bookings to test on.' }
    return refused === 0
      ? {
          zh: `回溯的 ${bookings} 次预约中，没有新增被拒绝的。`,
          en: `None of the last ${bookings} bookings would be newly refused.`,
        }
      : {
          zh: `回溯的 ${bookings} 次预约中，有 ${refused} 次将新增被拒绝。`,
          en: `${refused} of the last ${bookings} bookings would be newly refused.`,
        }
  },
  alreadyRefused: (count: number): Text => ({
    zh: `另有 ${count} 次，现行规则也会拒绝`,
    en: `${count} more, also refused by the rules in force`,
  }),
  alreadyHit: { zh: '现行规则也会拒绝的预约', en: 'Bookings that the rules in force also refuse' },
  firstOf: (count: number): Text => ({
    zh: `只列出最早的 ${count} 次。`,
    en: `Only the earliest ${count} are listed.`,
  }),
  cut: {
    zh: '预约较多，只检查了最近的 5,000 次。',
    en: 'Only the latest 5,000 bookings were checked.',
  },
  reason: { zh: '原因', en: 'Reason' },
  bookingsHit: { zh: '新增被拒绝的预约', en: 'Bookings that would be newly refused' },
  later: { zh: '下一页', en: 'Next' },
  earlier: { zh: '上一页', en: 'Previous' },
  shown: (from: number, to: number): Text => ({
    zh: `第 ${from}–${to} 次`,
    en: `${from}–${to}`,
  }),
  versions: { zh: '历次版本', en: 'Versions' },
  version: (number: number): Text => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  added: { zh: '新增', en: 'Added' },
  removed: { zh: '删除', en: 'Removed' },
  sameRules: { zh: '与上一版相同', en: 'Same as the previous version' },
  useVersion: { zh: '套用这一版', en: 'Use this version' },
  inWords: { zh: '现行规则', en: 'Rules in force' },
} satisfies Words

/** Numbers of the rules. */
export const ruleNames = {
  granularityMinutes: { zh: '时间间隔', en: 'Time step' },
  minMinutes: { zh: '最短时长', en: 'Minimum length' },
  maxMinutes: { zh: '最长时长', en: 'Maximum length' },
  bufferBeforeMinutes: { zh: '准备时间', en: 'Set-up time' },
  bufferAfterMinutes: { zh: '清理时间', en: 'Clean-up time' },
  gapMinutes: { zh: '同一人两次预约的间隔', en: 'Gap between bookings of one person' },
  leadMinutes: { zh: '至少提前', en: 'Minimum notice' },
  horizonDays: { zh: '最多提前', en: 'Maximum notice' },
  maxFutureCount: { zh: '每人未开始的预约次数', en: 'Upcoming bookings per person' },
  maxFutureMinutes: { zh: '每人未开始的预约时长', en: 'Upcoming hours per person' },
  peakMaxMinutes: { zh: '高峰时段内最长', en: 'Maximum length in peak hours' },
  approvalMinutes: { zh: '超过此时长须审批', en: 'Approval needed above' },
  editDeadlineMinutes: { zh: '修改截止（开始前）', en: 'Change deadline before start' },
  cancelDeadlineMinutes: { zh: '取消截止（开始前）', en: 'Cancellation deadline before start' },
  lateCancelFeeFen: { zh: '逾期取消收费', en: 'Late-cancellation fee' },
  noShowMinutes: { zh: '未到多久后释放', en: 'Release after no-show' },
  noShowFeeFen: { zh: '未到收费', en: 'No-show fee' },
  billRoundMinutes: { zh: '计费取整', en: 'Charging step' },
} satisfies Words

/** What the audit calls rules that are no single number. */
export const policyFieldNames = {
  timezone: policyPageWords.timezone,
  hours: policyPageWords.when,
  windows: policyPageWords.peak,
  days: { zh: '星期', en: 'Days' },
  from: policyPageWords.from,
  to: policyPageWords.to,
  why: { zh: '原因', en: 'Reason' },
  closedDays: policyPageWords.closedDays,
  quotas: policyPageWords.quotas,
  of: policyPageWords.quotaOf,
  measure: policyPageWords.measure,
  max: policyPageWords.max,
  per: policyPageWords.per,
  peakOnly: policyPageWords.peakOnly,
  peak: policyPageWords.peak,
  approval: policyPageWords.approval,
  always: policyPageWords.approvalAlways,
  audiences: policyPageWords.approvalAudiences,
  longerThanMinutes: ruleNames.approvalMinutes,
  qualifications: policyPageWords.qualifications,
  needsProject: policyPageWords.needsProject,
  ownLabs: policyPageWords.ownLabs,
  audience: policyPageWords.audience,
  billBy: policyPageWords.billBy,
} satisfies Words

/** And the codes in them. */
export const policyCodeNames = {
  of: { person: policyPageWords.person, lab: policyPageWords.lab },
  measure: { minutes: { zh: '分钟', en: 'Minutes' }, count: policyPageWords.count },
  per: {
    day: { zh: '天', en: 'Day' },
    week: { zh: '周', en: 'Week' },
    month: { zh: '月', en: 'Month' },
    year: { zh: '年', en: 'Year' },
  },
} as const

/** What a rule does, where its sentence does not say it. */
export const policyHints = {
  qualifications: {
    zh: '勾选的各项均须在有效期内；不勾选表示不要求资格。',
    en: 'All ticked qualifications must be held and valid. If none are ticked, none are required.',
  },
  approvalAlways: {
    zh: '时段先予保留，经管理人员批准后生效。',
    en: 'The time is held and confirmed once staff approve.',
  },
  approvalAudiences: {
    zh: '只有这些用户的预约须审批。',
    en: 'Only bookings of these user groups need approval.',
  },
  peak: {
    zh: '预约高峰时段，可另设上限、配额和价格。',
    en: 'Busy hours with their own limits, quotas and rates.',
  },
  billBy: { zh: '按预约时长计费（默认）。', en: 'Booked time is charged (default).' },
} satisfies Words
