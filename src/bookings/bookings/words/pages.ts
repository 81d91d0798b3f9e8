import type { ActionOn } from '../../../audit/model.ts'
import type { Text, Words } from '../../../core/text.ts'

/** The form that books, and the one that changes a booking. */
export const bookWords = {
  book: { zh: '预约', en: 'Book' },
  bookOf: (title: Text): Text => ({ zh: `预约${title.zh}`, en: `Book ${title.en}` }),
  changeOf: (title: Text): Text => ({
    zh: `修改预约：${title.zh}`,
    en: `Change booking: ${title.en}`,
  }),
  zone: (zone: string): Text => ({
    zh: `时间按仪器所在时区 ${zone} 填写。`,
    en: `Times are in the instrument’s time zone, ${zone}.`,
  }),
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '例如：叶片切片成像', en: 'For example: imaging of leaf sections' },
  lab: { zh: '课题组', en: 'Lab' },
  labHint: {
    zh: '费用由该课题组承担，并占用其配额。',
    en: 'This lab is charged, and the booking counts towards its quota.',
  },
  noLab: { zh: '不属于课题组', en: 'None' },
  project: { zh: '课题编号', en: 'Project' },
  samples: { zh: '样品数', en: 'Samples' },
  assisted: { zh: '由实验技术人员操作', en: 'Operated by staff' },
  more: { zh: '更多选项', en: 'More options' },
  onBehalfOf: { zh: '替他人预约', en: 'Book for someone else' },
  onBehalfHint: {
    zh: '填写对方登录用的邮箱。',
    en: 'The email address they sign in with.',
  },
  override: { zh: '不受规则限制的理由', en: 'Reason for overriding rules' },
  overrideHint: {
    zh: '填写后只检查时间冲突、停机和资格；理由会记入操作记录。',
    en: 'If filled in, only conflicts, outages and qualifications are checked. The reason is recorded in the history.',
  },
  repeat: { zh: '重复', en: 'Repeat' },
  never: { zh: '不重复', en: 'Does not repeat' },
  daily: { zh: '每天', en: 'Daily' },
  weekly: { zh: '每周', en: 'Weekly' },
  fortnightly: { zh: '每两周', en: 'Every two weeks' },
  monthly: { zh: '每月', en: 'Monthly' },
  count: { zh: '重复次数', en: 'Number of times' },
  onConflict: { zh: '有冲突的日期', en: 'Dates that cannot be booked' },
  skip: { zh: '跳过，只预约其余日期', en: 'Skip them and book the others' },
  refuse: { zh: '全部不预约', en: 'Book none' },
  preview: { zh: '逐日预览', en: 'Preview the dates' },
  dates: { zh: '日期', en: 'Dates' },
  datesSummary: (good: number, all: number): Text => ({
    zh: `${all} 个日期中有 ${good} 个可以预约。`,
    en: `${good} of ${all} dates can be booked.`,
  }),
  can: { zh: '可以预约', en: 'Available' },
  also: { zh: '同时预约', en: 'Also book' },
  alsoHint: {
    zh: '本单位的其他仪器，同一段时间：全部预约成功，或者一台也不预约。',
    en: 'Other instruments of the same institution at the same time. Either all are booked or none.',
  },
  submit: { zh: '预约', en: 'Book' },
  save: { zh: '保存修改', en: 'Save changes' },
  wait: { zh: '加入候补', en: 'Join the waiting list' },
  waitAbout: {
    zh: '这段时间空出后，系统按候补顺序自动为您预约。',
    en: 'If this time becomes free, it is booked for you automatically in waiting-list order.',
  },
  refused: { zh: '这段时间不能预约：', en: 'This time is not available:' },
  instead: { zh: '临近的空闲时段：', en: 'Nearest free times:' },
  booked: (time: Text): Text => ({ zh: `已预约 ${time.zh}`, en: `Booked: ${time.en}` }),
  asked: (time: Text): Text => ({
    zh: `已申请 ${time.zh}，等待审批`,
    en: `Requested: ${time.en}. Waiting for approval`,
  }),
  bookedMany: (count: number, skipped: number): Text => ({
    zh: skipped > 0 ? `已预约 ${count} 次，跳过 ${skipped} 个日期` : `已预约 ${count} 次`,
    en: skipped > 0 ? `${count} booked, ${skipped} dates skipped` : `${count} booked`,
  }),
  waits: { zh: '已加入候补', en: 'You joined the waiting list' },
  scope: { zh: '修改范围', en: 'Apply to' },
  rules: { zh: '预约规则', en: 'Booking rules' },
  calendar: { zh: '查看日历', en: 'View calendar' },
} satisfies Words

