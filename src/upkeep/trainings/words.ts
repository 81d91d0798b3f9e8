import type { Text, Words } from '../../core/text.ts'

export const trainingWords = {
  toCome: { zh: '近期培训', en: 'Upcoming training' },
  noneToCome: {
    zh: '近期没有培训。如有需要，请联系仪器的管理人员。',
    en: 'No upcoming training. Contact the instrument’s staff if you need one.',
  },
  trainings: { zh: '培训', en: 'Training' },
  noTrainings: { zh: '没有培训。', en: 'No training sessions.' },
  yours: { zh: '我的报名', en: 'Your enrolment' },
  when: { zh: '时间', en: 'When' },
  seatsTaken: ({ enrolled, seats }: { enrolled: number; seats: number }): Text => ({
    zh: `已报名\u00a0${enrolled}\u00a0/\u00a0${seats}`,
    en: `${enrolled}\u00a0of\u00a0${seats}\u00a0taken`,
  }),
  forMonths: (months: number | null): Text =>
    months === null
      ? { zh: '长期有效', en: 'no expiry' }
      : { zh: `有效 ${months} 个月`, en: `valid for ${months} months` },
  announce: { zh: '发布培训', en: 'Announce training' },
  announced: { zh: '培训已发布', en: 'Training announced' },
  cancel: { zh: '取消培训', en: 'Cancel training' },
  cancelAbout: {
    zh: '取消后不能恢复，已报名的人员会收到通知。',
    en: 'This cannot be undone. Everyone enrolled is notified.',
  },
  cancelledNow: {
    zh: '培训已取消，已通知报名人员',
    en: 'Training cancelled. Attendees have been notified',
  },
  noTraining: { zh: '该培训不存在。', en: 'This training does not exist.' },
  past: {
    zh: '开始时间已经过去，请选择今后的时间。',
    en: 'The start time is in the past. Choose a future time.',
  },
  cancelled: { zh: '这场培训已经取消。', en: 'This training has been cancelled.' },
} satisfies Words

export const trainingStateNames = {
  open: { tone: 'good', text: { zh: '可报名', en: 'Open' } },
  full: { tone: 'caution', text: { zh: '已满', en: 'Full' } },
  begun: { tone: 'note', text: { zh: '已开始', en: 'Started' } },
  cancelled: { tone: 'calm', text: { zh: '已取消', en: 'Cancelled' } },
} as const
