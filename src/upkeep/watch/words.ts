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
  expiring: (instrument: Text, facts: { kind: Text; day: Text; link: string }): Letter => ({
    subject: {
      zh: `${instrument.zh}：${facts.kind.zh}将于 ${facts.day.zh}到期`,
      en: `${instrument.en}: your ${facts.kind.en} expires on ${facts.day.en}`,
    },
    body: {
      zh: `您好：\n\n您在${instrument.zh}的${facts.kind.zh}到 ${facts.day.zh}为止。到期之后的时间不能预约，也不能开始使用。\n\n近期的培训和您的全部资格：${facts.link}`,
      en: `Hello,\n\nYour ${facts.kind.en} at ${instrument.en} lasts until ${facts.day.en}. Time after that cannot be booked, and use cannot begin.\n\nTrainings to come, and all that you hold: ${facts.link}`,
    },
  }),
  revoked: (instrument: Text, kind: Text, reason: string): Letter => ({
    subject: {
      zh: `${instrument.zh}：${kind.zh}已撤销`,
      en: `${instrument.en}: your ${kind.en} was revoked`,
    },
    body: {
      zh: `您好：\n\n您在${instrument.zh}的${kind.zh}已被管理人员撤销。已有的预约保留，但不能开始使用；请联系管理人员或参加培训。${reason ? `\n\n原因：${reason}` : ''}`,
      en: `Hello,\n\nStaff revoked your ${kind.en} at ${instrument.en}. Your bookings stay, but use cannot begin: write to the staff, or take a training.${reason ? `\n\nReason: ${reason}` : ''}`,
    },
  }),
  trainingCancelled: (
    title: string,
    facts: { when: Text; reason: string; link: string },
  ): Letter => ({
    subject: { zh: `培训取消：${title}`, en: `Training cancelled: ${title}` },
    body: {
      zh: `您好：\n\n您报名的培训“${title}”（${facts.when.zh}）已取消。${facts.reason ? `\n\n原因：${facts.reason}` : ''}\n\n其他场次：${facts.link}`,
      en: `Hello,\n\nThe training “${title}” of ${facts.when.en}, in which you were enrolled, was cancelled.${facts.reason ? `\n\nReason: ${facts.reason}` : ''}\n\nOthers: ${facts.link}`,
    },
  }),
  problem: (
    instrument: Text,
    facts: { severity: Text; description: string; by: string; link: string },
  ): Letter => ({
    subject: {
      zh: `${instrument.zh}：报告了问题（${facts.severity.zh}）`,
      en: `${instrument.en}: a problem was reported (${facts.severity.en})`,
    },
    body: {
      zh: `您好：\n\n${facts.by}报告${instrument.zh}有问题（${facts.severity.zh}）：\n\n${facts.description}\n\n查看和处理：${facts.link}`,
      en: `Hello,\n\n${facts.by} reported a problem of ${instrument.en} (${facts.severity.en}):\n\n${facts.description}\n\nSee and solve it: ${facts.link}`,
    },
  }),
  due: (instrument: Text, facts: { plan: string; state: Text; link: string }): Letter => ({
    subject: {
      zh: `${instrument.zh}：${facts.plan}${facts.state.zh}`,
      en: `${instrument.en}: ${facts.plan} ${facts.state.en}`,
    },
    body: {
      zh: `您好：\n\n${instrument.zh}的计划“${facts.plan}”${facts.state.zh}。做完之后请登记，下一次的日期会重新计算：\n\n${facts.link}`,
      en: `Hello,\n\nThe plan “${facts.plan}” of ${instrument.en} ${facts.state.en}. Note it once it is done, and the next date is counted anew:\n\n${facts.link}`,
    },
  }),
  passed: (instrument: Text, facts: { kinds: Text; until: Text; link: string }): Letter => ({
    subject: {
      zh: `${instrument.zh}：您已通过培训`,
      en: `${instrument.en}: you passed the training`,
    },
    body: {
      zh: `您好：\n\n您已通过${instrument.zh}的培训，获得${facts.kinds.zh}，${facts.until.zh}。\n\n现在可以预约：${facts.link}`,
      en: `Hello,\n\nYou passed the training at ${instrument.en} and hold its ${facts.kinds.en}, ${facts.until.en}.\n\nYou may book it now: ${facts.link}`,
    },
  }),
}

export const untilInWords = (day: Text | null): Text =>
  day ? { zh: `有效期至 ${day.zh}`, en: `until ${day.en}` } : { zh: '长期有效', en: 'for good' }
