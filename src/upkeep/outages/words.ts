import type { Text, Words } from '../../core/text.ts'

export const outageWords = {
  outages: { zh: '停机', en: 'Outages' },
  none: { zh: '没有正在进行或已安排的停机。', en: 'No outage goes on or is planned.' },
  add: { zh: '登记停机', en: 'Register an outage' },
  since: { zh: '此后结束的', en: 'Ended after' },
  state: { zh: '状态', en: 'State' },
  when: { zh: '时间', en: 'When' },
  isEstimate: { zh: '结束时间是预计', en: 'End estimated' },
  action: { zh: '处理', en: 'Do' },
  displace: {
    zh: '取消这段时间里的预约，并通知预约人',
    en: 'Cancel the bookings in this time, and tell their people',
  },
  displaceHint: {
    zh: '不勾选时，有预约就不登记，只列出它们。',
    en: 'Without it, nothing is registered where there are bookings; they are listed.',
  },
  wouldHit: { zh: '这段时间里的预约', en: 'Bookings in this time' },
  opened: { zh: '停机已登记', en: 'The outage is registered' },
  openedDisplacing: (count: number): Text => ({
    zh: `停机已登记，${count} 个预约已取消并通知`,
    en: `The outage is registered; ${count} booking${count === 1 ? '' : 's'} cancelled, and told`,
  }),
  endNow: { zh: '恢复使用', en: 'Back in service' },
  cancel: { zh: '取消停机', en: 'Cancel it' },
  ended: { zh: '仪器已恢复使用', en: 'The instrument is back in service' },
  cancelled: { zh: '停机已取消', en: 'The outage is cancelled' },
  changeEnd: { zh: '改结束时间', en: 'Change the end' },
  newEnd: { zh: '新的结束时间', en: 'New end' },
  endChanged: { zh: '结束时间已修改', en: 'The end is changed' },
  endAfterStart: { zh: '结束时间要晚于开始时间。', en: 'The end comes after the start.' },
  endPast: {
    zh: '结束时间已经过去，停机从现在起才能占用时间。',
    en: 'The end is past: an outage takes time from now on.',
  },
  tooLong: (days: number): Text => ({
    zh: `一次停机最长 ${days} 天；更久的请先登记到那一天，再延长。`,
    en: `An outage is at most ${days} days long: register that much, and extend it later.`,
  }),
  taken: {
    zh: '这段时间里已登记了停机，请修改那一次停机的时间。',
    en: 'An outage is registered in this time already: change the times of that one.',
  },
  hits: (count: number): Text => ({
    zh: `这段时间里有 ${count} 个预约。确认停机后，这些预约会取消，预约人会收到通知和可改约的时间。`,
    en: `${count} booking${count === 1 ? '' : 's'} would be hit. Confirm, and ${count === 1 ? 'it is' : 'they are'} cancelled, its people told and offered other times.`,
  }),
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
