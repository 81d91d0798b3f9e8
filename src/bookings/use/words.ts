import type { Text, Words } from '../../core/text.ts'

/** Starting and finishing at the instrument. */
export const useWords = {
  notConfirmed: {
    zh: '这个预约还在等待审核，批准后才能开始。',
    en: 'This booking waits for approval: it can begin once it is approved.',
  },
  begun: { zh: '这个预约已经开始使用。', en: 'The use of this booking has begun already.' },
  over: (state: Text): Text => ({
    zh: `这个预约${state.zh}，不能开始。`,
    en: `This booking is ${state.en}: it cannot begin.`,
  }),
  inUse: {
    zh: '仪器正在使用中，前一次使用结束后才能开始。',
    en: 'The instrument is in use: it can begin once the use before has ended.',
  },
  outage: {
    zh: '仪器现在停机，不能开始使用。',
    en: 'The instrument is out of service now: use cannot begin.',
  },
  outOfUse: {
    zh: '这台仪器待修、待报废或已停用，不能开始使用。',
    en: 'This instrument waits for repair or is out of use: use cannot begin.',
  },
  tooEarly: (minutes: number): Text => ({
    zh: `还没到时间：最早可在预约开始前 ${minutes} 分钟开始。`,
    en: `It is too early: use begins at most ${minutes} minutes before the booked time.`,
  }),
  tooLate: { zh: '预约的时间已经过去。', en: 'The booked time is over.' },
  slotTaken: {
    zh: '预约之前的时间已被占用，请等到预约的时间再开始。',
    en: 'The time before the booking is taken: wait until the booked time.',
  },
  releaseTooEarly: {
    zh: '预约的时间还没到，不能按未到处理；需要时请取消预约。',
    en: 'The booked time has not come yet: it is not missed. Cancel it where it has to go.',
  },
} satisfies Words
