import type { Text, Words } from '../../core/text.ts'

export const outageWords = {
  outages: { zh: '停机', en: 'Outages' },
  none: { zh: '没有正在进行或已安排的停机。', en: 'No current or planned outages.' },
  add: { zh: '登记停机', en: 'Register outage' },
  since: { zh: '结束于此后', en: 'Ended after' },
  when: { zh: '时间', en: 'When' },
  isEstimate: { zh: '结束时间为预计', en: 'Estimated end' },
  opened: (cancelled: number): Text =>
    cancelled === 0
      ? { zh: '停机已登记', en: 'Outage registered' }
      : {
          zh: `停机已登记，已取消 ${cancelled} 个预约并通知预约人`,
          en: `Outage registered. ${cancelled} booking${cancelled === 1 ? '' : 's'} cancelled and the people affected notified`,
        },
  endNow: { zh: '恢复使用', en: 'Return to service' },
  endAbout: {
    zh: '停机到此刻结束，之后的时间重新开放预约；因停机取消的预约不会恢复。',
    en: 'The outage ends now and later times can be booked again. Bookings cancelled because of it are not restored.',
  },
  cancel: { zh: '取消停机', en: 'Cancel outage' },
  cancelAbout: {
    zh: '这段时间重新开放预约；因停机取消的预约不会恢复。',
    en: 'The time can be booked again. Bookings cancelled because of the outage are not restored.',
  },
  ended: { zh: '仪器已恢复使用', en: 'Instrument back in service' },
  cancelled: { zh: '停机已取消', en: 'Outage cancelled' },
  changeEnd: { zh: '修改结束时间', en: 'Change end time' },
  newEnd: { zh: '新的结束时间', en: 'New end time' },
  endChanged: { zh: '结束时间已修改', en: 'End time changed' },
  endPast: {
    zh: '结束时间已经过去，停机只能登记今后的时间。',
    en: 'The end time is in the past. An outage can only cover future time.',
  },
  noOutage: { zh: '该停机安排不存在。', en: 'This outage does not exist.' },
  over: {
    zh: '这次停机已经结束，不能修改。',
    en: 'This outage has ended and can no longer be changed.',
  },
  startFixed: {
    zh: '停机已经开始，只能修改结束时间。',
    en: 'The outage has started. Only its end time can be changed.',
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
  over: { tone: 'calm', text: { zh: '已恢复', en: 'Ended' } },
  cancelled: { tone: 'calm', text: { zh: '已取消', en: 'Cancelled' } },
} as const
