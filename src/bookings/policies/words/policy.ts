import type { Text, Words } from '../../../core/text.ts'

export const policyWords = {
  badClock: {
    zh: '应为 00:00 到 24:00 之间的时刻，例如 08:00。',
    en: 'A time of day from 00:00 to 24:00, such as 08:00.',
  },
  badDay: { zh: '应为日期，例如 2026-10-01。', en: 'A day, such as 2026-10-01.' },
  hoursInOrder: {
    zh: '结束时刻要晚于开始时刻；跨午夜的开放时间请分成两段。',
    en: 'The end comes after the start; hours over midnight are written as two spans.',
  },
  closureInOrder: {
    zh: '最后一天不能早于第一天。',
    en: 'The last day does not come before the first.',
  },
} satisfies Words

/** Of rules under which nobody could book or change anything; `shortest`: the shortest booking that the others allow. */
export const unusableWords = {
  beyondHorizon: (horizon: Text): Text => ({
    zh: `最多只能提前 ${horizon.zh}预约，这里应更短，或改大“最多提前”。`,
    en: `Bookings are made ${horizon.en} ahead at most: make this shorter, or “Ahead at most” longer.`,
  }),
  noOwnLabs: {
    zh: '没有写明所属课题组，谁都不能预约。请填写所属课题组，或开放到更大范围。',
    en: 'No own labs are named, so nobody could book: name them, or open it to more people.',
  },
  noneToCome: {
    zh: '至少为 1，否则谁都不能预约；不限次数请留空。',
    en: 'At least 1, or nobody could book; leave it empty for no limit.',
  },
  tooLittle: (shortest: Text): Text => ({
    zh: `按其他规则，最短的预约也要 ${shortest.zh}，这里放不下。请改大，或改小最短时长、时间间隔。`,
    en: `By the other rules the shortest booking takes ${shortest.en}, which is more than this allows: raise it, or lower the shortest length or the steps of time.`,
  }),
  noOpening: (shortest: Text): Text => ({
    zh: `没有一段开放时间放得下最短的预约（${shortest.zh}，始末都在整格上）。请延长开放时间，或改小最短时长、时间间隔。`,
    en: `No opening holds the shortest booking (${shortest.en}, on the steps of time): lengthen the hours, or lower the shortest length or the steps.`,
  }),
} satisfies Words

export const presetNames = {
  open: { zh: '随到随用的通用仪器', en: 'General instrument, open to all' },
  microscope: { zh: '需要培训的显微镜', en: 'Microscope for trained people' },
  sorter: { zh: '由技术人员操作的分选仪', en: 'Sorter run by staff' },
  spectrometer: { zh: '长时间运行的谱仪', en: 'Spectrometer that runs for long' },
} satisfies Words

