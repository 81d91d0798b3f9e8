import type { Text, Words } from '../../../core/text.ts'

/** The form that books, and the one that changes a booking. */
export const bookWords = {
  book: { zh: '预约', en: 'Book' },
  bookOf: (title: Text): Text => ({ zh: `预约${title.zh}`, en: `Book ${title.en}` }),
  changeOf: (title: Text): Text => ({
    zh: `改动预约：${title.zh}`,
    en: `Change the booking of ${title.en}`,
  }),
  zone: (zone: string): Text => ({
    zh: `时间按仪器所在时区 ${zone} 填写。`,
    en: `Times are by the instrument’s own clock: ${zone}.`,
  }),
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '例如：叶片切片成像', en: 'Such as: imaging of leaf sections' },
  lab: { zh: '课题组', en: 'Lab' },
  labHint: { zh: '由它付费，也占用它的配额。', en: 'It pays, and its quota counts.' },
  noLab: { zh: '不属于课题组', en: 'None' },
  project: { zh: '课题编号', en: 'Project' },
  samples: { zh: '样品数', en: 'Samples' },
  assisted: { zh: '需要实验技术人员操作', en: 'Staff runs the instrument for me' },
  more: { zh: '更多选项', en: 'More' },
  onBehalfOf: { zh: '替他人预约', en: 'Book for somebody else' },
  onBehalfHint: {
    zh: '填写对方登录用的邮箱。',
    en: 'Their e-mail address, as they sign in with it.',
  },
  override: { zh: '不受规则限制的原因', en: 'Why rules are set aside' },
  overrideHint: {
    zh: '填写后只检查时间冲突、停用和资格；会记入历史。',
    en: 'With it only overlap, outages and qualifications are checked. It is kept in the history.',
  },
  repeat: { zh: '重复', en: 'Repeat' },
  never: { zh: '不重复', en: 'Once' },
  daily: { zh: '每天', en: 'Every day' },
  weekly: { zh: '每周', en: 'Every week' },
  fortnightly: { zh: '每两周', en: 'Every two weeks' },
  monthly: { zh: '每月', en: 'Every month' },
  count: { zh: '共几次', en: 'How many times' },
  onConflict: { zh: '有冲突的日期', en: 'Dates that cannot be booked' },
  skip: { zh: '跳过，预约其余日期', en: 'Skip them, book the others' },
  refuse: { zh: '一个也不预约', en: 'Book none at all' },
  preview: { zh: '逐日预览', en: 'Preview the dates' },
  dates: { zh: '各个日期', en: 'The dates' },
  datesSummary: (good: number, all: number): Text => ({
    zh: `${all} 个日期中有 ${good} 个可以预约。`,
    en: `${good} of ${all} dates can be booked.`,
  }),
  can: { zh: '可以预约', en: 'Can be booked' },
  also: { zh: '同时预约', en: 'Together with' },
  alsoHint: {
    zh: '本单位的其他仪器，同一段时间：全部预约成功，或者一台也不预约。',
    en: 'Other instruments of the same institution for the same time: all of them are booked, or none.',
  },
  submit: { zh: '预约', en: 'Book' },
  save: { zh: '保存改动', en: 'Save' },
  wait: { zh: '候补这段时间', en: 'Wait for this time' },
  waitAbout: {
    zh: '这段时间一有空闲，就按候补的先后自动为您预约。',
    en: 'As soon as it is free it is booked for you, in order of waiting.',
  },
  refused: { zh: '这段时间不能预约：', en: 'This time cannot be booked:' },
  instead: { zh: '临近的空闲时间：', en: 'Free times near it:' },
  booked: (time: Text): Text => ({ zh: `已预约 ${time.zh}`, en: `Booked: ${time.en}` }),
  asked: (time: Text): Text => ({
    zh: `已申请 ${time.zh}，等待管理人员审核`,
    en: `Asked for ${time.en}: staff confirms it`,
  }),
  bookedMany: (count: number, skipped: number): Text => ({
    zh: skipped > 0 ? `已预约 ${count} 次，跳过 ${skipped} 个日期` : `已预约 ${count} 次`,
    en: skipped > 0 ? `${count} booked, ${skipped} dates skipped` : `${count} booked`,
  }),
  waits: { zh: '已加入候补', en: 'You are on the waiting list' },
  scope: { zh: '改动范围', en: 'Which dates' },
  rules: { zh: '预约规则', en: 'Booking rules' },
  calendar: { zh: '查看日历', en: 'See the calendar' },
} satisfies Words

