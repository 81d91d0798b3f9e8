import type { Text, Words } from '../../core/text.ts'

/** What happens to bookings in the time of an outage. */
export const displacementWords = {
  displace: {
    zh: '取消这段时间内的预约，并通知预约人',
    en: 'Cancel bookings in this period and notify the people affected',
  },
  displaceHint: {
    zh: '不勾选时，如有预约则不登记停机，只列出这些预约。',
    en: 'If not ticked and there are bookings, the outage is not registered; the bookings are listed instead.',
  },
  wouldHit: { zh: '这段时间内的预约', en: 'Bookings in this period' },
  hits: (count: number): Text => ({
    zh: `这段时间内有 ${count} 个预约。确认停机后，这些预约将取消，预约人会收到通知和其他空闲时段。`,
    en: `${count} booking${count === 1 ? ' is' : 's are'} affected. If you confirm, ${count === 1 ? 'it is' : 'they are'} cancelled and the people affected are notified and offered other times.`,
  }),
  taken: {
    zh: '这段时间已登记停机，请修改已登记停机的时间。',
    en: 'An outage is already registered in this period. Change the times of that outage instead.',
  },
} satisfies Words