export const scopeNames = {
  one: { zh: '仅此一次', en: 'This booking only' },
  following: { zh: '此次及之后', en: 'This and later bookings' },
  all: { zh: '全部未开始的预约', en: 'All upcoming bookings' },
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
  place: { zh: '地点', en: 'Place' },
  map: { zh: '查看地图', en: 'View map' },
  contact: { zh: '联系人', en: 'Contact' },
  freeCancel: { zh: '免费取消截止', en: 'Free cancellation until' },
  untilStart: { zh: '预约开始之前', en: 'The start of the booking' },
  toCalendar: { zh: '加入日历', en: 'Add to calendar' },
  who: { zh: '预约人', en: 'Booked for' },
  by: { zh: '代为预约', en: 'Booked by' },
  lab: { zh: '课题组', en: 'Lab' },
  purpose: { zh: '用途', en: 'Purpose' },
  project: { zh: '课题编号', en: 'Project' },
  samples: { zh: '计划样品数', en: 'Planned samples' },
  assisted: { zh: '操作方式', en: 'Operated by' },
  byStaff: { zh: '实验技术人员操作', en: 'Instrument staff' },
  used: { zh: '实际使用', en: 'Actual use' },
  sampleCount: { zh: '完成样品数', en: 'Samples completed' },
  consumables: { zh: '耗材', en: 'Consumables' },
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '取消原因', en: 'Reason for cancellation' },
  decision: { zh: '审批意见', en: 'Approval note' },
  overridden: { zh: '不受规则限制', en: 'Rules overridden' },
  seeSeries: { zh: '查看此系列的全部预约', en: 'View all bookings in this series' },
  change: { zh: '修改', en: 'Change' },
  cancel: { zh: '取消预约', en: 'Cancel booking' },
  cancelReason: { zh: '原因', en: 'Reason' },
  cancelOthers: {
    zh: '原因会发送给对方。',
    en: 'Sent to the person the booking is for.',
  },
  late: (hours: number): Text => ({
    zh: `已过取消期限（开始前 ${hours} 小时），可能收取逾期取消费。`,
    en: `The cancellation deadline (${hours} h before the start) has passed. A late-cancellation fee may apply.`,
  }),
  cancelled: { zh: '预约已取消', en: 'Booking cancelled' },
  approve: { zh: '批准', en: 'Approve' },
  decline: { zh: '拒绝', en: 'Decline' },
  decide: { zh: '审批', en: 'Approval' },
  decisionNote: { zh: '意见', en: 'Note' },
  decisionHint: { zh: '会发送给预约人。', en: 'Sent to the person the booking is for.' },
  approved: { zh: '预约已批准', en: 'Booking approved' },
  declined: { zh: '预约已拒绝', en: 'Booking declined' },
  startUse: { zh: '开始使用', en: 'Start use' },
  finishUse: { zh: '结束使用', en: 'Finish use' },
  started: { zh: '已开始使用', en: 'Use started' },
  finished: { zh: '已结束使用', en: 'Use finished' },
  changed: { zh: '预约已修改', en: 'Booking changed' },
  changedMany: (count: number, kept: number): Text => ({
    zh: kept > 0 ? `已修改 ${count} 次预约，${kept} 次保持不变` : `已修改 ${count} 次预约`,
    en:
      kept > 0 ? `${count} bookings changed, ${kept} left unchanged` : `${count} bookings changed`,
  }),
  history: { zh: '操作记录', en: 'History' },
  wasMade: { zh: '已提交', en: 'Submitted' },
  wasMoved: { zh: '修改时间', en: 'Time changed' },
  colon: { zh: '：', en: ': ' },
  edited: { zh: '已修改', en: 'changed' },
  fromToText: (from: string, to: string): Text => ({
    zh: `${from || '（空）'} → ${to || '（空）'}`,
    en: `${from || '(empty)'} → ${to || '(empty)'}`,
  }),
  fromTo: (from: Text, to: Text): Text => ({
    zh: `从 ${from.zh} 改到 ${to.zh}`,
    en: `From ${from.en} to ${to.en}`,
  }),
  wasConfirmed: { zh: '已确认', en: 'Confirmed' },
  wasCancelled: { zh: '已取消', en: 'Cancelled' },
  wasMissed: { zh: '未到，时间已释放', en: 'No-show; time released' },
} satisfies Words

