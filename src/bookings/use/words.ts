import type { Text, Words } from '../../core/text.ts'

/** Starting and finishing at the instrument. */
export const useWords = {
  notConfirmed: {
    zh: '这个预约待审批，批准后才能开始。',
    en: 'This booking is waiting for approval. Use can start once it is approved.',
  },
  begun: { zh: '这个预约已经开始使用。', en: 'Use of this booking has already started.' },
  over: (state: Text): Text => ({
    zh: `这个预约的状态是“${state.zh}”，不能开始使用。`,
    en: `Use cannot start because the booking is ${state.en}.`,
  }),
  inUse: {
    zh: '仪器正在使用中，前一次使用结束后才能开始。',
    en: 'The instrument is in use. Start once the current use has finished.',
  },
  outage: {
    zh: '仪器现在停机，不能开始使用。',
    en: 'The instrument is out of service. Use cannot start.',
  },
  outOfUse: {
    zh: '这台仪器待修、待报废或已停用，不能开始使用。',
    en: 'This instrument is awaiting repair or out of use. Use cannot start.',
  },
  tooEarly: (minutes: number): Text => ({
    zh: `尚未到时间，最早可在预约开始前 ${minutes} 分钟开始。`,
    en: `Too early: use can start at most ${minutes} minutes before the booked time.`,
  }),
  tooLate: { zh: '预约的时间已经过去。', en: 'The booked time has passed.' },
  slotTaken: {
    zh: '预约之前的时间已被占用，请等到预约的时间再开始。',
    en: 'The time before your booking is taken. Wait until the booked time.',
  },
  releaseTooEarly: {
    zh: '预约尚未开始，不能标记为未到；需要时请取消预约。',
    en: 'The booked time has not started, so it cannot be marked as a no-show. Cancel the booking instead.',
  },
} satisfies Words