export const scopeNames = {
  one: { zh: '只改这一次', en: 'This one' },
  following: { zh: '这次及以后', en: 'This and those after it' },
  all: { zh: '所有未开始的', en: 'All that are to come' },
} as const

/** One booking. */
export const onePageWords = {
  bookings: { zh: '预约', en: 'Bookings' },
  booking: { zh: '预约详情', en: 'Booking' },
  when: { zh: '时间', en: 'When' },
  zone: (zone: string, offset: string): Text => ({
    zh: `${zone}（UTC${offset}）`,
    en: `${zone} (UTC${offset})`,
  }),
  who: { zh: '预约人', en: 'Booked for' },
  by: { zh: '代为预约', en: 'Booked by' },
  lab: { zh: '课题组', en: 'Lab' },
  purpose: { zh: '用途', en: 'Purpose' },
  project: { zh: '课题编号', en: 'Project' },
  samples: { zh: '计划样品数', en: 'Samples planned' },
  assisted: { zh: '操作', en: 'Run by' },
  byStaff: { zh: '实验技术人员操作', en: 'Staff of the instrument' },
  used: { zh: '实际使用', en: 'Used' },
  sampleCount: { zh: '完成样品数', en: 'Samples done' },
  consumables: { zh: '耗材', en: 'Consumables' },
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '取消原因', en: 'Why it was cancelled' },
  decision: { zh: '审核意见', en: 'Note of the decision' },
  overridden: { zh: '不受规则限制', en: 'Rules set aside' },
  seeSeries: { zh: '查看这个系列的全部预约', en: 'All bookings of this series' },
  change: { zh: '改动', en: 'Change' },
  cancel: { zh: '取消预约', en: 'Cancel booking' },
  cancelReason: { zh: '原因', en: 'Reason' },
  cancelOthers: {
    zh: '对方会收到这段话。',
    en: 'The person who booked will read it.',
  },
  late: (hours: number): Text => ({
    zh: `已过取消期限（开始前 ${hours} 小时），可能按迟取消收费。`,
    en: `Later than ${hours} h before the start: the fee for late cancelling may apply.`,
  }),
  cancelled: { zh: '预约已取消', en: 'The booking is cancelled' },
  approve: { zh: '同意', en: 'Approve' },
  decline: { zh: '不同意', en: 'Decline' },
  decide: { zh: '审核', en: 'Decide' },
  decisionNote: { zh: '意见', en: 'Note' },
  decisionHint: { zh: '预约人会收到。', en: 'The person who booked will read it.' },
  approved: { zh: '已同意预约', en: 'The booking is approved' },
  declined: { zh: '已回绝预约', en: 'The booking is declined' },
  startUse: { zh: '开始使用', en: 'Start' },
  finishUse: { zh: '结束使用', en: 'Finish' },
  started: { zh: '已开始使用', en: 'Use has begun' },
  finished: { zh: '已结束使用', en: 'Use has ended' },
  changed: { zh: '预约已改动', en: 'The booking is changed' },
  changedMany: (count: number, kept: number): Text => ({
    zh: kept > 0 ? `已改动 ${count} 次预约，${kept} 次保持不变` : `已改动 ${count} 次预约`,
    en:
      kept > 0
        ? `${count} bookings changed, ${kept} left as they are`
        : `${count} bookings changed`,
  }),
  history: { zh: '经过', en: 'History' },
  wasMade: { zh: '已提交', en: 'Made' },
  wasMoved: { zh: '改了时间', en: 'Moved' },
  fromTo: (from: Text, to: Text): Text => ({
    zh: `从 ${from.zh} 改到 ${to.zh}`,
    en: `From ${from.en} to ${to.en}`,
  }),
  wasConfirmed: { zh: '已确认', en: 'Confirmed' },
  wasCancelled: { zh: '已取消', en: 'Cancelled' },
  wasMissed: { zh: '未到，时间已释放', en: 'Nobody came; its time was given back' },
} satisfies Words

