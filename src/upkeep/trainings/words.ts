import type { Text, Words } from '../../core/text.ts'

export const trainingWords = {
  toCome: { zh: '近期培训', en: 'Trainings to come' },
  noneToCome: {
    zh: '近期没有培训。需要时请联系仪器的管理人员。',
    en: 'No training is announced. Write to the staff of the instrument if you need one.',
  },
  trainings: { zh: '培训', en: 'Trainings' },
  noTrainings: { zh: '没有培训。', en: 'There are no trainings.' },
  yours: { zh: '我的报名', en: 'You' },
  when: { zh: '时间', en: 'When' },
  seatsTaken: ({ enrolled, seats }: { enrolled: number; seats: number }): Text => ({
    zh: `已报名\u00a0${enrolled}\u00a0/\u00a0${seats}`,
    en: `${enrolled}\u00a0of\u00a0${seats}\u00a0taken`,
  }),
  forMonths: (months: number | null): Text =>
    months === null
      ? { zh: '长期有效', en: 'for good' }
      : { zh: `有效 ${months} 个月`, en: `for ${months} months` },
  announce: { zh: '发布培训', en: 'Announce a training' },
  announced: { zh: '培训已发布', en: 'The training is announced' },
  cancel: { zh: '取消培训', en: 'Call it off' },
  cancelledNow: { zh: '培训已取消，已通知报名的人', en: 'Called off; who was enrolled is told' },
  noTraining: { zh: '没有这场培训。', en: 'There is no such training.' },
  past: {
    zh: '开始时间已经过去，请选一个将来的时间。',
    en: 'The start is past: choose a time to come.',
  },
  cancelled: { zh: '这场培训已经取消。', en: 'This training was cancelled.' },
} satisfies Words

export const trainingStateNames = {
  open: { tone: 'good', text: { zh: '可报名', en: 'Open' } },
  full: { tone: 'caution', text: { zh: '已满', en: 'Full' } },
  begun: { tone: 'note', text: { zh: '已开始', en: 'Begun' } },
  cancelled: { tone: 'calm', text: { zh: '已取消', en: 'Cancelled' } },
} as const
