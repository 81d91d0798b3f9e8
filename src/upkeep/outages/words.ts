import type { Text, Words } from '../../core/text.ts'

export const outageWords = {
  outages: { zh: '停机', en: 'Outages' },
  none: { zh: '没有正在进行或已安排的停机。', en: 'No outage goes on or is planned.' },
  add: { zh: '登记停机', en: 'Register an outage' },
  since: { zh: '此后结束的', en: 'Ended after' },
  when: { zh: '时间', en: 'When' },
  isEstimate: { zh: '结束时间是预计', en: 'End estimated' },
  opened: (cancelled: number): Text =>
    cancelled === 0
      ? { zh: '停机已登记', en: 'The outage is registered' }
      : {
          zh: `停机已登记，${cancelled} 个预约已取消并通知`,
          en: `The outage is registered; ${cancelled} booking${cancelled === 1 ? '' : 's'} cancelled, and told`,
        },
  endNow: { zh: '恢复使用', en: 'Back in service' },
  cancel: { zh: '取消停机', en: 'Cancel it' },
  cancelAbout: {
    zh: '这段时间重新开放预约；因停机取消的预约不会恢复。',
    en: 'Its time can be booked again. Bookings that it cancelled stay cancelled.',
  },
  ended: { zh: '仪器已恢复使用', en: 'The instrument is back in service' },
  cancelled: { zh: '停机已取消', en: 'The outage is cancelled' },
  changeEnd: { zh: '改结束时间', en: 'Change the end' },
  newEnd: { zh: '新的结束时间', en: 'New end' },
  endChanged: { zh: '结束时间已修改', en: 'The end is changed' },
  endPast: {
    zh: '结束时间已经过去，停机从现在起才能占用时间。',
    en: 'The end is past: an outage takes time from now on.',
  },
  noOutage: { zh: '没有这次停机。', en: 'There is no such outage.' },
  over: {
    zh: '这次停机已经结束，不能再改。',
    en: 'This outage is over: it cannot be changed any more.',
  },
  startFixed: {
    zh: '停机已经开始，只能改动结束时间。',
    en: 'The outage has begun: only its end can still be moved.',
  },
} satisfies Words

export const outageKindNames = {
  fault: { zh: '故障', en: 'Fault' },
  maintenance: { zh: '维护', en: 'Maintenance' },
  calibration: { zh: '校准', en: 'Calibration' },
  training: { zh: '培训', en: 'Training' },
  other: { zh: '其他', en: 'Other' },
} as const

export const outageStateNames = {
  planned: { tone: 'note', text: { zh: '已安排', en: 'Planned' } },
  running: { tone: 'danger', text: { zh: '停机中', en: 'Out of service' } },
  over: { tone: 'calm', text: { zh: '已恢复', en: 'Over' } },
  cancelled: { tone: 'calm', text: { zh: '已取消', en: 'Cancelled' } },
} as const
