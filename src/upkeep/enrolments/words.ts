import type { Words } from '../../core/text.ts'

export const enrolmentWords = {
  attendees: { zh: '报名的人', en: 'Who comes' },
  noAttendees: { zh: '还没有人报名。', en: 'Nobody is enrolled yet.' },
  signIn: { zh: '登录后报名', en: 'Sign in to enrol' },
  enrol: { zh: '报名', en: 'Enrol' },
  enrolled: { zh: '已报名', en: 'You are enrolled' },
  leave: { zh: '退出', en: 'Leave' },
  leaveAbout: {
    zh: '您的名额会让给别人；还有名额时可以再报名。',
    en: 'Your seat is free for others. You can enrol again while there are seats.',
  },
  left: { zh: '已退出', en: 'You are off the list' },
  addAttendee: { zh: '替他人报名', en: 'Enrol somebody' },
  passed: { zh: '通过的人', en: 'Who passed' },
  passedAt: { zh: '通过', en: 'Passed' },
  passHint: {
    zh: '勾选通过的人：他们会获得上面的资格，并收到邮件。',
    en: 'Tick who passed: they get the qualifications above, and a letter.',
  },
  pass: { zh: '记录通过的人', en: 'Note who passed' },
  passNoted: { zh: '已记录，资格已授予', en: 'Noted; they are qualified' },
  begun: {
    zh: '这场培训已经开始，不能再报名或退出。',
    en: 'This training has begun: nobody enrols or leaves any more.',
  },
  full: {
    zh: '这场培训的名额已满，请看看别的场次。',
    en: 'This training is full: see the others.',
  },
  notForOthers: {
    zh: '只有仪器的管理人员可以替他人报名或退出。',
    en: 'Only staff of the instrument enrol others or take them off the list.',
  },
  notBegun: {
    zh: '培训还没有开始，开始后才能记录谁通过了。',
    en: 'The training has not begun: who passed is noted once it has.',
  },
  notEnrolled: {
    zh: '名单里有人没有报名这场培训。',
    en: 'Somebody on the list is not enrolled in this training.',
  },
} satisfies Words
