import type { Text, Words } from '../../core/text.ts'

/** What happens to bookings in the time of an outage. */
export const displacementWords = {
  displace: {
    zh: '取消这段时间里的预约，并通知预约人',
    en: 'Cancel the bookings in this time, and tell their people',
  },
  displaceHint: {
    zh: '不勾选时，有预约就不登记，只列出它们。',
    en: 'Without it, nothing is registered where there are bookings; they are listed.',
  },
  wouldHit: { zh: '这段时间里的预约', en: 'Bookings in this time' },
  hits: (count: number): Text => ({
    zh: `这段时间里有 ${count} 个预约。确认停机后，这些预约会取消，预约人会收到通知和可改约的时间。`,
    en: `${count} booking${count === 1 ? '' : 's'} would be hit. Confirm, and ${count === 1 ? 'it is' : 'they are'} cancelled, its people told and offered other times.`,
  }),
  taken: {
    zh: '这段时间里已登记了停机，请修改那一次停机的时间。',
    en: 'An outage is registered in this time already: change the times of that one.',
  },
} satisfies Words