/** Lists of bookings. */
export const listWords = {
  mine: { zh: '我的预约', en: 'My bookings' },
  mineAbout: {
    zh: '您预约的和别人替您预约的。',
    en: 'Those that you made, and those made for you.',
  },
  ofLab: (name: Text): Text => ({ zh: `${name.zh}的预约`, en: `Bookings of ${name.en}` }),
  queue: { zh: '待审核的预约', en: 'Bookings to decide' },
  queueAbout: {
    zh: '等您同意的预约，最先开始的在前。',
    en: 'Those that wait for your yes, the one that begins first at the top.',
  },
  coming: { zh: '将要进行', en: 'To come' },
  past: { zh: '已过', en: 'Past' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  waiting: { zh: '候补', en: 'Waiting list' },
  instrument: { zh: '仪器', en: 'Instrument' },
  when: { zh: '时间', en: 'When' },
  person: { zh: '预约人', en: 'Person' },
  purpose: { zh: '用途', en: 'Purpose' },
  state: { zh: '状态', en: 'State' },
  action: { zh: '处理', en: 'Action' },
  none: { zh: '没有预约', en: 'No bookings' },
  noneComing: {
    zh: '找一台仪器，挑一段空闲时间。',
    en: 'Find an instrument and choose a time that is free.',
  },
  nonePast: { zh: '用过的仪器会列在这里。', en: 'What you used is listed here.' },
  noneQueue: { zh: '没有等待审核的预约', en: 'No booking waits for you' },
  noneQueueAbout: {
    zh: '需要同意的新预约会出现在这里。',
    en: 'New ones that need a yes appear here.',
  },
  find: { zh: '查找仪器', en: 'Find instruments' },
  openings: { zh: '查找空闲时间', en: 'Find a free time' },
  labs: { zh: '按课题组', en: 'By lab' },
  position: (place: number): Text => ({ zh: `第 ${place} 位`, en: `Place ${place}` }),
  leave: { zh: '不再候补', en: 'Stop waiting' },
  leaveAbout: {
    zh: '您的位次会让给后面的人；再次候补要从最后排起。',
    en: 'Others move up. Whoever waits again is the last in line.',
  },
  left: { zh: '已退出候补', en: 'You no longer wait' },
  views: { zh: '按时间查看', en: 'Which bookings' },
} satisfies Words

/** How an instrument is booked, on its own page. */
export const instrumentSectionWords = {
  book: { zh: '预约使用', en: 'Booking' },
  bookIt: { zh: '预约', en: 'Book' },
  calendar: { zh: '日历', en: 'Calendar' },
  nextFree: { zh: '最近的空闲时间：', en: 'Next free times:' },
  noneFree: {
    zh: '一个月内没有可以预约的时间。',
    en: 'No time within a month can be booked.',
  },
  qualified: (count: number): Text => ({
    zh: `现有 ${count} 人具备上机资格。`,
    en: count === 1 ? 'One person may run it now.' : `${count} people may run it now.`,
  }),
  rules: { zh: '预约规则', en: 'Booking rules' },
  forStaff: { zh: '管理：', en: 'For staff:' },
} satisfies Words

/** On the page of my work. */
export const workWords = {
  noneToDecide: { zh: '没有待您审核的预约。', en: 'No bookings wait for your decision.' },
  noneComing: { zh: '没有将要开始的预约。', en: 'You have no bookings ahead.' },
} satisfies Words
