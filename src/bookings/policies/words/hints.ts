import type { Words } from '../../../core/text.ts'

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
