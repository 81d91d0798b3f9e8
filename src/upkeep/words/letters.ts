import { bookingPaths } from '../../bookings/words/paths.ts'
import {
  type LetterKind,
  type ZonedMoment,
  lastDayInWords,
  zonedInWords,
} from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import { upkeepPaths } from './paths.ts'

type OfBooking = { bookingId: string; instrument: Text }
type OfInstrument = { instrumentId: string; instrument: Text }
type OfQualification = { instrument: Text; kinds: Text }

const useOverrun: LetterKind<OfBooking & { end: ZonedMoment }> = {
  name: { zh: '预约时间已到', en: 'Your time is over' },
  hint: { zh: '时间已到，系统里仍显示使用中', en: 'When your use goes on after its time' },
  path: ({ bookingId }) => bookingPaths.booking(bookingId),
  letter: ({ instrument, end }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：预约时间已到`,
      en: `${instrument.en}: your time is over`,
    },
    body: {
      zh: `您好：\n\n您预约的${instrument.zh}到 ${zonedInWords(end).zh}为止，系统里仍显示使用中。\n\n如果已经用完，请点“结束使用”；如果还要用，请先看后面是否有人预约，再延长：\n\n${link}`,
      en: `Hello,\n\nYour booking of ${instrument.en} lasted until ${zonedInWords(end).en}, and it still counts as in use.\n\nIf you are done, press “Finish”. If you need more time, see whether somebody comes after you, and extend it:\n\n${link}`,
    },
  }),
}

const useDelayed: LetterKind<OfBooking & { start: ZonedMoment }> = {
  name: { zh: '前一位还没有结束', en: 'The use before yours goes on' },
  hint: {
    zh: '您的预约快到了，前一位超时',
    en: 'When you may have to wait for who comes before you',
  },
  path: ({ bookingId }) => bookingPaths.booking(bookingId),
  letter: ({ instrument, start }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：前一位还没有结束`,
      en: `${instrument.en}: the use before yours goes on`,
    },
    body: {
      zh: `您好：\n\n您预约了 ${zonedInWords(start).zh}使用${instrument.zh}，前一位使用者的时间已到，但还没有结束。我们已经提醒对方；您可能要稍等。\n\n您的预约：${link}`,
      en: `Hello,\n\nYou booked ${instrument.en} from ${zonedInWords(start).en}. The time of whoever uses it before you is over, and they have not finished yet. They have been told; you may have to wait a little.\n\nYour booking: ${link}`,
    },
  }),
}

const qualificationExpiring: LetterKind<OfQualification & { expires: ZonedMoment }> = {
  name: { zh: '资格将到期', en: 'Qualification about to expire' },
  hint: { zh: '到期前一个月', en: 'A month before it expires' },
  path: () => upkeepPaths.trainings,
  letter: ({ instrument, kinds, expires }, { link }) => {
    const day = lastDayInWords(expires)
    return {
      subject: {
        zh: `${instrument.zh}：${kinds.zh}将于 ${day.zh}到期`,
        en: `${instrument.en}: your ${kinds.en} expires on ${day.en}`,
      },
      body: {
        zh: `您好：\n\n您在${instrument.zh}的${kinds.zh}到 ${day.zh}为止。到期之后的时间不能预约，也不能开始使用。\n\n近期的培训和您的全部资格：${link}`,
        en: `Hello,\n\nYour ${kinds.en} at ${instrument.en} lasts until ${day.en}. Time after that cannot be booked, and use cannot begin.\n\nTrainings to come, and all that you hold: ${link}`,
      },
    }
  },
}

