import type { Text } from '../../core/text.ts'

/** Trainings and qualifications, as people and staff see them. */
export const trainingWords = {
  title: { zh: '培训与资格', en: 'Trainings and qualifications' },
  lead: {
    zh: '有些仪器要先通过培训才能使用。在这里报名，并查看您已有的资格。',
    en: 'Some instruments need a training before you may use them. Enrol here, and see what you hold.',
  },
  toCome: { zh: '近期培训', en: 'Trainings to come' },
  noneToCome: {
    zh: '近期没有培训。需要时请联系仪器的管理人员。',
    en: 'No training is announced. Write to the staff of the instrument if you need one.',
  },
  signIn: { zh: '登录后报名', en: 'Sign in to enrol' },
  instrument: { zh: '仪器', en: 'Instrument' },
  state: { zh: '状态', en: 'State' },
  person: { zh: '用户', en: 'Person' },
  action: { zh: '处理', en: 'Do' },
  yours: { zh: '我的报名', en: 'You' },
  passed: { zh: '通过的人', en: 'Who passed' },
  when: { zh: '时间', en: 'When' },
  seatsTaken: (taken: number, seats: number): Text => ({
    zh: `已报名\u00a0${taken}\u00a0/\u00a0${seats}`,
    en: `${taken}\u00a0of\u00a0${seats}\u00a0taken`,
  }),
  grants: { zh: '通过后获得', en: 'Passing grants' },
  forMonths: (months: number | null): Text =>
    months === null
      ? { zh: '长期有效', en: 'for good' }
      : { zh: `有效 ${months} 个月`, en: `for ${months} months` },
  enrol: { zh: '报名', en: 'Enrol' },
  leave: { zh: '退出', en: 'Leave' },
  enrolled: { zh: '已报名', en: 'You are enrolled' },
  left: { zh: '已退出', en: 'You are off the list' },

  email: { zh: '用户的邮箱', en: 'Their address' },
  validMonths: { zh: '有效月数', en: 'Months that it lasts' },
  validMonthsHint: { zh: '留空表示长期有效。', en: 'Empty: for good.' },

  trainings: { zh: '培训', en: 'Trainings' },
  noTrainings: { zh: '没有培训。', en: 'There are no trainings.' },
  announce: { zh: '发布培训', en: 'Announce a training' },
  announced: { zh: '培训已发布', en: 'The training is announced' },
  attendees: { zh: '报名的人', en: 'Who comes' },
  noAttendees: { zh: '还没有人报名。', en: 'Nobody is enrolled yet.' },
  passedAt: { zh: '通过', en: 'Passed' },
  passHint: {
    zh: '勾选通过的人：他们会获得上面的资格，并收到邮件。',
    en: 'Tick who passed: they get the qualifications above, and a letter.',
  },
  pass: { zh: '记录通过的人', en: 'Note who passed' },
  passNoted: { zh: '已记录，资格已授予', en: 'Noted; they are qualified' },
  addAttendee: { zh: '替他人报名', en: 'Enrol somebody' },
  cancel: { zh: '取消培训', en: 'Call it off' },
  cancelReason: { zh: '原因（报名的人会收到）', en: 'Reason (who is enrolled will read it)' },
  cancelled: { zh: '培训已取消，已通知报名的人', en: 'Called off; who was enrolled is told' },
} as const

export const trainingStateNames = {
  open: { tone: 'good', text: { zh: '可报名', en: 'Open' } },
  full: { tone: 'caution', text: { zh: '已满', en: 'Full' } },
  begun: { tone: 'note', text: { zh: '已开始', en: 'Begun' } },
  cancelled: { tone: 'calm', text: { zh: '已取消', en: 'Cancelled' } },
} as const
