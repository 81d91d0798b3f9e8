import type { Words } from '../../core/text.ts'

export const enrolmentWords = {
  attendees: { zh: '报名人员', en: 'Attendees' },
  noAttendees: { zh: '还没有人报名。', en: 'No one is enrolled yet.' },
  signIn: { zh: '登录后报名', en: 'Sign in to enrol' },
  enrol: { zh: '报名', en: 'Enrol' },
  enrolled: { zh: '已报名', en: 'You are enrolled' },
  leave: { zh: '取消报名', en: 'Cancel enrolment' },
  leaveAbout: {
    zh: '您的名额将释放；有名额时可以重新报名。',
    en: 'Your seat is released. You can enrol again while seats are available.',
  },
  left: { zh: '已取消报名', en: 'Enrolment cancelled' },
  addAttendee: { zh: '替他人报名', en: 'Enrol someone' },
  passed: { zh: '通过人员', en: 'People who passed' },
  passedAt: { zh: '通过', en: 'Passed' },
  passHint: {
    zh: '勾选通过的人员：他们将获得上述资格，并收到邮件。',
    en: 'Tick the people who passed. They receive the qualifications above and an email.',
  },
  pass: { zh: '登记通过人员', en: 'Record who passed' },
  passNoted: { zh: '已登记，资格已授予', en: 'Recorded. The qualifications were granted' },
  begun: {
    zh: '这场培训已经开始，不能报名或取消报名。',
    en: 'This training has started. You can no longer enrol or cancel.',
  },
  full: {
    zh: '这场培训的名额已满，请选择其他场次。',
    en: 'This training is full. See the other sessions.',
  },
  notForOthers: {
    zh: '只有仪器的管理人员可以替他人报名或取消报名。',
    en: 'Only the instrument’s staff can enrol or remove other people.',
  },
  notBegun: {
    zh: '培训尚未开始，开始后才能登记通过人员。',
    en: 'The training has not started. Record who passed after it starts.',
  },
  notEnrolled: {
    zh: '名单中有人未报名这场培训。',
    en: 'Someone on the list is not enrolled in this training.',
  },
} satisfies Words