const qualificationRevoked: LetterKind<OfQualification & { reason: string }> = {
  name: { zh: '资格已撤销', en: 'Qualification revoked' },
  hint: { zh: '管理人员撤销您的资格之后', en: 'When staff take a qualification away' },
  path: () => upkeepPaths.trainings,
  letter: ({ instrument, kinds, reason }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：${kinds.zh}已撤销`,
      en: `${instrument.en}: your ${kinds.en} was revoked`,
    },
    body: {
      zh: `您好：\n\n您在${instrument.zh}的${kinds.zh}已被管理人员撤销。已有的预约保留，但不能开始使用；请联系管理人员或参加培训。${reasonIn('zh', reason)}\n\n近期的培训：${link}`,
      en: `Hello,\n\nStaff revoked your ${kinds.en} at ${instrument.en}. Your bookings stay, but use cannot begin: write to the staff, or take a training.${reasonIn('en', reason)}\n\nTrainings to come: ${link}`,
    },
  }),
}

const trainingCancelled: LetterKind<{ title: string; start: ZonedMoment; reason: string }> = {
  name: { zh: '培训取消', en: 'Training cancelled' },
  hint: {
    zh: '您报名的培训取消之后',
    en: 'When a training in which you are enrolled is cancelled',
  },
  path: () => upkeepPaths.trainings,
  letter: ({ title, start, reason }, { link }) => ({
    subject: { zh: `培训取消：${title}`, en: `Training cancelled: ${title}` },
    body: {
      zh: `您好：\n\n您报名的培训“${title}”已取消，原定时间 ${zonedInWords(start).zh}。${reasonIn('zh', reason)}\n\n其他场次：${link}`,
      en: `Hello,\n\nThe training “${title}” of ${zonedInWords(start).en}, in which you were enrolled, was cancelled.${reasonIn('en', reason)}\n\nOthers: ${link}`,
    },
  }),
}

type Passed = OfInstrument & { kinds: Text; expires: ZonedMoment | null }

const trainingPassed: LetterKind<Passed> = {
  name: { zh: '培训通过', en: 'Training passed' },
  hint: { zh: '您通过培训，获得资格', en: 'When you pass a training and hold its qualification' },
  path: ({ instrumentId }) => `/records/${instrumentId}`,
  letter: ({ instrument, kinds, expires }, { link }) => {
    const until = expires
      ? {
          zh: `有效期至 ${lastDayInWords(expires).zh}`,
          en: `until ${lastDayInWords(expires).en}`,
        }
      : { zh: '长期有效', en: 'for good' }
    return {
      subject: {
        zh: `${instrument.zh}：您已通过培训`,
        en: `${instrument.en}: you passed the training`,
      },
      body: {
        zh: `您好：\n\n您已通过${instrument.zh}的培训，获得${kinds.zh}，${until.zh}。\n\n现在可以预约：${link}`,
        en: `Hello,\n\nYou passed the training at ${instrument.en} and hold its ${kinds.en}, ${until.en}.\n\nYou may book it now: ${link}`,
      },
    }
  },
}

type Reported = OfInstrument & { severity: Text; description: string; by: string }

const problemReported: LetterKind<Reported> = {
  name: { zh: '报告了问题', en: 'Problem reported' },
  hint: {
    zh: '有人报告您管理的仪器有问题',
    en: 'When somebody reports a problem of your instruments',
  },
  forStaff: true,
  path: ({ instrumentId }) => upkeepPaths.upkeep(instrumentId),
  letter: ({ instrument, severity, description, by }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：报告了问题（${severity.zh}）`,
      en: `${instrument.en}: a problem was reported (${severity.en})`,
    },
    body: {
      zh: `您好：\n\n${by}报告${instrument.zh}有问题（${severity.zh}）：\n\n${description}\n\n查看和处理：${link}`,
      en: `Hello,\n\n${by} reported a problem of ${instrument.en} (${severity.en}):\n\n${description}\n\nSee and solve it: ${link}`,
    },
  }),
}

const planDue: LetterKind<OfInstrument & { plan: string; due: Text }> = {
  name: { zh: '维护计划到期', en: 'Maintenance due' },
  hint: {
    zh: '您管理的仪器有维护计划将到期',
    en: 'When a plan of your instruments is due within a week',
  },
  forStaff: true,
  path: ({ instrumentId }) => upkeepPaths.upkeep(instrumentId),
  letter: ({ instrument, plan, due }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：${plan}${due.zh}`,
      en: `${instrument.en}: ${plan} ${due.en}`,
    },
    body: {
      zh: `您好：\n\n${instrument.zh}的计划“${plan}”${due.zh}。做完之后请登记，下一次的日期会重新计算：\n\n${link}`,
      en: `Hello,\n\nThe plan “${plan}” of ${instrument.en} ${due.en}. Note it once it is done, and the next date is counted anew:\n\n${link}`,
    },
  }),
}

const reasonIn = (lang: 'zh' | 'en', reason: string) =>
  reason && `\n\n${{ zh: '原因：', en: 'Reason: ' }[lang]}${reason}`

/** The letters of use and upkeep. */
export const upkeepLetters = {
  use_overrun: useOverrun,
  use_delayed: useDelayed,
  qualification_expiring: qualificationExpiring,
  qualification_revoked: qualificationRevoked,
  training_cancelled: trainingCancelled,
  training_passed: trainingPassed,
  problem_reported: problemReported,
  plan_due: planDue,
}
