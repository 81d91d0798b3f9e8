import type { Text } from '../../core/text.ts'

type Letter = { subject: Text; body: Text }

/** The letters of use and upkeep; what people typed comes in as one line each. */
export const letters = {
  overrun: (instrument: Text, end: Text, link: string): Letter => ({
    subject: {
      zh: `${instrument.zh}：预约时间已到`,
      en: `${instrument.en}: your time is over`,
    },
    body: {
      zh: `您好：\n\n您预约的${instrument.zh}到 ${end.zh} 为止，系统里仍显示使用中。\n\n如果已经用完，请点“结束使用”；如果还要用，请先看后面是否有人预约，再延长：\n\n${link}`,
      en: `Hello,\n\nYour booking of ${instrument.en} lasted until ${end.en}, and it still counts as in use.\n\nIf you are done, press “Finish”. If you need more time, see whether somebody comes after you, and extend it:\n\n${link}`,
    },
  }),
  delay: (instrument: Text, start: Text, link: string): Letter => ({
    subject: {
      zh: `${instrument.zh}：前一位还没有结束`,
      en: `${instrument.en}: the use before yours goes on`,
    },
    body: {
      zh: `您好：\n\n您预约了 ${start.zh} 使用${instrument.zh}，前一位使用者的时间已到，但还没有结束。我们已经提醒对方；您可能要稍等。\n\n您的预约：${link}`,
      en: `Hello,\n\nYou booked ${instrument.en} from ${start.en}. The time of whoever uses it before you is over, and they have not finished yet. They have been told; you may have to wait a little.\n\nYour booking: ${link}`,
    },
  }),
}