/** What a booking's history calls what was done to it. */
export const historyNames = {
  'booking.create': onePageWords.wasMade,
  'booking.change': { zh: '修改内容', en: 'Details changed' },
  'booking.approve': { zh: '已批准', en: 'Approved' },
  'booking.decline': { zh: '已拒绝', en: 'Declined' },
  'booking.undo': { zh: '撤销审批', en: 'Decision undone' },
  'booking.cancel': onePageWords.wasCancelled,
  'booking.displace': { zh: '因停机取消', en: 'Cancelled due to an outage' },
  'booking.start': onePageWords.started,
  'booking.finish': onePageWords.finished,
  'booking.miss': onePageWords.wasMissed,
} as const satisfies Record<ActionOn<'booking'>, Text>

/** Lists of bookings. */
export const listWords = {
  mine: { zh: '我的预约', en: 'My bookings' },
  mineAbout: {
    zh: '您本人预约和他人代您预约的。',
    en: 'Bookings you made, and bookings made for you.',
  },
  ofLab: (name: Text): Text => ({ zh: `${name.zh}的预约`, en: `Bookings of ${name.en}` }),
  coming: { zh: '未开始', en: 'Upcoming' },
  past: { zh: '已结束', en: 'Past' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  waiting: { zh: '候补', en: 'Waiting list' },
  instrument: { zh: '仪器', en: 'Instrument' },
  when: { zh: '时间', en: 'When' },
  person: { zh: '预约人', en: 'Person' },
  purpose: { zh: '用途', en: 'Purpose' },
  state: { zh: '状态', en: 'State' },
  action: { zh: '操作', en: 'Action' },
  none: { zh: '没有预约', en: 'No bookings' },
  noneComing: {
    zh: '请查找仪器并选择空闲时段。',
    en: 'Find an instrument and choose a free time.',
  },
  nonePast: { zh: '已结束的预约会列在这里。', en: 'Your past bookings are listed here.' },
  find: { zh: '查找仪器', en: 'Find instruments' },
  openings: { zh: '查找空闲时段', en: 'Find free times' },
  labs: { zh: '按课题组', en: 'By lab' },
  position: (place: number): Text => ({ zh: `第 ${place} 位`, en: `No. ${place} in line` }),
  leave: { zh: '退出候补', en: 'Leave waiting list' },
  leaveAbout: {
    zh: '退出后位次不保留，再次候补须重新排队。',
    en: 'You lose your place. If you join again, you start at the end of the list.',
  },
  left: { zh: '已退出候补', en: 'You left the waiting list' },
  views: { zh: '按时间查看', en: 'Filter bookings' },
} satisfies Words

/** How an instrument is booked, on its own page. */
export const instrumentSectionWords = {
  calendar: { zh: '日历', en: 'Calendar' },
  nextFree: { zh: '最近的空闲时段', en: 'Next free times' },
  noneFree: {
    zh: '一个月内没有可预约的时段。',
    en: 'No free times within the next month.',
  },
  qualified: (count: number): Text => ({
    zh: `现有 ${count} 人具备上机资格。`,
    en:
      count === 1
        ? 'One person is currently qualified.'
        : `${count} people are currently qualified.`,
  }),
  rules: { zh: '预约规则', en: 'Booking rules' },
  forStaff: { zh: '管理：', en: 'For staff:' },
} satisfies Words

/** On the page of my work. */
export const workWords = {
  noneToDecide: { zh: '没有待您审批的预约。', en: 'No bookings are waiting for your approval.' },
  noneComing: { zh: '没有未开始的预约。', en: 'You have no upcoming bookings.' },
  noWaits: { zh: '您没有候补。', en: 'You are on no waiting list.' },
  labs: { zh: '我的课题组', en: 'My labs' },
  noLabs: { zh: '您不在任何课题组中。', en: 'You belong to no lab.' },
  inLab: (role: Text, bookings: number): Text => ({
    zh: `${role.zh}，${bookings} 个未开始的预约`,
    en: `${role.en}, ${bookings} upcoming ${bookings === 1 ? 'booking' : 'bookings'}`,
  }),
} satisfies Words