/** The page on which staff write the rules. */
export const policyPageWords = {
  title: { zh: '预约规则', en: 'Booking rules' },
  lead: {
    zh: '留空的项目不作限制。保存后只对新的预约和改动生效，已有的预约不变。',
    en: 'What is left empty is not limited. Saved rules hold for new bookings and changes; those that are made stay.',
  },
  preset: { zh: '从模板开始', en: 'Begin with a preset' },
  presetHint: {
    zh: '会替换下面填写的内容，保存之前不生效。',
    en: 'It takes the place of what stands below; nothing holds until it is saved.',
  },
  usePreset: { zh: '套用', en: 'Use it' },
  when: { zh: '开放时间', en: 'When it is open' },
  whenHint: {
    zh: '勾选日子，填写从几点到几点；不填任何一行表示全天开放。空行会被忽略。',
    en: 'Tick days and give the span; without any row it is open all day. Empty rows do not count.',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  row: (number: number): Text => ({ zh: `第 ${number} 行`, en: `Row ${number}` }),
  timezone: { zh: '时区', en: 'Time zone' },
  timezoneHint: {
    zh: '例如 Asia/Shanghai；留空用所属机构的时区。',
    en: 'Such as Asia/Shanghai; empty: that of its institution.',
  },
  closedDays: { zh: '不开放的日期', en: 'Closed days' },
  closedHint: {
    zh: '每行一个日期，或起止两个日期，后面可以写原因：2027-02-06 – 2027-02-12 春节',
    en: 'One a line: a date, or two, then why: 2027-02-06 – 2027-02-12 Spring Festival',
  },
  badClosed: (line: number): Text => ({
    zh: `第 ${line} 行不是日期，应为 2027-02-06 这样的格式。`,
    en: `Line ${line} is no date: write 2027-02-06.`,
  }),
  length: { zh: '时长与间隔', en: 'Lengths and gaps' },
  ahead: { zh: '提前量', en: 'How far ahead' },
  who: { zh: '谁可以预约', en: 'Who may book' },
  quotas: { zh: '配额', en: 'Quotas' },
  quotasHint: {
    zh: '跨午夜的预约按各自占用的时间分别计入两天。',
    en: 'A booking over midnight counts on both days, by the part that lies in each.',
  },
  peak: { zh: '高峰时段', en: 'Peak' },
  after: { zh: '改动、取消与计费', en: 'Changing, cancelling, charging' },
  audience: { zh: '开放到', en: 'Open to' },
  audienceHint: {
    zh: '包括它前面的各类使用者。',
    en: 'Includes those named before it.',
  },
  unlimited: { zh: '不限', en: 'Not limited' },
  qualifications: { zh: '需要的资格', en: 'Qualifications' },
  needsProject: { zh: '必须填写课题编号', en: 'A project must be named' },
  ownLabs: { zh: '所属课题组', en: 'Its own labs' },
  ownLabsHint: {
    zh: '它们的成员按“本课题组”收费和限制。',
    en: 'Their members are “own lab” in rates and limits.',
  },
  approval: { zh: '审核', en: 'A yes of staff' },
  stale: {
    zh: '刚填写的内容还在下面，现行规则和各版的差别见“历次版本”；再次保存就以这里的内容为准。',
    en: 'What was typed stands below, and what changed meanwhile under “Versions”; saved again, it takes the place of those rules.',
  },
  moreRows: { zh: '再加几行', en: 'More rows' },
  approvalAlways: { zh: '每次预约都要审核', en: 'Staff confirms every booking' },
  approvalAudiences: { zh: '要审核的使用者', en: 'Whose bookings staff confirms' },
  quotaOf: { zh: '对象', en: 'Of' },
  measure: { zh: '单位', en: 'In' },
  max: { zh: '最多', en: 'At most' },
  per: { zh: '周期', en: 'Per' },
  peakOnly: { zh: '只计高峰时段', en: 'At peak only' },
  person: { zh: '每人', en: 'A person' },
  lab: { zh: '每个课题组', en: 'A lab' },
  hours: { zh: '小时', en: 'Hours' },
  count: { zh: '次数', en: 'Bookings' },
  none: { zh: '—', en: '—' },
  billBy: { zh: '计费依据', en: 'Charged by' },
  note: { zh: '修改说明', en: 'Why they change' },
  noteHint: {
    zh: '写给以后查看版本的人。',
    en: 'For whoever reads the list of versions.',
  },
  save: { zh: '保存规则', en: 'Save the rules' },
  saved: (version: number): Text => ({
    zh: `规则已保存，现为第 ${version} 版`,
    en: `The rules are saved: version ${version}`,
  }),
  dryRun: { zh: '用以往的预约试一试', en: 'Try on past bookings' },
  dryRunHint: {
    zh: '按这些规则重新判断以往的预约，看哪些会被拒绝；不保存，也不影响任何预约。',
    en: 'Judges past bookings again by these rules and says which would have been refused. Nothing is saved or changed.',
  },
  months: { zh: '回看几个月', en: 'Months back' },
  try: { zh: '试一试', en: 'Try' },
  tried: (refused: number, bookings: number): Text => ({
    zh: `${bookings} 次预约中有 ${refused} 次会被拒绝。`,
    en: `${refused} of ${bookings} bookings would have been refused.`,
  }),
  cut: {
    zh: '预约太多，只试了最近的 5,000 次。',
    en: 'There are more: the latest 5,000 were tried.',
  },
  reason: { zh: '原因', en: 'Reason' },
  bookingsHit: { zh: '会被拒绝的预约', en: 'Bookings that would have been refused' },
  later: { zh: '后面的', en: 'Next' },
  earlier: { zh: '前面的', en: 'Back' },
  shown: (from: number, to: number): Text => ({
    zh: `第 ${from}–${to} 次`,
    en: `${from} to ${to}`,
  }),
  versions: { zh: '历次版本', en: 'Versions' },
  version: (number: number): Text => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  added: { zh: '新增', en: 'Added' },
  removed: { zh: '去掉', en: 'Removed' },
  sameRules: { zh: '与上一版相同', en: 'The same as before' },
  useVersion: { zh: '用这一版填写', en: 'Fill the form with it' },
  inWords: { zh: '现行规则', en: 'In force now' },
} satisfies Words

/** Numbers of the rules. */
export const ruleNames = {
  granularityMinutes: { zh: '时间间隔', en: 'Steps of time' },
  minMinutes: { zh: '最短时长', en: 'Shortest' },
  maxMinutes: { zh: '最长时长', en: 'Longest' },
  bufferBeforeMinutes: { zh: '之前准备', en: 'Kept free before' },
  bufferAfterMinutes: { zh: '之后清理', en: 'Kept free after' },
  gapMinutes: { zh: '同一人两次之间', en: 'Between two of one person' },
  leadMinutes: { zh: '至少提前', en: 'Ahead at least' },
  horizonDays: { zh: '最多提前', en: 'Ahead at most' },
  maxFutureCount: { zh: '每人未进行的次数', en: 'To come for each person' },
  maxFutureMinutes: { zh: '每人未进行的时长', en: 'Hours to come for each person' },
  peakMaxMinutes: { zh: '高峰时段内最长', en: 'Longest at peak' },
  approvalMinutes: { zh: '超过多久要审核', en: 'Confirmed when longer than' },
  editDeadlineMinutes: { zh: '开始前多久不能改动', en: 'No change within' },
  cancelDeadlineMinutes: { zh: '开始前多久算迟取消', en: 'Cancelling is late within' },
  lateCancelFeeFen: { zh: '迟取消收费', en: 'Fee for cancelling late' },
  noShowMinutes: { zh: '未到多久释放', en: 'Given back when nobody came for' },
  noShowFeeFen: { zh: '未到收费', en: 'Fee for not coming' },
  billRoundMinutes: { zh: '计费取整', en: 'Charged in steps of' },
} satisfies Words

/** What each rule does, under its field. */
export const policyHints = {
  granularityMinutes: {
    zh: '开始和结束都落在这样的整格上，例如 15。',
    en: 'Starts and ends fall on such steps, such as 15.',
  },
  minMinutes: { zh: '更短的预约会被拒绝。', en: 'Anything shorter is refused.' },
  maxMinutes: { zh: '一次预约不能更长。', en: 'One booking is not longer.' },
  bufferBeforeMinutes: {
    zh: '每次之前另占的时间，不计费。',
    en: 'Taken before each booking, not charged.',
  },
  bufferAfterMinutes: {
    zh: '每次之后另占的时间，不计费。',
    en: 'Taken after each booking, not charged.',
  },
  gapMinutes: {
    zh: '让别人也能排上，例如 2。',
    en: 'Lets others come between, such as 2.',
  },
  leadMinutes: {
    zh: '离开始更近时不能再预约。',
    en: 'Closer to its start nothing is booked.',
  },
  horizonDays: { zh: '更远的日子还不开放。', en: 'Later days are not given yet.' },
  maxFutureCount: { zh: '等审核的也算。', en: 'Those that wait for a yes count.' },
  maxFutureMinutes: {
    zh: '等审核的也算，合计。',
    en: 'All together; those that wait for a yes count.',
  },
  peakMaxMinutes: {
    zh: '一次预约落在高峰时段内的部分。',
    en: 'The part of one booking that lies in them.',
  },
  approvalMinutes: {
    zh: '更长的预约先等管理人员同意。',
    en: 'Longer bookings wait for a yes of staff.',
  },
  editDeadlineMinutes: {
    zh: '离开始更近时，本人不能再改时间。',
    en: 'Closer to the start its person changes nothing any more.',
  },
  cancelDeadlineMinutes: {
    zh: '仍可取消，但记为迟取消，例如 24。',
    en: 'It can be cancelled still, and counts as late, such as 24.',
  },
  lateCancelFeeFen: {
    zh: '时间又被别人约满时免收。',
    en: 'Waived when others take the time.',
  },
  noShowMinutes: {
    zh: '开始后这么久没人来，就让给别人。',
    en: 'So long after the start it is given to others.',
  },
  noShowFeeFen: { zh: '未到并被释放时收取。', en: 'Charged when nobody came.' },
  billRoundMinutes: {
    zh: '计费时长向上取整，例如 15。',
    en: 'Time is rounded up to it, such as 15.',
  },
  qualifications: {
    zh: '每一项都要在有效期内；一项不勾表示不需要。',
    en: 'Each has to be held and not expired; none ticked, none needed.',
  },
  needsProject: {
    zh: '没有课题编号的预约会被拒绝。',
    en: 'A booking without the number of a project is refused.',
  },
  approvalAlways: {
    zh: '先占住时间，管理人员同意后生效。',
    en: 'The time is kept, and holds once staff says yes.',
  },
  approvalAudiences: {
    zh: '只有这些人的预约要先同意。',
    en: 'Only theirs wait for a yes.',
  },
  peak: {
    zh: '抢手的时段：可以另设上限、配额和价格。',
    en: 'Times that everybody wants: with limits, quotas and rates of their own.',
  },
  billBy: { zh: '不选时按预约的时间。', en: 'Not chosen: the time that was booked.' },
} satisfies Words
