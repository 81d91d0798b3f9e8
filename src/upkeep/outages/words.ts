import type { Text, Words } from '../../core/text.ts'
import type { OutageKind, OutageState } from './model.ts'

export const outageWords = {
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
} as const satisfies Record<OutageKind, Text>

export const outageStateNames = {
  planned: { zh: '已安排', en: 'Planned' },
  running: { zh: '停机中', en: 'Out of service' },
  over: { zh: '已恢复', en: 'Over' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<OutageState, Text>
